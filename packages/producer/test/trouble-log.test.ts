import { ErrorCode } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import test from 'ava'

import { setUp } from './scripted-producer.ts'

function recordingLogger() {
  const lines: string[] = []
  const at = (level: string) => (line: string) => void lines.push(`${level}: ${line}`)
  return { lines, logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}

test('brokers that cannot be reached are told at once, and not again with each try', async (t) => {
  const { lines, logger } = recordingLogger()
  const { producer, until, broker, network } = setUp(t, { logger })
  broker.stop()
  const send = producer.send({ topic: 'orders', value: 'secret' })
  await network.clock.advance(5000)
  const told = lines.filter((line) => /^warn: no connection to a bootstrap server: .*broker-1/.test(line))
  t.is(told.length, 1, lines.join('\n'))
  await t.throwsAsync(until(send))
  t.true(lines.length < 12, lines.join('\n'))
  t.false(lines.join().includes('secret'))
})

test('a broker that is lost is told by its id', async (t) => {
  const { lines, logger } = recordingLogger()
  const { producer, until, broker } = setUp(t, { logger })
  await until(producer.send({ topic: 'orders', value: 'a' }))
  t.deepEqual(lines, [])
  broker.cut()
  await until(producer.send({ topic: 'orders', value: 'b' }))
  t.true(
    lines.some((line) => /^warn: no connection to broker \d+: /.test(line)),
    lines.join('\n'),
  )
})

test('a topic without metadata is told by its name', async (t) => {
  const { lines, logger } = recordingLogger()
  const { producer, until } = setUp(t, { logger, maxBlockMs: 2000 })
  await t.throwsAsync(until(producer.send({ topic: 'nowhere', value: 'a' })))
  t.is(lines.filter((line) => line.startsWith('warn: no metadata of topic nowhere: ')).length, 1, lines.join('\n'))
})

test('a cluster whose brokers give no metadata is told', async (t) => {
  const { lines, logger } = recordingLogger()
  const { producer, until, broker } = setUp(t, { logger, maxBlockMs: 2000 })
  broker.on(metadataApi, () => ({ brokers: [], topics: [], errorCode: ErrorCode.NONE }))
  await t.throwsAsync(until(producer.send({ topic: 'orders', value: 'a' })))
  t.regex(lines[0]!, /^warn: no metadata, which is asked for again: /)
})
