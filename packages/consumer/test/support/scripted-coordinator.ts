import type { Clock, Timer } from '@odradek/network'
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupRequest } from '@odradek/protocol/messages/sync-group-request'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'

interface Member {
  readonly id: string
  metadata: Uint8Array
  protocol: string
  sessionTimeoutMs: number
  rebalanceTimeoutMs: number
  session: Timer | undefined
  join: ((response: MessageInput<JoinGroupResponse>) => void) | undefined
  sync: ((response: MessageInput<SyncGroupResponse>) => void) | undefined
  assignment: Uint8Array
}

/**
 * The coordinator's side of the classic group protocol, by its rules: a member is thrown out when its session or the rebalance timeout
 * ends. It shares no code with the consumer.
 */
export class ScriptedCoordinator {
  readonly members = new Map<string, Member>()
  readonly offsets = new Map<number, bigint>()
  state: 'empty' | 'preparing' | 'completing' | 'stable' = 'empty'
  generation = 0
  readonly #clock: Clock
  #ids = 0
  #rebalance: Timer | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  join(request: JoinGroupRequest, reply: (response: MessageInput<JoinGroupResponse>) => void): void {
    if (request.memberId === '') {
      reply({ errorCode: ErrorCode.MEMBER_ID_REQUIRED, memberId: `member-${++this.#ids}` })
      this.#known.add(`member-${this.#ids}`)
      return
    }
    let member = this.members.get(request.memberId)
    if (member === undefined) {
      if (!this.#known.delete(request.memberId)) {
        reply({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID })
        return
      }
      member = {
        id: request.memberId,
        metadata: new Uint8Array(),
        protocol: '',
        sessionTimeoutMs: 0,
        rebalanceTimeoutMs: 0,
        session: undefined,
        join: undefined,
        sync: undefined,
        assignment: new Uint8Array(),
      }
      this.members.set(member.id, member)
    }
    member.metadata = request.protocols[0]!.metadata
    member.protocol = request.protocols[0]!.name
    member.sessionTimeoutMs = request.sessionTimeoutMs
    member.rebalanceTimeoutMs = request.rebalanceTimeoutMs
    member.join = reply
    member.session?.cancel()
    if (this.state !== 'preparing') this.#prepare()
    this.#completeIfAllJoined()
  }

  readonly #known = new Set<string>()

  sync(request: SyncGroupRequest, reply: (response: MessageInput<SyncGroupResponse>) => void): void {
    const errorCode = this.#check(request.memberId, request.generationId)
    const member = this.members.get(request.memberId)
    if (errorCode !== 0 || member === undefined || this.state === 'preparing') {
      reply({ errorCode: errorCode === 0 ? ErrorCode.REBALANCE_IN_PROGRESS : errorCode })
      return
    }
    this.#renew(member)
    member.sync = reply
    if (request.assignments.length > 0) {
      for (const { memberId, assignment } of request.assignments) {
        const other = this.members.get(memberId)
        if (other !== undefined) other.assignment = assignment
      }
      this.state = 'stable'
    }
    if (this.state !== 'stable') return
    for (const one of this.members.values()) {
      one.sync?.({ assignment: one.assignment })
      if (one.sync !== undefined) this.#renew(one)
      one.sync = undefined
    }
  }

  heartbeat(memberId: string, generation: number): number {
    const errorCode = this.#check(memberId, generation)
    if (errorCode !== 0) return errorCode
    this.#renew(this.members.get(memberId)!)
    return this.state === 'preparing' ? ErrorCode.REBALANCE_IN_PROGRESS : 0
  }

  leave(memberId: string): void {
    this.#remove(memberId)
  }

  commit(memberId: string, generation: number, offsets: readonly { partition: number; offset: bigint }[]): number {
    const errorCode = this.#check(memberId, generation)
    if (errorCode !== 0) return errorCode
    if (this.state === 'completing') return ErrorCode.REBALANCE_IN_PROGRESS
    for (const { partition, offset } of offsets) this.offsets.set(partition, offset)
    return 0
  }

  #check(memberId: string, generation: number): number {
    if (!this.members.has(memberId)) return ErrorCode.UNKNOWN_MEMBER_ID
    return generation === this.generation ? 0 : ErrorCode.ILLEGAL_GENERATION
  }

  #prepare(): void {
    this.state = 'preparing'
    for (const member of this.members.values()) {
      member.sync?.({ errorCode: ErrorCode.REBALANCE_IN_PROGRESS })
      member.sync = undefined
    }
    const waitMs = Math.max(...[...this.members.values()].map(({ rebalanceTimeoutMs }) => rebalanceTimeoutMs))
    this.#rebalance?.cancel()
    this.#rebalance = this.#clock.setTimer(waitMs, () => {
      for (const member of [...this.members.values()]) {
        if (member.join === undefined) this.#drop(member)
      }
      this.#complete()
    })
  }

  #completeIfAllJoined(): void {
    if (this.state === 'preparing' && [...this.members.values()].every(({ join }) => join !== undefined))
      this.#complete()
  }

  #complete(): void {
    this.#rebalance?.cancel()
    this.generation++
    if (this.members.size === 0) {
      this.state = 'empty'
      return
    }
    this.state = 'completing'
    const leader = [...this.members.keys()][0]!
    const members = [...this.members.values()].map(({ id, metadata }) => ({ memberId: id, metadata }))
    for (const member of this.members.values()) {
      member.assignment = new Uint8Array()
      this.#renew(member)
      member.join?.({
        generationId: this.generation,
        protocolType: 'consumer',
        protocolName: this.members.get(leader)!.protocol,
        leader,
        memberId: member.id,
        members: member.id === leader ? members : [],
      })
      member.join = undefined
    }
  }

  #renew(member: Member): void {
    member.session?.cancel()
    member.session = this.#clock.setTimer(member.sessionTimeoutMs, () => {
      if (member.join === undefined) this.#remove(member.id)
    })
  }

  #drop(member: Member): void {
    member.session?.cancel()
    this.members.delete(member.id)
  }

  #remove(memberId: string): void {
    const member = this.members.get(memberId)
    if (member === undefined) return
    this.#drop(member)
    member.join?.({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID })
    member.sync?.({ errorCode: ErrorCode.UNKNOWN_MEMBER_ID })
    if (this.members.size === 0) {
      this.#rebalance?.cancel()
      this.generation++
      this.state = 'empty'
    } else if (this.state !== 'preparing') this.#prepare()
    this.#completeIfAllJoined()
  }
}
