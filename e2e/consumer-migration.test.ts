// A group of classic consumers goes over to the protocol of KIP-848 one member at a time, and back, while records flow.
import type { Consumer, ConsumerOptions, TopicPartition } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { listedGroup } from './administration.ts'
import { endWorld, makeConsumer, makeWorld, numberOf, type World } from './consumer-world.ts'

const PARTITIONS = 6

/** Members of a group, what each record was handled by, and who owns what: two owners at a time are an error. */
class Roll {
  readonly owners = new Map<number, string>()
  readonly handled = new Map<number, number>()
  readonly faults: string[] = []
  readonly #world: World
  readonly #members = new Map<string, { readonly consumer: Consumer; readonly running: Promise<void> }>()
  #sent = 0
  #isFlowing = true

  constructor(world: World) {
    this.#world = world
    this.#flow()
  }

  /** Sends a record to each partition, four times a second, till it is told to end. */
  #flow(): void {
    const { clock, producer } = this.#world
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const sending = producer.send({ topic: 'orders', partition, value: String(this.#sent++) })
      sending.catch((error: unknown) => this.faults.push(String(error)))
    }
    if (this.#isFlowing) clock.setTimer(250, () => this.#flow())
  }

  end(): void {
    this.#isFlowing = false
  }

  start(name: string, options: Partial<ConsumerOptions>): void {
    const giveUp = (partitions: readonly TopicPartition[]) => {
      for (const { partition } of partitions) {
        if (this.owners.get(partition) !== name) this.faults.push(`${name} gives up ${partition}, which it has not`)
        this.owners.delete(partition)
      }
    }
    const consumer = makeConsumer(this.#world, {
      ...options,
      rebalanceListener: {
        onAssigned: (partitions) => {
          for (const { partition } of partitions) {
            const owner = this.owners.get(partition)
            if (owner !== undefined) this.faults.push(`${partition} is given to ${name} and is ${owner}'s`)
            this.owners.set(partition, name)
          }
        },
        onRevoked: giveUp,
        onLost: (partitions) => {
          this.faults.push(`${name} loses ${partitions.length} partitions`)
          giveUp(partitions)
        },
      },
    })
    const running = consumer.run((record) => {
      if (this.owners.get(record.partition) !== name)
        this.faults.push(`${name} handles a record of ${record.partition}`)
      const value = numberOf(record)
      this.handled.set(value, (this.handled.get(value) ?? 0) + 1)
    })
    this.#members.set(name, { consumer, running })
  }

  async stop(name: string): Promise<void> {
    const { consumer, running } = this.#members.get(name)!
    this.#members.delete(name)
    await advanceUntilSettled(this.#world.clock, consumer.close())
    await running
  }

  /** Goes on till all that was sent is handled, each member has its share, and the group is stable. Gives the group's type. */
  async settle(): Promise<string> {
    const { clock, broker, environment } = this.#world
    const { bootstrapServers } = broker
    const target = this.#sent + 4 * PARTITIONS
    await clock.advanceUntil(() => this.#isHandled(target) && this.#isShared, 300_000)
    for (;;) {
      // A member may have its share and still be on its way to the group's last epoch.
      const { type, state } = await advanceUntilSettled(clock, listedGroup(bootstrapServers, 'group', environment))
      if (state === 'Stable') return type
      await clock.advance(500)
    }
  }

  #isHandled(target: number): boolean {
    for (let value = 0; value < target; value++) if (!this.handled.has(value)) return false
    return true
  }

  get #isShared(): boolean {
    const counts = new Map([...this.#members.keys()].map((name) => [name, 0]))
    for (const name of this.owners.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts.values()].every((count) => count === PARTITIONS / counts.size)
  }
}

for (const assignor of ['range', 'cooperative-sticky'] as const) {
  test(`a group with ${assignor} goes over to the new protocol member by member, and back: each record is handled once, by its partition's one owner`, async (t) => {
    const world = await makeWorld(PARTITIONS)
    const roll = new Roll(world)
    const old = { partitionAssignmentStrategy: [assignor] }
    const names = ['one', 'two', 'three']
    for (const name of names) roll.start(name, old)
    t.is(await roll.settle(), 'classic')
    for (const name of names) {
      await roll.stop(name)
      roll.start(`${name}, new`, { groupProtocol: 'consumer' })
      t.is(await roll.settle(), 'consumer')
    }
    for (const [index, name] of names.entries()) {
      await roll.stop(`${name}, new`)
      roll.start(`${name}, old again`, old)
      t.is(await roll.settle(), index < 2 ? 'consumer' : 'classic')
    }
    roll.end()
    t.deepEqual(roll.faults, [])
    t.true([...roll.handled.values()].every((count) => count === 1))
    for (const name of names) await roll.stop(`${name}, old again`)
    await endWorld(world)
  })
}
