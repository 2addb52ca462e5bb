// Generated from schemas/ (DescribeUserScramCredentials) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type DescribeUserScramCredentialsRequest,
  describeUserScramCredentialsRequest,
} from '../messages/describe-user-scram-credentials-request.ts'
import {
  type DescribeUserScramCredentialsResponse,
  describeUserScramCredentialsResponse,
} from '../messages/describe-user-scram-credentials-response.ts'

/** The DescribeUserScramCredentials API, key 50, versions 0 to 0. */
export const describeUserScramCredentialsApi: Api<DescribeUserScramCredentialsRequest, DescribeUserScramCredentialsResponse> = {
  key: 50,
  name: 'DescribeUserScramCredentials',
  request: describeUserScramCredentialsRequest,
  response: describeUserScramCredentialsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
