import { BrokerError, ErrorCode } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { ListOffsetsRequest } from '@odradek/protocol/messages/list-offsets-request'
import test from 'ava'

import { makeAdmin } from '../support/make-admin.ts'

const latest = (topic: string, partition: number) => ({ topic, partition, spec: 'latest' as const })

/** Answers with this offset for each partition that is asked for. */
const offsets =
  (offset: bigint, errorCode = 0) =>
  ({ topics }: ListOffsetsRequest) => ({
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, offset, errorCode })),
    })),
  })

test('each leader is asked once for all its partitions', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.setTopic('a', { leaders: [1, 2, 1] })
  network.cluster.setTopic('b', { leaders: [1] })
  network.broker(1).on(listOffsetsApi, offsets(10n))
  network.broker(2).on(listOffsetsApi, offsets(20n))
  const listed = await until(admin.listOffsets([latest('a', 0), latest('a', 1), latest('a', 2), latest('b', 0)]))
  t.deepEqual(
    listed.map(({ offset }) => offset),
    [10n, 20n, 10n, 10n],
  )
  t.is(network.broker(1).received(listOffsetsApi).length, 1)
})

test('a leader that moves is followed; the others are not asked again', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.setTopic('a', { leaders: [1, 2] })
  network.broker(1).on(listOffsetsApi, (request) => {
    network.cluster.setLeader('a', 0, 3)
    return offsets(-1n, ErrorCode.NOT_LEADER_OR_FOLLOWER)(request)
  })
  network.broker(2).on(listOffsetsApi, offsets(20n))
  network.broker(3).on(listOffsetsApi, offsets(30n))
  const listed = await until(admin.listOffsets([latest('a', 0), latest('a', 1)]))
  t.deepEqual(
    listed.map(({ offset }) => offset),
    [30n, 20n],
  )
  t.is(network.broker(2).received(listOffsetsApi).length, 1)
})

test('a partition without a leader is waited for until the time limit, and takes nobody with it', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.setTopic('a', { leaders: [1, -1] })
  network.on(listOffsetsApi, offsets(10n))
  const results = await until(admin.listOffsets([latest('a', 0), latest('a', 1)], { timeoutMs: 3000 }).settled())
  t.is(results[0]?.value?.offset, 10n)
  t.regex(results[1]!.error!.message, /did not finish in 3000 ms.*LEADER_NOT_AVAILABLE/)
})

test('a topic that nobody knows is looked for a few times, then told', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.setTopic('a', { leaders: [1] })
  network.on(listOffsetsApi, offsets(10n))
  const error = await t.throwsAsync(until(admin.listOffsets([latest('typo', 0)])), { instanceOf: BrokerError })
  t.is((error as BrokerError).errorName, 'UNKNOWN_TOPIC_OR_PARTITION')
  t.true(network.clock.nowMs() < 5000)
  const missing = await t.throwsAsync(until(admin.listOffsets([latest('a', 7)])), { instanceOf: BrokerError })
  t.regex(missing!.message, /a-7/)
})

test('a topic that becomes known is found', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(listOffsetsApi, offsets(10n))
  let asked = 0
  network.on(metadataApi, (request, version) => {
    if (request.topics?.some(({ name }) => name === 'new') && ++asked === 2)
      network.cluster.setTopic('new', { leaders: [1] })
    return network.cluster.metadata(request, version)
  })
  const [listed] = await until(admin.listOffsets([latest('new', 0)]))
  t.is(listed?.offset, 10n)
})

test('what an old leader cannot tell fails alone', async (t) => {
  const { network, admin, until } = makeAdmin(t, {}, { brokers: 1 })
  network.cluster.setTopic('a', { leaders: [1] })
  network.broker(1).limitVersions(listOffsetsApi, { min: 0, max: 6 })
  network.on(listOffsetsApi, offsets(10n))
  const results = await until(
    admin.listOffsets([latest('a', 0), { topic: 'a', partition: 0, spec: 'maxTimestamp' }]).settled(),
  )
  t.is(results[0]?.value?.offset, 10n)
  t.regex(results[1]!.error!.message, /maxTimestamp needs Kafka 3\.0/)
})

test('the same partition may be asked for several of its offsets', async (t) => {
  const { network, admin, until } = makeAdmin(t, {}, { brokers: 1 })
  network.cluster.setTopic('a', { leaders: [1] })
  network.on(listOffsetsApi, ({ topics }) => ({
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex, timestamp }) => ({ partitionIndex, offset: timestamp + 100n })),
    })),
  }))
  const listed = await until(admin.listOffsets([latest('a', 0), { topic: 'a', partition: 0, spec: 'earliest' }]))
  t.deepEqual(
    listed.map(({ offset }) => offset),
    [99n, 98n],
  )
})
