// Every error code of Kafka, and every way in which an answer can fail to come, at every place among five requests in flight: whatever it is, a record is
// where it was acknowledged, none is there twice, and none overtakes another.
import { AuthenticationError, ConnectionError, ErrorCode, errorName, TimeoutError } from '@odradek/protocol'
import test, { type ExecutionContext } from 'ava'

import { ModelLog } from '../model-log.ts'
import { produceErrorAction } from '../../src/core/produce-error-table.ts'
import { SenderHarness } from '../sender-harness.ts'

const IN_FLIGHT = 5
/** What a leader may answer after it has written a batch. */
const AFTER_WRITING: readonly number[] = [ErrorCode.REQUEST_TIMED_OUT, ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND]
const codes = Object.values(ErrorCode).filter((code) => code !== ErrorCode.NONE)
/** A code of a Kafka that is yet to come. */
const UNKNOWN_CODE = 9999

/** Batches of two records, five of them in flight, and the log behind them. */
function fiveInFlight(recordsPerBatch: number) {
  const harness = new SenderHarness({ idempotent: true, batchSize: recordsPerBatch === 1 ? 100 : 210 })
  const log = new ModelLog()
  harness.setMetadata({ t: [1] })
  const send = (count: number) => {
    for (let i = 0; i < count; i++) harness.send('t', `${harness.sentCount} `.padEnd(60), { partition: 0 })
    harness.poll()
  }
  send(1)
  harness.answer(({ bytes }) => log.append(bytes))
  send((IN_FLIGHT + 3) * recordsPerBatch)
  return { harness, log }
}

/** A healthy broker answers from now on, until all has settled. */
function heal(t: ExecutionContext, { harness, log }: ReturnType<typeof fiveInFlight>): void {
  for (let round = 0; harness.outcomes.size < harness.sentCount || harness.requests.length > 0; round++) {
    if (round > 1000) t.fail(`${harness.sentCount - harness.outcomes.size} records never settle`)
    while (harness.requests.length > 0) harness.answer(({ bytes }) => log.append(bytes))
    harness.advance(100)
  }
}

function check(t: ExecutionContext, { harness, log }: ReturnType<typeof fiveInFlight>): { failed: number[] } {
  const written = log.values.map((value) => Number.parseInt(value, 10))
  t.deepEqual(
    written,
    [...new Set(written)].sort((a, b) => a - b),
    'once, and in order',
  )
  const failed: number[] = []
  for (const [tag, outcome] of [...harness.outcomes].sort(([a], [b]) => a - b)) {
    if ('error' in outcome) failed.push(tag)
    // A broker that knows a batch again without knowing where says no offset.
    else if (outcome.offset >= 0) t.is(written[outcome.offset], tag, 'where it was acknowledged')
    else t.true(written.includes(tag))
  }
  t.is(harness.accumulator.memory.usedBytes, 0)
  return { failed }
}

for (const code of [...codes, UNKNOWN_CODE]) {
  const action = produceErrorAction(code)
  test(`${errorName(code)} (${code}, ${action}) at each place among five in flight`, (t) => {
    for (const recordsPerBatch of [1, 2]) {
      for (let position = 0; position < IN_FLIGHT; position++) {
        // DUPLICATE_SEQUENCE_NUMBER says that the batch is in the log.
        const mustBeWritten = action === 'done'
        for (const isWritten of AFTER_WRITING.includes(code) ? [false, true] : [mustBeWritten]) {
          const run = fiveInFlight(recordsPerBatch)
          const { harness, log } = run
          t.is(harness.requests.length, IN_FLIGHT)
          for (let i = 0; i < IN_FLIGHT; i++) {
            harness.answer(({ bytes }) => {
              if (i !== position) return log.append(bytes)
              if (isWritten) log.append(bytes)
              return { errorCode: code, logStartOffset: 0n }
            })
          }
          heal(t, run)
          const { failed } = check(t, run)
          const ofBatch = Array.from({ length: recordsPerBatch }, (_, i) => 1 + position * recordsPerBatch + i)
          const isSplit = action === 'split' && recordsPerBatch > 1
          if (action === 'fatal') t.true(failed.length >= recordsPerBatch)
          else t.deepEqual(failed, action === 'fail' || (action === 'split' && !isSplit) ? ofBatch : [])
        }
      }
    }
  })
}

const lost = {
  'the connection is lost': new ConnectionError('lost'),
  'the answer is late': new TimeoutError('late'),
  'the connection cannot come back': new AuthenticationError('the password has changed'),
}

for (const [what, error] of Object.entries(lost)) {
  test(`${what} with any of the five written, answered or not`, (t) => {
    // Which of the five were written: what a connection carries arrives in order, so it is the first few.
    for (let written = 0; written <= IN_FLIGHT; written++) {
      for (let answered = 0; answered <= written; answered++) {
        const run = fiveInFlight(2)
        const { harness, log } = run
        for (let i = 0; i < answered; i++) harness.answer(({ bytes }) => log.append(bytes))
        const first = harness.sentCount
        const open = Array.from({ length: IN_FLIGHT - answered }, (_, i) => harness.parts(i)[0]!.bytes)
        for (const bytes of open.slice(0, written - answered)) log.append(bytes)
        for (let i = answered; i < IN_FLIGHT; i++) harness.fail(error)
        heal(t, run)
        const { failed } = check(t, run)
        t.is(failed.length, error.retriable ? 0 : 2 * (IN_FLIGHT - answered))
        t.true(first > 0)
      }
    }
  })
}

test('two different errors among the five, in every combination of what is done about them', (t) => {
  const oneOf = new Map(codes.map((code) => [produceErrorAction(code), code]))
  const chosen = [...oneOf.values(), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, ErrorCode.REQUEST_TIMED_OUT]
  for (const first of chosen) {
    for (const second of chosen) {
      for (let a = 0; a < IN_FLIGHT; a++) {
        for (let b = a + 1; b < IN_FLIGHT; b++) {
          const run = fiveInFlight(2)
          for (let i = 0; i < IN_FLIGHT && run.harness.requests.length > 0; i++) {
            run.harness.answer(({ bytes }) => {
              if (i !== a && i !== b) return run.log.append(bytes)
              const errorCode = i === a ? first : second
              if (produceErrorAction(errorCode) === 'done') {
                const appended = run.log.append(bytes)
                // It is only known again where it was taken.
                if (appended.errorCode !== ErrorCode.NONE) return appended
              }
              return { errorCode, logStartOffset: 0n }
            })
          }
          heal(t, run)
          check(t, run)
        }
      }
    }
  }
})
