/** Which nodes a cluster has, what each of them does, and on which ports: everything that is decided before a process starts. */
import { ClusterError } from './cluster-error.ts'

/** One node of the cluster to be. */
export interface PlannedNode {
  readonly nodeId: number
  readonly isBroker: boolean
  readonly isController: boolean
}

const mostBrokers = 9
const mostControllers = 3

/**
 * The nodes of a KRaft cluster, brokers first, from id 1 on. Up to three of the brokers are controllers too. With two
 * brokers there is a third node that is a controller alone: otherwise the end of either broker would leave no quorum.
 * @throws ClusterError `bad-option` for a number of brokers that is not 1 to 9.
 */
export const planKraftNodes = (brokers: number): PlannedNode[] => {
  requireBrokerCount(brokers)
  const nodes = nodeIds(brokers).map((nodeId) => ({ nodeId, isBroker: true, isController: nodeId <= mostControllers }))
  return brokers === 2 ? [...nodes, { nodeId: 3, isBroker: false, isController: true }] : nodes
}

/** The nodes of a cluster with ZooKeeper, which is a process beside them: brokers only. */
export const planZooKeeperNodes = (brokers: number): PlannedNode[] => {
  requireBrokerCount(brokers)
  return nodeIds(brokers).map((nodeId) => ({ nodeId, isBroker: true, isController: false }))
}

const nodeIds = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const requireBrokerCount = (brokers: number): void => {
  if (!Number.isInteger(brokers) || brokers < 1 || brokers > mostBrokers) {
    throw new ClusterError('bad-option', `A cluster has 1 to ${mostBrokers} brokers, not ${brokers}.`)
  }
}
