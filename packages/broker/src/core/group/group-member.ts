/** One protocol that a member can take part in, such as the assignor `range`, with what the member says to it. */
export interface MemberProtocol {
  readonly name: string
  readonly metadata: Uint8Array
}

/** Nothing is assigned. */
export const NO_ASSIGNMENT: Uint8Array = new Uint8Array(0)

/** A member of a classic group. */
export interface GroupMember {
  readonly memberId: string
  /** Set for static members (KIP-345). */
  readonly groupInstanceId: string | null
  readonly clientId: string
  readonly clientHost: string
  rebalanceTimeoutMs: number
  sessionTimeoutMs: number
  /** In the member's order of preference. */
  protocols: readonly MemberProtocol[]
  assignment: Uint8Array
  /** The JoinGroup request that waits for the generation; undefined where none does. */
  joinRequest: WaitingRequest | undefined
  /** The SyncGroup request that waits for the leader's assignment. */
  syncRequest: WaitingRequest | undefined
  /** True until the member's first generation: till then it may be expired while it waits. */
  isNew: boolean
}

/** A request that is answered later. */
export interface WaitingRequest {
  readonly id: number
  readonly version: number
}

/** Whether a member offers the same protocols as before, so that its joining again changes nothing. */
export function sameProtocols(left: readonly MemberProtocol[], right: readonly MemberProtocol[]): boolean {
  if (left.length !== right.length) return false
  return left.every(({ name, metadata }, index) => {
    const other = right[index]!
    return other.name === name && sameBytes(other.metadata, metadata)
  })
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}
