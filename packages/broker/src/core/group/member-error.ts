import { ErrorCode } from '@odradek/protocol'
import type { ClassicGroup } from './classic-group.ts'

/** Checks that the member is known and, where it is static, that no other one took its place (KIP-345). */
export function memberError(group: ClassicGroup, memberId: string, instanceId: string | null): number | undefined {
  if (instanceId !== null) {
    const current = group.staticMemberId(instanceId)
    if (current === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
    if (current !== memberId) return ErrorCode.FENCED_INSTANCE_ID
  }
  return group.members.has(memberId) ? undefined : ErrorCode.UNKNOWN_MEMBER_ID
}
