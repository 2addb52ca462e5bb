// Generated from schemas/ (DescribeShareGroupOffsets) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DescribeShareGroupOffsetsRequest,
  describeShareGroupOffsetsRequest,
} from '../messages/describe-share-group-offsets-request.ts'
import {
  type DescribeShareGroupOffsetsResponse,
  describeShareGroupOffsetsResponse,
} from '../messages/describe-share-group-offsets-response.ts'

/** The DescribeShareGroupOffsets API, key 90, versions 0 to 1. */
export const describeShareGroupOffsetsApi: Api<DescribeShareGroupOffsetsRequest, DescribeShareGroupOffsetsResponse> = {
  key: 90,
  name: 'DescribeShareGroupOffsets',
  request: describeShareGroupOffsetsRequest,
  response: describeShareGroupOffsetsResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
