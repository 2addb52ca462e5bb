import { InvariantError } from '@odradek/protocol'
import type { GroupStored, StoredMember } from '../broker-record.ts'
import type { GroupMember, MemberProtocol } from './group-member.ts'
import { type GroupState, groupTransitions } from './group-state.ts'

/** A group of the classic protocol: its members, its generation and its state. What follows from a change is up to Rebalances. */
export class ClassicGroup {
  readonly type = 'classic'
  readonly groupId: string
  generation = 0
  /** Undefined until the first member says it; `consumer` for consumers, `connect` for Kafka Connect. */
  protocolType: string | undefined
  /** The protocol that the generation uses. */
  protocol: string | undefined
  leader: string | undefined
  /** In the order in which they joined. */
  readonly members = new Map<string, GroupMember>()
  /** Ids given out with MEMBER_ID_REQUIRED whose members have not come back yet (KIP-394). */
  readonly pendingMembers = new Set<string>()
  /** Members of the generation that have not sent SyncGroup yet. */
  readonly pendingSyncs = new Set<string>()
  /** A member came while the first rebalance was waiting for more. */
  newMemberAdded = false
  /** When it came to the state in which it was stored last, by the wall clock, in ms; 0 where it never was. */
  stateTimestampMs = 0
  readonly #staticMembers = new Map<string, string>()
  #state: GroupState = 'Empty'
  #previousState: GroupState = 'Empty'

  constructor(groupId: string) {
    this.groupId = groupId
  }

  get state(): GroupState {
    return this.#state
  }

  get previousState(): GroupState {
    return this.#previousState
  }

