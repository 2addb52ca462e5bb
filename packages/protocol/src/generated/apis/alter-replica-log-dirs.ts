// Generated from schemas/ (AlterReplicaLogDirs) by generator/main.ts: not to be edited.
import type { Api } from '../../api.ts'
import {
  type AlterReplicaLogDirsRequest,
  alterReplicaLogDirsRequest,
} from '../messages/alter-replica-log-dirs-request.ts'
import {
  type AlterReplicaLogDirsResponse,
  alterReplicaLogDirsResponse,
} from '../messages/alter-replica-log-dirs-response.ts'

/** The AlterReplicaLogDirs API, key 34, versions 0 to 2. */
export const alterReplicaLogDirsApi: Api<AlterReplicaLogDirsRequest, AlterReplicaLogDirsResponse> = {
  key: 34,
  name: 'AlterReplicaLogDirs',
  request: alterReplicaLogDirsRequest,
  response: alterReplicaLogDirsResponse,
  minVersion: 0,
  maxVersion: 2,
  latestStableVersion: 2,
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
