// Generated from schemas/ (StreamsGroupDescribe) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type StreamsGroupDescribeRequest,
  streamsGroupDescribeRequest,
} from '../messages/streams-group-describe-request.ts'
import {
  type StreamsGroupDescribeResponse,
  streamsGroupDescribeResponse,
} from '../messages/streams-group-describe-response.ts'

/** The StreamsGroupDescribe API, key 89, versions 0 to 0. */
export const streamsGroupDescribeApi: Api<StreamsGroupDescribeRequest, StreamsGroupDescribeResponse> = {
  key: 89,
  name: 'StreamsGroupDescribe',
  request: streamsGroupDescribeRequest,
  response: streamsGroupDescribeResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
