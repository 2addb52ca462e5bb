// Generated from schemas/ (ConsumerGroupDescribe) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ConsumerGroupDescribeRequest,
  consumerGroupDescribeRequest,
} from '../messages/consumer-group-describe-request.ts'
import {
  type ConsumerGroupDescribeResponse,
  consumerGroupDescribeResponse,
} from '../messages/consumer-group-describe-response.ts'

/** The ConsumerGroupDescribe API, key 69, versions 0 to 1. */
export const consumerGroupDescribeApi: Api<ConsumerGroupDescribeRequest, ConsumerGroupDescribeResponse> = {
  key: 69,
  name: 'ConsumerGroupDescribe',
  request: consumerGroupDescribeRequest,
  response: consumerGroupDescribeResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
