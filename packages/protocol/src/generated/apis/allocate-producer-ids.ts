// Generated from schemas/ (AllocateProducerIds) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type AllocateProducerIdsRequest,
  allocateProducerIdsRequest,
} from '../messages/allocate-producer-ids-request.ts'
import {
  type AllocateProducerIdsResponse,
  allocateProducerIdsResponse,
} from '../messages/allocate-producer-ids-response.ts'

/** The AllocateProducerIds API, key 67, versions 0 to 0. */
export const allocateProducerIdsApi: Api<AllocateProducerIdsRequest, AllocateProducerIdsResponse> = {
  key: 67,
  name: 'AllocateProducerIds',
  request: allocateProducerIdsRequest,
  response: allocateProducerIdsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
