// Generated from schemas/ (ListConfigResources) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ListConfigResourcesRequest,
  listConfigResourcesRequest,
} from '../messages/list-config-resources-request.ts'
import {
  type ListConfigResourcesResponse,
  listConfigResourcesResponse,
} from '../messages/list-config-resources-response.ts'

/** The ListConfigResources API, key 74, versions 0 to 1. */
export const listConfigResourcesApi: Api<ListConfigResourcesRequest, ListConfigResourcesResponse> = {
  key: 74,
  name: 'ListConfigResources',
  request: listConfigResourcesRequest,
  response: listConfigResourcesResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
