// What is wrong with who sends a heartbeat, in Kafka's words.
import { ErrorCode } from '@odradek/protocol'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import { type Refusal, refuse } from '../refusal.ts'
import { isSubset } from '../topic-partitions.ts'
import type { ConsumerGroup } from './consumer-group.ts'
import type { ConsumerMember } from './consumer-member.ts'
import { compileTopicRegex } from './topic-regex.ts'

/** Refuses what is no regular expression. */
export function topicRegexFault(regex: string | null): Refusal | undefined {
  if (regex === null || regex === '') return undefined
  const compiled = compileTopicRegex(regex)
  if (typeof compiled !== 'string') return undefined
  const text = `SubscribedTopicRegex \`${regex}\` is not a valid regular expression: ${compiled}.`
  return refuse(ErrorCode.INVALID_REGULAR_EXPRESSION, text)
}

/** Refuses an epoch that is not the member's. It may come with the epoch before, where the answer that raised it got lost; with epoch 0 it joins again. */
export function epochFault(
  member: ConsumerMember,
  memberEpoch: number,
  owned: ConsumerGroupHeartbeatRequest['topicPartitions'],
): Refusal | undefined {
  if (memberEpoch === 0 || memberEpoch === member.memberEpoch) return undefined
  const isGreater = memberEpoch > member.memberEpoch
  if (!isGreater && memberEpoch === member.previousMemberEpoch && isSubset(owned, member.assigned)) return undefined
  const text = `The consumer group member has a ${isGreater ? 'greater' : 'smaller'} member epoch (${memberEpoch}) than the one known by the group coordinator (${member.memberEpoch}). The member must abandon all its partitions and rejoin.`
  return refuse(ErrorCode.FENCED_MEMBER_EPOCH, text)
}

/** Refuses who is no member. */
export function unknownMember({ groupId }: ConsumerGroup, memberId: string): Refusal {
  return refuse(ErrorCode.UNKNOWN_MEMBER_ID, `Member ${memberId} is not a member of group ${groupId}.`)
}

/** Refuses who is not the member that has an instance id. */
export function staticFault(
  known: ConsumerMember | undefined,
  instanceId: string,
  memberId: string,
): Refusal | undefined {
  if (known === undefined) return refuse(ErrorCode.UNKNOWN_MEMBER_ID, `Instance id ${instanceId} is unknown.`)
  if (known.memberId === memberId) return undefined
  const text = `Static member ${memberId} with instance id ${instanceId} was fenced by member ${known.memberId}.`
  return refuse(ErrorCode.FENCED_INSTANCE_ID, text)
}
