// Generated from schemas/ (ControllerRegistration) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type ControllerRegistrationRequest,
  controllerRegistrationRequest,
} from '../messages/controller-registration-request.ts'
import {
  type ControllerRegistrationResponse,
  controllerRegistrationResponse,
} from '../messages/controller-registration-response.ts'

/** The ControllerRegistration API, key 70, versions 0 to 0. */
export const controllerRegistrationApi: Api<ControllerRegistrationRequest, ControllerRegistrationResponse> = {
  key: 70,
  name: 'ControllerRegistration',
  request: controllerRegistrationRequest,
  response: controllerRegistrationResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
