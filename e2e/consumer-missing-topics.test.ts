// A consumer of what does not exist tells its logger so, once, and once again when it is there.
import { Admin } from '@odradek/admin'
import { Consumer, ShareConsumer } from '@odradek/consumer'
import { advanceUntilSettled } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'
import { makeWorld, type World } from './consumer-world.ts'

const minute = 60_000

/** A world without automatic topics, and what a logger heard in it from `warn` on and of topics. */
async function setUp(t: ExecutionContext) {
  const world = await makeWorld(2, { autoCreateTopicsEnable: false })
  const { clock, environment, broker, producer } = world
  const admin = new Admin({ bootstrapServers: broker.bootstrapServers }, environment)
  const heard: string[] = []
  const hear = (level: string) => (text: string) => void heard.push(`${level} ${text}`)
  const logger = { debug: () => undefined, info: hear('info'), warn: hear('warn'), error: hear('error') }
  t.teardown(async () => {
    for (const one of [admin, producer, broker]) await advanceUntilSettled(clock, one.close())
  })
  return {
    ...world,
    admin,
    options: { bootstrapServers: broker.bootstrapServers, clientId: 'c', logger },
    topicLines: () => heard.filter((line) => line.includes('topic-')),
  }
}

const create = ({ clock }: World, admin: Admin, topic: string, partitions: number) =>
  advanceUntilSettled(clock, admin.createTopics([{ name: topic, numPartitions: partitions }]))

const missing = (place: string) =>
  new RegExp(`^warn .*: topic-unavailable: ${place}: Metadata failed for .*UNKNOWN_TOPIC_OR_PARTITION`)

for (const protocol of ['classic', 'consumer', 'share'] as const) {
  test(`${protocol}: a subscribed topic that does not exist is told once, and again each time that it comes or goes`, async (t) => {
    const world = await setUp(t)
    const { clock, environment, admin, options, topicLines } = world
    const given = { ...options, groupId: 'g', topics: 'orders' }
    const consumer =
      protocol === 'share'
        ? new ShareConsumer(given, environment)
        : new Consumer({ ...given, groupProtocol: protocol, metadataMaxAgeMs: 30_000 }, environment)
    const asked = consumer[Symbol.asyncIterator]().next()
    await clock.advance(6 * minute)
    t.is(topicLines().length, 1, topicLines().join('\n'))
    t.regex(topicLines()[0]!, missing('orders'))
    await create(world, admin, 'orders', 1)
    await clock.advance(6 * minute)
    t.regex(topicLines()[1]!, /^info .* of g: topic-available: orders$/)
    t.deepEqual(consumer.assignment(), [{ topic: 'orders', partition: 0 }])
    await advanceUntilSettled(clock, admin.deleteTopics(['orders']))
    await clock.advance(6 * minute)
    t.is(topicLines().length, 3, topicLines().join('\n'))
    t.regex(topicLines()[2]!, missing('orders'))
    await advanceUntilSettled(clock, consumer.close())
    t.true((await asked).done)
  })
}

test('assigned by hand: a topic and a partition that do not exist are told once each, and when they are there', async (t) => {
  const world = await setUp(t)
  const { clock, environment, admin, options, topicLines } = world
  await create(world, admin, 'orders', 2)
  const consumer = new Consumer({ ...options, autoOffsetReset: 'earliest' }, environment)
  const asked = consumer[Symbol.asyncIterator]().next()
  consumer.assign([{ topic: 'orders', partition: 0 }])
  await clock.advance(6 * minute)
  t.deepEqual(topicLines(), [])
  consumer.assign([
    { topic: 'orders', partition: 0 },
    { topic: 'orders', partition: 2 },
    { topic: 'nowhere', partition: 0 },
  ])
  await clock.advance(6 * minute)
  t.is(topicLines().length, 2, topicLines().join('\n'))
  t.true(['orders-2', 'nowhere'].every((place) => topicLines().some((line) => missing(place).test(line))))
  await advanceUntilSettled(clock, admin.createPartitions([{ topic: 'orders', totalCount: 3 }]))
  await create(world, admin, 'nowhere', 1)
  await clock.advance(6 * minute)
  t.deepEqual(
    topicLines()
      .slice(2)
      .sort()
      .map((line) => line.split(': ').slice(1)),
    [
      ['topic-available', 'nowhere'],
      ['topic-available', 'orders-2'],
    ],
  )
  await advanceUntilSettled(clock, consumer.close())
  t.true((await asked).done)
})
