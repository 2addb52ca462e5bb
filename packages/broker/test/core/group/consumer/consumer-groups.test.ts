import { ErrorCode } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import test from 'ava'
import { ConsumerHarness, Member, REBALANCE_MS, SESSION_MS, settle } from './consumer-harness.ts'

test('the first member gets all partitions in the answer to its first heartbeat', (t) => {
  const harness = new ConsumerHarness()
  const topicId = harness.createTopic('t', 3)
  const response = harness.join('m1', ['t'])
  t.like(response, { errorCode: 0, memberId: 'm1', memberEpoch: 1, heartbeatIntervalMs: 5000 })
  t.deepEqual(response.assignment!.topicPartitions, [{ topicId, partitions: [0, 1, 2] }])
  t.is(harness.group.state, 'Stable')
})

test('an answer has no assignment where nothing has changed', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 3)
  harness.join('m1', ['t'])
  const response = harness.beat({ memberId: 'm1', memberEpoch: 1 })
  t.is(response.assignment, null)
  t.is(response.memberEpoch, 1)
})

test('a second member gets its share only when the first has given it up', (t) => {
  const harness = new ConsumerHarness()
  const topicId = harness.createTopic('t', 2)
  const first = new Member(harness, 'm1', ['t'])
  const second = new Member(harness, 'm2', ['t'])
  first.beat()
  t.deepEqual(second.beat().assignment!.topicPartitions, [])
  t.is(harness.group.state, 'Reconciling')
  t.is(harness.group.members.get('m2')!.state, 'UnreleasedPartitions')
  t.deepEqual(first.beat().assignment!.topicPartitions, [{ topicId, partitions: [0] }])
  t.is(harness.group.members.get('m1')!.state, 'UnrevokedPartitions')
  t.is(first.epoch, 1)
  t.is(second.beat().assignment, null)
  t.is(first.beat().memberEpoch, 2)
  t.deepEqual(second.beat().assignment!.topicPartitions, [{ topicId, partitions: [1] }])
  t.is(harness.group.state, 'Stable')
})

test('many members end with equal shares, whatever the order of heartbeats', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('a', 7)
  harness.createTopic('b', 6)
  const members = ['m1', 'm2', 'm3', 'm4'].map((id) => new Member(harness, id, ['a', 'b']))
  for (const member of members) member.beat()
  settle(members)
  t.deepEqual(members.map(({ count }) => count).sort(), [3, 3, 3, 4])
  members[0]!.leave()
  settle(members.slice(1))
  t.deepEqual(
    members
      .slice(1)
      .map(({ count }) => count)
      .sort(),
    [4, 4, 5],
  )
})

test('a member that does not give up its partitions within its rebalance timeout is fenced', (t) => {
  const harness = new ConsumerHarness()
  const topicId = harness.createTopic('t', 2)
  const first = new Member(harness, 'm1', ['t'])
  const second = new Member(harness, 'm2', ['t'])
  first.beat()
  second.beat()
  first.beat()
  const owned = [{ topicId, partitions: [0, 1] }]
  for (let waited = 0; waited < REBALANCE_MS; waited += 5000) {
    harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions: owned })
    second.beat()
    harness.advance(5000)
  }
  t.deepEqual([...harness.group.members.keys()], ['m2'])
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions: owned }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
  second.beat()
  t.is(second.count, 2)
})

test('a member that is silent for its session timeout is taken out', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 2)
  harness.join('m1', ['t'])
  harness.advance(SESSION_MS - 1)
  t.is(harness.group.members.size, 1)
  harness.advance(1)
  t.is(harness.group.state, 'Empty')
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1 }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
})

test('epochs that are not the member’s are fenced, but for the one before with what it has', (t) => {
  const harness = new ConsumerHarness()
  const topicId = harness.createTopic('t', 2)
  harness.join('m1', ['t'])
  const topicPartitions = [{ topicId, partitions: [0, 1] }]
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 2 }).errorCode, ErrorCode.FENCED_MEMBER_EPOCH)
  harness.join('m2', ['t'])
  harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions })
  const given = [{ topicId, partitions: [0] }]
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions: given }).memberEpoch, 2)
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions: given }).memberEpoch, 2)
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions }).errorCode, ErrorCode.FENCED_MEMBER_EPOCH)
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1 }).errorCode, ErrorCode.FENCED_MEMBER_EPOCH)
})