  transitionTo(next: GroupState): void {
    if (!groupTransitions[this.#state].includes(next)) {
      throw new InvariantError(`group ${this.groupId} cannot go from ${this.#state} to ${next}`)
    }
    this.#previousState = this.#state
    this.#state = next
  }

  /** Members are preparing, and each one has joined again. */
  get hasAllMembersJoined(): boolean {
    if (this.pendingMembers.size > 0) return false
    for (const member of this.members.values()) if (member.joinRequest === undefined) return false
    return true
  }

  get awaitingJoinCount(): number {
    let count = 0
    for (const member of this.members.values()) if (member.joinRequest !== undefined) count++
    return count
  }

  /** The longest of the members' rebalance timeouts. */
  get rebalanceTimeoutMs(): number {
    return Math.max(0, ...[...this.members.values()].map((member) => member.rebalanceTimeoutMs))
  }

  staticMemberId(groupInstanceId: string): string | undefined {
    return this.#staticMembers.get(groupInstanceId)
  }

  add(member: GroupMember, protocolType: string): void {
    if (this.members.size === 0) this.protocolType = protocolType
    this.leader ??= member.memberId
    this.members.set(member.memberId, member)
    if (member.groupInstanceId !== null) this.#staticMembers.set(member.groupInstanceId, member.memberId)
    this.pendingMembers.delete(member.memberId)
  }

  remove(memberId: string): void {
    const member = this.members.get(memberId)
    this.members.delete(memberId)
    if (member !== undefined && member.groupInstanceId !== null) this.#staticMembers.delete(member.groupInstanceId)
    if (this.leader === memberId) this.leader = this.members.keys().next().value
    this.pendingMembers.delete(memberId)
    this.pendingSyncs.delete(memberId)
  }

  /** Puts a static member that came back under its new id in its own place. */
  replaceStatic(old: GroupMember, memberId: string): GroupMember {
    const member = { ...old, memberId, joinRequest: undefined, syncRequest: undefined, isNew: false }
    this.members.delete(old.memberId)
    this.members.set(memberId, member)
    if (this.leader === old.memberId) this.leader = memberId
    this.#staticMembers.set(old.groupInstanceId!, memberId)
    if (this.pendingSyncs.delete(old.memberId)) this.pendingSyncs.add(memberId)
    return member
  }

  /** Keeps the leader where it joined again, or takes the first member that did. False where nobody did. */
  electJoinedLeader(): boolean {
    const leader = this.leader === undefined ? undefined : this.members.get(this.leader)
    if (leader === undefined) return false
    if (leader.joinRequest !== undefined) return true
    for (const member of this.members.values()) {
      if (member.joinRequest !== undefined) {
        this.leader = member.memberId
        return true
      }
    }
    return false
  }

  /** Whether a member with these protocols can join: one of them is known to all other members. */
  supports(protocolType: string, protocols: readonly MemberProtocol[]): boolean {
    if (this.#state === 'Empty') return protocolType !== '' && protocols.length > 0
    if (protocolType !== this.protocolType) return false
    return protocols.some(({ name }) => this.#isKnownToAll(name))
  }

  #isKnownToAll(protocol: string): boolean {
    for (const { protocols } of this.members.values()) {
      if (!protocols.some(({ name }) => name === protocol)) return false
    }
    return true
  }

  /** The protocol for the next generation: each member votes for the first it likes of those that all know. */
  selectProtocol(): string {
    const votes = new Map<string, number>()
    for (const { protocols } of this.members.values()) {
      const vote = protocols.find(({ name }) => this.#isKnownToAll(name))
      if (vote !== undefined) votes.set(vote.name, (votes.get(vote.name) ?? 0) + 1)
    }
    let chosen: string | undefined
    for (const [name, count] of votes) if (chosen === undefined || count > votes.get(chosen)!) chosen = name
    if (chosen === undefined)
      throw new InvariantError(`the members of group ${this.groupId} have no protocol in common`)
    return chosen
  }

  /** Begins the next generation: its members complete the rebalance, or the group is empty. */
  beginGeneration(): void {
    this.generation++
    this.pendingSyncs.clear()
    this.newMemberAdded = false
    if (this.members.size === 0) {
      this.protocol = undefined
      this.transitionTo('Empty')
      return
    }
    this.protocol = this.selectProtocol()
    this.transitionTo('CompletingRebalance')
  }

  /** What a member said to the protocol of the generation. */
  subscriptionOf(member: GroupMember): Uint8Array {
    return member.protocols.find(({ name }) => name === this.protocol)?.metadata ?? new Uint8Array(0)
  }

  /** The group as it is stored at `stateTimestampMs` (wall clock), with assignments other than the present ones where they are given. */
  toRecord(stateTimestampMs: number, assignments?: ReadonlyMap<string, Uint8Array>): GroupStored {
    const members = [...this.members.values()].map((member): StoredMember => {
      const { memberId, groupInstanceId, clientId, clientHost, rebalanceTimeoutMs, sessionTimeoutMs } = member
      const assignment =
        assignments === undefined ? member.assignment : (assignments.get(memberId) ?? new Uint8Array(0))
      const subscription = this.subscriptionOf(member)
      const identity = { memberId, groupInstanceId, clientId, clientHost }
      return { ...identity, rebalanceTimeoutMs, sessionTimeoutMs, subscription, assignment }
    })
    return {
      type: 'group-stored',
      groupId: this.groupId,
      protocolType: this.protocolType ?? '',
      generation: this.generation,
      protocol: this.protocol ?? null,
      leader: this.leader ?? null,
      members,
      stateTimestampMs,
    }
  }

  /** Takes over what was stored: in a group that lives, its assignments; in one that is being loaded, everything. */
  restore(record: GroupStored): void {
    this.protocolType = record.protocolType === '' ? undefined : record.protocolType
    this.protocol = record.protocol ?? undefined
    this.generation = record.generation
    this.leader = record.leader ?? undefined
    this.stateTimestampMs = record.stateTimestampMs
    const stored = new Set(record.members.map((member) => member.memberId))
    for (const memberId of [...this.members.keys()]) if (!stored.has(memberId)) this.remove(memberId)
    for (const { subscription, ...member } of record.members) {
      const known = this.members.get(member.memberId)
      if (known !== undefined) known.assignment = member.assignment
      else this.add({ ...member, ...restored(record.protocol, subscription) }, record.protocolType)
    }
    this.#settle(record.members.length > 0)
  }

  #settle(hasMembers: boolean): void {
    if (!hasMembers) {
      if (this.#state !== 'Empty') this.#jumpTo('Empty')
    } else if (this.#state === 'CompletingRebalance') this.transitionTo('Stable')
    else if (this.#state === 'Empty') this.#jumpTo('Stable')
  }

  /** Loading passes over the states that led to what was stored. */
  #jumpTo(state: 'Empty' | 'Stable'): void {
    this.#previousState = this.#state
    this.#state = state
  }
}

function restored(protocol: string | null, metadata: Uint8Array) {
  const protocols = protocol === null ? [] : [{ name: protocol, metadata }]
  return { protocols, joinRequest: undefined, syncRequest: undefined, isNew: false }
}
