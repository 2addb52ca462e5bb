// Generated from schemas/ (AssignReplicasToDirs) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type AssignReplicasToDirsRequest,
  assignReplicasToDirsRequest,
} from '../messages/assign-replicas-to-dirs-request.ts'
import {
  type AssignReplicasToDirsResponse,
  assignReplicasToDirsResponse,
} from '../messages/assign-replicas-to-dirs-response.ts'

/** The AssignReplicasToDirs API, key 73, versions 0 to 0. */
export const assignReplicasToDirsApi: Api<AssignReplicasToDirsRequest, AssignReplicasToDirsResponse> = {
  key: 73,
  name: 'AssignReplicasToDirs',
  request: assignReplicasToDirsRequest,
  response: assignReplicasToDirsResponse,
  minVersion: 0,
  maxVersion: 0,
  latestStableVersion: 0,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
