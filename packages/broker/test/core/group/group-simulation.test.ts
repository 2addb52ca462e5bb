// Members that join, leave, crash and lose answers at random, under a clock that only the test moves. Whatever they do: generations only
// grow, a generation has one leader, every request is answered in the end, and when the trouble is over the group settles.
import { ErrorCode } from '@odradek/protocol'
import { seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { Asked } from '../core-harness.ts'
import { GroupHarness, REBALANCE_MS, SESSION_MS, textOf } from './group-harness.ts'

/** What a simulated member is doing: nothing, waiting for an answer, or consuming. */
type Phase = 'out' | 'joining' | 'syncing' | 'in'

const HEARTBEAT_MS = 3000
const MEMBERS = 6
const STEPS = 400

class SimulatedMember {
  memberId = ''
  generation = -1
  phase: Phase = 'out'
  alive = true
  assignment = ''
  join: Asked<JoinGroupResponse> | undefined
  sync: Asked<SyncGroupResponse> | undefined
  nextHeartbeatMs = 0
  readonly #world: World
  readonly #instanceId: string | null

  constructor(world: World, instanceId: string | null) {
    this.#world = world
    this.#instanceId = instanceId
  }

  /** Does what a client does next. */
  act(): void {
    if (!this.alive) return
    if (this.phase === 'joining') this.#onJoined()
    else if (this.phase === 'syncing') this.#onSynced()
    else if (this.phase === 'in' && this.#world.harness.nowMs >= this.nextHeartbeatMs) this.#heartbeat()
    if (this.phase === 'out') this.#join()
  }

  crash(): void {
    this.alive = false
    this.phase = 'out'
  }

  restart(): void {
    this.alive = true
    this.memberId = ''
  }

  leave(): void {
    if (this.memberId !== '') this.#world.harness.leave(this.memberId, this.#instanceId)
    this.crash()
  }

  #join(): void {
    this.join = this.#world.harness.join(this.memberId, { groupInstanceId: this.#instanceId })
    this.#world.requests.push(this.join)
    this.phase = 'joining'
  }

  #onJoined(): void {
    const response = this.join?.response
    if (response === undefined) return
    this.phase = 'out'
    if (response.errorCode === ErrorCode.MEMBER_ID_REQUIRED) this.memberId = response.memberId
    else if (response.errorCode !== 0) return this.#onError(response.errorCode)
    else {
      this.memberId = response.memberId
      this.generation = response.generationId
      this.#world.onGeneration(response)
      this.#sync(response)
    }
  }

  #sync({ members, generationId, skipAssignment }: JoinGroupResponse): void {
    const leads = members.length > 0 && !skipAssignment
    const parts = leads
      ? Object.fromEntries(members.map(({ memberId }) => [memberId, `${generationId}:${memberId}`]))
      : {}
    this.sync = this.#world.harness.sync(this.memberId, generationId, parts)
    this.#world.requests.push(this.sync)
    this.phase = 'syncing'
  }

  #onSynced(): void {
    const response = this.sync?.response
    if (response === undefined) return
    this.phase = 'out'
    if (response.errorCode !== 0) return this.#onError(response.errorCode)
    this.assignment = textOf(response.assignment)
    this.phase = 'in'
    this.nextHeartbeatMs = this.#world.harness.nowMs + HEARTBEAT_MS
  }

  #heartbeat(): void {
    this.nextHeartbeatMs = this.#world.harness.nowMs + HEARTBEAT_MS
    const errorCode = this.#world.harness.heartbeat(this.memberId, this.generation, this.#instanceId)
    if (errorCode === ErrorCode.NONE) return
    this.phase = 'out'
    this.#onError(errorCode)
  }

  #onError(errorCode: number): void {
    if (errorCode === ErrorCode.UNKNOWN_MEMBER_ID || errorCode === ErrorCode.FENCED_INSTANCE_ID) this.memberId = ''
  }
}

class World {
  readonly harness: GroupHarness
  readonly members: SimulatedMember[]
  readonly requests: Asked<unknown>[] = []
  readonly #leaders = new Map<number, string>()
  readonly #t: ExecutionContext
  readonly #random: () => number
  #highestGeneration = 0

  constructor(t: ExecutionContext, seed: number) {
    this.#t = t
    this.#random = seededRandom(seed)
    this.harness = new GroupHarness({ groupInitialRebalanceDelayMs: seed % 2 === 0 ? 0 : 3000 })
    // Every third run has two static members among the others.
    this.members = Array.from({ length: MEMBERS }, (_, index) => {
      return new SimulatedMember(this, seed % 3 === 0 && index < 2 ? `static-${index}` : null)
    })
  }

  onGeneration({ generationId, leader, members, memberId }: JoinGroupResponse): void {
    this.#t.true(generationId >= 1)
    if (members.length === 0) return
    this.#t.is(leader, memberId, 'only the leader learns who the members are')
    const known = this.#leaders.get(generationId)
    // A static leader that came back leads on under its new id.
    if (known !== undefined && !leader.startsWith('static-'))
      this.#t.is(leader, known, `two leaders in generation ${generationId}`)
    this.#leaders.set(generationId, leader)
  }

  trouble(): void {
    const member = this.members[Math.floor(this.#random() * MEMBERS)]!
    const what = this.#random()
    if (!member.alive) {
      if (what < 0.4) member.restart()
    } else if (what < 0.08) member.crash()
    else if (what < 0.16) member.leave()
    this.#step(Math.floor(this.#random() * 2500))
  }

  calm(): void {
    for (const member of this.members) if (!member.alive) member.restart()
    for (let ms = 0; ms < SESSION_MS + 2 * REBALANCE_MS + 20_000; ms += 1000) this.#step(1000)
  }

  #step(ms: number): void {
    const order = [...this.members].sort(() => this.#random() - 0.5)
    for (const member of order) member.act()
    this.harness.advance(ms)
    const generation = this.harness.state.groups.group('g') === undefined ? 0 : this.harness.group.generation
    this.#t.true(generation >= this.#highestGeneration, 'generations only grow')
    this.#highestGeneration = generation
  }
}

for (let seed = 1; seed <= 30; seed++) {
  test(`a group settles after joins, leaves and crashes at random (seed ${seed})`, (t) => {
    const world = new World(t, seed)
    for (let step = 0; step < STEPS; step++) world.trouble()
    world.calm()
    const { group } = world.harness
    t.is(group.state, 'Stable')
    t.is(group.members.size, MEMBERS)
    t.deepEqual(world.members.map((member) => member.memberId).sort(), [...group.members.keys()].sort())
    for (const member of world.members) {
      t.is(member.phase, 'in')
      t.is(member.generation, group.generation)
      // A static member that came back keeps what was given to it under its former id.
      t.true(member.assignment.startsWith(`${group.generation}:`))
    }
    t.is(new Set(world.members.map((member) => member.assignment)).size, MEMBERS)
    t.true(group.generation > 10, 'there was trouble')
    t.is(world.harness.waitingCount, 0)
    for (const { ending } of world.requests) t.is(ending?.kind, 'answer')
  })
}
