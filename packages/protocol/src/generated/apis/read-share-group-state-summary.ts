// Generated from schemas/ (ReadShareGroupStateSummary) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ReadShareGroupStateSummaryRequest,
  readShareGroupStateSummaryRequest,
} from '../messages/read-share-group-state-summary-request.ts'
import {
  type ReadShareGroupStateSummaryResponse,
  readShareGroupStateSummaryResponse,
} from '../messages/read-share-group-state-summary-response.ts'

/** The ReadShareGroupStateSummary API, key 87, versions 0 to 1. */
export const readShareGroupStateSummaryApi: Api<ReadShareGroupStateSummaryRequest, ReadShareGroupStateSummaryResponse> = {
  key: 87,
  name: 'ReadShareGroupStateSummary',
  request: readShareGroupStateSummaryRequest,
  response: readShareGroupStateSummaryResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