test('topics that come, grow and go change what members have', (t) => {
  const harness = new ConsumerHarness()
  const member = new Member(harness, 'm1', ['t', 'later'])
  const a = harness.createTopic('t', 1)
  member.beat()
  t.is(member.count, 1)
  const b = harness.createTopic('later', 2)
  member.beat()
  t.deepEqual([...member.owned.keys()], [a, b])
  harness.state.apply({ type: 'topic-deleted', topicId: a })
  settle([member])
  t.deepEqual([...member.owned.keys()], [b])
})

test('a regular expression follows the topics that match it', (t) => {
  const harness = new ConsumerHarness()
  const first = harness.createTopic('orders-1', 1)
  harness.createTopic('other-orders-1', 1)
  const input = { subscribedTopicNames: null, subscribedTopicRegex: 'orders-.*' }
  const { assignment } = harness.join('m1', [], input)
  t.deepEqual(assignment!.topicPartitions, [{ topicId: first, partitions: [0] }])
  const second = harness.createTopic('orders-2', 1)
  const topicPartitions = [{ topicId: first, partitions: [0] }]
  const next = harness.beat({ memberId: 'm1', memberEpoch: 1, topicPartitions })
  t.deepEqual(next.assignment!.topicPartitions.map(({ topicId }) => topicId).sort(), [first, second].sort())
  t.is(harness.describe().members[0]!.subscribedTopicRegex, 'orders-.*')
})

for (const regex of ['(', '[a', 'a**', '(?=a)', '(a)\\1']) {
  test(`the regular expression ${regex} is refused`, (t) => {
    const harness = new ConsumerHarness()
    const input = { subscribedTopicNames: null, subscribedTopicRegex: regex }
    t.is(harness.join('m1', [], input).errorCode, ErrorCode.INVALID_REGULAR_EXPRESSION)
    t.deepEqual(harness.get(listGroupsApi, 5, {}).groups, [])
  })
}

test('a static member that is away for a while finds its partitions again under a new id', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 4)
  const other = new Member(harness, 'other', ['t'])
  const before = new Member(harness, 'm1', ['t'], { instanceId: 'i' })
  other.beat()
  settle([before, other])
  t.is(before.leave(-2).memberEpoch, -2)
  const after = new Member(harness, 'm2', ['t'], { instanceId: 'i' })
  t.is(after.beat().errorCode, 0)
  t.deepEqual(after.owned, before.owned)
  t.is(harness.group.members.get('other')!.memberEpoch, after.epoch)
})

test('the instance id of a static member that is there is not given to another one', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 2)
  const member = new Member(harness, 'm1', ['t'], { instanceId: 'i' })
  member.beat()
  t.is(harness.join('m2', ['t'], { instanceId: 'i' }).errorCode, ErrorCode.UNRELEASED_INSTANCE_ID)
  t.is(harness.beat({ memberId: 'm2', memberEpoch: 1, instanceId: 'i' }).errorCode, ErrorCode.FENCED_INSTANCE_ID)
  t.is(harness.beat({ memberId: 'm2', memberEpoch: 1, instanceId: 'j' }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
})

test('a static member that is away for longer than its session is taken out', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 2)
  const member = new Member(harness, 'm1', ['t'], { instanceId: 'i' })
  member.beat()
  member.leave(-2)
  harness.advance(SESSION_MS)
  t.is(harness.group.members.size, 0)
})

test('a full group lets nobody else in', (t) => {
  const harness = new ConsumerHarness({ groupConsumerMaxSize: 1 })
  harness.createTopic('t', 2)
  harness.join('m1', ['t'])
  t.like(harness.join('m2', ['t']), {
    errorCode: ErrorCode.GROUP_MAX_SIZE_REACHED,
    errorMessage: 'The consumer group has reached its maximum capacity of 1 members.',
  })
  t.is(harness.beat({ memberId: 'm1', memberEpoch: 1 }).errorCode, 0)
})

