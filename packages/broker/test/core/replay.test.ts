import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'
import { batchOf } from './batches.ts'
import { CoreHarness } from './core-harness.ts'
import { GroupHarness } from './group/group-harness.ts'

function produce(harness: CoreHarness, baseSequence: number) {
  const records = batchOf(['a', 'b'], { producerId: 0n, producerEpoch: 0, baseSequence })
  return harness.get(produceApi, 9, { acks: 1, topicData: [{ name: 't', partitionData: [{ index: 1, records }] }] })
    .responses[0]!
}

function live(): GroupHarness {
  const harness = new GroupHarness()
  const topics = ['t', 'gone'].map((name) => ({ name, numPartitions: 2, replicationFactor: 1 }))
  harness.get(createTopicsApi, 5, { topics })
  harness.get(deleteTopicsApi, 5, { topicNames: ['gone'] })
  harness.get(initProducerIdApi, 4, { transactionalId: null })
  produce(harness, 0)
  produce(harness, 2)
  const { ids, generation } = harness.stable(3)
  const partitions = [{ partitionIndex: 1, committedOffset: 3n, committedMetadata: 'here' }]
  const commit = { generationIdOrMemberEpoch: -1, topics: [{ name: 't', partitions }] }
  harness.get(offsetCommitApi, 7, { ...commit, groupId: 'g', memberId: ids[0]!, generationIdOrMemberEpoch: generation })
  harness.get(offsetCommitApi, 7, { ...commit, groupId: 'simple' })
  harness.get(offsetCommitApi, 7, { ...commit, groupId: 'deleted' })
  harness.get(deleteGroupsApi, 2, { groupsNames: ['deleted'] })
  return harness
}

function answers(harness: CoreHarness) {
  const offsets = ['g', 'simple', 'deleted'].map((groupId) => ({ groupId, topics: null }))
  const partitions = [{ partition: 1, fetchOffset: 0n, partitionMaxBytes: 1_000_000 }]
  return {
    metadata: harness.get(metadataApi, 12, { topics: null }),
    records: harness.get(fetchApi, 11, { minBytes: 0, maxWaitMs: 0, topics: [{ topic: 't', partitions }] }),
    groups: harness.get(listGroupsApi, 5, {}),
    described: harness.get(describeGroupsApi, 5, { groups: ['g', 'simple', 'deleted'] }),
    offsets: harness.get(offsetFetchApi, 8, { groups: offsets }),
    retried: produce(harness, 2),
    producerId: harness.get(initProducerIdApi, 4, { transactionalId: null }),
  }
}

test('a broker that is given the records of another one answers as it does', (t) => {
  const original = live()
  const restarted = new CoreHarness()
  for (const record of original.records.slice()) restarted.state.apply(record)
  t.deepEqual(answers(restarted), answers(original))
})

test('answers of a restarted broker are not empty', (t) => {
  const { metadata, records, groups, described, offsets, retried, producerId } = answers(live())
  t.deepEqual(
    metadata.topics.map(({ name }) => name),
    ['__consumer_offsets', 't'],
  )
  t.true(records.responses[0]!.partitions[0]!.records!.length > 100)
  t.is(groups.groups.length, 2)
  t.is(described.groups[0]!.members.length, 3)
  t.is(offsets.groups[0]!.topics[0]!.partitions[0]!.committedOffset, 3n)
  t.is(retried.partitionResponses[0]!.baseOffset, 2n)
  t.is(producerId.producerId, 1n)
})
