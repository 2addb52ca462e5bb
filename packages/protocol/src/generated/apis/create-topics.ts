// Generated from schemas/ (CreateTopics) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type CreateTopicsRequest, createTopicsRequest } from '../messages/create-topics-request.ts'
import { type CreateTopicsResponse, createTopicsResponse } from '../messages/create-topics-response.ts'

/** The CreateTopics API, key 19, versions 0 to 7. */
export const createTopicsApi: Api<CreateTopicsRequest, CreateTopicsResponse> = {
  key: 19,
  name: 'CreateTopics',
  request: createTopicsRequest,
  response: createTopicsResponse,
  minVersion: 0,
  maxVersion: 7,
  latestStableVersion: 7,
  requestHeaderVersion: (version) => (version >= 5 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 5 ? 1 : 0),
}
