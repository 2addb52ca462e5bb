// The producer on three reference brokers in memory, under one clock, while everything goes wrong that can: brokers die and come back, leaders move, requests
// and answers are lost, late or refused. Nothing that was acknowledged may be lost, doubled or reordered, and every send settles.
import { Broker } from '@odradek/broker'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { Producer, type ProducerOptions, type RecordMetadata } from '@odradek/producer'
import { ErrorCode, type ErrorName, KafkaError, UsageError } from '@odradek/protocol'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { produceErrorAction } from '../packages/producer/src/core/produce-error-table.ts'

const PARTITIONS = 4
const RECORDS = 1200

/** What a leader that is well may refuse a batch with, which it has not written then. */
const REFUSALS = (Object.keys(ErrorCode) as ErrorName[]).filter((name) =>
  ['retry', 'refresh-and-retry'].includes(produceErrorAction(ErrorCode[name])),
)

class World {
  readonly clock = new FakeClock()
  readonly random: () => number
  readonly network: MemoryNetwork
  readonly environment: Environment
  readonly broker: Broker
  /** The broker that is down; at most one is, so that two replicas stay in sync. */
  down: number | undefined

  private constructor(seed: number, network: MemoryNetwork, environment: Environment, broker: Broker) {
    this.random = seededRandom(seed)
    this.network = network
    this.environment = environment
    this.clock = environment.clock as FakeClock
    this.broker = broker
  }

  static async start(t: ExecutionContext, seed: number): Promise<World> {
    const clock = new FakeClock()
    const network = new MemoryNetwork({ clock, latencyMs: 1 })
    const environment: Environment = { clock, transport: network, random: seededRandom(seed + 1000) }
    const topics = [
      { name: 'orders', partitions: PARTITIONS, replicationFactor: 3, configs: { 'min.insync.replicas': '2' } },
    ]
    const starting = Broker.start({ brokers: 3, port: 9092, topics, brokerSessionTimeoutMs: 500 }, environment)
    const broker = await advanceUntilSettled(clock, starting)
    t.teardown(() => broker.close())
    return new World(seed, network, environment, broker)
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!
  }

  until<T>(promise: Promise<T>): Promise<T> {
    return advanceUntilSettled(this.clock, promise)
  }

  /** Something goes wrong, or right again. */
  async hurt(): Promise<void> {
    const { broker, random } = this
    const choice = random()
    if (choice < 0.2) this.moveLeader()
    else if (choice < 0.3) await this.killOrRestart()
    else if (choice < 0.4) this.network.cut({ host: broker.host, port: this.pick(broker.brokers).port })
    else if (choice < 0.6) broker.intercept({ api: produceApi, times: 1 }, { error: this.pick(REFUSALS) })
    else if (choice < 0.7) {
      // Written, though the answer says otherwise.
      const error = this.pick(['REQUEST_TIMED_OUT', 'NOT_ENOUGH_REPLICAS_AFTER_APPEND'] as const)
      broker.intercept({ api: produceApi, times: 1 }, { error, handled: true })
    } else if (choice < 0.8)
      broker.intercept({ api: produceApi, times: 1 }, { disconnect: true, handled: random() < 0.5 })
    else if (choice < 0.84) broker.intercept({ api: produceApi, times: 1 }, { drop: true, handled: random() < 0.5 })
    else if (choice < 0.9) broker.intercept({ api: produceApi, times: 3 }, { delayResponseMs: random() * 3000 })
    else if (choice < 0.93) broker.intercept({ api: produceApi, times: 1 }, { throttleTimeMs: random() * 500 })
    else if (choice < 0.96) broker.intercept({ api: initProducerIdApi, times: 1 }, { disconnect: true })
    else broker.intercept({ api: metadataApi, times: 1 }, this.pick([{ disconnect: true }, { drop: true }] as const))
  }

