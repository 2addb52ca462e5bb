// Generated from schemas/ (DescribeLogDirs) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeLogDirsRequest, describeLogDirsRequest } from '../messages/describe-log-dirs-request.ts'
import { type DescribeLogDirsResponse, describeLogDirsResponse } from '../messages/describe-log-dirs-response.ts'

/** The DescribeLogDirs API, key 35, versions 0 to 5. */
export const describeLogDirsApi: Api<DescribeLogDirsRequest, DescribeLogDirsResponse> = {
  key: 35,
  name: 'DescribeLogDirs',
  request: describeLogDirsRequest,
  response: describeLogDirsResponse,
  minVersion: 0,
  maxVersion: 5,
  latestStableVersion: 5,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
