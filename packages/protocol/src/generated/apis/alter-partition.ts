// Generated from schemas/ (AlterPartition) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type AlterPartitionRequest, alterPartitionRequest } from '../messages/alter-partition-request.ts'
import { type AlterPartitionResponse, alterPartitionResponse } from '../messages/alter-partition-response.ts'

/** The AlterPartition API, key 56, versions 0 to 3. */
export const alterPartitionApi: Api<AlterPartitionRequest, AlterPartitionResponse> = {
  key: 56,
  name: 'AlterPartition',
  request: alterPartitionRequest,
  response: alterPartitionResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
