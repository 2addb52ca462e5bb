import { ErrorCode } from '@odradek/protocol'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import test from 'ava'
import { CoreHarness, metadataOf, ORDERS_ID } from '../../support/core-harness.ts'

const reasonOf = (harness: CoreHarness) => harness.run.request(joinGroupApi).reason

test('a member says why it joins again (KIP-800): the coordinator asked for it', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  t.is(reasonOf(harness), 'joining')
  harness.answerJoin()
  harness.answerSync()
  harness.answerOffsets()
  harness.advance(3000)
  harness.answerHeartbeat(ErrorCode.REBALANCE_IN_PROGRESS)
  harness.poll()
  t.regex(reasonOf(harness)!, /^Heartbeat: .*REBALANCE_IN_PROGRESS/)
})

test('a leader whose topic has more partitions now says so', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.metadata = metadataOf('orders', ORDERS_ID, [1, 1, 1], 2)
  harness.core.onMetadata()
  harness.poll()
  t.is(reasonOf(harness), 'the number of partitions has changed: orders')
})

test('brokers before Kafka 3.2 are told no reason', (t) => {
  const harness = new CoreHarness()
  harness.ask()
  t.is(harness.run.request(joinGroupApi, 7).reason, null)
})
