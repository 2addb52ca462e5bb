// Generated from schemas/ (ControlledShutdown) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import { type ControlledShutdownRequest, controlledShutdownRequest } from '../messages/controlled-shutdown-request.ts'
import {
  type ControlledShutdownResponse,
  controlledShutdownResponse,
} from '../messages/controlled-shutdown-response.ts'

/** The ControlledShutdown API, key 7, versions 0 to 3. */
export const controlledShutdownApi: Api<ControlledShutdownRequest, ControlledShutdownResponse> = {
  key: 7,
  name: 'ControlledShutdown',
  request: controlledShutdownRequest,
  response: controlledShutdownResponse,
  minVersion: 0,
  maxVersion: 3,
  latestStableVersion: 3,
  requestHeaderVersion: (version) => (version >= 3 ? 2 : version >= 1 ? 1 : 0),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
