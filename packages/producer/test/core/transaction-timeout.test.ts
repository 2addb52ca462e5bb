// A transaction that was open longer than transactionTimeoutMs: its coordinator has aborted it, and says so in different ways.
import { AbortableTransactionError, BrokerError, ErrorCode, FencedError } from '@odradek/protocol'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import test from 'ava'

import { TransactionHarness } from '../transaction-harness.ts'

const REMEDY = /was open for 90\d{3} ms.* transactionTimeoutMs \(60000\).*raise transactionTimeoutMs/

/** A transaction with a partition, `openMs` after it began. */
function open(version: 1 | 2, openMs: number): TransactionHarness {
  const harness = new TransactionHarness(version).begin()
  if (!harness.manager.maySend(harness.queue)) {
    harness.runner.poll()
    harness.answerJoin('t')
  }
  harness.runner.poll()
  harness.runner.advance(openMs)
  return harness
}

function commitRefusedWith(harness: TransactionHarness, errorCode: number) {
  const commit = harness.call((done) => harness.manager.commit(done))
  harness.runner.answer(endTxnApi, { errorCode }, harness.version === 1 ? 4 : 5)
  return commit.outcome as Error
}

function offsetsRefusedWith(harness: TransactionHarness, errorCode: number) {
  const offsets = harness.sendOffsets()
  if (harness.version === 1) {
    harness.runner.answer(addOffsetsToTxnApi, {})
    harness.runner.poll()
  }
  harness.coordinator(3)
  harness.answerOffsets(errorCode)
  return offsets.outcome as Error
}

const ways = {
  'EndTxn, with INVALID_TXN_STATE': (harness: TransactionHarness) =>
    commitRefusedWith(harness, ErrorCode.INVALID_TXN_STATE),
  'TxnOffsetCommit, with INVALID_PRODUCER_EPOCH': (harness: TransactionHarness) =>
    offsetsRefusedWith(harness, ErrorCode.INVALID_PRODUCER_EPOCH),
  'Produce, with INVALID_PRODUCER_EPOCH': (harness: TransactionHarness) => {
    const errorCode = ErrorCode.INVALID_PRODUCER_EPOCH
    harness.manager.onBatchFailed(new BrokerError({ api: 'Produce', errorCode }), true)
    try {
      harness.manager.checkInTransaction('commitTransaction')
    } catch (error) {
      return error as Error
    }
    throw new Error('nothing failed')
  },
}

for (const [way, refuse] of Object.entries(ways)) {
  test(`the second protocol says it by ${way}: it can be aborted, and the abort brings the next epoch`, (t) => {
    const harness = open(2, 90_000)
    const error = refuse(harness)
    t.true(AbortableTransactionError.is(error), String(error))
    t.regex(error.message, REMEDY)
    t.deepEqual([harness.manager.state, harness.fatal], ['abortable-error', undefined])
    const aborted = harness.call((done) => harness.manager.abort(done))
    harness.runner.poll()
    t.false(harness.runner.request(endTxnApi).committed)
    harness.runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
    t.deepEqual([aborted.outcome, harness.manager.state, harness.open], ['done', 'ready', []])
    harness.manager.begin()
    t.deepEqual(harness.manager.current, { producerId: 5n, epoch: 1 })
  })

  test(`within transactionTimeoutMs nothing is said of it: ${way}`, (t) => {
    const error = refuse(open(2, 50_000))
    t.true(AbortableTransactionError.is(error), String(error))
    t.notRegex(error.message, /was open for|raise transactionTimeoutMs/)
  })
}

const fencedWays = {
  'EndTxn, with PRODUCER_FENCED': (harness: TransactionHarness) =>
    commitRefusedWith(harness, ErrorCode.PRODUCER_FENCED),
  'TxnOffsetCommit, with INVALID_PRODUCER_EPOCH': ways['TxnOffsetCommit, with INVALID_PRODUCER_EPOCH'],
}

for (const [way, refuse] of Object.entries(fencedWays)) {
  test(`the first protocol says it by ${way}: nothing but a new producer helps`, (t) => {
    const harness = open(1, 90_000)
    const error = refuse(harness)
    t.true(FencedError.is(error), String(error))
    t.regex(error.message, REMEDY)
    t.regex(error.message, /new producer/)
    t.is(harness.fatal as Error, error)
  })

  test(`a producer that was fenced within transactionTimeoutMs was fenced by a newer one: ${way}`, (t) => {
    const error = refuse(open(1, 50_000))
    t.true(FencedError.is(error), String(error))
    t.notRegex(error.message, /was open for|raise transactionTimeoutMs/)
  })
}

test('the time of a transaction is its own: the one before does not count', (t) => {
  const harness = open(2, 50_000)
  const commit = harness.call((done) => harness.manager.commit(done))
  harness.runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
  t.is(commit.outcome, 'done')
  harness.runner.advance(50_000)
  harness.manager.begin()
  harness.manager.maySend(harness.queue)
  harness.runner.poll()
  harness.runner.advance(20_000)
  t.notRegex(commitRefusedWith(harness, ErrorCode.PRODUCER_FENCED).message, /was open for/)
})

test('an abort that is refused with INVALID_TXN_STATE ends the producer: what became of the transaction is not known', (t) => {
  const harness = open(2, 90_000)
  const aborted = harness.call((done) => harness.manager.abort(done))
  harness.runner.answer(endTxnApi, { errorCode: ErrorCode.INVALID_TXN_STATE })
  t.true(BrokerError.is(aborted.outcome), String(aborted.outcome))
  t.is(harness.manager.state, 'fatal-error')
})

test('each who meets a failed transaction has an error of their own, with the same cause and what to do about it', (t) => {
  const harness = open(2, 90_000)
  const { manager, runner } = harness
  const offsets = harness.sendOffsets()
  const commit = harness.call((done) => manager.commit(done))
  harness.isIdle = false
  const cause = new BrokerError({ api: 'Produce', errorCode: ErrorCode.INVALID_PRODUCER_EPOCH })
  manager.onBatchFailed(cause, true)
  runner.poll()
  const sendHere = () => manager.checkInTransaction('send')
  const commitHere = () => manager.checkInTransaction('commitTransaction')
  const refusals = [sendHere, commitHere].map((call) => t.throws(call))
  const errors = [offsets.outcome, commit.outcome, ...harness.failedQueued, ...refusals] as Error[]
  t.is(errors.length, 5)
  t.is(new Set(errors).size, 5)
  for (const error of errors) {
    t.true(AbortableTransactionError.is(error), String(error))
    t.is(error.cause, cause)
    t.regex(error.message, REMEDY)
  }
  t.regex(refusals[0]!.stack!, /sendHere/)
  t.regex(refusals[1]!.stack!, /commitHere/)
})
