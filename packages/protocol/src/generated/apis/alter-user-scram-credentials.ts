// Generated from schemas/ (AlterUserScramCredentials) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type AlterUserScramCredentialsRequest,
  alterUserScramCredentialsRequest,
} from '../messages/alter-user-scram-credentials-request.ts'
import {
  type AlterUserScramCredentialsResponse,
  alterUserScramCredentialsResponse,
} from '../messages/alter-user-scram-credentials-response.ts'

/** The AlterUserScramCredentials API, key 51, versions 0 to 0. */
export const alterUserScramCredentialsApi: Api<AlterUserScramCredentialsRequest, AlterUserScramCredentialsResponse> = {
  key: 51,
  name: 'AlterUserScramCredentials',
  request: alterUserScramCredentialsRequest,
  response: alterUserScramCredentialsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
