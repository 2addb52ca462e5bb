// Generated from schemas/ (DeleteTopics) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DeleteTopicsRequest, deleteTopicsRequest } from '../messages/delete-topics-request.ts'
import { type DeleteTopicsResponse, deleteTopicsResponse } from '../messages/delete-topics-response.ts'

/** The DeleteTopics API, key 20, versions 0 to 6. */
export const deleteTopicsApi: Api<DeleteTopicsRequest, DeleteTopicsResponse> = {
  key: 20,
  name: 'DeleteTopics',
  request: deleteTopicsRequest,
  response: deleteTopicsResponse,
  minVersion: 0,
  maxVersion: 6,
  latestStableVersion: 6,
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
