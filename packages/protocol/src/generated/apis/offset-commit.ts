// Generated from schemas/ (OffsetCommit) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type OffsetCommitRequest, offsetCommitRequest } from '../messages/offset-commit-request.ts'
import { type OffsetCommitResponse, offsetCommitResponse } from '../messages/offset-commit-response.ts'

/** The OffsetCommit API, key 8, versions 0 to 10. */
export const offsetCommitApi: Api<OffsetCommitRequest, OffsetCommitResponse> = {
  key: 8,
  name: 'OffsetCommit',
  request: offsetCommitRequest,
  response: offsetCommitResponse,
  minVersion: 0,
  maxVersion: 10,
  latestStableVersion: 10,
  requestHeaderVersion: (version) => (version >= 8 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 8 ? 1 : 0),
}
