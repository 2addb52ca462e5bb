import { ErrorCode } from '@odradek/protocol'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import test from 'ava'
import { transactionPartition } from '../../../src/core/transaction/transaction-topic.ts'
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

test('offsets of a transaction are checked against the epoch of a consumer group’s member', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  const beat = (memberEpoch: number, topicPartitions: { topicId: string; partitions: number[] }[] | null = null) => {
    const member = { groupId: 'g', memberId: 'm', memberEpoch, rebalanceTimeoutMs: 1000, topicPartitions }
    return harness.get(consumerGroupHeartbeatApi, 1, { ...member, subscribedTopicNames: ['t'] })
  }
  t.is(beat(0, []).memberEpoch, 1)
  const member = { memberId: 'm', generationId: 1 }
  t.is(harness.commitOffset(producer, 5n, member), 0)
  t.is(harness.commitOffset(producer, 5n, { ...member, generationId: 2 }), ErrorCode.ILLEGAL_GENERATION)
  t.is(harness.commitOffset(producer, 5n, { ...member, memberId: 'other' }), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.commitOffset(producer, 5n, { ...member, groupId: 'no-group' }), ErrorCode.ILLEGAL_GENERATION)
  // The member goes on to another epoch and keeps the partition: a commit that was under way counts.
  harness.createTopic('another')
  const more = { groupId: 'g', memberId: 'm', memberEpoch: 1, subscribedTopicNames: ['t', 'another'] }
  t.is(harness.get(consumerGroupHeartbeatApi, 1, more).memberEpoch, 2)
  t.is(harness.commitOffset(producer, 6n, member), 0)
  t.is(harness.commitOffset(producer, 6n, { ...member, generationId: 0 }), ErrorCode.ILLEGAL_GENERATION)
})

test('a clock that counts in fractions of milliseconds does no harm', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  harness.nowMs = 12.537
  harness.produce(producer, ['a'])
  t.is(harness.end(producer, true).errorCode, 0)
  t.deepEqual(harness.consume(1), ['a'])
})

test('a producer whose transaction timed out may go on with the next epoch, if it names its own', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init('tx', 30_000)
  harness.produce(producer, ['a'])
  harness.advance(50_000)
  const { producerId, producerEpoch } = producer
  t.like(harness.initRaw('tx', { producerId, producerEpoch }), { errorCode: 0, producerId, producerEpoch: 1 })
  const first = new TransactionHarness({ transactionVersion: 0 })
  const old = first.init('tx', 30_000)
  first.add(old)
  first.advance(50_000)
  t.is(first.initRaw('tx', old).errorCode, ErrorCode.PRODUCER_FENCED)
})

test('KIP-360: a producer may ask for the next epoch, again too, and an older one may not', (t) => {
  const harness = new TransactionHarness()
  const { producerId } = harness.init()
  const bump = (producerEpoch: number, version = 5) => harness.initRaw('tx', { producerId, producerEpoch, version })
  t.is(bump(0).producerEpoch, 1)
  t.is(bump(0).producerEpoch, 1)
  t.is(bump(1).producerEpoch, 2)
  t.is(bump(0).errorCode, ErrorCode.PRODUCER_FENCED)
  t.is(bump(0, 3).errorCode, ErrorCode.INVALID_PRODUCER_EPOCH)
  t.is(harness.initRaw('tx', { producerId: 99n, producerEpoch: 2 }).errorCode, ErrorCode.PRODUCER_FENCED)
  t.like(harness.initRaw('new', { producerId: 99n, producerEpoch: 2 }), { errorCode: 0, producerEpoch: 0 })
})

