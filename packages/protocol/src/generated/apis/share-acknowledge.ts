// Generated from schemas/ (ShareAcknowledge) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ShareAcknowledgeRequest, shareAcknowledgeRequest } from '../messages/share-acknowledge-request.ts'
import { type ShareAcknowledgeResponse, shareAcknowledgeResponse } from '../messages/share-acknowledge-response.ts'

/** The ShareAcknowledge API, key 79, versions 0 to 2. */
export const shareAcknowledgeApi: Api<ShareAcknowledgeRequest, ShareAcknowledgeResponse> = {
  key: 79,
  name: 'ShareAcknowledge',
  request: shareAcknowledgeRequest,
  response: shareAcknowledgeResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
