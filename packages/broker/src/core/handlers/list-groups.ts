// ListGroups 0-5, with filters by state (KIP-518) and type (KIP-848).
import type { ListGroupsRequest } from '@odradek/protocol/messages/list-groups-request'
import type { ListGroupsResponse } from '@odradek/protocol/messages/list-groups-response'
import type { BrokerState } from '../broker-state.ts'
import type { Group } from '../group/group-registry.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles ListGroups. */
export function handleListGroups(
  state: BrokerState,
  { body }: BrokerRequest<ListGroupsRequest>,
): Outcome<ListGroupsResponse> {
  const states = body.statesFilter.map((name) => name.toLowerCase())
  const types = body.typesFilter.map((name) => name.toLowerCase())
  const groups = [...state.groups.all()]
    .filter((group) => states.length === 0 || states.includes(group.state.toLowerCase()))
    .filter((group) => types.length === 0 || types.includes(group.type))
    .map((group) => {
      const { groupId, state: groupState, type: groupType } = group
      return { groupId, protocolType: protocolTypeOf(group), groupState, groupType }
    })
  return answer({ groups })
}

function protocolTypeOf(group: Group): string {
  return group.type === 'classic' ? (group.protocolType ?? '') : group.type
}
