// Generated from schemas/ (AlterPartitionReassignments) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type AlterPartitionReassignmentsRequest,
  alterPartitionReassignmentsRequest,
} from '../messages/alter-partition-reassignments-request.ts'
import {
  type AlterPartitionReassignmentsResponse,
  alterPartitionReassignmentsResponse,
} from '../messages/alter-partition-reassignments-response.ts'

/** The AlterPartitionReassignments API, key 45, versions 0 to 1. */
export const alterPartitionReassignmentsApi: Api<AlterPartitionReassignmentsRequest, AlterPartitionReassignmentsResponse> = {
  key: 45,
  name: 'AlterPartitionReassignments',
  request: alterPartitionReassignmentsRequest,
  response: alterPartitionReassignmentsResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
