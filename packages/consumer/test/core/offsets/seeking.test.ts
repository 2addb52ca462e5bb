import { ErrorCode } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import test from 'ava'
import { CoreHarness, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'

const orders0 = { topic: 'orders', partition: 0 }

const timestampsAsked = (harness: CoreHarness) =>
  harness.run.request(listOffsetsApi).topics[0]!.partitions.map(({ timestamp }) => timestamp)

test('by_duration asks for the first record of the last so and so long', (t) => {
  const harness = new CoreHarness({ autoOffsetReset: 'by_duration:PT1H' })
  harness.ask()
  harness.answerJoin()
  harness.answerSync([0])
  harness.answerOffsets(-1n, [0])
  t.deepEqual(timestampsAsked(harness), [BigInt(1_000_000_000 - 3_600_000)])
  harness.answerListOffsets(0, 42n)
  t.is(harness.core.subscription.get(orders0)!.position, 42n)
})

test('a time that no record has reached yet is the end', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.core.subscription.get(orders0)!.seek(5_000)
  harness.poll()
  t.deepEqual(timestampsAsked(harness), [5000n])
  harness.answerListOffsets(0, -1n)
  t.deepEqual(timestampsAsked(harness), [-1n])
  harness.answerListOffsets(0, 17n)
  t.is(harness.core.subscription.get(orders0)!.position, 17n)
})

test('whoever seeks again while the first answer is on its way gets the second place', (t) => {
  const harness = new CoreHarness().becomeStable()
  const partition = harness.core.subscription.get(orders0)!
  partition.seek('earliest')
  harness.poll()
  partition.seek('latest')
  harness.poll()
  harness.answerListOffsets(0, 3n)
  t.is(partition.phase, 'reset-wanted')
  harness.answerListOffsets(0, 99n)
  t.is(partition.position, 99n)
})

test('a place sought within onAssigned counts in place of the committed offset', (t) => {
  const harness = new CoreHarness()
  harness.listenerIsSlow = true
  harness.ask()
  harness.answerJoin()
  harness.answerSync([0])
  harness.core.subscription.get(orders0)!.seek(1234n)
  t.is(harness.core.subscription.get(orders0)!.phase, 'assigning')
  harness.core.reconciler.onListenerDone(harness.run.nowMs)
  harness.poll()
  t.is(harness.core.subscription.get(orders0)!.phase, 'fetchable')
  t.false(harness.pendingNames.includes('OffsetFetch'))
  t.is(harness.run.request(fetchApi).topics[0]!.partitions[0]!.fetchOffset, 1234n)
})

test('a paused partition is not fetched, what is buffered of it waits, and it goes on where it was', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 3))
  const { subscription, fetchBuffer } = harness.core
  subscription.setPaused([orders0], true)
  fetchBuffer.sort()
  t.is(harness.take(), undefined)
  subscription.setPaused([orders0], false)
  fetchBuffer.sort()
  t.is(harness.take()?.offset, 0n)
})

test('a partition that is paused before it is assigned stays paused', (t) => {
  const harness = new CoreHarness()
  harness.core.subscription.setPaused([orders0], true)
  harness.becomeStable()
  t.deepEqual(harness.fetching, ['orders-1'])
  t.deepEqual(harness.core.subscription.paused(), [orders0])
})

test('a leader whose log parts from what was read sends the reader back to where it parts', (t) => {
  const harness = new CoreHarness().becomeStable()
  harness.answerFetch(recordBytes(0n, 10))
  for (let i = 0; i < 10; i++) harness.take()
  harness.askAfterHandling()
  const asked = harness.run.request(fetchApi).topics.flatMap(({ partitions }) => partitions)
  t.is(asked.find(({ partition }) => partition === 0)?.lastFetchedEpoch ?? 3, 3)
  harness.run.answer(fetchApi, {
    responses: [
      { topicId: ORDERS_ID, partitions: [{ partitionIndex: 0, divergingEpoch: { epoch: 3, endOffset: 6n } }] },
    ],
  })
  harness.poll()
  harness.answerFetch(new Uint8Array())
  harness.run.answer(fetchApi, {
    responses: [
      { topicId: ORDERS_ID, partitions: [{ partitionIndex: 0, divergingEpoch: { epoch: 3, endOffset: 6n } }] },
    ],
  })
  harness.poll()
  t.is(harness.core.subscription.get(orders0)!.position, 6n)
  t.true(harness.run.events.some((event) => event.type === 'log-truncated' && event.offset === 6n))
})

test('the replica that the leader recommends is read from, and the leader again when it fails', (t) => {
  const harness = new CoreHarness({ clientRack: 'a' }).becomeStable()
  t.is(harness.run.request(fetchApi).rackId, 'a')
  harness.metadata = { ...harness.metadata, brokers: new Map([...harness.metadata.brokers, [2, brokerNode(2)]]) }
  harness.run.answer(fetchApi, {
    responses: [{ topicId: ORDERS_ID, partitions: [{ partitionIndex: 0, preferredReadReplica: 2 }] }],
  })
  harness.poll()
  const nodes = () =>
    harness.run.pending.filter(({ api }) => api.name === 'Fetch').map(({ destination }) => destination)
  t.true(nodes().some((to) => typeof to === 'object' && to.nodeId === 2))
  const toFollower = harness.run.pending.findIndex(
    ({ api, destination }) => api.name === 'Fetch' && typeof destination === 'object' && destination.nodeId === 2,
  )
  const [request] = harness.run.pending.splice(toFollower, 1)
  request!.onResponse(
    {
      errorCode: 0,
      sessionId: 0,
      responses: [
        {
          topicId: ORDERS_ID,
          partitions: [
            { partitionIndex: 0, errorCode: ErrorCode.OFFSET_OUT_OF_RANGE, divergingEpoch: { endOffset: -1n } },
          ],
        },
      ],
    },
    16,
    harness.run.nowMs,
  )
  t.is(harness.core.subscription.get(orders0)!.preferredReplica, -1)
  t.is(harness.core.subscription.get(orders0)!.phase, 'fetchable')
})

function brokerNode(id: number) {
  return { id, host: 'broker', port: 9092, rack: 'a' }
}

test('whoever seeks elsewhere before the answer, and back after it, is answered again', (t) => {
  const harness = new CoreHarness().becomeStable()
  const partition = harness.core.subscription.get(orders0)!
  partition.seek('earliest')
  harness.poll()
  partition.seek(7n)
  harness.answerListOffsets(0, 3n)
  t.is(partition.position, 7n)
  partition.seek('earliest')
  harness.poll()
  t.deepEqual(timestampsAsked(harness), [-2n])
  harness.answerListOffsets(0, 3n)
  t.is(partition.position, 3n)
})
