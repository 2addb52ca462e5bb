import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import test, { type ExecutionContext } from 'ava'

import { makeAdmin } from './support/make-admin.ts'

function recordingLogger() {
  const lines: string[] = []
  const at = (level: string) => (line: string) => void lines.push(`${level}: ${line}`)
  return { lines, logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}

const bug = new Error('a bug of the user')

const throwBug = () => {
  throw bug
}

/** The errors that nobody caught, from now until the end of the test. */
function uncaughtErrors(t: ExecutionContext): unknown[] {
  const errors: unknown[] = []
  process.setUncaughtExceptionCaptureCallback((error) => void errors.push(error))
  t.teardown(() => process.setUncaughtExceptionCaptureCallback(null))
  return errors
}

test('brokers that cannot be reached are told at once, and not again with each try', async (t) => {
  const { lines, logger } = recordingLogger()
  const { network, admin, until } = makeAdmin(t, { logger }, { brokers: 1 })
  network.brokers.forEach((broker) => broker.stop())
  const call = admin.describeCluster({ timeoutMs: 20_000 })
  await network.clock.advance(10_000)
  const told = lines.filter((line) => /^warn: no connection to a bootstrap server: .*broker-1/.test(line))
  t.is(told.length, 1, lines.join('\n'))
  await t.throwsAsync(until(call))
})

test('a broker that is lost is told by its id', async (t) => {
  const { lines, logger } = recordingLogger()
  const { network, admin, until } = makeAdmin(t, { logger }, { brokers: 1 })
  network.broker(1).on(deleteTopicsApi, () => ({ responses: [{ name: 'a' }] }))
  await until(admin.deleteTopics(['a']))
  t.false(lines.some((line) => line.includes('no connection')))
  network.broker(1).cut()
  await until(admin.deleteTopics(['a']))
  t.true(
    lines.some((line) => /^warn: no connection to broker 1: /.test(line)),
    lines.join('\n'),
  )
})

test.serial('a logger that throws harms no call', async (t) => {
  const uncaught = uncaughtErrors(t)
  const logger = { debug: throwBug, info: throwBug, warn: throwBug, error: throwBug }
  const { network, admin, until } = makeAdmin(t, { logger }, { brokers: 1 })
  network.broker(1).once(metadataApi, () => 'disconnect')
  t.deepEqual(await until(admin.listTopics()), [])
  // It is told of the connection, of the retry and of the call.
  t.deepEqual(uncaught, [bug, bug, bug])
})

test('a logger without all its methods is refused', (t) => {
  const logger = { debug: () => undefined } as unknown as Console
  t.throws(() => makeAdmin(t, { logger }), { message: /logger .*must have the methods debug, info, warn and error/ })
})
