// The transaction core with scripted answers: what each error code of each API leads to, and what is sent when.
import {
  AbortableTransactionError,
  AuthorizationError,
  ConnectionError,
  ErrorCode,
  errorName,
  FencedError,
  type KafkaError,
  UsageError,
} from '@odradek/protocol'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import test from 'ava'

import { group, TransactionHarness } from '../transaction-harness.ts'

const initialized = (code: number) => {
  const harness = new TransactionHarness(2)
  const call = harness.call((done) => harness.manager.initialize(done))
  harness.coordinator()
  harness.runner.answer(initProducerIdApi, { errorCode: code, producerId: -1n, producerEpoch: -1 })
  return { harness, call }
}

test('InitProducerId: errors that pass are retried, fencing ends the producer, a missing ACL does not', (t) => {
  for (const code of [ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.CONCURRENT_TRANSACTIONS]) {
    const { harness, call } = initialized(code)
    t.deepEqual([harness.manager.state, call.outcome], ['initializing', 'open'])
    harness.runner.advance(200)
    harness.runner.answer(initProducerIdApi, { producerId: 9n, producerEpoch: 4 })
    t.deepEqual([harness.manager.state, call.outcome], ['ready', 'done'])
  }
  const moved = initialized(ErrorCode.NOT_COORDINATOR)
  moved.harness.runner.advance(200)
  moved.harness.coordinator(2)
  t.deepEqual(moved.harness.runner.pending[0]!.destination, { nodeId: 2, channel: 'coordinator' })
  for (const code of [ErrorCode.PRODUCER_FENCED, ErrorCode.INVALID_PRODUCER_EPOCH]) {
    const { harness, call } = initialized(code)
    t.true(FencedError.is(call.outcome))
    t.is(harness.manager.state, 'fatal-error')
    t.is(harness.fatal, call.outcome as KafkaError)
  }
  const denied = initialized(ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  t.true(AuthorizationError.is(denied.call.outcome))
  t.is(denied.harness.manager.state, 'uninitialized')
  t.is(initialized(ErrorCode.INVALID_TRANSACTION_TIMEOUT).harness.manager.state, 'fatal-error')
})

test('the first protocol announces partitions and groups, and stays below Produce 12', (t) => {
  const harness = new TransactionHarness(1).begin()
  const { manager, runner, queue } = harness
  t.is(manager.maxProduceVersion, 11)
  t.false(manager.maySend(queue))
  runner.poll()
  t.deepEqual(runner.request(addPartitionsToTxnApi, 3).v3AndBelowTopics, [{ name: 't', partitions: [0] }])
  const results = [{ name: 't', resultsByPartition: [{ partitionIndex: 0, partitionErrorCode: 0 }] }]
  runner.answer(addPartitionsToTxnApi, { resultsByTopicV3AndBelow: results }, 3)
  t.true(manager.maySend(queue))
  const offsets = harness.call((done) => manager.sendOffsets([{ topic: 'in', partition: 2, offset: 8n }], group, done))
  t.is(runner.request(addOffsetsToTxnApi).groupId, 'g')
  runner.answer(addOffsetsToTxnApi, {})
  runner.poll()
  harness.coordinator(3)
  const { memberId, generationId, topics } = runner.request(txnOffsetCommitApi, 4)
  t.deepEqual([memberId, generationId, topics[0]!.partitions[0]!.committedOffset], ['m', 3, 8n])
  t.is(runner.pending[0]!.maxVersion, 4)
  runner.answer(txnOffsetCommitApi, { topics: [{ name: 'in', partitions: [{ partitionIndex: 2 }] }] }, 4)
  t.is(offsets.outcome, 'done')
  const commit = harness.call((done) => manager.commit(done))
  t.is(runner.pending[0]!.maxVersion, 4)
  t.true(runner.request(endTxnApi, 4).committed)
  runner.answer(endTxnApi, {}, 4)
  t.deepEqual([commit.outcome, manager.state], ['done', 'ready'])
})

test('the second protocol announces nothing, and takes the next epoch from EndTxn', (t) => {
  const harness = new TransactionHarness(2).begin()
  const { manager, runner, queue } = harness
  t.is(manager.maxProduceVersion, undefined)
  t.true(manager.maySend(queue))
  harness.call((done) => manager.sendOffsets([{ topic: 'in', partition: 0, offset: 8n }], group, done))
  harness.coordinator(3)
  t.deepEqual(harness.open, ['TxnOffsetCommit'])
  t.is(runner.pending[0]!.minVersion, 5)
  runner.answer(txnOffsetCommitApi, { topics: [{ name: 'in', partitions: [{ partitionIndex: 0 }] }] })
  harness.isIdle = false
  const commit = harness.call((done) => manager.commit(done))
  t.deepEqual(harness.open, [])
  harness.isIdle = true
  runner.poll()
  t.is(runner.pending[0]!.minVersion, 5)
  runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
  t.is(commit.outcome, 'done')
  manager.begin()
  t.deepEqual(manager.current, { producerId: 5n, epoch: 1 })
})

test('a transaction that no broker has heard of ends without a request', (t) => {
  for (const ending of ['commit', 'abort'] as const) {
    const harness = new TransactionHarness(1).begin()
    t.is(harness.call((done) => harness.manager[ending](done)).outcome, 'done')
    harness.runner.poll()
    t.deepEqual([harness.open, harness.manager.state], [[], 'ready'])
  }
})

const endings: readonly (readonly [number, 'retry' | 'abortable' | 'fatal' | 'fenced'])[] = [
  [ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, 'retry'],
  [ErrorCode.CONCURRENT_TRANSACTIONS, 'retry'],
  [ErrorCode.NOT_COORDINATOR, 'retry'],
  [ErrorCode.COORDINATOR_NOT_AVAILABLE, 'retry'],
  [ErrorCode.TRANSACTION_ABORTABLE, 'abortable'],
  [ErrorCode.UNKNOWN_PRODUCER_ID, 'abortable'],
  [ErrorCode.INVALID_PRODUCER_ID_MAPPING, 'abortable'],
  [ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, 'fatal'],
  [ErrorCode.UNKNOWN_SERVER_ERROR, 'fatal'],
  [ErrorCode.PRODUCER_FENCED, 'fenced'],
  [ErrorCode.INVALID_PRODUCER_EPOCH, 'fenced'],
]

for (const version of [1, 2] as const) {
  // With the second protocol the coordinator has aborted it, and has the next epoch ready.
  const invalidState = [ErrorCode.INVALID_TXN_STATE, version === 1 ? 'fatal' : 'abortable'] as const
  for (const [code, expected] of [...endings, invalidState]) {
    test(`EndTxn answered with ${errorName(code)} (protocol ${version}): ${expected}`, (t) => {
      const harness = new TransactionHarness(version).begin()
      const { manager, runner, queue } = harness
      if (!manager.maySend(queue)) {
        runner.poll()
        const results = [{ name: 't', resultsByPartition: [{ partitionIndex: 0, partitionErrorCode: 0 }] }]
        runner.answer(addPartitionsToTxnApi, { resultsByTopicV3AndBelow: results }, 3)
      }
      const commit = harness.call((done) => manager.commit(done))
      runner.answer(endTxnApi, { errorCode: code }, version === 1 ? 4 : 5)
      if (expected === 'retry') {
        t.is(commit.outcome, 'open')
        runner.advance(150)
        if (harness.open[0] === 'FindCoordinator') harness.coordinator(2)
        runner.advance(200)
        runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
        t.is(commit.outcome, 'done')
      } else if (expected === 'abortable') {
        t.true(AbortableTransactionError.is(commit.outcome))
        t.is(manager.state, 'abortable-error')
        t.throws(() => manager.checkInTransaction('send'), { instanceOf: AbortableTransactionError })
        const abort = harness.call((done) => manager.abort(done))
        t.false(runner.request(endTxnApi).committed)
        runner.answer(endTxnApi, version === 1 ? {} : { producerId: 5n, producerEpoch: 1 }, version === 1 ? 4 : 5)
        if (version === 1 && code !== ErrorCode.TRANSACTION_ABORTABLE) {
          runner.poll()
          t.deepEqual(runner.request(initProducerIdApi).producerId, 5n)
          runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 1 })
        }
        t.deepEqual([abort.outcome, manager.state], ['done', 'ready'])
      } else {
        t.is(manager.state, 'fatal-error')
        t.is(FencedError.is(commit.outcome), expected === 'fenced')
        t.throws(() => manager.begin())
        t.is(harness.fatal, commit.outcome as KafkaError)
      }
    })
  }
}

