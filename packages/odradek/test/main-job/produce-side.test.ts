import { FakeClock, settle } from '@odradek/test-kit'
import test from 'ava'

import { Ledger } from '../../src/main-job/ledger.ts'
import type { LineChunk } from '../../src/main-job/line-source.ts'
import { ProduceSide, type ProduceSideOptions } from '../../src/main-job/produce-side.ts'
import { Stages } from '../../src/main-job/stages.ts'

interface Waiting {
  readonly value: string
  acknowledge(): void
  refuse(error: Error): void
}

/** A producer whose records wait for the test to answer. */
function setUp(options: Partial<ProduceSideOptions> = {}) {
  const waiting: Waiting[] = []
  let offset = 0n
  const ledger = new Ledger(1)
  const stages = new Stages(undefined)
  stages.onLeaving()
  const abort = new AbortController()
  const clock = new FakeClock()
  const producer: ProduceSideOptions['producer'] = {
    send: ({ topic, value }) =>
      new Promise((resolve, reject) => {
        const acknowledge = () => resolve({ topic, partition: 0, offset: offset++, timestamp: 0 })
        waiting.push({ value: Buffer.from(value as Uint8Array).toString(), acknowledge, refuse: reject })
      }),
  }
  const settings = { producer, topic: 'lines', ledger, stages, ratePerSecond: undefined, clock, signal: abort.signal }
  return { side: new ProduceSide({ ...settings, ...options }), waiting, ledger, abort, clock, stages }
}

function chunk(...lines: (string | Uint8Array)[]): LineChunk {
  return { name: 'a.txt', lines: lines.map((line, i) => ({ lineNumber: i + 1, value: Buffer.from(line) })) }
}

async function* chunksOf(...chunks: LineChunk[]): AsyncGenerator<LineChunk> {
  yield* chunks
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`)

test('every line is sent, and the run ends when all are acknowledged', async (t) => {
  const { side, waiting, ledger } = setUp()
  let ended = false
  const run = side.run(chunksOf(chunk('a', 'b'), chunk('c'))).then(() => (ended = true))
  await settle()
  t.deepEqual(
    waiting.map(({ value }) => value),
    ['a', 'b', 'c'],
  )
  waiting[0]!.acknowledge()
  waiting[1]!.acknowledge()
  await settle()
  t.false(ended)
  waiting[2]!.acknowledge()
  await run
  t.is(ledger.acknowledged, 3)
})

test('no more than ten thousand records wait for their acknowledgement', async (t) => {
  const { side, waiting } = setUp()
  const run = side.run(chunksOf(chunk(...many(10_500))))
  await settle()
  t.is(waiting.length, 10_000)
  waiting[0]!.acknowledge()
  await settle()
  t.is(waiting.length, 10_001)
  let answered = 1
  while (answered < 10_500) {
    for (; answered < waiting.length; answered++) waiting[answered]!.acknowledge()
    await settle()
  }
  await run
  t.is(side.sent, 10_500)
})

test('no more than sixteen MiB wait for their acknowledgement, and a larger line goes alone', async (t) => {
  const { side, waiting } = setUp()
  const large = new Uint8Array(9 * 1024 * 1024)
  const run = side.run(chunksOf(chunk(large, large, new Uint8Array(17 * 1024 * 1024))))
  for (let sent = 1; sent <= 3; sent++) {
    await settle()
    t.is(waiting.length, sent)
    waiting[sent - 1]!.acknowledge()
  }
  await run
})

test('a rate is kept to', async (t) => {
  const { side, waiting, clock } = setUp({ ratePerSecond: 10 })
  const run = side.run(chunksOf(chunk(...many(25))))
  await clock.advance(1000)
  t.is(waiting.length, 11)
  await clock.advance(1000)
  t.is(waiting.length, 21)
  await clock.advance(1000)
  for (const record of waiting) record.acknowledge()
  await run
  t.is(waiting.length, 25)
})

test('records wait for the members of the group', async (t) => {
  const stages = new Stages(30)
  const { side, waiting } = setUp({ stages })
  const run = side.run(chunksOf(chunk(...many(30))))
  await settle()
  t.is(waiting.length, 15)
  stages.onJoined()
  await settle()
  t.is(waiting.length, 20)
  stages.onLeaving()
  await settle()
  t.is(waiting.length, 30)
  for (const record of waiting) record.acknowledge()
  await run
})

test('after a failed send nothing more is sent, and its reason is thrown once nothing is under way', async (t) => {
  const { side, waiting } = setUp()
  let ended = false
  async function* chunks() {
    yield chunk('a', 'b')
    waiting[0]!.refuse(new Error('the broker said no'))
    await settle()
    yield chunk('c')
  }
  const run = side.run(chunks()).finally(() => (ended = true))
  const thrown = t.throwsAsync(run, { message: 'the broker said no' })
  await settle()
  await settle()
  t.false(ended)
  waiting[1]!.acknowledge()
  await thrown
  t.is(side.sent, 2)
  t.is(side.failures, 1)
})

test('a reader that fails ends the run with its error', async (t) => {
  const { side, waiting } = setUp()
  async function* chunks() {
    yield chunk('a')
    throw new Error('the disk is gone')
  }
  const run = side.run(chunks())
  const thrown = t.throwsAsync(run, { message: 'the disk is gone' })
  await settle()
  waiting[0]!.acknowledge()
  await thrown
})

test('an aborted signal ends the run although the input never ends', async (t) => {
  const { side, waiting, abort } = setUp()
  async function* chunks() {
    yield chunk('a')
    await new Promise(() => {})
  }
  const run = side.run(chunks())
  await settle()
  abort.abort()
  waiting[0]!.acknowledge()
  await run
  t.is(side.sent, 1)
})

test('stop ends the run although records are held back for the group', async (t) => {
  const { side, waiting } = setUp({ stages: new Stages(30) })
  const run = side.run(chunksOf(chunk(...many(30))))
  await settle()
  for (const record of waiting) record.acknowledge()
  await settle()
  side.stop()
  await run
  t.is(side.sent, 15)
  t.false(side.hasReadAll)
})