test('a producer whose epochs are used up gets another id, with the end of its transaction too', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  const stored = harness.state.transactions.find('tx')!
  const { topicId, partition } = transactionPartition(harness.state, 'tx')!
  const jump = (producerEpoch: number) => {
    const metadata = { ...stored, producerEpoch }
    harness.state.apply({ type: 'transaction-stored', metadata, topicId, partition, endOffset: 0 })
    return { ...producer, producerEpoch, sequences: new Map<string, number>() }
  }
  const last = jump(0x7ffe)
  harness.produce(last, ['a'])
  const retry = { ...last, sequences: new Map<string, number>() }
  t.like(harness.end(last, true), { errorCode: 0, producerId: producer.producerId + 1n, producerEpoch: 0 })
  t.like(harness.end(retry, true), { errorCode: 0, producerId: producer.producerId + 1n, producerEpoch: 0 })
  t.is(harness.produce(last, ['b']).errorCode, 0)
  harness.end(last, true)
  t.deepEqual(harness.consume(1), ['a', 'b'])
  jump(0x7ffe)
  t.like(harness.initRaw('tx'), { errorCode: 0, producerEpoch: 0, producerId: producer.producerId + 2n })
})

test('EndTxn of the second generation: repeated, contradicted, and of no partition', (t) => {
  const harness = new TransactionHarness()
  const producer = harness.init()
  const at = (epoch: number) => ({ ...producer, producerEpoch: epoch, sequences: new Map<string, number>() })
  t.is(harness.end(at(0), true).errorCode, ErrorCode.INVALID_TXN_STATE)
  t.like(harness.end(at(0), false), { errorCode: 0, producerEpoch: 1 })
  t.like(harness.end(at(0), false), { errorCode: 0, producerEpoch: 1 })
  t.is(harness.end(at(0), true).errorCode, ErrorCode.INVALID_TXN_STATE)
  t.is(harness.end(at(1), true).errorCode, ErrorCode.INVALID_TXN_STATE)
  t.like(harness.end(at(1), false), { errorCode: 0, producerEpoch: 2 })
  t.is(harness.end(at(30), false).errorCode, ErrorCode.PRODUCER_FENCED)
  t.is(harness.end({ ...at(2), producerId: 77n }, false).errorCode, ErrorCode.INVALID_PRODUCER_ID_MAPPING)
  t.is(harness.end({ ...at(2), transactionalId: 'nobody' }, false).errorCode, ErrorCode.INVALID_PRODUCER_ID_MAPPING)
  t.is(harness.end({ ...at(2), transactionalId: '' }, false).errorCode, ErrorCode.INVALID_REQUEST)
})

test('a transactional id that nobody uses expires', (t) => {
  const harness = new TransactionHarness({ transactionalIdExpirationMs: 7_200_000 })
  harness.init()
  const open = harness.init('open', 900_000)
  harness.advance(7_000_000)
  harness.produce(open, ['a'])
  harness.advance(300_000)
  t.is(harness.describe().errorCode, ErrorCode.TRANSACTIONAL_ID_NOT_FOUND)
  t.is(harness.describe('open').transactionState, 'Ongoing')
})

test('a batch is not the first of its transaction where an earlier one could not be verified', (t) => {
  const world = new TransactionHarness()
  const producer = world.init()
  const first = { ...producer, sequences: new Map([['t-0', 0]]) }
  t.is(world.produce(first, ['a'], { version: 11 }).errorCode, ErrorCode.TRANSACTION_ABORTABLE)
  t.deepEqual(world.add(producer), [0])
  const later = { ...producer, sequences: new Map([['t-0', 5]]) }
  t.is(world.produce(later, ['f'], { version: 11 }).errorCode, ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  t.is(world.produce(first, ['a', 'b', 'c', 'd', 'e'], { version: 11 }).errorCode, 0)
  t.is(world.produce(later, ['f'], { version: 11 }).errorCode, 0)
})

test('the first batch of a producer of the second generation, of which nothing is known, has sequence 0', (t) => {
  const world = new TransactionHarness()
  const producer = world.init()
  const later = { ...producer, sequences: new Map([['t-0', 3]]) }
  t.is(world.produce(later, ['d']).errorCode, ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  t.is(world.produce(producer, ['a', 'b', 'c']).errorCode, 0)
  t.is(world.produce(later, ['d']).errorCode, 0)
  t.is(world.end(producer, true).errorCode, 0)
})
