// Generated from schemas/ (DescribeTopicPartitions) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DescribeTopicPartitionsRequest,
  describeTopicPartitionsRequest,
} from '../messages/describe-topic-partitions-request.ts'
import {
  type DescribeTopicPartitionsResponse,
  describeTopicPartitionsResponse,
} from '../messages/describe-topic-partitions-response.ts'

/** The DescribeTopicPartitions API, key 75, versions 0 to 0. */
export const describeTopicPartitionsApi: Api<DescribeTopicPartitionsRequest, DescribeTopicPartitionsResponse> = {
  key: 75,
  name: 'DescribeTopicPartitions',
  request: describeTopicPartitionsRequest,
  response: describeTopicPartitionsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
