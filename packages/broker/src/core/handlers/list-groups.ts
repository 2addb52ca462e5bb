// ListGroups 0-5, with filters by state (KIP-518) and type (KIP-848).
import type { ListGroupsRequest } from '@odradek/protocol/messages/list-groups-request'
import type { ListGroupsResponse } from '@odradek/protocol/messages/list-groups-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

const GROUP_TYPE = 'classic'

/** Handles ListGroups. */
export function handleListGroups(
  state: BrokerState,
  { body }: BrokerRequest<ListGroupsRequest>,
): Outcome<ListGroupsResponse> {
  const states = body.statesFilter.map((name) => name.toLowerCase())
  const types = body.typesFilter.map((name) => name.toLowerCase())
  const groups = [...state.groups.all()]
    .filter((group) => states.length === 0 || states.includes(group.state.toLowerCase()))
    .filter(() => types.length === 0 || types.includes(GROUP_TYPE))
    .map(({ groupId, protocolType, state: groupState }) => {
      return { groupId, protocolType: protocolType ?? '', groupState, groupType: GROUP_TYPE }
    })
  return answer({ groups })
}
