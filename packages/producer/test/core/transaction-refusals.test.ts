// Answers that come when the transaction has been given up already: it is still open at its coordinator, until EndTxn has said that it is not.
import { AbortableTransactionError, ConnectionError, ErrorCode, errorName, type KafkaError } from '@odradek/protocol'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import test, { type ExecutionContext } from 'ava'

import { PartitionQueue } from '../../src/core/partition-queue.ts'
import { TopicQueues } from '../../src/core/topic-queues.ts'
import { TransactionHarness } from '../transaction-harness.ts'

const NEW_EPOCH = new Set<number>([ErrorCode.UNKNOWN_PRODUCER_ID, ErrorCode.INVALID_PRODUCER_ID_MAPPING])
const OFFSET_CODES = [
  ErrorCode.ILLEGAL_GENERATION,
  ErrorCode.UNKNOWN_MEMBER_ID,
  ErrorCode.STALE_MEMBER_EPOCH,
  ErrorCode.FENCED_INSTANCE_ID,
  ErrorCode.GROUP_AUTHORIZATION_FAILED,
  ErrorCode.TRANSACTION_ABORTABLE,
  ErrorCode.INVALID_PRODUCER_ID_MAPPING,
]
const JOIN_CODES = [
  ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  ErrorCode.OPERATION_NOT_ATTEMPTED,
  ErrorCode.TRANSACTION_ABORTABLE,
  ErrorCode.UNKNOWN_PRODUCER_ID,
]

/** A transaction of which the coordinator has partition 0 of `t`. */
function started(version: 1 | 2): TransactionHarness {
  const harness = new TransactionHarness(version).begin()
  if (!harness.manager.maySend(harness.queue)) {
    harness.runner.poll()
    harness.answerJoin('t')
  }
  return harness
}

function commitOffsets(harness: TransactionHarness): void {
  harness.sendOffsets()
  if (harness.version === 1) {
    harness.runner.answer(addOffsetsToTxnApi, {})
    harness.runner.poll()
  }
  harness.coordinator(3)
}

const abort = (harness: TransactionHarness) => harness.call((done) => harness.manager.abort(done))

/** EndTxn has been asked for and says that the transaction is aborted: only then is it. */
function endsWithEndTxn(
  t: ExecutionContext,
  harness: TransactionHarness,
  aborted: { outcome: unknown },
  needsEpoch: boolean,
): void {
  const { manager, runner, version } = harness
  runner.poll()
  t.deepEqual([aborted.outcome, manager.state, harness.open], ['open', 'aborting', ['EndTxn']])
  t.false(runner.request(endTxnApi).committed)
  runner.answer(endTxnApi, version === 1 ? {} : { producerId: 5n, producerEpoch: 1 }, version === 1 ? 4 : 5)
  if (version === 1 && needsEpoch) {
    runner.poll()
    runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 1 })
  }
  t.deepEqual([aborted.outcome, manager.state, harness.fatal], ['done', 'ready', undefined])
  manager.begin()
}

for (const version of [1, 2] as const) {
  const codes = version === 1 ? OFFSET_CODES : [...OFFSET_CODES, ErrorCode.INVALID_PRODUCER_EPOCH]
  for (const code of codes) {
    test(`TxnOffsetCommit refused with ${errorName(code)} while aborting: EndTxn is sent (protocol ${version})`, (t) => {
      const harness = started(version)
      commitOffsets(harness)
      const aborted = abort(harness)
      harness.answerOffsets(code)
      endsWithEndTxn(t, harness, aborted, NEW_EPOCH.has(code))
    })

    test(`TxnOffsetCommit refused with ${errorName(code)} after a record failed: it can be aborted (protocol ${version})`, (t) => {
      const harness = started(version)
      commitOffsets(harness)
      harness.manager.onBatchFailed(new ConnectionError('gone'), false)
      harness.answerOffsets(code)
      t.deepEqual([harness.manager.state, harness.fatal], ['abortable-error', undefined])
      t.throws(() => harness.manager.checkInTransaction('send'), { instanceOf: AbortableTransactionError })
      endsWithEndTxn(t, harness, abort(harness), NEW_EPOCH.has(code))
    })
  }

  test(`a group coordinator that is refused while aborting: EndTxn is sent (protocol ${version})`, (t) => {
    const harness = lookingForGroup(version)
    const aborted = abort(harness)
    refuseGroup(harness)
    t.is(aborted.outcome, 'open')
    endsWithEndTxn(t, harness, aborted, false)
  })

  test(`a group coordinator that is refused after a record failed, or later, does no harm (protocol ${version})`, (t) => {
    const harness = lookingForGroup(version)
    harness.manager.onBatchFailed(new ConnectionError('gone'), false)
    refuseGroup(harness)
    t.deepEqual([harness.manager.state, harness.fatal], ['abortable-error', undefined])
    endsWithEndTxn(t, harness, abort(harness), false)
  })

  test(`a group coordinator that is refused when all offsets are committed does no harm (protocol ${version})`, (t) => {
    const harness = started(version)
    commitOffsets(harness)
    harness.answerOffsets()
    harness.manager.coordinators.onConnectionLost(3, harness.runner.nowMs)
    const commit = harness.call((done) => harness.manager.commit(done))
    harness.runner.advance(150)
    t.deepEqual([...harness.open].sort(), ['EndTxn', 'FindCoordinator'])
    refuseGroup(harness)
    t.is(harness.manager.state, 'committing')
    harness.runner.answer(endTxnApi, version === 1 ? {} : { producerId: 5n, producerEpoch: 1 }, version === 1 ? 4 : 5)
    t.deepEqual([commit.outcome, harness.manager.state, harness.fatal], ['done', 'ready', undefined])
  })

  test(`a group coordinator that is refused between transactions does no harm (protocol ${version})`, (t) => {
    const harness = started(version)
    commitOffsets(harness)
    harness.answerOffsets()
    harness.call((done) => harness.manager.commit(done))
    harness.runner.answer(endTxnApi, version === 1 ? {} : { producerId: 5n, producerEpoch: 1 }, version === 1 ? 4 : 5)
    harness.manager.coordinators.onConnectionLost(3, harness.runner.nowMs)
    harness.runner.advance(150)
    refuseGroup(harness)
    t.deepEqual([harness.manager.state, harness.fatal], ['ready', undefined])
  })

  test(`a group coordinator that is refused leaves offsets of another group alone (protocol ${version})`, (t) => {
    const harness = started(version)
    commitOffsets(harness)
    harness.answerOffsets()
    harness.manager.coordinators.onConnectionLost(3, harness.runner.nowMs)
    harness.runner.advance(150)
    const other = harness.call((done) =>
      harness.manager.sendOffsets([{ topic: 'in', partition: 0, offset: 9n }], { groupId: 'other' }, done),
    )
    t.is(harness.runner.request(findCoordinatorApi).coordinatorKeys[0], 'g')
    refuseGroup(harness)
    t.deepEqual([other.outcome, harness.manager.state], ['open', 'in-transaction'])
  })
}

