import { ErrorCode } from '@odradek/protocol'
import test from 'ava'
import { TransactionHarness } from './transaction-harness.ts'

test('records of a transaction are read as committed when it is committed, and in one go', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  t.is(harness.produce(producer, ['a', 'b']).errorCode, 0)
  t.is(harness.produce(producer, ['c'], { index: 1 }).errorCode, 0)
  t.deepEqual(harness.consume(0), ['a', 'b'])
  t.deepEqual(harness.consume(1), [])
  t.is(harness.describe().transactionState, 'Ongoing')
  t.is(harness.end(producer, true).errorCode, 0)
  t.deepEqual(harness.consume(1), ['a', 'b'])
  t.deepEqual(harness.consume(1, 1), ['c'])
  t.is(harness.describe().transactionState, 'CompleteCommit')
})

test('records of an aborted transaction are passed over, those around them are not', (t) => {
  const harness = new TransactionHarness()
  const [one, other] = [harness.init('one'), harness.init('other')]
  harness.produce(one, ['aborted'])
  harness.produce(other, ['committed'])
  harness.produce(one, ['aborted too'])
  harness.end(one, false)
  t.deepEqual(harness.consume(1), [])
  harness.end(other, true)
  t.deepEqual(harness.consume(1), ['committed'])
  t.deepEqual(harness.fetch(1).abortedTransactions, [{ producerId: one.producerId, firstOffset: 0n }])
  t.is(harness.fetch(0).abortedTransactions, null)
})

test('the last stable offset is where the oldest open transaction begins', (t) => {
  const harness = new TransactionHarness()
  const [one, other] = [harness.init('one'), harness.init('other')]
  harness.produce(one, ['a'])
  harness.produce(other, ['b'])
  harness.end(one, true)
  t.is(harness.latestOffset(1), 1n)
  t.is(harness.latestOffset(0), 3n)
  t.is(harness.fetch(1).lastStableOffset, 1n)
  t.is(harness.fetch(0).lastStableOffset, 1n)
  harness.end(other, false)
  t.is(harness.latestOffset(1), 4n)
})

test('with the first generation partitions are added by request and the epoch stays', (t) => {
  const harness = new TransactionHarness({ transactionVersion: 0 })
  const producer = harness.init()
  t.deepEqual(harness.add(producer, 't', [0, 1]), [0, 0])
  t.is(harness.produce(producer, ['a'], { version: 9 }).errorCode, 0)
  t.is(harness.end(producer, true, 3).errorCode, 0)
  t.deepEqual(harness.add(producer), [0])
  t.is(harness.produce(producer, ['b'], { version: 9 }).errorCode, 0)
  t.is(harness.end(producer, false, 3).errorCode, 0)
  t.deepEqual(harness.consume(1), ['a'])
  t.like(harness.describe(), { transactionState: 'CompleteAbort', producerEpoch: 0 })
})

test('with the second generation each end gives the next epoch', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  for (let epoch = 0; epoch < 3; epoch++) {
    t.is(producer.producerEpoch, epoch)
    t.is(harness.produce(producer, [`${epoch}`]).errorCode, 0)
    t.is(harness.end(producer, epoch !== 1).errorCode, 0)
  }
  t.deepEqual(harness.consume(1), ['0', '2'])
})

test('records for a partition that was not added are refused with what the version knows', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  t.like(harness.produce(producer, ['a'], { version: 10 }), {
    errorCode: ErrorCode.INVALID_TXN_STATE,
    errorMessage: 'Partition was not added to the transaction',
  })
  t.is(harness.produce(producer, ['a'], { version: 11 }).errorCode, ErrorCode.TRANSACTION_ABORTABLE)
  t.is(harness.produce(producer, ['a'], { version: 12 }).errorCode, 0)
  t.is(harness.produce(producer, ['b'], { version: 10 }).errorCode, 0)
})

test('a new producer of the same id fences the old one and aborts its transaction', (t) => {
  const harness = new TransactionHarness()
  const old = harness.init()
  harness.produce(old, ['a'])
  t.is(harness.initRaw('tx').errorCode, ErrorCode.CONCURRENT_TRANSACTIONS)
  const fresh = harness.init()
  t.is(fresh.producerId, old.producerId)
  t.is(fresh.producerEpoch, 2)
  t.deepEqual(harness.consume(1), [])
  t.is(harness.latestOffset(1), 2n)
  t.is(harness.produce(old, ['b']).errorCode, ErrorCode.INVALID_PRODUCER_EPOCH)
  t.is(harness.end(old, true).errorCode, ErrorCode.PRODUCER_FENCED)
  t.is(harness.end(old, true, 1).errorCode, ErrorCode.INVALID_PRODUCER_EPOCH)
  t.deepEqual(harness.add(old), [ErrorCode.PRODUCER_FENCED])
  t.deepEqual(harness.add(old, 't', [0], 1), [ErrorCode.INVALID_PRODUCER_EPOCH])
  t.is(harness.produce(fresh, ['c']).errorCode, 0)
})

test('a transaction that takes longer than its timeout is aborted, and its producer fenced', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init('tx', 30_000)
  harness.produce(producer, ['a'])
  harness.advance(30_000)
  t.is(harness.describe().transactionState, 'Ongoing')
  harness.advance(10_001)
  t.like(harness.describe(), { transactionState: 'CompleteAbort', producerEpoch: 1 })
  t.is(harness.end(producer, true).errorCode, ErrorCode.INVALID_TXN_STATE)
  t.is(harness.produce(producer, ['b']).errorCode, ErrorCode.INVALID_PRODUCER_EPOCH)
  t.deepEqual(harness.consume(1), [])
})

test('offsets of a transaction count when it is committed', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  t.is(harness.commitOffset(producer, 5n), 0)
  t.is(harness.committedOffset().committedOffset, -1n)
  t.is(harness.committedOffset('g', true).errorCode, ErrorCode.UNSTABLE_OFFSET_COMMIT)
  harness.end(producer, true)
  t.like(harness.committedOffset('g', true), { errorCode: 0, committedOffset: 5n })
  t.is(harness.commitOffset(producer, 9n), 0)
  harness.end(producer, false)
  t.is(harness.committedOffset('g', true).committedOffset, 5n)
})

test('a clock that counts in fractions of milliseconds does no harm', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  harness.nowMs = 12.537
  harness.produce(producer, ['a'])
  t.is(harness.end(producer, true).errorCode, 0)
  t.deepEqual(harness.consume(1), ['a'])
})
