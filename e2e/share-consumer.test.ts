// Share groups on the reference broker (KIP-932): a topic as a queue.
import { Broker } from '@odradek/broker'
import {
  deserializers,
  ShareConsumer,
  type ShareConsumerEvent,
  type ShareConsumerOptions,
  type ShareRecord,
} from '@odradek/consumer'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { BrokerError } from '@odradek/protocol'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { setGroupConfigs } from './administration.ts'

const text = new TextDecoder()
const valueOf = ({ value }: ShareRecord) => text.decode(value!)

class ShareWorld {
  readonly clock = new FakeClock()
  readonly environment: Environment = {
    clock: this.clock,
    transport: new MemoryNetwork({ clock: this.clock, latencyMs: 1 }),
    random: seededRandom(1),
  }
  broker!: Broker
  producer!: Producer

  static async make(configs: Record<string, string> = {}, brokers = 1, partitions = 1): Promise<ShareWorld> {
    const world = new ShareWorld()
    world.broker = await world.settled(Broker.start({ partitions, brokers, topics: ['orders'] }, world.environment))
    world.producer = new Producer({ bootstrapServers: world.broker.bootstrapServers }, world.environment)
    await world.configure({ 'share.auto.offset.reset': 'earliest', ...configs })
    return world
  }

  configure(configs: Record<string, string>): Promise<void> {
    return this.settled(setGroupConfigs(this.broker.bootstrapServers, 'queue', configs, this.environment))
  }

  settled<T>(promise: Promise<T>): Promise<T> {
    return advanceUntilSettled(this.clock, promise)
  }

  async produce(...values: string[]): Promise<void> {
    await this.settled(Promise.all(values.map((value) => this.producer.send({ topic: 'orders', value }))))
  }

  consumer(options: Partial<ShareConsumerOptions> = {}): ShareConsumer {
    const bootstrapServers = this.broker.bootstrapServers
    return new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: 'orders', ...options }, this.environment)
  }

  async end(...consumers: ShareConsumer[]): Promise<void> {
    for (const consumer of consumers) await this.settled(consumer.close())
    await this.settled(this.producer.close())
    await this.settled(this.broker.close())
  }
}

test('two members share the records of one partition: each is handled once, by one of them', async (t) => {
  const world = await ShareWorld.make()
  const seen = new Map<string, number[]>()
  const consumers = [world.consumer({ maxPollRecords: 5 }), world.consumer({ maxPollRecords: 5 })]
  const working = consumers.map((consumer, who) =>
    consumer.run(async (record) => {
      await new Promise<void>((resolve) => void world.clock.setTimer(20, resolve))
      seen.set(valueOf(record), [...(seen.get(valueOf(record)) ?? []), who])
      t.is(record.deliveryCount, 1)
    }),
  )
  await world.clock.advance(2000)
  for (let i = 0; i < 20; i++) await world.produce(...[0, 1, 2].map((n) => `${i}-${n}`))
  await world.clock.advanceUntil(() => seen.size === 60, 60_000)
  await world.clock.advance(60_000)
  t.true([...seen.values()].every((who) => who.length === 1))
  t.deepEqual(new Set([...seen.values()].flat()), new Set([0, 1]))
  await world.end(...consumers)
  await Promise.all(working)
})

test('what is released comes again and is counted, what is rejected does not, and after so many times it is given up', async (t) => {
  const world = await ShareWorld.make({ 'share.delivery.count.limit': '3' })
  await world.produce('good', 'again', 'bad')
  const consumer = world.consumer()
  const seen: string[] = []
  const reading = (async () => {
    for await (const record of consumer) {
      seen.push(`${valueOf(record)} ${record.deliveryCount}`)
      if (valueOf(record) === 'again') record.release()
      if (valueOf(record) === 'bad') record.reject()
    }
  })()
  await world.clock.advance(120_000)
  t.deepEqual(seen, ['good 1', 'again 1', 'bad 1', 'again 2', 'again 3'])
  t.like(consumer.metrics(), { 'accepted-total': 1, 'released-total': 3, 'rejected-total': 1 })
  await world.end(consumer)
  await reading
})

test('a lock that ends takes the record away, with a word; a renewed one does not', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('slow', 'slower')
  const events: ShareConsumerEvent[] = []
  const first = world.consumer({ shareAcknowledgementMode: 'explicit', onEvent: (event) => void events.push(event) })
  const [slow, slower] = await world.settled(first.poll())
  await world.clock.advance(20_000)
  await world.settled(slow!.renew())
  t.false(slower!.signal.aborted)
  await world.clock.advance(11_000)
  t.true(slower!.signal.aborted)
  t.false(slow!.signal.aborted)
  const lost = events.find(({ type }) => type === 'locks-lost')
  t.is(lost?.type === 'locks-lost' && lost.records, 1)
  const second = world.consumer()
  const [taken] = await world.settled(second.poll({ timeoutMs: 5000 }))
  t.deepEqual([valueOf(taken!), taken!.deliveryCount], ['slower', 2])
  slow!.accept()
  await world.settled(first.commit())
  slower!.accept()
  const error = await t.throwsAsync(world.settled(first.commit()))
  t.true(BrokerError.is(error) && error.errorName === 'INVALID_RECORD_STATE')
  await t.throwsAsync(slower!.renew())
  await world.end(first, second)
})

