// A group of consumers for schedules of chaos: who owns what, what was handled and what was committed is written down as it happens.
import { Consumer, type ConsumerOptions, type ConsumerRecord, type TopicPartition } from '@odradek/consumer'
import type { Address, ByteStream, Listener, StreamEvents, Transport } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { advanceUntilSettled } from '@odradek/test-kit'
import { makeConsumer, numberOf, type World } from './consumer-world.ts'

/** How long a member of it may be silent. */
export const SESSION_MS = 10_000

/** The protocols that a group may speak. */
export const chaosProtocols = {
  eager: { partitionAssignmentStrategy: ['range'] },
  cooperative: { partitionAssignmentStrategy: ['cooperative-sticky'] },
  consumer: { groupProtocol: 'consumer' },
} as const satisfies Record<string, Partial<ConsumerOptions>>

/** A member's way to the brokers, which can be cut. */
export class Line implements Transport {
  readonly #inner: Transport
  readonly #streams = new Set<ByteStream>()
  #isCut = false

  constructor(inner: Transport) {
    this.#inner = inner
  }

  connect(address: Address, events: StreamEvents): ByteStream {
    const stream = this.#inner.connect(address, events)
    if (this.#isCut) stream.destroy()
    else this.#streams.add(stream)
    return stream
  }

  listen(): Promise<Listener> {
    throw new Error('members do not listen')
  }

  cut(): void {
    this.#isCut = true
    for (const stream of this.#streams) stream.destroy()
    this.#streams.clear()
  }

  mend(): void {
    this.#isCut = false
  }
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}-${partition}`

/** What all members share. */
export interface ChaosOptions {
  readonly partitions: number
  readonly random: () => number
  /** How long a handler takes, in milliseconds. */
  readonly handlerMs: () => number
  /** Whether a handler throws, which ends `run`: it is begun again. By default none does. */
  readonly fails?: () => boolean
  readonly consumer: Partial<ConsumerOptions>
}

/** The book of a group, and its members. */
export class ChaosGroup {
  readonly world: World
  readonly options: ChaosOptions
  /** From the call of onAssigned to the end of onRevoked or the call of onLost. */
  readonly owners = new Map<string, ChaosMember>()
  /** Numbers of records that were handled. */
  readonly handled = new Set<number>()
  readonly members: ChaosMember[] = []
  readonly leaving: Promise<unknown>[] = []
  readonly faults: string[] = []
  deliveries = 0
  /** The longest time for which a partition had no owner, in milliseconds. */
  longestOrphanedMs = 0
  /** Offsets whose handlers have ended, by partition. */
  readonly #finished: Set<number>[]
  readonly #orphanedAtMs = new Map<string, number>()
  readonly #auditor: Consumer
  readonly #audited: number[]

  constructor(world: World, options: ChaosOptions) {
    this.world = world
    this.options = options
    this.#finished = Array.from({ length: options.partitions }, () => new Set<number>())
    this.#audited = this.#finished.map(() => 0)
    this.#auditor = makeConsumer(world, { topics: [] })
  }

  get alive(): ChaosMember[] {
    return this.members.filter(({ isGone }) => !isGone)
  }

  /** Any of them. */
  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.options.random() * items.length)]!
  }

  join(): void {
    this.members.push(new ChaosMember(this))
  }

  leave(member: ChaosMember): void {
    member.isGone = true
    this.leaving.push(member.consumer.close(), member.running)
  }

  /** Nobody hears of it any more; what it owned is free when its session ends. */
  crash(member: ChaosMember): void {
    member.line.cut()
    this.leave(member)
  }

  /** A user who seeks back a little in one of the member's partitions, or pauses it for some seconds. */
  meddle({ consumer }: ChaosMember): void {
    const { random } = this.options
    const owned = consumer.assignment()
    if (owned.length === 0) return
    const partition = this.one(owned)
    if (random() < 0.5) {
      consumer.pause([partition])
      this.world.clock.setTimer(random() * 10_000, () => consumer.resume([partition]))
      return
    }
    const position = Number(consumer.position(partition) ?? 0n)
    try {
      consumer.seek(partition, BigInt(Math.max(0, position - Math.floor(random() * 20))))
    } catch (error) {
      // It is just being given up.
      if (!(error instanceof UsageError)) throw error
    }
  }

  take(member: ChaosMember, partitions: readonly TopicPartition[]): void {
    const nowMs = this.world.clock.nowMs()
    for (const key of partitions.map(keyOf)) {
      if (this.owners.has(key)) this.faults.push(`${key} has two owners at ${nowMs}`)
      this.owners.set(key, member)
      this.longestOrphanedMs = Math.max(this.longestOrphanedMs, nowMs - (this.#orphanedAtMs.get(key) ?? nowMs))
      this.#orphanedAtMs.delete(key)
    }
  }

  giveUp(member: ChaosMember, partitions: readonly TopicPartition[]): void {
    for (const key of partitions.map(keyOf)) {
      if (this.owners.get(key) !== member) continue
      this.owners.delete(key)
      this.#orphanedAtMs.set(key, this.world.clock.nowMs())
    }
  }

  finish(partition: number, offset: number, number: number): void {
    this.#finished[partition]!.add(offset)
    this.handled.add(number)
  }

  /** Looks at what is committed: everything before it must have been finished. */
  async audit(): Promise<void> {
    const all = this.#finished.map((_, partition) => ({ topic: 'orders', partition }))
    const committed = await advanceUntilSettled(this.world.clock, this.#auditor.committed(all))
    for (const [partition, at] of committed.entries()) {
      const end = Number(at?.offset ?? 0n)
      for (let offset = this.#audited[partition]!; offset < end; offset++)
        if (!this.#finished[partition]!.has(offset))
          this.faults.push(`${offset} of ${partition} was committed unfinished`)
      this.#audited[partition] = Math.max(this.#audited[partition]!, end)
    }
  }

  /** Closes all that is left. */
  async end(): Promise<void> {
    for (const member of this.alive) this.leave(member)
    await advanceUntilSettled(this.world.clock, Promise.all([this.#auditor.close(), ...this.leaving]))
  }
}

class HandlerFailure extends Error {}

/** One consumer of a group, which works on several records at once. */
export class ChaosMember {
  readonly consumer: Consumer
  readonly line: Line
  readonly running: Promise<void>
  isGone = false

  constructor(group: ChaosGroup) {
    const { world, options } = group
    this.line = new Line(world.environment.transport)
    this.consumer = new Consumer(
      {
        bootstrapServers: world.broker.bootstrapServers,
        groupId: 'group',
        topics: ['orders'],
        autoOffsetReset: 'earliest',
        autoCommitIntervalMs: 1000,
        sessionTimeoutMs: SESSION_MS,
        heartbeatIntervalMs: 2000,
        maxPollIntervalMs: 20_000,
        fetchMaxWaitMs: 5000,
        rebalanceListener: {
          onAssigned: (partitions) => group.take(this, partitions),
          onRevoked: (partitions) => group.giveUp(this, partitions),
          onLost: (partitions) => group.giveUp(this, partitions),
        },
        ...options.consumer,
      },
      { ...world.environment, transport: this.line },
    )
    this.running = this.#run(group)
  }

  async #run(group: ChaosGroup): Promise<void> {
    const { world, options } = group
    const handler = async (record: ConsumerRecord) => {
      group.deliveries++
      await new Promise<void>((resolve) => void world.clock.setTimer(options.handlerMs(), resolve))
      if (options.fails?.()) throw new HandlerFailure()
      group.finish(record.partition, Number(record.offset), numberOf(record))
    }
    do
      try {
        await this.consumer.run(handler, { concurrency: 3, orderBy: 'key' })
        return
      } catch (error) {
        if (!(error instanceof HandlerFailure)) throw error
      }
    while (!this.isGone)
  }
}