  moveLeader(): void {
    const partition = Math.floor(this.random() * PARTITIONS)
    try {
      this.broker.moveLeader('orders', partition, this.pick(this.broker.isrOf('orders', partition)))
    } catch (error) {
      // It is down, or fenced at this moment.
      if (!UsageError.is(error)) throw error
    }
  }

  async killOrRestart(): Promise<void> {
    const { broker, down } = this
    if (down === undefined) {
      this.down = this.pick(broker.brokers).id
      await this.until(broker.kill(this.down))
    } else {
      this.down = undefined
      await this.until(broker.restart(down))
    }
  }

  async heal(): Promise<void> {
    this.broker.clearInterceptions()
    if (this.down !== undefined) await this.killOrRestart()
  }
}

interface Sent {
  readonly partition: number
  readonly outcome: PromiseSettledResult<RecordMetadata>
}

/** Sends numbered records while the world is hurt; what became of each. */
async function sendAll(world: World, producer: Producer): Promise<Sent[]> {
  const { clock, random } = world
  const sends: Promise<RecordMetadata>[] = []
  for (let i = 0; i < RECORDS; i++) {
    sends.push(producer.send({ topic: 'orders', value: `${i}`.padEnd(40), partition: i % PARTITIONS }))
    if (random() < 0.2) await clock.advance(Math.floor(random() * 30))
    if (random() < 0.03) await world.hurt()
  }
  const outcomes = Promise.allSettled(sends)
  for (let i = 0; i < 20; i++) {
    await clock.advance(500)
    await world.hurt()
  }
  await world.heal()
  return (await world.until(outcomes)).map((outcome, i) => ({ partition: i % PARTITIONS, outcome }))
}

async function check(t: ExecutionContext, world: World, sent: readonly Sent[]): Promise<{ doubled: number }> {
  const stored = await world.until(world.broker.records('orders'))
  let doubled = 0
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const log = stored.filter((record) => record.partition === partition)
    const numbers = log.map(({ valueText }) => Number(valueText))
    const firsts = [...new Set(numbers)]
    doubled += numbers.length - firsts.length
    t.deepEqual(
      firsts,
      firsts.toSorted((a, b) => a - b),
      'in order',
    )
    const at = new Map(log.map(({ offset }, i) => [offset, numbers[i]]))
    for (const [i, { outcome, partition: of }] of sent.entries()) {
      if (of === partition && outcome.status === 'fulfilled') t.is(at.get(outcome.value.offset), i, 'where it was said')
    }
  }
  return { doubled }
}

const variants: readonly (readonly [string, Partial<ProducerOptions>, boolean])[] = [
  ['as it is by default', {}, true],
  ['with small batches and no lingering', { batchSize: 200, lingerMs: 0 }, true],
  ['with little memory and compression', { bufferMemory: 20_000, compressionType: 'lz4' }, true],
  ['that gives up early', { deliveryTimeoutMs: 1500, requestTimeoutMs: 1000 }, true],
  ['without numbers', { enableIdempotence: false }, false],
]

for (const [what, options, isIdempotent] of variants) {
  for (const seed of [1, 2]) {
    test(`a producer ${what}: nothing lost, ${isIdempotent ? 'nothing doubled, ' : ''}nothing reordered, every send settles (seed ${seed})`, async (t) => {
      const world = await World.start(t, seed)
      const { bootstrapServers } = world.broker
      const producer = new Producer({ bootstrapServers, requestTimeoutMs: 5000, ...options }, world.environment)
      const sent = await sendAll(world, producer)
      await world.until(producer.close())
      const { doubled } = await check(t, world, sent)
      if (isIdempotent) t.is(doubled, 0)
      const failed = sent.filter(({ outcome }) => outcome.status === 'rejected')
      for (const { outcome } of failed) t.true(KafkaError.is((outcome as PromiseRejectedResult).reason))
      if (options.deliveryTimeoutMs === undefined) t.is(failed.length, 0)
      t.log(`${failed.length} failed, ${doubled} doubled`)
    })
  }
}
