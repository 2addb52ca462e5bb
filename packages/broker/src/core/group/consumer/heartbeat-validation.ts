import { ErrorCode } from '@odradek/protocol'
import type { ConsumerGroupHeartbeatRequest } from '@odradek/protocol/messages/consumer-group-heartbeat-request'
import { type Refusal, refuse } from '../refusal.ts'
import { LEAVE_EPOCH, STATIC_MEMBER_AWAY_EPOCH } from './consumer-member.ts'
import { consumerGroupAssignors } from './target-assignment.ts'

/** From this version on members make their own ids (KIP-1082). */
const OWN_MEMBER_ID_SINCE = 1

/** What is wrong with a ConsumerGroupHeartbeat, whatever the group; undefined where nothing is. */
export function heartbeatFault(body: ConsumerGroupHeartbeatRequest, version: number): Refusal | undefined {
  const text = invalid(body, version)
  if (text !== undefined) return refuse(ErrorCode.INVALID_REQUEST, text)
  const { serverAssignor } = body
  if (serverAssignor === null || consumerGroupAssignors.has(serverAssignor)) return undefined
  const known = [...consumerGroupAssignors.keys()].join(', ')
  return refuse(
    ErrorCode.UNSUPPORTED_ASSIGNOR,
    `ServerAssignor ${serverAssignor} is not supported. Supported assignors: ${known}.`,
  )
}

function invalid(body: ConsumerGroupHeartbeatRequest, version: number): string | undefined {
  const { memberEpoch, memberId, groupId, instanceId, rackId } = body
  const needsMemberId = version >= OWN_MEMBER_ID_SINCE || memberEpoch > 0 || memberEpoch === LEAVE_EPOCH
  if (needsMemberId && isBlank(memberId)) return "MemberId can't be empty."
  if (isBlank(groupId)) return "GroupId can't be empty."
  if (isBlank(instanceId)) return "InstanceId can't be empty."
  if (isBlank(rackId)) return "RackId can't be empty."
  if (memberEpoch === 0) return invalidFirst(body)
  if (memberEpoch === STATIC_MEMBER_AWAY_EPOCH && instanceId === null) return "InstanceId can't be null."
  return memberEpoch < STATIC_MEMBER_AWAY_EPOCH ? 'MemberEpoch is invalid.' : undefined
}

function invalidFirst(body: ConsumerGroupHeartbeatRequest): string | undefined {
  if (body.rebalanceTimeoutMs === -1) return 'RebalanceTimeoutMs must be provided in first request.'
  if (body.topicPartitions?.length !== 0) return 'TopicPartitions must be empty when (re-)joining.'
  if (body.subscribedTopicNames === null && body.subscribedTopicRegex === null) {
    return 'Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.'
  }
  return undefined
}

function isBlank(text: string | null): boolean {
  return text !== null && text.trim() === ''
}
