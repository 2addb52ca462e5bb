// Generated from schemas/ (DescribeAcls) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type DescribeAclsRequest, describeAclsRequest } from '../messages/describe-acls-request.ts'
import { type DescribeAclsResponse, describeAclsResponse } from '../messages/describe-acls-response.ts'

/** The DescribeAcls API, key 29, versions 0 to 3. */
export const describeAclsApi: Api<DescribeAclsRequest, DescribeAclsResponse> = {
  key: 29,
  name: 'DescribeAcls',
  request: describeAclsRequest,
  response: describeAclsResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
