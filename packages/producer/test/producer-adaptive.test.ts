// KIP-794: records without a key keep away from partitions whose broker takes no requests.
import { produceApi } from '@odradek/protocol/apis/produce'
import test, { type ExecutionContext } from 'ava'

import type { ProducerOptions } from '../src/index.ts'
import { setUp } from './scripted-producer.ts'

interface Given {
  readonly options?: Partial<ProducerOptions>
  readonly partitions?: number
  /** What broker 2 does while it is slow; it answers nothing unless this says otherwise. */
  readonly isThrottling?: boolean
}

/**
 * Two brokers lead the partitions in turn, and broker 2 is slow for two seconds. A record is sent every 10 ms: gives which part of them went to broker 2
 * before that time, in its second half, and after it.
 */
async function partOfSlowBroker(t: ExecutionContext, { options = {}, partitions = 4, isThrottling = false }: Given) {
  const sizes = { lingerMs: 0, batchSize: 200, batchSizeWhenBusy: 0 }
  const { producer, until, network, logs } = setUp(t, { ...sizes, ...options }, { brokers: 2, partitions })
  const slow = network.broker(2)
  const sendFor = async (ms: number) => {
    const sends: Promise<{ readonly partition: number }>[] = []
    for (let passed = 0; passed < ms; passed += 10) {
      sends.push(producer.send({ topic: 'orders', value: 'x'.repeat(150) }))
      await network.clock.advance(10)
    }
    return async () => {
      const all = await until(Promise.all(sends))
      return all.filter(({ partition }) => partition % 2 === 1).length / all.length
    }
  }
  const before = await sendFor(1000)
  slow.on(produceApi, (request) =>
    isThrottling ? { ...logs.append(request, () => 'orders'), throttleTimeMs: 5000 } : 'drop',
  )
  const early = await sendFor(1000)
  const late = await sendFor(1000)
  slow.on(produceApi, (request) => logs.append(request, () => 'orders'))
  if (!isThrottling) slow.cut()
  await network.clock.advance(5000)
  const after = await sendFor(1000)
  await early()
  return { before: await before(), late: await late(), after: await after() }
}

const isShare = (part: number) => part > 0.25 && part < 0.75

for (const [title, given] of Object.entries<Given>({
  'several partitions': {},
  'one partition, whose batches wait for those before them': { partitions: 2 },
  'no idempotence: each batch waits for the one before it': { options: { enableIdempotence: false } },
  'a broker that asks for a pause': { isThrottling: true },
})) {
  test(`a broker that takes no request for partitionerAvailabilityTimeoutMs gets no record without key until it does: ${title}`, async (t) => {
    const options = { ...given.options, partitionerAvailabilityTimeoutMs: 300 }
    const { before, late, after } = await partOfSlowBroker(t, { ...given, options })
    t.true(isShare(before), `before: ${before}`)
    t.is(late, 0)
    t.true(isShare(after), `after: ${after}`)
  })
}

test('without partitionerAvailabilityTimeoutMs its longer queues get fewer, without adaptive partitioning as many as the others', async (t) => {
  const { late } = await partOfSlowBroker(t, {})
  t.true(late > 0 && late < 0.25, `${late}`)
  const plain = await partOfSlowBroker(t, { options: { partitionerAdaptivePartitioningEnable: false } })
  t.true(isShare(plain.late), `${plain.late}`)
})