test('requests that make no sense are refused in Kafka’s words', (t) => {
  const harness = new ConsumerHarness()
  const refused = (input: Parameters<ConsumerHarness['beat']>[0]) => {
    const { errorCode, errorMessage } = harness.beat(input)
    return [errorCode, errorMessage]
  }
  const first = { memberId: 'm', rebalanceTimeoutMs: 1, subscribedTopicNames: ['t'], topicPartitions: [] }
  const invalid = ErrorCode.INVALID_REQUEST
  t.deepEqual(refused({ ...first, memberId: '' }), [invalid, "MemberId can't be empty."])
  t.deepEqual(refused({ ...first, groupId: '' }), [invalid, "GroupId can't be empty."])
  t.deepEqual(refused({ ...first, instanceId: '' }), [invalid, "InstanceId can't be empty."])
  t.deepEqual(refused({ ...first, rebalanceTimeoutMs: -1 }), [
    invalid,
    'RebalanceTimeoutMs must be provided in first request.',
  ])
  t.deepEqual(refused({ ...first, topicPartitions: null }), [
    invalid,
    'TopicPartitions must be empty when (re-)joining.',
  ])
  t.deepEqual(refused({ memberId: 'm', memberEpoch: -2 }), [invalid, "InstanceId can't be null."])
  t.deepEqual(refused({ memberId: 'm', memberEpoch: -3 }), [invalid, 'MemberEpoch is invalid.'])
  t.deepEqual(refused({ memberId: 'm', memberEpoch: 1 }), [ErrorCode.GROUP_ID_NOT_FOUND, 'Consumer group g not found.'])
  t.deepEqual(refused({ ...first, serverAssignor: 'sticky' }), [
    ErrorCode.UNSUPPORTED_ASSIGNOR,
    'ServerAssignor sticky is not supported. Supported assignors: uniform, range.',
  ])
})

test('offsets are committed with the member’s epoch alone', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 2)
  harness.join('m1', ['t'])
  const commit = (memberId: string, generationIdOrMemberEpoch: number, version = 9) =>
    harness.get(offsetCommitApi, version, {
      groupId: 'g',
      memberId,
      generationIdOrMemberEpoch,
      topics: [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 5n }] }],
    }).topics[0]!.partitions[0]!.errorCode
  t.is(commit('m1', 1), 0)
  t.is(commit('m1', 2), ErrorCode.STALE_MEMBER_EPOCH)
  t.is(commit('m1', 1, 8), ErrorCode.UNSUPPORTED_VERSION)
  t.is(commit('other', 1), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(commit('', -1), ErrorCode.UNKNOWN_MEMBER_ID)
})

test('a commit with an older epoch counts for partitions that the member has had since then', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t', 2)
  const first = new Member(harness, 'm1', ['t'])
  const second = new Member(harness, 'm2', ['t'])
  first.beat()
  settle([second, first])
  t.is(first.epoch, 2)
  const commit = (memberId: string, generationIdOrMemberEpoch: number, partitionIndex: number) =>
    harness.get(offsetCommitApi, 9, {
      groupId: 'g',
      memberId,
      generationIdOrMemberEpoch,
      topics: [{ name: 't', partitions: [{ partitionIndex, committedOffset: 5n }] }],
    }).topics[0]!.partitions[0]!.errorCode
  const [kept] = [...first.owned.values()][0]!
  const given = 1 - kept!
  t.is(commit('m1', 1, kept!), ErrorCode.NONE)
  t.is(commit('m1', 1, given), ErrorCode.STALE_MEMBER_EPOCH)
  t.is(commit('m2', 1, given), ErrorCode.STALE_MEMBER_EPOCH)
  t.is(commit('m2', 2, given), ErrorCode.NONE)
})

test('groups are listed and described by their kind and state', (t) => {
  const harness = new ConsumerHarness()
  harness.get(createTopicsApi, 5, { topics: [{ name: 't', numPartitions: 1, replicationFactor: 1 }] })
  harness.join('m1', ['t'], { serverAssignor: 'range', rackId: 'r' })
  t.deepEqual(
    harness
      .get(listGroupsApi, 5, { typesFilter: ['Consumer'], statesFilter: ['stable'] })
      .groups.map((group) => ({ ...group })),
    [{ groupId: 'g', protocolType: 'consumer', groupState: 'Stable', groupType: 'consumer' }],
  )
  t.like(harness.describe(), { groupEpoch: 1, assignmentEpoch: 1, assignorName: 'range', groupState: 'Stable' })
  t.like(harness.describe().members[0], {
    memberId: 'm1',
    rackId: 'r',
    memberType: 1,
    memberEpoch: 1,
    clientHost: '/test',
  })
})

test('changes that come one upon the other are taken together where an interval is set', (t) => {
  const harness = new ConsumerHarness({ groupConsumerAssignmentIntervalMs: 1000 })
  harness.createTopic('t', 2)
  harness.join('m1', ['t'])
  t.is(harness.join('m2', ['t']).memberEpoch, 1)
  t.is(harness.group.state, 'Assigning')
  harness.advance(1000)
  t.is(harness.beat({ memberId: 'm2', memberEpoch: 1, topicPartitions: [] }).memberEpoch, 2)
})
