// What happens to five batches in flight when one of them fails, in every way and at every place (KIP-98, KIP-360).
import { ConnectionError, ErrorCode, errorName, TimeoutError } from '@odradek/protocol'
import { decodeRecordBatches } from '@odradek/records'
import test, { type ExecutionContext } from 'ava'

import { ModelLog } from '../model-log.ts'
import { SenderHarness } from '../sender-harness.ts'

const IN_FLIGHT = 5

/** A producer whose partition has acknowledged one batch, so that five can be in flight, and the log behind it. */
function flowing(options: ConstructorParameters<typeof SenderHarness>[0] = {}) {
  const harness = new SenderHarness({ idempotent: true, batchSize: 100, ...options })
  const log = new ModelLog()
  harness.setMetadata({ t: [1] })
  const send = (count: number) => {
    for (let i = 0; i < count; i++) harness.send('t', String(harness.sentCount).padEnd(60), { partition: 0 })
    harness.poll()
  }
  const write = (index = 0) => harness.answer(({ bytes }) => log.append(bytes), { index })
  send(1)
  write()
  harness.poll()
  return { harness, log, send, write, tags: () => log.values.map(Number) }
}

/** Answers all requests as a broker would until nothing is left. */
function settle(t: ExecutionContext, { harness, write }: ReturnType<typeof flowing>): void {
  for (let i = 0; harness.outcomes.size < harness.sentCount; i++) {
    if (i > 200) t.fail('not all records settle')
    harness.advance(100)
    while (harness.requests.length > 0) write()
  }
}

const sequences = (harness: SenderHarness) =>
  harness.requests.map((_, index) => {
    const [batch] = decodeRecordBatches(harness.parts(index)[0]!.bytes)
    return [batch!.producerId, batch!.producerEpoch, batch!.baseSequence]
  })

test('batches are numbered in order; one goes alone until the broker knows the producer, then five', (t) => {
  const harness = new SenderHarness({ idempotent: true, batchSize: 100 })
  harness.setMetadata({ t: [1] })
  for (let i = 0; i < 8; i++) harness.send('t', String(i).padEnd(60))
  harness.poll()
  t.deepEqual(sequences(harness), [[70n, 0, 0]])
  harness.answer(() => ({ baseOffset: 0n }))
  harness.poll()
  t.deepEqual(
    sequences(harness).map(([, , sequence]) => sequence),
    [1, 2, 3, 4, 5],
  )
  harness.answer(() => ({ baseOffset: 1n }))
  harness.poll()
  t.deepEqual(
    sequences(harness).map(([, , sequence]) => sequence),
    [2, 3, 4, 5, 6],
  )
})

