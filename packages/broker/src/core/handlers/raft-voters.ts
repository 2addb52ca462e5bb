// AddRaftVoter 0-1 and RemoveRaftVoter 0 (KIP-853), as a Kafka answers whose controllers are named in its configs (kraft.version 0).
import { ErrorCode } from '@odradek/protocol'
import type { AddRaftVoterRequest } from '@odradek/protocol/messages/add-raft-voter-request'
import type { AddRaftVoterResponse } from '@odradek/protocol/messages/add-raft-voter-response'
import type { RemoveRaftVoterRequest } from '@odradek/protocol/messages/remove-raft-voter-request'
import type { RemoveRaftVoterResponse } from '@odradek/protocol/messages/remove-raft-voter-response'
import type { BrokerState } from '../broker-state.ts'
import { type Refusal, refuse } from '../group/refusal.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Refuses AddRaftVoter. */
export function handleAddRaftVoter(
  state: BrokerState,
  { body }: BrokerRequest<AddRaftVoterRequest>,
): Outcome<AddRaftVoterResponse> {
  return answer(refusalOf(state, body.clusterId, 'adding'))
}

/** Refuses RemoveRaftVoter. */
export function handleRemoveRaftVoter(
  state: BrokerState,
  { body }: BrokerRequest<RemoveRaftVoterRequest>,
): Outcome<RemoveRaftVoterResponse> {
  return answer(refusalOf(state, body.clusterId, 'removing'))
}

function refusalOf({ cluster }: BrokerState, named: string | null, doing: string): Refusal {
  if (named !== null && named !== cluster.clusterId) {
    const text = `The given id "${named}" doesn't match the cluster id "${cluster.clusterId}"`
    return refuse(ErrorCode.INCONSISTENT_CLUSTER_ID, text)
  }
  const text = `Cluster doesn't support ${doing} voter because the kraft.version feature is 0`
  return refuse(ErrorCode.UNSUPPORTED_VERSION, text)
}
