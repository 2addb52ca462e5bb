// Generated from schemas/ (ShareGroupDescribe) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ShareGroupDescribeRequest, shareGroupDescribeRequest } from '../messages/share-group-describe-request.ts'
import {
  type ShareGroupDescribeResponse,
  shareGroupDescribeResponse,
} from '../messages/share-group-describe-response.ts'

/** The ShareGroupDescribe API, key 77, versions 0 to 1. */
export const shareGroupDescribeApi: Api<ShareGroupDescribeRequest, ShareGroupDescribeResponse> = {
  key: 77,
  name: 'ShareGroupDescribe',
  request: shareGroupDescribeRequest,
  response: shareGroupDescribeResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
