// The answers to JoinGroup.
import type { MessageInput } from '@odradek/protocol'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { BrokerRequest, Outcome } from '../request.ts'
import type { ClassicGroup } from './classic-group.ts'
import { GroupEffects } from './group-effects.ts'

/** The answer that takes a member into the generation; the leader also learns who the members are. */
export function joined(group: ClassicGroup, memberId: string): MessageInput<JoinGroupResponse> {
  return {
    memberId,
    generationId: group.generation,
    protocolName: group.protocol ?? null,
    protocolType: group.protocolType ?? null,
    leader: group.leader ?? '',
    members: group.leader === memberId ? subscriptions(group) : [],
  }
}

/** The members with what they said to the generation's protocol. */
export function subscriptions(group: ClassicGroup): NonNullable<MessageInput<JoinGroupResponse>['members']> {
  return [...group.members.values()].map((member) => ({
    memberId: member.memberId,
    groupInstanceId: member.groupInstanceId,
    metadata: group.subscriptionOf(member),
  }))
}

const NULLABLE_PROTOCOL_SINCE = 7

/** Before version 7 the protocol's name cannot be null. */
export function forJoinVersion(
  response: MessageInput<JoinGroupResponse>,
  version: number,
): MessageInput<JoinGroupResponse> {
  const nameless = version >= NULLABLE_PROTOCOL_SINCE ? null : ''
  return { ...response, protocolName: response.protocolName ?? nameless }
}

/** Answers a JoinGroup at once. */
export function acceptJoin(
  request: BrokerRequest<JoinGroupRequest>,
  response: MessageInput<JoinGroupResponse>,
  effects: GroupEffects = new GroupEffects(),
): Outcome<JoinGroupResponse> {
  return { reply: { kind: 'answer', response: forJoinVersion(response, request.version) }, ...effects }
}

/** Answers a JoinGroup with an error. */
export function refuseJoin(
  request: BrokerRequest<JoinGroupRequest>,
  memberId: string,
  errorCode: number,
  effects?: GroupEffects,
): Outcome<JoinGroupResponse> {
  return acceptJoin(request, { memberId, errorCode }, effects)
}
