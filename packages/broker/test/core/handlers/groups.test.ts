import { ErrorCode } from '@odradek/protocol'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import test from 'ava'
import { GroupHarness, SESSION_MS, textOf } from '../group/group-harness.ts'

interface Commit {
  readonly memberId?: string
  readonly generation?: number
  readonly topic?: string
  readonly partition?: number
  readonly offset?: bigint
  readonly metadata?: string | null
  readonly version?: number
  readonly groupId?: string
}

function commit(harness: GroupHarness, wanted: Commit = {}): number {
  const {
    memberId = '',
    generation = -1,
    topic = 't',
    partition = 0,
    offset = 5n,
    metadata = 'm',
    version = 9,
    groupId = 'g',
  } = wanted
  const leaderEpoch = version >= 6 ? { committedLeaderEpoch: 0 } : {}
  const partitions = [
    { partitionIndex: partition, committedOffset: offset, committedMetadata: metadata, ...leaderEpoch },
  ]
  const byId = version >= 10 ? { topicId: harness.state.topics.byName(topic)?.topicId ?? topic } : { name: topic }
  const body = { groupId, memberId, generationIdOrMemberEpoch: generation, topics: [{ ...byId, partitions }] }
  return harness.get(offsetCommitApi, version, body).topics[0]!.partitions[0]!.errorCode
}

function committed(harness: GroupHarness, partition = 0, groupId = 'g') {
  const groups = [{ groupId, topics: [{ name: 't', partitionIndexes: [partition] }] }]
  const [group] = harness.get(offsetFetchApi, 8, { groups }).groups
  const { committedOffset, committedLeaderEpoch, metadata, errorCode } = group!.topics[0]!.partitions[0]!
  return { committedOffset, committedLeaderEpoch, metadata, errorCode }
}

function withTopic(): GroupHarness {
  const harness = new GroupHarness()
  harness.createTopic('t', 2)
  return harness
}

const NONE = { committedOffset: -1n, committedLeaderEpoch: -1, metadata: '', errorCode: 0 }

test('a consumer without a group membership commits and finds its offsets', (t) => {
  const harness = withTopic()
  t.deepEqual(committed(harness), NONE)
  t.is(commit(harness, { offset: 42n, metadata: 'mine' }), 0)
  t.deepEqual(committed(harness), { committedOffset: 42n, committedLeaderEpoch: 0, metadata: 'mine', errorCode: 0 })
  t.deepEqual(committed(harness, 1), NONE)
  t.deepEqual(committed(harness, 0, 'other'), NONE)
  commit(harness, { offset: 43n, metadata: null })
  t.like(committed(harness), { committedOffset: 43n, metadata: '' })
})

test('every version of OffsetCommit and OffsetFetch', (t) => {
  const harness = withTopic()
  const { topicId } = harness.state.topics.byName('t')!
  for (let version = 2; version <= 10; version++)
    t.is(commit(harness, { version, offset: BigInt(version) }), 0, `version ${version}`)
  for (let version = 1; version <= 7; version++) {
    const { topics } = harness.get(offsetFetchApi, version, {
      groupId: 'g',
      topics: [{ name: 't', partitionIndexes: [0, 1] }],
    })
    t.deepEqual(
      topics[0]!.partitions.map((partition) => partition.committedOffset),
      [10n, -1n],
      `version ${version}`,
    )
  }
  for (let version = 8; version <= 10; version++) {
    const topic = version < 10 ? { name: 't' } : { topicId }
    const { groups } = harness.get(offsetFetchApi, version, {
      groups: [{ groupId: 'g', topics: [{ ...topic, partitionIndexes: [0] }] }],
    })
    t.is(groups[0]!.topics[0]!.partitions[0]!.committedOffset, 10n, `version ${version}`)
  }
})

