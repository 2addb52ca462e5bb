// The cluster's transaction.version changes while a producer is in use (KIP-890).
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import test from 'ava'

import { TransactionHarness } from '../transaction-harness.ts'

/** A transaction with a partition. */
function open(version: 1 | 2): TransactionHarness {
  const harness = new TransactionHarness(version).begin()
  if (!harness.manager.maySend(harness.queue)) {
    harness.runner.poll()
    harness.answerJoin('t')
  }
  return harness
}

for (const ending of ['commit', 'abort'] as const) {
  test(`after an upgrade the second protocol is spoken under a new epoch, once the transaction is over: ${ending}`, (t) => {
    const harness = open(1)
    const { manager, runner } = harness
    harness.version = 2
    const ended = harness.call((done) => manager[ending](done))
    // As it began, so it ends.
    t.is(runner.request(endTxnApi).committed, ending === 'commit')
    runner.answer(endTxnApi, {}, 4)
    // A commit is done, whatever becomes of the epoch.
    t.is(ended.outcome, ending === 'commit' ? 'done' : 'open')
    runner.poll()
    t.deepEqual([manager.state, harness.open], ['initializing', ['InitProducerId']])
    const { producerId, producerEpoch } = runner.request(initProducerIdApi)
    t.deepEqual([producerId, producerEpoch], [5n, 0])
    const begun = harness.call((done) => manager.initialize(done))
    runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 1 })
    t.deepEqual([ended.outcome, begun.outcome], ['done', 'done'])
    manager.begin()
    t.true(manager.maySend(harness.queue))
    t.is(manager.maxProduceVersion, undefined)
    t.deepEqual(manager.current, { producerId: 5n, epoch: 1 })
  })
}

test('an upgrade between two transactions: the next one still speaks the first protocol, under whose epoch it is', (t) => {
  const harness = open(1)
  const { manager, runner } = harness
  harness.call((done) => manager.commit(done))
  runner.answer(endTxnApi, {}, 4)
  harness.version = 2
  manager.begin()
  t.false(manager.maySend(harness.queue))
  runner.poll()
  t.deepEqual([harness.open, manager.maxProduceVersion], [['AddPartitionsToTxn'], 11])
})

test('after a downgrade the next transaction speaks the first protocol, under the epoch that the last one brought', (t) => {
  const harness = open(2)
  const { manager, runner } = harness
  harness.version = 1
  const commit = harness.call((done) => manager.commit(done))
  runner.answer(endTxnApi, { producerId: 5n, producerEpoch: 1 })
  t.deepEqual([commit.outcome, manager.state], ['done', 'ready'])
  manager.begin()
  t.false(manager.maySend(harness.queue))
  t.is(manager.maxProduceVersion, 11)
})
