// The cluster itself: its brokers.
import {
  type ClusterDescription,
  describeCluster,
  type DescribeClusterOptions,
} from '../operations/describe-cluster.ts'
import { GroupAdmin } from './group-admin.ts'

/** See the head of the file. */
export class ClusterAdmin extends GroupAdmin {
  /** The brokers, the controller and the cluster's id. */
  describeCluster(options: DescribeClusterOptions = {}): Promise<ClusterDescription> {
    return describeCluster(this.world, options)
  }
}