test('with explicit acknowledgement each record is to be acknowledged before the next is asked for', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('a', 'b')
  const consumer = world.consumer({ shareAcknowledgementMode: 'explicit' })
  const [a, b] = await world.settled(consumer.poll())
  a!.accept()
  await t.throwsAsync(consumer.poll(), { message: /the one at offset 1/ })
  b!.release()
  b!.accept() // another word counts as long as the first has not gone out
  await world.settled(consumer.commit())
  t.throws(() => b!.release(), { message: /acknowledged already/ })
  t.deepEqual(await world.settled(consumer.poll()), [])
  await world.end(consumer)
})

test('what was not acknowledged when a member closes goes to another at once', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('a', 'b', 'c')
  const first = world.consumer({ shareAcknowledgementMode: 'explicit' })
  const [a] = await world.settled(first.poll({ maxRecords: 2 }))
  a!.accept()
  const beganMs = world.clock.nowMs()
  await world.settled(first.close())
  t.true(world.clock.nowMs() - beganMs < 1000)
  const second = world.consumer()
  const rest = await world.settled(second.poll({ timeoutMs: 5000 }))
  t.deepEqual(rest.map(valueOf), ['b', 'c'])
  await world.end(second)
})

test('run: a handler that fails has its record released, rejected or skipped, as onFailure says, and stops run by default', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('release', 'reject', 'skip', 'good')
  const consumer = world.consumer()
  const seen: string[] = []
  const running = consumer.run(
    (record) => {
      seen.push(`${valueOf(record)} ${record.deliveryCount}`)
      if (valueOf(record) !== 'good' && record.deliveryCount === 1) throw new Error(valueOf(record))
    },
    { concurrency: 4, onFailure: (_error, record) => valueOf(record) as 'release' | 'reject' | 'skip' },
  )
  await world.clock.advance(60_000)
  t.deepEqual(seen.sort(), ['good 1', 'reject 1', 'release 1', 'release 2', 'skip 1'])
  await world.settled(consumer.stop())
  await running
  await world.produce('poison')
  const stopped = consumer.run(() => Promise.reject(new Error('no')))
  await t.throwsAsync(world.settled(stopped), { message: 'no' })
  const [again] = await world.settled(consumer.poll({ timeoutMs: 5000 }))
  t.deepEqual([valueOf(again!), again!.deliveryCount], ['poison', 2])
  await world.end(consumer)
})

test('run keeps the lock of a record whose handler takes long, and a stuck handler loses it after maxPollIntervalMs', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('long')
  const consumer = world.consumer({ maxPollIntervalMs: 600_000 })
  const other = world.consumer()
  let finish: (() => void) | undefined
  let signal: AbortSignal | undefined
  const running = consumer.run((record) => {
    signal = record.signal
    return new Promise<void>((resolve) => (finish = resolve))
  })
  await world.clock.advanceUntil(() => signal !== undefined, 10_000)
  const others: string[] = []
  const otherRunning = other.run((record) => void others.push(valueOf(record)))
  await world.clock.advance(590_000)
  t.false(signal!.aborted)
  t.deepEqual(others, [])
  await world.clock.advance(60_000)
  t.true(signal!.aborted)
  t.deepEqual(others, ['long'])
  finish!()
  await world.end(consumer, other)
  await Promise.all([running, otherRunning])
})

test('brokers die and come back: every record is handled', async (t) => {
  const world = await ShareWorld.make({}, 3, 6)
  const handled = new Set<string>()
  const events: ShareConsumerEvent[] = []
  const consumers = [1, 2, 3].map(() => world.consumer({ onEvent: (event) => void events.push(event) }))
  const running = consumers.map((consumer) =>
    consumer.run(
      async (record) => {
        await new Promise<void>((resolve) => void world.clock.setTimer(5, resolve))
        handled.add(valueOf(record))
      },
      { concurrency: 4 },
    ),
  )
  for (let round = 0; round < 9; round++) {
    await world.produce(...Array.from({ length: 40 }, (_, i) => `${round}-${i}`))
    const id = world.broker.brokers[round % 3]!.id
    await world.settled(world.broker.kill(id))
    await world.clock.advance(3000)
    await world.settled(world.broker.restart(id))
    await world.clock.advance(3000)
  }
  await world.clock.advanceUntil(() => handled.size === 360, 600_000)
  t.is(handled.size, 360)
  await world.end(...consumers)
  await Promise.all(running)
})

test('a consumer ends when its signal is aborted', async (t) => {
  const world = await ShareWorld.make()
  const controller = new AbortController()
  const consumer = world.consumer({ signal: controller.signal })
  const reading = (async () => {
    for await (const record of consumer) t.fail(valueOf(record))
  })()
  await world.clock.advance(5000)
  controller.abort()
  await world.settled(reading)
  await world.end(consumer)
  t.pass()
})

