import type { ClusterMetadata } from '@odradek/network/internal'
import { AuthorizationError, ErrorCode } from '@odradek/protocol'
import test from 'ava'
import { TopicWatch, type TopicWatchEvent } from '../../src/core/topic-watch.ts'
import { CoreHarness, metadataOf, ORDERS_ID } from '../support/core-harness.ts'
import { ShareHarness } from '../support/share-harness.ts'

const orders = metadataOf('orders', ORDERS_ID, [1, 1])
const payments = metadataOf('payments', 'cGF5bWVudHMtcGF5bWVudA', [1])

/** The same answer, that has this to say of its topics. */
function withError(metadata: ClusterMetadata, errorCode: number): ClusterMetadata {
  const topics = [...metadata.topics.values()].map((topic) => ({ ...topic, errorCode, partitions: [] }))
  return { ...metadata, topics: new Map(topics.map((topic) => [topic.name, topic])) }
}

const unknown = withError(orders, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
const forbidden = withError(orders, ErrorCode.TOPIC_AUTHORIZATION_FAILED)

function setUp(listsAll = false) {
  const events: TopicWatchEvent[] = []
  const watch = new TopicWatch({ step: 'fetch', listsAll }, events)
  return { watch, types: () => events.splice(0).map(({ type }) => type), events }
}

test('a topic that this client may not know of is told once, and thrown with each picture', (t) => {
  const { watch, events } = setUp()
  for (let i = 0; i < 3; i++) watch.look(['orders'], [], forbidden)
  t.deepEqual(
    events.map(({ type }) => type),
    ['topic-unavailable', 'failed', 'failed', 'failed'],
  )
  t.true(events.every((event) => event.type !== 'topic-available' && AuthorizationError.is(event.error)))
})

test('a topic that no picture has spoken of yet is not missing, unless pictures hold all topics', (t) => {
  const some = setUp()
  some.watch.look(['orders'], [], payments)
  t.deepEqual(some.types(), [])
  const all = setUp(true)
  all.watch.look(['orders'], [], payments)
  all.watch.look(['orders'], [], orders)
  t.deepEqual(all.types(), ['topic-unavailable', 'topic-available'])
})

test('a missing topic stays missing in a picture that leaves it out, and is no longer told of when nobody wants it', (t) => {
  const { watch, types } = setUp()
  watch.look(['orders'], [], unknown)
  watch.look(['orders'], [], payments)
  watch.look(['payments'], [], payments)
  t.deepEqual(types(), ['topic-unavailable'])
  watch.look(['orders'], [], unknown)
  t.deepEqual(types(), ['topic-unavailable'])
})

test('a missing partition is not there because its topic has gone as well', (t) => {
  const { watch, types } = setUp()
  const partitions = [0, 5].map((partition) => ({ topic: 'orders', partition }))
  const lookTwice = (metadata: ClusterMetadata) => {
    for (let i = 0; i < 2; i++) watch.look([], partitions, metadata)
  }
  lookTwice(orders)
  lookTwice(unknown)
  t.deepEqual(types(), ['topic-unavailable', 'topic-unavailable'])
  lookTwice(orders)
  t.deepEqual(types(), ['topic-available', 'topic-unavailable'])
})

test('what is assigned is missing only when two pictures in a row say so: a broker may lag behind', (t) => {
  const { watch, types } = setUp()
  const partitions = [0, 1].map((partition) => ({ topic: 'orders', partition }))
  const fewer = metadataOf('orders', ORDERS_ID, [1])
  for (const lagging of [fewer, unknown]) {
    for (const metadata of [lagging, orders, lagging, orders]) watch.look(['orders'], partitions, metadata)
    t.deepEqual(types(), [])
    for (const metadata of [lagging, lagging, orders]) watch.look(['orders'], partitions, metadata)
    t.deepEqual(types(), ['topic-unavailable', 'topic-available'])
  }
})

test('a topic that is being created is not missing, and one that was missing still is', (t) => {
  const { watch, types } = setUp()
  const partitions = [{ topic: 'orders', partition: 5 }]
  const beingCreated = withError(orders, ErrorCode.LEADER_NOT_AVAILABLE)
  watch.look(['orders'], [], beingCreated)
  t.deepEqual(types(), [])
  watch.look(['orders'], [], unknown)
  watch.look(['orders'], [], beingCreated)
  t.deepEqual(types(), ['topic-unavailable'])
  for (const metadata of [orders, orders, beingCreated, orders]) watch.look(['orders'], partitions, metadata)
  t.deepEqual(types(), ['topic-available', 'topic-unavailable'], 'the partition was never there')
})

test('the topic of a partition that is assigned by hand may be forbidden: that is thrown', (t) => {
  const harness = new CoreHarness({ topics: [], groupId: undefined })
  harness.core.manual!.assign([{ topic: 'orders', partition: 0 }], 0)
  harness.ask()
  harness.metadata = forbidden
  harness.core.onMetadata()
  harness.poll()
  t.true(AuthorizationError.is(harness.failures[0]?.error))
})

test('share consumers are told of the topics that they subscribe to now', (t) => {
  const harness = new ShareHarness()
  harness.core.membership.subscribe(['payments'], 0)
  harness.metadata = withError(payments, ErrorCode.TOPIC_AUTHORIZATION_FAILED)
  harness.core.onMetadata()
  harness.run.poll()
  t.like(harness.failures[0], { error: { resource: 'payments' } })
  t.is(harness.ofType('topic-unavailable').length, 1)
})
