// What the loggers of consumers hear of connections, and that one that throws stops nobody.
import { Consumer, ShareConsumer, type ShareConsumerOptions } from '@odradek/consumer'
import { KafkaError } from '@odradek/protocol'
import { advanceUntilSettled } from '@odradek/test-kit'
import test from 'ava'
import { endWorld, makeWorld, numberOf, produce, type World } from './consumer-world.ts'

function recordingLogger() {
  const lines: string[] = []
  const at = (level: string) => (line: string) => void lines.push(`${level}: ${line}`)
  return { lines, logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}

type Given = Pick<ShareConsumerOptions, 'bootstrapServers' | 'groupId' | 'clientId' | 'topics' | 'logger'>

const kinds = {
  consumer: ({ environment }: World, options: Given) =>
    new Consumer({ ...options, autoOffsetReset: 'earliest' }, environment),
  'share consumer': ({ environment }: World, options: Given) => new ShareConsumer(options, environment),
}

for (const [kind, make] of Object.entries(kinds)) {
  test(`${kind}: brokers that cannot be reached are told at once, not with each try, and again after 30 seconds`, async (t) => {
    const world = await makeWorld(1)
    const { broker, clock } = world
    const { lines, logger } = recordingLogger()
    const { bootstrapServers } = broker
    await advanceUntilSettled(clock, broker.close())
    const consumer = make(world, { bootstrapServers, groupId: 'g', clientId: 'c', topics: 'orders', logger })
    const asked = consumer[Symbol.asyncIterator]().next()
    await clock.advance(20_000)
    const told = () =>
      lines.filter((line) => line.startsWith(`warn: ${kind} c of g: no connection to a bootstrap server: `))
    t.is(told().length, 1, lines.join('\n'))
    await clock.advance(40_000)
    t.is(told().length, 2, lines.join('\n'))
    await advanceUntilSettled(clock, consumer.close())
    t.true((await asked).done)
    await endWorld(world)
  })

  test(`${kind}: a broker that is lost is told by its id`, async (t) => {
    const world = await makeWorld(1)
    const { broker, clock } = world
    await produce(world, 1, 1)
    const { lines, logger } = recordingLogger()
    const { bootstrapServers } = broker
    const consumer = make(world, { bootstrapServers, groupId: 'g', clientId: 'c', topics: 'orders', logger })
    const asked = consumer.poll({ timeoutMs: 5000 })
    await advanceUntilSettled(clock, asked)
    t.false(lines.some((line) => line.includes('no connection')))
    await advanceUntilSettled(clock, broker.close())
    await clock.advance(2000)
    t.true(
      lines.some((line) => /^warn: (share )?consumer c of g: no connection to broker \d+: /.test(line)),
      lines.join('\n'),
    )
    await advanceUntilSettled(clock, consumer.close({ timeoutMs: 1000 }))
    await endWorld(world)
  })
}

test('a logger that throws at a lost connection is thrown out of the loop once, and the consumer reads on', async (t) => {
  const world = await makeWorld(1)
  const { broker, clock, environment } = world
  await produce(world, 1, 1)
  const bug = new Error('a bug of the user')
  const quiet = () => undefined
  const throwBug = () => {
    throw bug
  }
  const logger = { debug: quiet, info: quiet, warn: throwBug, error: quiet }
  const bootstrapServers = ['nowhere:9092', broker.bootstrapServers]
  const consumer = new Consumer(
    { bootstrapServers, groupId: 'g', topics: 'orders', autoOffsetReset: 'earliest', logger },
    { ...environment, random: () => 0 },
  )
  const error = await t.throwsAsync(advanceUntilSettled(clock, consumer.poll({ timeoutMs: 20_000 })), {
    instanceOf: KafkaError,
  })
  t.is(error?.cause, bug)
  const records = await advanceUntilSettled(clock, consumer.poll({ timeoutMs: 20_000 }))
  t.deepEqual(records.map(numberOf), [0])
  await advanceUntilSettled(clock, consumer.close())
  await endWorld(world)
})