test('a topic that comes later, and topics in place of others', async (t) => {
  const world = await ShareWorld.make()
  const consumer = world.consumer()
  const seen: string[] = []
  const running = consumer.run((record) => void seen.push(`${record.topic} ${valueOf(record)}`))
  await world.produce('a')
  await world.clock.advanceUntil(() => seen.length === 1, 30_000)
  consumer.subscribe(['refunds'])
  await world.clock.advance(10_000)
  await world.settled(world.producer.send({ topic: 'refunds', value: 'b' }))
  await world.produce('never')
  await world.clock.advanceUntil(() => seen.length === 2, 600_000)
  await world.clock.advance(30_000)
  t.deepEqual(seen, ['orders a', 'refunds b'])
  t.deepEqual(consumer.assignment(), [{ topic: 'refunds', partition: 0 }])
  await world.end(consumer)
  await running
})

test('typed records: what cannot be read is rejected, or whatever else is said of it, and the rest goes on', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('{"n":1}', 'not json', '{"n":2}')
  const consumer = world.consumer()
  const failed: string[] = []
  const seen: unknown[] = []
  const reading = (async () => {
    const records = consumer.typed({
      key: deserializers.string,
      value: deserializers.json,
      onFailure: (error, record) => {
        failed.push(`${(error as Error).name} of ${valueOf(record)}`)
        return 'reject'
      },
    })
    for await (const { value, raw } of records) {
      seen.push([value, raw.deliveryCount])
      raw.accept()
    }
  })()
  await world.clock.advance(40_000)
  t.deepEqual(seen, [
    [{ n: 1 }, 1],
    [{ n: 2 }, 1],
  ])
  t.deepEqual(failed, ['DeserializationError of not json'])
  t.like(consumer.metrics(), { 'accepted-total': 2, 'rejected-total': 1, 'released-total': 0 })
  await world.end(consumer)
  await reading
})

test('by default a typed record that cannot be read is released, and the loop ends with the error', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('not json')
  const consumer = world.consumer()
  const records = consumer.typed({ key: deserializers.bytes, value: deserializers.json })
  const error = await t.throwsAsync(world.settled(records.next()), { name: 'DeserializationError' })
  t.regex(error.message, /the value of orders-0 at offset 0 cannot be read/)
  await world.settled(consumer.commit())
  t.is(consumer.metrics()['released-total'], 1)
  await world.end(consumer)
})

test('an error of the consumer ends run as that of a handler: what is in work is waited for, and nothing is begun after it', async (t) => {
  const world = await ShareWorld.make()
  await world.produce('a', 'b', 'c', 'd')
  let isArmed = false
  const consumer = world.consumer({
    maxPollRecords: 10,
    onEvent: ({ type }) => {
      if (!isArmed || type !== 'assigned') return
      isArmed = false
      throw new Error('the disk of the log is full')
    },
  })
  let release = () => undefined as void
  const gate = new Promise<void>((resolve) => (release = resolve))
  const begun: string[] = []
  let isOver = false
  const running = consumer.run(
    async (record) => {
      begun.push(valueOf(record))
      // The last place is free: run waits for a record, and hears of the error at once.
      await gate
    },
    { concurrency: 5 },
  )
  const ended = t.throwsAsync(running).finally(() => (isOver = true))
  await world.clock.advanceUntil(() => begun.length === 4, 60_000)
  isArmed = true
  await world.settled(world.producer.send({ topic: 'refunds', value: 'e' }))
  consumer.subscribe(['orders', 'refunds'])
  await world.clock.advanceUntil(() => !isArmed, 60_000)
  await world.produce('f')
  await world.clock.advance(5000)
  t.false(isOver, 'handlers are in work')
  release()
  const error = await world.settled(ended)
  t.is((error?.cause as Error | undefined)?.message, 'the disk of the log is full')
  await world.settled(consumer.commit())
  t.deepEqual(begun, ['a', 'b', 'c', 'd'])
  t.is(consumer.metrics()['accepted-total'], 4)
  await world.end(consumer)
})

test('one run at a time, and none beside a loop; stop and close at the same time both end', async (t) => {
  const world = await ShareWorld.make()
  const consumer = world.consumer()
  const seen: string[] = []
  let release = () => undefined as void
  const gate = new Promise<void>((resolve) => (release = resolve))
  const running = consumer.run(async (record) => {
    seen.push(valueOf(record))
    await gate
  })
  await t.throwsAsync(
    consumer.run(() => t.fail()),
    { message: /one loop at a time/ },
  )
  await world.produce('a')
  await world.clock.advanceUntil(() => seen.length === 1, 60_000)
  await t.throwsAsync(
    consumer.run(() => t.fail()),
    { message: /one loop at a time/ },
  )
  await t.throwsAsync(consumer.poll(), { message: /one loop at a time/ })
  const beganAtMs = world.clock.nowMs()
  const ended = Promise.all([consumer.stop(), consumer.close(), running])
  await world.clock.advance(1000)
  release()
  await world.settled(ended)
  t.true(world.clock.nowMs() - beganAtMs < 5000)
  t.is(consumer.metrics()['accepted-total'], 1)
  t.like(await consumer[Symbol.asyncIterator]().next(), { done: true })
  await world.end(consumer)
})