for (const code of [
  ErrorCode.GROUP_AUTHORIZATION_FAILED,
  ErrorCode.FENCED_INSTANCE_ID,
  ErrorCode.UNKNOWN_MEMBER_ID,
  ErrorCode.ILLEGAL_GENERATION,
  ErrorCode.STALE_MEMBER_EPOCH,
  ErrorCode.TRANSACTION_ABORTABLE,
]) {
  test(`TxnOffsetCommit answered with ${errorName(code)}: the transaction can only be aborted`, (t) => {
    const harness = new TransactionHarness(2).begin()
    const { manager, runner } = harness
    const offsets = [0, 1].map((partition) => ({ topic: 'in', partition, offset: 8n }))
    const call = harness.call((done) => manager.sendOffsets(offsets, group, done))
    harness.coordinator(3)
    const partitions = [{ partitionIndex: 0 }, { partitionIndex: 1, errorCode: code }]
    runner.answer(txnOffsetCommitApi, { topics: [{ name: 'in', partitions }] })
    t.true(AbortableTransactionError.is(call.outcome))
    t.is(manager.state, 'abortable-error')
  })
}

test('offsets that are refused for a while are sent again, without those that are in', (t) => {
  const harness = new TransactionHarness(2).begin()
  const { manager, runner } = harness
  const offsets = [0, 1].map((partition) => ({ topic: 'in', partition, offset: 8n }))
  const call = harness.call((done) => manager.sendOffsets(offsets, group, done))
  harness.coordinator(3)
  const partitions = [{ partitionIndex: 0 }, { partitionIndex: 1, errorCode: ErrorCode.NOT_COORDINATOR }]
  runner.answer(txnOffsetCommitApi, { topics: [{ name: 'in', partitions }] })
  harness.coordinator(4)
  runner.advance(200)
  t.deepEqual(
    runner.request(txnOffsetCommitApi).topics[0]!.partitions.map(({ partitionIndex }) => partitionIndex),
    [1],
  )
  runner.answer(txnOffsetCommitApi, { topics: [{ name: 'in', partitions: [{ partitionIndex: 1 }] }] })
  t.is(call.outcome, 'done')
})