test('all offsets of a group are given to whom names no topics', (t) => {
  const harness = withTopic()
  harness.createTopic('u')
  commit(harness, { partition: 1 })
  commit(harness, { topic: 'u' })
  const seen = (topics: { name: string; partitions: { partitionIndex: number }[] }[]) =>
    topics.flatMap(({ name, partitions }) => partitions.map(({ partitionIndex }) => `${name}-${partitionIndex}`))
  t.deepEqual(seen(harness.get(offsetFetchApi, 2, { groupId: 'g', topics: null }).topics), ['t-1', 'u-0'])
  t.deepEqual(seen(harness.get(offsetFetchApi, 9, { groups: [{ groupId: 'g', topics: null }] }).groups[0]!.topics), [
    't-1',
    'u-0',
  ])
})

test('unknown topics, partitions and ids, and metadata that is too long', (t) => {
  const harness = withTopic()
  t.is(commit(harness, { topic: 'x' }), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(commit(harness, { partition: 2 }), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  const unknown = 'AAAAAAAAAAAAAAAAAAAABA'
  t.is(commit(harness, { topic: unknown, version: 10 }), ErrorCode.UNKNOWN_TOPIC_ID)
  t.is(commit(harness, { metadata: 'ü'.repeat(2048) }), 0)
  t.is(commit(harness, { metadata: 'ü'.repeat(2049) }), ErrorCode.OFFSET_METADATA_TOO_LARGE)
  const groups = [{ groupId: 'g', topics: [{ topicId: unknown, partitionIndexes: [0] }] }]
  const fetched = harness.get(offsetFetchApi, 10, { groups }).groups[0]!.topics[0]!.partitions[0]!
  t.like(fetched, { errorCode: ErrorCode.UNKNOWN_TOPIC_ID, committedOffset: -1n })
})

test('only members of the generation commit for a group that has some', (t) => {
  const harness = withTopic()
  const { ids, generation } = harness.stable(1)
  const memberId = ids[0]!
  t.is(commit(harness, { memberId, generation }), 0)
  t.is(commit(harness, { memberId, generation: generation - 1 }), ErrorCode.ILLEGAL_GENERATION)
  t.is(commit(harness, { memberId: 'stranger', generation }), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(commit(harness), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(commit(harness, { groupId: 'new', memberId, generation: 1, version: 8 }), ErrorCode.ILLEGAL_GENERATION)
  t.is(commit(harness, { groupId: 'new', memberId, generation: 1 }), ErrorCode.GROUP_ID_NOT_FOUND)
})

test('commits are taken while members join again, and not before the leader has assigned', (t) => {
  const harness = withTopic()
  const { ids, generation } = harness.stable(1)
  const memberId = ids[0]!
  const second = harness.enter()
  t.is(commit(harness, { memberId, generation }), 0)
  harness.join(memberId)
  t.is(commit(harness, { memberId, generation: generation + 1 }), ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(commit(harness, { memberId: second.memberId, generation: generation + 1 }), ErrorCode.REBALANCE_IN_PROGRESS)
})

test('a commit is a sign of life', (t) => {
  const harness = withTopic()
  const { ids, generation } = harness.stable(1)
  harness.advance(SESSION_MS - 1)
  commit(harness, { memberId: ids[0]!, generation })
  harness.advance(SESSION_MS - 1)
  t.is(harness.heartbeat(ids[0]!, generation), 0)
})

test('the offsets of a deleted topic are gone, also for a new topic of its name', (t) => {
  const harness = withTopic()
  commit(harness)
  harness.get(deleteTopicsApi, 4, { topicNames: ['t'] })
  harness.createTopic('t')
  t.deepEqual(committed(harness), NONE)
})

test('a stable group is described with its members', (t) => {
  const harness = new GroupHarness()
  const { ids } = harness.stable(2)
  for (let version = 0; version <= 6; version++) {
    const [group] = harness.get(describeGroupsApi, version, { groups: ['g'] }).groups
    t.like(
      group!,
      { errorCode: 0, groupState: 'Stable', protocolType: 'consumer', protocolData: 'range' },
      `version ${version}`,
    )
    t.deepEqual(
      group!.members.map((member) => [
        member.memberId,
        member.clientId,
        member.clientHost,
        textOf(member.memberAssignment),
      ]),
      ids.map((id, index) => [id, 'test', '/test', `part ${index}`]),
    )
    t.is(textOf(group!.members[0]!.memberMetadata), 'subscription for range')
  }
  const asked = harness.get(describeGroupsApi, 3, { groups: ['g'], includeAuthorizedOperations: true }).groups[0]!
  t.is(asked.authorizedOperations, 0b1101_0100_1000)
})

test('a group that there is not is dead, and from version 6 on not found', (t) => {
  const harness = new GroupHarness()
  t.like(harness.get(describeGroupsApi, 5, { groups: ['x'] }).groups[0]!, {
    errorCode: 0,
    groupState: 'Dead',
    members: [],
  })
  const [group] = harness.get(describeGroupsApi, 6, { groups: ['x'] }).groups
  t.like(group!, { errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: 'Group x not found.', groupState: 'Dead' })
})

test('groups are listed, by state and type where that is asked for', (t) => {
  const harness = withTopic()
  harness.stable(1)
  commit(harness, { groupId: 'offsets-only' })
  const list = (version: number, filter = {}) =>
    harness.get(listGroupsApi, version, filter).groups.map((group) => group.groupId)
  for (let version = 0; version <= 5; version++) t.deepEqual(list(version), ['g', 'offsets-only'], `version ${version}`)
  t.deepEqual(list(4, { statesFilter: ['stable'] }), ['g'])
  t.deepEqual(list(4, { statesFilter: ['Empty', 'Dead'] }), ['offsets-only'])
  t.deepEqual(list(5, { typesFilter: ['Classic'] }), ['g', 'offsets-only'])
  t.deepEqual(list(5, { typesFilter: ['consumer'] }), [])
  t.like(harness.get(listGroupsApi, 5, {}).groups[0]!, {
    protocolType: 'consumer',
    groupState: 'Stable',
    groupType: 'classic',
  })
})

test('only a group without members is deleted, with its offsets', (t) => {
  const harness = withTopic()
  const { ids, generation } = harness.stable(1)
  commit(harness, { memberId: ids[0]!, generation })
  const remove = (version: number, ...groupsNames: string[]) =>
    harness.get(deleteGroupsApi, version, { groupsNames }).results.map((result) => result.errorCode)
  t.deepEqual(remove(2, 'g', 'x'), [ErrorCode.NON_EMPTY_GROUP, ErrorCode.GROUP_ID_NOT_FOUND])
  harness.leave(ids[0]!)
  t.deepEqual(remove(0, 'g', 'g'), [0])
  t.deepEqual(committed(harness), NONE)
  t.deepEqual(remove(1, 'g'), [ErrorCode.GROUP_ID_NOT_FOUND])
})

test('the broker coordinates all groups and transactions', (t) => {
  const harness = new GroupHarness()
  const place = { nodeId: 1, host: 'localhost', port: 9092, errorCode: 0 }
  for (let version = 0; version <= 3; version++)
    t.like(harness.get(findCoordinatorApi, version, { key: 'g' }), place, `version ${version}`)
  for (let version = 4; version <= 6; version++) {
    const { coordinators } = harness.get(findCoordinatorApi, version, { keyType: 1, coordinatorKeys: ['a', 'b'] })
    t.like(coordinators[0]!, { key: 'a', ...place }, `version ${version}`)
    t.like(coordinators[1]!, { key: 'b', ...place })
  }
  const share = harness.get(findCoordinatorApi, 6, { keyType: 2, coordinatorKeys: ['a'] }).coordinators[0]!
  t.like(share, { errorCode: ErrorCode.INVALID_REQUEST, nodeId: -1, port: -1 })
})
