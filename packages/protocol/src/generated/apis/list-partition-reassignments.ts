// Generated from schemas/ (ListPartitionReassignments) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ListPartitionReassignmentsRequest,
  listPartitionReassignmentsRequest,
} from '../messages/list-partition-reassignments-request.ts'
import {
  type ListPartitionReassignmentsResponse,
  listPartitionReassignmentsResponse,
} from '../messages/list-partition-reassignments-response.ts'

/** The ListPartitionReassignments API, key 46, versions 0 to 0. */
export const listPartitionReassignmentsApi: Api<ListPartitionReassignmentsRequest, ListPartitionReassignmentsResponse> = {
  key: 46,
  name: 'ListPartitionReassignments',
  request: listPartitionReassignmentsRequest,
  response: listPartitionReassignmentsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