test('a batch that fails makes the transaction abortable; the first protocol needs a new epoch if it was numbered', (t) => {
  for (const wasNumbered of [true, false]) {
    const harness = new TransactionHarness(1).begin()
    const { manager, runner, queue } = harness
    manager.maySend(queue)
    runner.poll()
    const results = [{ name: 't', resultsByPartition: [{ partitionIndex: 0, partitionErrorCode: 0 }] }]
    runner.answer(addPartitionsToTxnApi, { resultsByTopicV3AndBelow: results }, 3)
    const commit = harness.call((done) => {
      harness.isIdle = false
      manager.commit(done)
    })
    manager.onBatchFailed(new ConnectionError('gone'), wasNumbered)
    t.true(AbortableTransactionError.is(commit.outcome))
    t.is(manager.current, undefined)
    runner.poll()
    t.is(harness.failedQueued.length, 1)
    const abort = harness.call((done) => manager.abort(done))
    runner.answer(endTxnApi, {}, 4)
    runner.poll()
    t.deepEqual(harness.open, wasNumbered ? ['InitProducerId'] : [])
    if (wasNumbered) runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 1 })
    t.is(abort.outcome, 'done')
  }
})

test('AddPartitionsToTxn: a topic that may not be written to makes the transaction abortable', (t) => {
  const harness = new TransactionHarness(1).begin()
  const { manager, runner, queue } = harness
  manager.maySend(queue)
  runner.poll()
  const partitionErrorCode = ErrorCode.TOPIC_AUTHORIZATION_FAILED
  const results = [{ name: 't', resultsByPartition: [{ partitionIndex: 0, partitionErrorCode }] }]
  runner.answer(addPartitionsToTxnApi, { resultsByTopicV3AndBelow: results }, 3)
  const error = t.throws(() => manager.checkInTransaction('send'))
  t.true(AbortableTransactionError.is(error))
  t.true(AuthorizationError.is(error.cause))
})