test('a batch whose retry hangs at an old leader is still one of the five that the new leader knows again', (t) => {
  const run = flowing()
  const { harness, log, send, tags } = run
  send(1)
  const [written] = harness.parts()
  log.append(written!.bytes)
  harness.fail(new TimeoutError('late'))
  harness.advance(2000)
  t.is(harness.requests.length, 1)
  harness.setMetadata({ t: [2] }, 1)
  for (let i = 0; i < 8; i++) {
    send(1)
    while (harness.requests.length > 1) run.write(1)
  }
  t.deepEqual(tags(), [0, 1, 2, 3, 4, 5])
  harness.fail(new ConnectionError('the old leader is gone'))
  settle(t, run)
  t.deepEqual(tags(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

const PASSING = [
  ErrorCode.NOT_LEADER_OR_FOLLOWER,
  ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCode.NOT_ENOUGH_REPLICAS,
  ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND,
  ErrorCode.REQUEST_TIMED_OUT,
  ErrorCode.CORRUPT_MESSAGE,
  ErrorCode.KAFKA_STORAGE_ERROR,
  ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER,
  ErrorCode.UNKNOWN_PRODUCER_ID,
]
const FINAL = [
  ErrorCode.INVALID_RECORD,
  ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  ErrorCode.MESSAGE_TOO_LARGE,
  ErrorCode.INVALID_PRODUCER_EPOCH,
  ErrorCode.UNKNOWN_SERVER_ERROR,
]

for (let position = 0; position < IN_FLIGHT; position++) {
  for (const code of PASSING) {
    test(`${errorName(code)} at place ${position} of five in flight: every record is written once, in order`, (t) => {
      const run = flowing()
      const { harness, log, send } = run
      send(IN_FLIGHT + 3)
      t.is(harness.requests.length, IN_FLIGHT)
      for (let i = 0; i < IN_FLIGHT; i++) {
        harness.answer(({ bytes }) => {
          if (i !== position) return log.append(bytes)
          if (code === ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND) log.append(bytes)
          return { errorCode: code, logStartOffset: 0n }
        })
      }
      settle(t, run)
      t.deepEqual(run.tags(), [0, 1, 2, 3, 4, 5, 6, 7, 8])
      for (let tag = 0; tag <= 8; tag++) t.is(harness.offset(tag), tag)
    })
  }

  for (const code of FINAL) {
    test(`${errorName(code)} at place ${position} of five in flight: that one fails, all others are written once, in order`, (t) => {
      const run = flowing()
      const { harness, log, send } = run
      send(IN_FLIGHT + 3)
      for (let i = 0; i < IN_FLIGHT; i++) {
        harness.answer(({ bytes }) => (i === position ? { errorCode: code } : log.append(bytes)))
      }
      settle(t, run)
      const failed = position + 1
      t.truthy(harness.error(failed))
      t.deepEqual(
        run.tags(),
        [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((tag) => tag !== failed),
      )
      t.is(harness.accumulator.memory.usedBytes, 0)
    })
  }

  for (const isWritten of [false, true]) {
    test(`a connection lost ${isWritten ? 'after' : 'before'} the broker wrote the batch at place ${position} of five: every record is written once, in order`, (t) => {
      const run = flowing()
      const { harness, log, send } = run
      send(IN_FLIGHT + 3)
      for (let i = 0; i < position; i++) run.write()
      for (let i = position; i < IN_FLIGHT; i++) {
        if (isWritten) log.append(harness.parts(0)[0]!.bytes)
        harness.fail(new ConnectionError('lost'))
      }
      settle(t, run)
      t.deepEqual(run.tags(), [0, 1, 2, 3, 4, 5, 6, 7, 8])
      for (let tag = 0; tag <= 8; tag++) t.is(harness.offset(tag), tag)
    })

    test(`the leader moves while five are in flight, the last ${IN_FLIGHT - position} ${isWritten ? 'written' : 'not written'}: the order holds`, (t) => {
      const run = flowing()
      const { harness, log, send } = run
      send(IN_FLIGHT)
      for (let i = 0; i < position; i++) run.write()
      const stray = harness.requests.map((_, index) => harness.parts(index)[0]!.bytes)
      if (isWritten) for (const bytes of stray) log.append(bytes)
      while (harness.requests.length > 0) harness.answer(() => ({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }))
      harness.setMetadata({ t: [2] }, 1)
      send(3)
      settle(t, run)
      t.deepEqual(run.tags(), [0, 1, 2, 3, 4, 5, 6, 7, 8])
    })
  }
}

test('DUPLICATE_SEQUENCE_NUMBER is success, at an offset that is not known', (t) => {
  const { harness, send } = flowing()
  send(1)
  harness.answer(() => ({ errorCode: ErrorCode.DUPLICATE_SEQUENCE_NUMBER }))
  t.is(harness.offset(1), -1)
})

test('a gap begins a new epoch for its partition alone', (t) => {
  const { harness, log, send } = flowing()
  harness.setMetadata({ t: [1, 1] })
  harness.send('t', 'other', { partition: 1 })
  harness.poll()
  harness.answer(() => ({ baseOffset: 0n }))
  send(1)
  harness.answer(() => ({ errorCode: ErrorCode.INVALID_RECORD }))
  send(1)
  t.deepEqual(sequences(harness), [[70n, 1, 0]])
  harness.answer(({ bytes }) => log.append(bytes))
  t.is(harness.offset(3), 1)
})

test('an epoch that cannot grow is followed by a new producer id', (t) => {
  const { harness, log, send } = flowing()
  for (let epoch = 1; epoch <= 32_768; epoch++) {
    send(1)
    harness.answer(() => ({ errorCode: ErrorCode.INVALID_RECORD }))
  }
  send(1)
  const [request] = harness.runner.pending.splice(0, 1)
  t.is(request!.api.name, 'InitProducerId')
  request!.onResponse({ errorCode: 0, producerId: 71n, producerEpoch: 0 } as never, 5, harness.nowMs)
  harness.poll()
  t.deepEqual(sequences(harness), [[71n, 0, 0]])
  harness.answer(({ bytes }) => log.append(bytes))
  t.is(log.values.length, 2)
})

test('a batch given up while its outcome is not known: what follows keeps its number until that shows', (t) => {
  for (const isWritten of [false, true]) {
    const run = flowing({ deliveryTimeoutMs: 1000 })
    const { harness, log, send } = run
    send(1)
    harness.advance(600)
    send(1)
    const [first, second] = [harness.parts(0)[0]!.bytes, harness.parts(1)[0]!.bytes]
    if (isWritten) log.append(first)
    if (isWritten) log.append(second)
    harness.advance(400)
    t.true(TimeoutError.is(harness.error(1)))
    harness.fail(new ConnectionError('lost'))
    harness.fail(new ConnectionError('lost'))
    settle(t, run)
    t.deepEqual(run.tags(), isWritten ? [0, 1, 2] : [0, 2])
    t.is(harness.offset(2), isWritten ? 2 : 1)
  }
})

test('a broker that has forgotten the producer is sent the batch again under a new epoch', (t) => {
  const run = flowing()
  const { harness, log, send } = run
  log.forgetProducers()
  send(1)
  harness.answer(() => ({ errorCode: ErrorCode.UNKNOWN_PRODUCER_ID, logStartOffset: 1n }))
  harness.advance(200)
  t.deepEqual(sequences(harness), [[70n, 1, 0]])
  settle(t, run)
  t.deepEqual(run.tags(), [0, 1])
})

test('a refusal of the producer for good fails all records', (t) => {
  const { harness, send } = flowing()
  send(3)
  harness.answer(() => ({ errorCode: ErrorCode.CLUSTER_AUTHORIZATION_FAILED }))
  t.is(harness.outcomes.size, 4)
  t.regex(harness.fatalError!.message, /may not write/)
  for (const tag of [1, 2, 3]) t.regex(harness.error(tag).message, /may not write/)
})
