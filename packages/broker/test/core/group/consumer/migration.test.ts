// Groups with members go over from the classic to the consumer protocol (KIP-848), and back.
import { ErrorCode } from '@odradek/protocol'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import test from 'ava'
import type { GroupMigrationPolicy } from '../../../../src/core/broker-config.ts'
import { Member, SESSION_MS } from './consumer-harness.ts'
import {
  assertShared,
  assignmentBytes,
  CLASSIC_REBALANCE_MS,
  CLASSIC_SESSION_MS,
  ClassicMember,
  MigrationHarness,
  mixed,
  numbersOf,
  PARTITIONS,
  reelect,
  settle,
  storedBatches,
  twoClassic,
} from './migration-harness.ts'

for (const isCooperative of [false, true]) {
  const kind = isCooperative ? 'cooperative' : 'eager'

  test(`a classic group becomes a consumer group when a member of the new protocol joins; its ${kind} members keep on`, (t) => {
    const { harness, members, first } = twoClassic({}, [{ isCooperative }, { isCooperative }])
    const { generation } = first
    const newcomer = new Member(harness, 'new', ['t'])
    t.like(newcomer.beat(), { errorCode: 0, memberEpoch: generation + 1, assignment: { topicPartitions: [] } })
    t.is(harness.type, 'consumer')
    t.like(harness.describe().members[0]!, { memberId: first.memberId, memberEpoch: generation, memberType: 0 })
    t.deepEqual(harness.describe().members[0]!.subscribedTopicNames, ['t'])
    t.is(first.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
    settle(members, [newcomer])
    assertShared(t, members, [newcomer])
    t.is(harness.group.state, 'Stable')
    t.is(first.generation, generation + 1)
    t.is(first.heartbeat(), ErrorCode.NONE)
  })
}

test('the records of an upgrade are one batch: the classic group goes, its members come with what they said and have', (t) => {
  const { harness, topicId, first, second } = twoClassic()
  const { generation } = first
  const newcomer = new Member(harness, 'new', ['t'])
  newcomer.beat()
  harness.advance(0)
  const batch = storedBatches(harness).at(-1)!
  const member = 'consumerGroupMemberMetadata'
  const target = 'consumerGroupTargetAssignmentMember'
  const current = 'consumerGroupCurrentMemberAssignment'
  t.deepEqual(
    batch.slice(0, 9).map(({ type }) => type),
    [
      'groupMetadata',
      member,
      member,
      'consumerGroupMetadata',
      target,
      target,
      'consumerGroupTargetAssignmentMetadata',
      current,
      current,
    ],
  )
  t.is(batch[0]!.value, null)
  t.like(batch[1], {
    key: { groupId: 'g', memberId: first.memberId },
    value: {
      subscribedTopicNames: ['t'],
      rebalanceTimeoutMs: CLASSIC_REBALANCE_MS,
      serverAssignor: null,
      classicMemberMetadata: { sessionTimeoutMs: CLASSIC_SESSION_MS, supportedProtocols: [{ name: 'range' }] },
    },
  })
  t.like(batch[3], { value: { epoch: generation } })
  t.deepEqual(batch[5]!.value, { topicPartitions: [{ topicId, partitions: [1, 3, 5] }] })
  t.like(batch[8], {
    key: { memberId: second.memberId },
    value: { memberEpoch: generation, assignedPartitions: [{ topicId, partitions: [1, 3, 5] }] },
  })
  t.true(batch.some((record) => record.type === member && record.key.memberId === 'new'))
})

test('members that wait for a rebalance of the classic group are told to join the new one', (t) => {
  const { harness, first, second } = twoClassic()
  second.join({ protocols: [{ name: 'range', metadata: new Uint8Array([0, 0, 0, 0, 0, 0, 255, 255, 255, 255]) }] })
  t.is(second.joining!.response, undefined)
  new Member(harness, 'new', ['t']).beat()
  harness.advance(0)
  t.is(second.joining!.response!.errorCode, ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(harness.type, 'consumer')
  t.is(second.join().response!.errorCode, ErrorCode.NONE)
  t.is(first.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
})

test('members that wait for an assignment of the classic group are told to join the new one', (t) => {
  const { harness, first, second } = twoClassic()
  first.join()
  second.join()
  first.joined()
  second.joined()
  second.sync()
  t.is(second.syncing!.response, undefined)
  new Member(harness, 'new', ['t']).beat()
  harness.advance(0)
  t.is(second.syncing!.response!.errorCode, ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(second.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
})

for (const groupConsumerMigrationPolicy of ['downgrade', 'disabled'] satisfies GroupMigrationPolicy[]) {
  test(`a classic group with members stays one where the policy is ${groupConsumerMigrationPolicy}`, (t) => {
    const { harness, first } = twoClassic({ groupConsumerMigrationPolicy })
    const answer = harness.join('new', ['t'])
    t.is(answer.errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
    t.is(answer.errorMessage, 'Group g is not a consumer group.')
    t.is(harness.type, 'classic')
    t.is(first.heartbeat(), ErrorCode.NONE)
  })
}

test('a group that is not of consumers, is too large, or says what no consumer says, stays classic', (t) => {
  const tooLarge = twoClassic({ groupConsumerMaxSize: 1 })
  t.is(tooLarge.harness.join('new', ['t']).errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
  t.is(tooLarge.harness.type, 'classic')
  const connect = new MigrationHarness()
  connect.createTopic('t')
  new ClassicMember(connect).join({ protocolType: 'connect' })
  t.is(connect.join('new', ['t']).errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
  const malformed = new MigrationHarness()
  malformed.createTopic('t')
  new ClassicMember(malformed).join({ protocols: [{ name: 'range', metadata: new Uint8Array([0]) }] })
  const answer = malformed.join('new', ['t'])
  t.is(answer.errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
  t.regex(answer.errorMessage!, /embedded consumer protocol is malformed/)
  t.is(malformed.type, 'classic')
})

test('a newcomer that is refused changes nothing for the classic group', (t) => {
  const { harness, first } = twoClassic({ groupConsumerMaxSize: 2 })
  const before = storedBatches(harness)
  t.is(harness.join('new', ['t']).errorCode, ErrorCode.GROUP_MAX_SIZE_REACHED)
  t.is(harness.join('new', [], { subscribedTopicRegex: '(' }).errorCode, ErrorCode.GROUP_MAX_SIZE_REACHED)
  t.is(harness.type, 'classic')
  t.is(first.heartbeat(), ErrorCode.NONE)
  harness.advance(0)
  t.deepEqual(storedBatches(harness), before)
})

test('when the last member of the new protocol leaves, the group is classic again, and its members join again', (t) => {
  const { harness, topicId, members, first, second, newcomer } = mixed()
  const { groupEpoch } = harness.group
  newcomer.leave()
  t.is(harness.type, 'classic')
  t.is(harness.classicGroup.state, 'PreparingRebalance')
  harness.advance(0)
  const batch = storedBatches(harness).at(-1)!
  t.true(batch.slice(0, -1).every(({ type, value }) => type.startsWith('consumerGroup') && value === null))
  t.like(batch.at(-1), {
    type: 'groupMetadata',
    value: { protocolType: 'consumer', generation: groupEpoch, protocol: 'range', leader: first.memberId },
  })
  const target = assignmentBytes('t', first.owned)
  t.like(harness.classicGroup.members.get(first.memberId), { assignment: target, sessionTimeoutMs: CLASSIC_SESSION_MS })
  t.is(first.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
  for (const member of members) member.join()
  t.like(first.joined(), { generationId: groupEpoch + 1, leader: first.memberId, protocolName: 'range' })
  t.is(second.joined()!.leader, first.memberId)
  second.sync()
  first.sync({ [first.memberId]: assignmentBytes('t', [0, 1]), [second.memberId]: assignmentBytes('t', [2]) })
  t.true(first.synced())
  t.true(second.synced())
  t.deepEqual([first.owned, second.owned], [[0, 1], [2]])
  t.is(harness.classicGroup.state, 'Stable')
  // And over again.
  const again = new Member(harness, 'again', ['t'])
  settle(members, [again])
  assertShared(t, members, [again])
  t.deepEqual([...again.owned.keys()], [topicId])
})

test('a member of the new protocol that falls silent leaves a classic group behind', (t) => {
  const { harness, members } = mixed()
  for (let passed = 0; passed < SESSION_MS; passed += 5000) {
    t.is(harness.type, 'consumer')
    for (const member of members) member.heartbeat()
    harness.advance(5000)
  }
  t.is(harness.type, 'classic')
  t.deepEqual([...harness.classicGroup.members.keys()].sort(), members.map(({ memberId }) => memberId).sort())
  harness.advance(CLASSIC_SESSION_MS)
  t.is(harness.classicGroup.members.size, 0)
})

test('the group stays one of the new protocol where it may not go back, and where more of its members are left', (t) => {
  for (const options of [{ groupConsumerMigrationPolicy: 'upgrade' }, { groupMaxSize: 1 }] as const) {
    const harness = new MigrationHarness(options)
    harness.createTopic('t', PARTITIONS)
    const newcomer = new Member(harness, 'new', ['t'])
    newcomer.beat()
    const classic = [new ClassicMember(harness), new ClassicMember(harness)]
    for (const member of classic) {
      member.join()
      member.joined()
      member.sync()
      member.synced()
    }
    newcomer.leave()
    t.is(harness.type, 'consumer')
    settle(classic, [])
    assertShared(t, classic, [])
  }
  const { harness, members, newcomer } = mixed()
  const other = new Member(harness, 'other', ['t'])
  settle(members, [newcomer, other])
  newcomer.leave()
  t.is(harness.type, 'consumer')
  other.leave()
  t.is(harness.type, 'classic')
})

test('the last classic member that leaves makes the group one of the new protocol alone', (t) => {
  const { harness, members, newcomer } = mixed()
  for (const member of members) member.leave()
  settle([], [newcomer])
  assertShared(t, [], [newcomer])
  newcomer.leave()
  t.is(harness.type, 'consumer')
  t.is(harness.group.state, 'Empty')
})

test('a static member goes over with its place, and comes back without a rebalance where it was the last', (t) => {
  const each = [{ instanceId: 'a' }, { instanceId: 'b' }]
  const { harness, topicId, first, second } = twoClassic({}, each)
  const kept = [...first.owned]
  const newFirst = new Member(harness, 'new-a', ['t'], { instanceId: 'a' })
  const answer = newFirst.beat()
  t.is(answer.errorCode, ErrorCode.NONE)
  t.deepEqual(answer.assignment!.topicPartitions, [{ topicId, partitions: kept }])
  t.is(first.heartbeat(), ErrorCode.FENCED_INSTANCE_ID)
  settle([second], [newFirst])
  assertShared(t, [second], [newFirst])
  const { groupEpoch } = harness.group
  const back = new ClassicMember(harness, { instanceId: 'a' })
  back.join()
  t.like(back.joined(), { generationId: groupEpoch, protocolName: 'range' })
  t.is(harness.type, 'classic')
  t.is(harness.classicGroup.state, 'Stable')
  back.sync()
  t.true(back.synced())
  t.deepEqual(back.owned, numbersOf(newFirst))
  t.is(second.heartbeat(), ErrorCode.NONE)
  t.is(newFirst.beat().errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
})

test('who reads the records of a group that migrates has the same group, and its members go on', (t) => {
  const { harness, members, first, newcomer } = mixed()
  const other = new Member(harness, 'other', ['t'])
  other.beat()
  const before = { ...harness.describe() }
  reelect(harness)
  t.deepEqual(harness.describe(), before)
  t.is(first.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
  newcomer.leave()
  settle(members, [other])
  assertShared(t, members, [other])
  harness.advance(CLASSIC_SESSION_MS - 1)
  for (const member of members) t.is(member.heartbeat(), ErrorCode.NONE)
  other.leave()
  t.is(harness.type, 'classic')
  const { generation, leader, protocol } = harness.classicGroup
  reelect(harness)
  t.like(harness.classicGroup, { generation, leader, protocol, state: 'Stable' })
  t.deepEqual(
    harness.get(listGroupsApi, 5, {}).groups.map(({ groupId, groupType }) => [groupId, groupType]),
    [['g', 'classic']],
  )
  t.deepEqual([...harness.classicGroup.members.keys()].sort(), members.map(({ memberId }) => memberId).sort())
  for (const member of members) t.is(member.heartbeat(), ErrorCode.NONE)
  reelect(harness)
  new Member(harness, 'again', ['t']).beat()
  t.is(harness.type, 'consumer')
  reelect(harness)
  t.is(harness.type, 'consumer')
  t.is(harness.group.classicMemberCount, 2)
})

test('an offer of a member that is no subscription at all does no harm where it is the one that the group comes to use', (t) => {
  const harness = new MigrationHarness()
  harness.createTopic('t', PARTITIONS)
  const newcomer = new Member(harness, 'new', ['t'])
  newcomer.beat()
  const odd = [0, 1].map(() => new ClassicMember(harness))
  for (const [index, member] of odd.entries()) {
    const range = { name: 'range', metadata: member.subscription }
    const other = { name: 'other', metadata: new Uint8Array(index === 0 ? [] : [255, 255]) }
    t.is(member.join({ protocols: [range, other] }).response!.errorCode, ErrorCode.NONE)
    member.joined()
  }
  const last = new ClassicMember(harness, { protocol: 'other' })
  t.is(last.join().response!.errorCode, ErrorCode.NONE)
  newcomer.leave()
  t.is(harness.classicGroup.protocol, 'other')
})

test('an administrator that takes the last member of the new protocol out leaves a classic group behind', (t) => {
  const { harness, members, newcomer } = mixed()
  const administrator = new ClassicMember(harness)
  administrator.memberId = newcomer.memberId
  t.is(administrator.leave(), ErrorCode.NONE)
  t.is(harness.type, 'classic')
  t.is(newcomer.beat().errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
  for (const member of members) t.is(member.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
})

test('classic members are told to join again once there is a new target, for which a member of the new protocol shows up', (t) => {
  const { first, second, newcomer } = mixed()
  second.leave()
  t.is(first.heartbeat(), ErrorCode.NONE)
  newcomer.beat()
  t.is(first.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
})