test('when the connection to a coordinator is lost, it is looked for again before it is needed', (t) => {
  const harness = new TransactionHarness(2).ready()
  harness.manager.begin()
  harness.manager.maySend(harness.queue)
  const offsets = harness.call((done) =>
    harness.manager.sendOffsets([{ topic: 't', partition: 0, offset: 1n }], group, done),
  )
  harness.coordinator(4)
  t.deepEqual(harness.open, ['TxnOffsetCommit'])
  harness.runner.answer(txnOffsetCommitApi, {
    topics: [{ name: 't', partitions: [{ partitionIndex: 0, errorCode: 0 }] }],
  })
  t.is(offsets.outcome, 'done')
  harness.manager.coordinators.onConnectionLost(3, harness.runner.nowMs)
  t.is(harness.manager.coordinators.transactionNodeId, 1)
  harness.manager.coordinators.onConnectionLost(4, harness.runner.nowMs)
  t.is(harness.manager.coordinators.transactionNodeId, 1)
  t.is(harness.manager.coordinators.groupNodeId('g'), undefined)
  harness.manager.coordinators.onConnectionLost(1, harness.runner.nowMs)
  t.is(harness.manager.coordinators.transactionNodeId, undefined)
  const end = harness.call((done) => harness.manager.commit(done))
  harness.runner.advance(200)
  while (harness.open.includes('FindCoordinator')) harness.coordinator(2)
  t.deepEqual(harness.open, ['EndTxn'])
  harness.runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
  t.is(end.outcome, 'done')
})

test('a transaction whose AddPartitionsToTxn never arrived can be aborted: the coordinator knows of none', (t) => {
  const harness = new TransactionHarness(1).begin()
  harness.manager.maySend(harness.queue)
  harness.runner.poll()
  harness.runner.fail(addPartitionsToTxnApi, new ConnectionError('lost'))
  const aborted = harness.call((done) => harness.manager.abort(done))
  harness.coordinator()
  harness.runner.advance(200)
  harness.runner.answer(endTxnApi, { errorCode: ErrorCode.INVALID_TXN_STATE }, 4)
  t.deepEqual([aborted.outcome, harness.manager.state, harness.fatal], ['done', 'ready', undefined])
  harness.manager.begin()
})

test('a lost connection is answered by looking for the coordinator and asking again', (t) => {
  const harness = new TransactionHarness(2).begin()
  const { manager, runner, queue } = harness
  manager.maySend(queue)
  const commit = harness.call((done) => manager.commit(done))
  runner.fail(endTxnApi, new ConnectionError('lost'))
  harness.coordinator(2)
  runner.advance(200)
  t.deepEqual(runner.pending[0]!.destination, { nodeId: 2, channel: 'coordinator' })
  runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
  t.is(commit.outcome, 'done')
})

test('calls at the wrong time are UsageErrors that say the state', (t) => {
  const { manager } = new TransactionHarness(2).ready()
  t.throws(() => manager.checkInTransaction('send'), { instanceOf: UsageError, message: /no transaction is open/ })
  t.throws(() => manager.commit(() => undefined), { instanceOf: UsageError })
  t.throws(() => manager.abort(() => undefined), { instanceOf: UsageError })
  manager.begin()
  t.throws(() => manager.begin(), { instanceOf: UsageError, message: /a transaction is open/ })
})
