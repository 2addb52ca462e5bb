// What groups are is in `__consumer_offsets`: who comes to lead a partition of it has the same groups.
import { ErrorCode } from '@odradek/protocol'
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import test from 'ava'
import fc from 'fast-check'
import { readBatch } from '../../../src/core/group/offsets-topic.ts'
import type { GroupRecord } from '../../../src/core/group/records/group-record.ts'
import type { CoreHarness } from '../core-harness.ts'
import { ConsumerHarness, Member } from './consumer/consumer-harness.ts'
import { GroupHarness } from './group-harness.ts'

/** Has the leader lose its partitions of `__consumer_offsets` and get them again, in a new epoch. */
function reelect(harness: CoreHarness): void {
  const { topicId, partitions } = harness.state.topics.byName('__consumer_offsets')!
  partitions.forEach((_, partition) => {
    harness.state.apply({ type: 'partition-changed', topicId, partition, leader: harness.state.config.nodeId })
  })
}

function storedRecords(harness: CoreHarness): GroupRecord[] {
  const records: GroupRecord[] = []
  for (const replica of harness.state.replicas.all()) {
    if (replica.topic !== '__consumer_offsets') continue
    for (const { bytes } of replica.log.batchesFrom(0)) {
      readBatch(bytes, { onRecord: (record) => records.push(record), onTransactionEnd: () => {} })
    }
  }
  return records
}

function commit(harness: CoreHarness, groupId: string, committedOffset: bigint, topic = 't') {
  const partitions = [{ partitionIndex: 0, committedOffset, committedMetadata: 'm' }]
  const topics = [{ name: topic, partitions }]
  return harness.get(offsetCommitApi, 8, { groupId, generationIdOrMemberEpoch: -1, topics }).topics[0]!.partitions[0]!
}

function seen(harness: CoreHarness) {
  return {
    groups: harness.get(listGroupsApi, 5, {}).groups.sort((one, other) => (one.groupId < other.groupId ? -1 : 1)),
    classic: harness.get(describeGroupsApi, 5, { groups: ['g', 'simple'] }),
    consumer: harness.get(consumerGroupDescribeApi, 1, { groupIds: ['g'] }),
    offsets: harness.get(offsetFetchApi, 9, { groups: ['g', 'simple'].map((groupId) => ({ groupId, topics: null })) }),
  }
}

test('a classic group is the same after its coordinator was elected anew, and goes on', (t) => {
  const harness = new GroupHarness()
  harness.createTopic('t')
  const { ids, generation } = harness.stable(3)
  commit(harness, 'simple', 7n)
  const before = seen(harness)
  reelect(harness)
  t.deepEqual(seen(harness), before)
  t.is(harness.heartbeat(ids[1]!, generation), ErrorCode.NONE)
  harness.advance(9000)
  t.is(harness.heartbeat(ids[1]!, generation), ErrorCode.NONE)
  harness.advance(1000)
  t.is(harness.group.state, 'PreparingRebalance')
})

test('a member that waits for an answer is told to look for the new coordinator', (t) => {
  const harness = new GroupHarness()
  harness.stable(2)
  const { joined } = harness.enter()
  reelect(harness)
  harness.advance(0)
  t.is(joined.response!.errorCode, ErrorCode.NOT_COORDINATOR)
})

test('who does not lead the partition of a group does not coordinate it', (t) => {
  const harness = new GroupHarness()
  harness.createTopic('t')
  const { ids, generation } = harness.stable(1)
  const { topicId, partitions } = harness.state.topics.byName('__consumer_offsets')!
  partitions.forEach((_, partition) => {
    harness.state.apply({ type: 'partition-changed', topicId, partition, leader: 9 })
  })
  t.is(harness.heartbeat(ids[0]!, generation), ErrorCode.NOT_COORDINATOR)
  t.is(commit(harness, 'g', 1n).errorCode, ErrorCode.NOT_COORDINATOR)
  t.is(harness.join('').response!.errorCode, ErrorCode.NOT_COORDINATOR)
  t.deepEqual(harness.get(listGroupsApi, 5, {}).groups, [])
})

test('a deleted group leaves tombstones for all that it had', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t')
  harness.join('m1', ['t'])
  harness.beat({ memberId: 'm1', memberEpoch: -1 })
  commit(harness, 'g', 3n)
  t.is(harness.get(deleteGroupsApi, 2, { groupsNames: ['g'] }).results[0]!.errorCode, 0)
  const last = new Map<string, GroupRecord>()
  for (const record of storedRecords(harness)) last.set(JSON.stringify([record.type, record.key]), record)
  t.true(last.size > 4)
  for (const record of last.values()) t.is(record.value, null, record.type)
  reelect(harness)
  t.deepEqual(harness.get(listGroupsApi, 5, {}).groups, [])
})

test('offsets for a topic that is deleted go with it', (t) => {
  const harness = new GroupHarness()
  const topicId = harness.createTopic('t')
  commit(harness, 'g', 3n)
  harness.state.apply({ type: 'topic-deleted', topicId })
  harness.advance(0)
  t.is(storedRecords(harness).at(-1)!.value, null)
})

test('whatever consumer groups go through, who reads their records has the same groups', (t) => {
  const step = fc.record({
    who: fc.nat(4),
    what: fc.constantFrom('beat', 'beat', 'beat', 'leave', 'away', 'crash', 'wait', 'grow', 'commit'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const harness = new ConsumerHarness()
      harness.createTopic('t', 5)
      const newMember = (index: number, run: number) =>
        new Member(
          harness,
          `m${index}-${run}`,
          index === 3 ? ['t', 'u'] : ['t'],
          index === 0 ? { instanceId: 'i' } : {},
        )
      const members = [0, 1, 2, 3, 4].map((index) => newMember(index, 0))
      steps.forEach(({ who, what }, run) => {
        const member = members[who]!
        if (what === 'beat' && member.beat().errorCode !== 0) members[who] = newMember(who, run + 1)
        if (what === 'leave') member.leave(-1)
        if (what === 'away' && who === 0) member.leave(-2)
        if (what === 'leave' || what === 'away' || what === 'crash') members[who] = newMember(who, run + 1)
        if (what === 'wait') harness.advance(20_000)
        if (what === 'grow' && harness.state.topics.byName('u') === undefined) harness.createTopic('u', 3)
        if (what === 'commit') commit(harness, 'simple', BigInt(run))
      })
      const before = seen(harness)
      reelect(harness)
      t.deepEqual(seen(harness), before)
    }),
    { numRuns: 60 },
  )
})
