// Generated from schemas/ (CreatePartitions) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type CreatePartitionsRequest, createPartitionsRequest } from '../messages/create-partitions-request.ts'
import { type CreatePartitionsResponse, createPartitionsResponse } from '../messages/create-partitions-response.ts'

/** The CreatePartitions API, key 37, versions 0 to 3. */
export const createPartitionsApi: Api<CreatePartitionsRequest, CreatePartitionsResponse> = {
  key: 37,
  name: 'CreatePartitions',
  request: createPartitionsRequest,
  response: createPartitionsResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
