import {
  AuthenticationError,
  AuthorizationError,
  BrokerError,
  ErrorCode,
  errorName,
  UnsupportedVersionError,
} from '@odradek/protocol'
import test from 'ava'

import { produceErrorAction, produceErrorTable } from '../../src/core/produce-error-table.ts'
import { SenderHarness } from '../sender-harness.ts'

function answered(errorCode: number, records = 1) {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  for (let i = 0; i < records; i++) harness.send('t', `value ${i}`)
  harness.poll()
  harness.answer(() => ({ errorCode, errorMessage: 'the details' }))
  return harness
}

for (const [code, action] of produceErrorTable) {
  test(`${errorName(code)}: ${action}`, (t) => {
    const harness = answered(code)
    if (action === 'retry' || action === 'refresh-and-retry') {
      t.is(harness.outcomes.size, 0)
      t.is(harness.updatesRequested > 0, action === 'refresh-and-retry')
      harness.advance(1000)
      t.is(harness.requests.length, 1)
      harness.answer(() => ({ baseOffset: 5n }))
      t.is(harness.offset(0), 5)
    } else if (action === 'done') t.is(harness.offset(0), -1)
    else {
      const error = harness.error(0)
      t.regex(
        error.message,
        code === 29 || code === 31 ? /may not write to/ : code === 90 ? /newer producer/ : /t-0.*the details/,
      )
      harness.advance(10_000)
      t.is(harness.requests.length, 0)
    }
  })
}

test('what Java retries, and what it does not, is in the table as Java has it', (t) => {
  const retried = [2, 3, 5, 6, 7, 9, 13, 14, 15, 16, 19, 20, 51, 56, 74, 75, 89, 100, 103]
  const failed = [-1, 17, 21, 29, 32, 42, 43, 44, 47, 48, 76, 87, 120]
  const fatal = [31, 35, 49, 53, 90]
  for (const code of retried) t.regex(produceErrorAction(code), /retry/, errorName(code))
  for (const code of failed) t.is(produceErrorAction(code), 'fail', errorName(code))
  for (const code of fatal) t.is(produceErrorAction(code), 'fatal', errorName(code))
  for (const code of [45, 59]) t.is(produceErrorAction(code), 'renumber', errorName(code))
  t.is(produceErrorAction(46), 'done')
  // Java's batches are never larger than a segment but by the user's wish, so it fails 18.
  for (const code of [10, 18]) t.is(produceErrorAction(code), 'split', errorName(code))
  t.is(produceErrorTable.size, retried.length + failed.length + fatal.length + 5)
})

test('a code that is not in the table, or that is not known at all, is decided by whether Kafka calls it retriable', (t) => {
  t.is(produceErrorAction(ErrorCode.NOT_CONTROLLER), 'refresh-and-retry')
  t.is(produceErrorAction(ErrorCode.GROUP_ID_NOT_FOUND), 'fail')
  t.is(produceErrorAction(30_000), 'fail')
})

test('a BrokerError says API, error, topic and partition', (t) => {
  const error = answered(ErrorCode.INVALID_TIMESTAMP).error(0)
  t.true(BrokerError.is(error))
  const { api, errorName: name, topic, partition, retriable } = error as BrokerError
  t.deepEqual([api, name, topic, partition, retriable], ['Produce', 'INVALID_TIMESTAMP', 't', 0, false])
})

test('a missing ACL is an AuthorizationError that names the topic', (t) => {
  const error = answered(ErrorCode.TOPIC_AUTHORIZATION_FAILED).error(0)
  t.true(AuthorizationError.is(error))
  t.is((error as AuthorizationError).resource, 't')
})

test('records that the broker refuses are told so one by one, the others of the batch that they can be sent again', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  for (let i = 0; i < 4; i++) harness.send('t', `value ${i}`)
  harness.poll()
  harness.answer(() => ({
    errorCode: ErrorCode.INVALID_RECORD,
    errorMessage: 'one or more records have been rejected',
    recordErrors: [
      { batchIndex: 1, batchIndexErrorMessage: 'record 1 has no key' },
      { batchIndex: 3, batchIndexErrorMessage: null },
    ],
  }))
  t.regex(harness.error(1).message, /INVALID_RECORD.*record 1 has no key/)
  t.regex(harness.error(3).message, /INVALID_RECORD.*one or more records have been rejected/)
  t.deepEqual(
    [0, 1, 2, 3].map((tag) => harness.error(tag).retriable),
    [true, false, true, false],
  )
  t.regex(harness.error(0).message, /with 2 that the broker refused.*send it again/)
})

test('one refused record has the code of its batch', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.send('t', 'b')
  harness.poll()
  harness.answer(() => ({
    errorCode: ErrorCode.INVALID_TIMESTAMP,
    recordErrors: [{ batchIndex: 0, batchIndexErrorMessage: 'too old' }],
  }))
  t.regex(harness.error(0).message, /INVALID_TIMESTAMP.*too old/)
})

test('log append time and offset reach each record', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  for (let i = 0; i < 3; i++) harness.send('t', `value ${i}`)
  harness.poll()
  harness.answer(() => ({ baseOffset: 1_000_000_000_000n, logAppendTimeMs: 77n }))
  t.deepEqual(harness.outcomes.get(2), { partition: 0, offset: 1_000_000_000_002, timestamp: 77 })
})

test('failures without an answer that time does not heal end the batch', (t) => {
  for (const error of [
    new AuthenticationError('wrong password'),
    new UnsupportedVersionError('the broker is too old'),
  ]) {
    const harness = new SenderHarness()
    harness.setMetadata({ t: [1] })
    harness.send('t', 'a')
    harness.poll()
    harness.fail(error)
    t.is(harness.error(0), error)
    t.is(harness.accumulator.memory.usedBytes, 0)
  }
})

test('a leader that a refusal names is passed on, with its address where that is said (KIP-951); that of a success is not', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1, 1, 1, 1] })
  for (const partition of [0, 1, 2, 3]) harness.send('t', 'a', { partition })
  harness.poll()
  const errorCode = ErrorCode.NOT_LEADER_OR_FOLLOWER
  const answers = [
    { errorCode, currentLeader: { leaderId: 2, leaderEpoch: 7 } },
    { errorCode, currentLeader: { leaderId: 3, leaderEpoch: 8 } },
    { errorCode },
    { baseOffset: 0n, currentLeader: { leaderId: 2, leaderEpoch: 7 } },
  ]
  const nodeEndpoints = [{ nodeId: 2, host: 'b', port: 9093, rack: 'r' }]
  harness.answer(({ partition }) => answers[partition], { nodeEndpoints })
  t.deepEqual(harness.leaderHints, [
    { topic: 't', partition: 0, leader: 2, leaderEpoch: 7, broker: { id: 2, host: 'b', port: 9093, rack: 'r' } },
    { topic: 't', partition: 1, leader: 3, leaderEpoch: 8, broker: undefined },
  ])
})
