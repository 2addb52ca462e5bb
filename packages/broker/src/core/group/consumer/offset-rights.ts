// Which members of a consumer group may commit and fetch its offsets.
import { ErrorCode } from '@odradek/protocol'
import type { ConsumerGroup } from './consumer-group.ts'

/** The first version of OffsetCommit that carries the epochs of members. */
const MEMBER_EPOCH_SINCE = 9

/** The error code of a commit; undefined where the member may make it. */
export function consumerCommitError(
  group: ConsumerGroup,
  memberId: string,
  memberEpoch: number,
  version: number,
): number | undefined {
  if (memberEpoch < 0 && group.members.size === 0) return undefined
  const member = group.members.get(memberId)
  if (member === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
  const isClassic = member.classicMemberMetadata !== null
  if (!isClassic && version < MEMBER_EPOCH_SINCE) return ErrorCode.UNSUPPORTED_VERSION
  if (memberEpoch === member.memberEpoch) return undefined
  return isClassic ? ErrorCode.ILLEGAL_GENERATION : ErrorCode.STALE_MEMBER_EPOCH
}

/** The error code that answers who asks for offsets; undefined where it may. */
export function consumerFetchError(group: ConsumerGroup, memberId: string, memberEpoch: number): number | undefined {
  const member = group.members.get(memberId)
  if (member === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
  if (memberEpoch === member.memberEpoch) return undefined
  return member.classicMemberMetadata === null ? ErrorCode.STALE_MEMBER_EPOCH : ErrorCode.ILLEGAL_GENERATION
}