for (const code of JOIN_CODES) {
  const joining = () => {
    const harness = started(1)
    harness.manager.maySend(new PartitionQueue(new TopicQueues('refused'), 0))
    harness.runner.poll()
    return harness
  }

  test(`AddPartitionsToTxn refused with ${errorName(code)} while aborting: EndTxn is sent, once no record is in a request`, (t) => {
    const harness = joining()
    const aborted = abort(harness)
    harness.answerJoin('refused', code)
    endsWithEndTxn(t, harness, aborted, NEW_EPOCH.has(code))
  })

  test(`AddPartitionsToTxn refused with ${errorName(code)} after a record failed: it can be aborted`, (t) => {
    const harness = joining()
    harness.manager.onBatchFailed(new ConnectionError('gone'), false)
    harness.answerJoin('refused', code)
    t.deepEqual([harness.manager.state, harness.fatal], ['abortable-error', undefined])
    endsWithEndTxn(t, harness, abort(harness), NEW_EPOCH.has(code))
  })
}

for (const code of [ErrorCode.TRANSACTION_ABORTABLE, ErrorCode.INVALID_PRODUCER_ID_MAPPING]) {
  test(`an abort that EndTxn refuses with ${errorName(code)} ends with a new epoch: what may be open is never committed`, (t) => {
    const harness = started(2)
    const aborted = abort(harness)
    harness.runner.answer(endTxnApi, { errorCode: code, producerId: -1n, producerEpoch: -1 })
    harness.runner.poll()
    t.deepEqual([aborted.outcome, harness.manager.state, harness.open], ['open', 'initializing', ['InitProducerId']])
    harness.runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 1 })
    t.deepEqual([aborted.outcome, harness.manager.state], ['done', 'ready'])
  })
}

test('InitProducerId refused with TRANSACTION_ABORTABLE fails the call, which may be made again', (t) => {
  const harness = new TransactionHarness(2)
  const first = harness.call((done) => harness.manager.initialize(done))
  harness.coordinator()
  const refusal = { errorCode: ErrorCode.TRANSACTION_ABORTABLE, producerId: -1n, producerEpoch: -1 }
  harness.runner.answer(initProducerIdApi, refusal)
  t.is((first.outcome as KafkaError).name, 'BrokerError')
  t.deepEqual([harness.manager.state, harness.fatal], ['uninitialized', undefined])
  const second = harness.call((done) => harness.manager.initialize(done))
  harness.runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 0 })
  t.is(second.outcome, 'done')
})

function lookingForGroup(version: 1 | 2): TransactionHarness {
  const harness = started(version)
  harness.sendOffsets()
  if (version === 1) {
    harness.runner.answer(addOffsetsToTxnApi, {})
    harness.runner.poll()
  }
  harness.runner.poll()
  return harness
}

function refuseGroup(harness: TransactionHarness): void {
  const { runner } = harness
  const { keyType, coordinatorKeys } = runner.request(findCoordinatorApi)
  if (keyType !== 0) throw new Error('it is not a group that is looked for')
  const key = coordinatorKeys[0]!
  const errorCode = ErrorCode.GROUP_AUTHORIZATION_FAILED
  runner.answer(findCoordinatorApi, { coordinators: [{ key, nodeId: -1, host: '', port: -1, errorCode }] })
  runner.poll()
}
