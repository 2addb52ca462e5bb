// Generated from schemas/ (FetchSnapshot) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type FetchSnapshotRequest, fetchSnapshotRequest } from '../messages/fetch-snapshot-request.ts'
import { type FetchSnapshotResponse, fetchSnapshotResponse } from '../messages/fetch-snapshot-response.ts'

/** The FetchSnapshot API, key 59, versions 0 to 1. */
export const fetchSnapshotApi: Api<FetchSnapshotRequest, FetchSnapshotResponse> = {
  key: 59,
  name: 'FetchSnapshot',
  request: fetchSnapshotRequest,
  response: fetchSnapshotResponse,
  minVersion: 0,
  maxVersion: 1,
  latestStableVersion: 1,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
