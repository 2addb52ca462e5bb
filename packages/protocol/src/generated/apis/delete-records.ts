// Generated from schemas/ (DeleteRecords) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DeleteRecordsRequest, deleteRecordsRequest } from '../messages/delete-records-request.ts'
import { type DeleteRecordsResponse, deleteRecordsResponse } from '../messages/delete-records-response.ts'

/** The DeleteRecords API, key 21, versions 0 to 2. */
export const deleteRecordsApi: Api<DeleteRecordsRequest, DeleteRecordsResponse> = {
  key: 21,
  name: 'DeleteRecords',
  request: deleteRecordsRequest,
  response: deleteRecordsResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
