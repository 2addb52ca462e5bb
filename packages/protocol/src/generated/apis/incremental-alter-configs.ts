// Generated from schemas/ (IncrementalAlterConfigs) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type IncrementalAlterConfigsRequest,
  incrementalAlterConfigsRequest,
} from '../messages/incremental-alter-configs-request.ts'
import {
  type IncrementalAlterConfigsResponse,
  incrementalAlterConfigsResponse,
} from '../messages/incremental-alter-configs-response.ts'

/** The IncrementalAlterConfigs API, key 44, versions 0 to 1. */
export const incrementalAlterConfigsApi: Api<IncrementalAlterConfigsRequest, IncrementalAlterConfigsResponse> = {
  key: 44,
  name: 'IncrementalAlterConfigs',
  request: incrementalAlterConfigsRequest,
  response: incrementalAlterConfigsResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
