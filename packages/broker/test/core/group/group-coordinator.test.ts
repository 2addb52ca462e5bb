import { ErrorCode } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import test from 'ava'
import { GroupHarness, protocols, REBALANCE_MS, SESSION_MS, textOf } from './group-harness.ts'

test('a member is asked to come back with the id it is given, and then leads its group', (t) => {
  const harness = new GroupHarness()
  const asked = harness.join('').response!
  t.is(asked.errorCode, ErrorCode.MEMBER_ID_REQUIRED)
  t.regex(asked.memberId, /^test-/)
  const { response } = harness.join(asked.memberId)
  t.like(response!, {
    errorCode: 0,
    generationId: 1,
    leader: asked.memberId,
    protocolName: 'range',
    protocolType: 'consumer',
  })
  t.deepEqual(
    response!.members.map((member) => [member.memberId, textOf(member.metadata)]),
    [[asked.memberId, 'subscription for range']],
  )
  const sync = harness.sync(asked.memberId, 1, { [asked.memberId]: 'everything' }).response!
  t.like(sync, { errorCode: 0, protocolType: 'consumer', protocolName: 'range' })
  t.is(textOf(sync.assignment), 'everything')
  t.is(harness.group.state, 'Stable')
  t.is(harness.heartbeat(asked.memberId, 1), 0)
})

test('every version of JoinGroup, SyncGroup, Heartbeat and LeaveGroup carries a member through', (t) => {
  for (let version = 0; version <= 9; version++) {
    const harness = new GroupHarness()
    let join = harness.join('', {}, version)
    if (version >= 4) join = harness.join(join.response!.memberId, {}, version)
    const { memberId, generationId, errorCode, protocolName } = join.response!
    t.deepEqual([errorCode, generationId, protocolName], [0, 1, 'range'], `version ${version}`)
    const member = { groupId: 'g', memberId, generationId }
    const syncVersion = Math.min(version, 5)
    const protocol = syncVersion >= 5 ? { protocolType: 'consumer', protocolName: 'range' } : {}
    const assignments = [{ memberId, assignment: new Uint8Array([1, 2]) }]
    const sync = harness.get(syncGroupApi, syncVersion, { ...member, ...protocol, assignments })
    t.deepEqual([sync.errorCode, [...sync.assignment]], [0, [1, 2]])
    t.is(harness.get(heartbeatApi, Math.min(version, 4), member).errorCode, 0)
    const leaveVersion = Math.min(version, 5)
    const leaving = leaveVersion < 3 ? { memberId } : { members: [{ memberId }] }
    const left = harness.get(leaveGroupApi, leaveVersion, { groupId: 'g', ...leaving })
    t.is(left.errorCode, 0)
    t.deepEqual(
      left.members.map((one) => one.errorCode),
      leaveVersion < 3 ? [] : [0],
    )
    t.is(harness.group.state, 'Empty')
  }
})

test('errors of JoinGroup can be told in every version', (t) => {
  for (let version = 0; version <= 9; version++) {
    const harness = new GroupHarness()
    t.is(harness.join('stranger', {}, version).response!.errorCode, ErrorCode.UNKNOWN_MEMBER_ID, `version ${version}`)
    t.is(harness.join('', { groupId: '' }, version).response!.errorCode, ErrorCode.INVALID_GROUP_ID)
    t.is(harness.join('', { sessionTimeoutMs: 5999 }, version).response!.errorCode, ErrorCode.INVALID_SESSION_TIMEOUT)
    t.is(
      harness.join('', { sessionTimeoutMs: 1_800_001 }, version).response!.errorCode,
      ErrorCode.INVALID_SESSION_TIMEOUT,
    )
    t.is(harness.join('', { protocols: [] }, version).response!.errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
    t.is(harness.join('', { protocolType: '' }, version).response!.errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  }
})

test('a second member starts a rebalance: the first hears of it by its heartbeat, joins again and leads on', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(1)
  const second = harness.enter()
  t.is(second.joined.response, undefined)
  t.is(harness.heartbeat(ids[0]!, generation), ErrorCode.REBALANCE_IN_PROGRESS)
  const first = harness.join(ids[0]!).response!
  t.like(first, { generationId: generation + 1, leader: ids[0] })
  t.deepEqual(
    first.members.map((member) => member.memberId),
    [ids[0], second.memberId],
  )
  t.like(second.joined.response!, { generationId: generation + 1, leader: ids[0], members: [] })
  const follower = harness.sync(second.memberId, generation + 1)
  t.is(follower.response, undefined)
  const leader = harness.sync(ids[0]!, generation + 1, { [ids[0]!]: 'left', [second.memberId]: 'right' })
  t.is(textOf(leader.response!.assignment), 'left')
  t.is(textOf(follower.response!.assignment), 'right')
})

test('a follower that syncs after the leader gets its assignment at once', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  t.is(textOf(harness.sync(ids[1]!, generation).response!.assignment), 'part 1')
})

test('a member that does not join again is left behind when the rebalance timeout passes', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  const rejoined = harness.join(ids[0]!)
  // Heartbeats keep the session of the one that does not rejoin.
  for (let ms = 0; ms < REBALANCE_MS - 5000; ms += 5000) {
    t.is(harness.heartbeat(ids[1]!, generation), ErrorCode.REBALANCE_IN_PROGRESS)
    harness.advance(5000)
  }
  t.is(rejoined.response, undefined)
  harness.advance(5000)
  t.like(rejoined.response!, { generationId: generation + 1, leader: ids[0] })
  t.is(harness.heartbeat(ids[1]!, generation), ErrorCode.UNKNOWN_MEMBER_ID)
})

test('the leader may be left behind too: another one leads', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  const rejoined = harness.join(ids[1]!, { protocols: [{ name: 'range', metadata: new Uint8Array([1]) }] })
  harness.advance(REBALANCE_MS)
  t.like(rejoined.response!, { generationId: generation + 1, leader: ids[1] })
})

test('a member that is silent for its session timeout is expired, and the others rebalance', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  harness.advance(SESSION_MS - 1)
  t.is(harness.heartbeat(ids[0]!, generation), 0)
  harness.advance(1)
  t.is(harness.heartbeat(ids[0]!, generation), ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(harness.heartbeat(ids[1]!, generation), ErrorCode.UNKNOWN_MEMBER_ID)
  t.like(harness.join(ids[0]!).response!, { generationId: generation + 1, leader: ids[0] })
})

test('a group whose members are all expired is empty, one generation on', (t) => {
  const harness = new GroupHarness()
  const { generation } = harness.stable(2)
  harness.advance(SESSION_MS + REBALANCE_MS)
  t.is(harness.group.state, 'Empty')
  t.is(harness.group.generation, generation + 1)
  t.is(harness.core.poll(harness.nowMs).nextPollAtMs, Infinity)
})

test('a member that waits in JoinGroup or SyncGroup needs no heartbeats', (t) => {
  const harness = new GroupHarness()
  const { ids } = harness.stable(1)
  const second = harness.enter()
  harness.join(ids[0]!)
  const follower = harness.sync(second.memberId, 2)
  for (let ms = 0; ms < 2 * SESSION_MS; ms += 5000) {
    harness.heartbeat(ids[0]!, 2)
    harness.advance(5000)
  }
  t.is(follower.response, undefined)
  harness.sync(ids[0]!, 2, { [second.memberId]: 'late' })
  t.is(textOf(follower.response!.assignment), 'late')
})

test('members that never sync are expired after the rebalance timeout', (t) => {
  const harness = new GroupHarness()
  const { ids } = harness.stable(1)
  const second = harness.enter()
  harness.join(ids[0]!)
  const follower = harness.sync(second.memberId, 2)
  for (let ms = 0; ms < REBALANCE_MS; ms += 5000) {
    harness.heartbeat(ids[0]!, 2)
    harness.advance(5000)
  }
  t.is(follower.response!.errorCode, ErrorCode.REBALANCE_IN_PROGRESS)
  t.deepEqual([...harness.group.members.keys()], [second.memberId])
})

test('a member that leaves starts a rebalance; the last one leaves the group empty', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  t.is(harness.leave(ids[1]!), 0)
  t.is(harness.heartbeat(ids[0]!, generation), ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(harness.leave(ids[0]!), 0)
  t.is(harness.group.state, 'Empty')
  t.is(harness.leave(ids[0]!), ErrorCode.UNKNOWN_MEMBER_ID)
})

test('the rebalance goes on without a member that leaves while others wait for it', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  const rejoined = harness.join(ids[0]!)
  t.is(rejoined.response, undefined)
  harness.leave(ids[1]!)
  t.like(rejoined.response!, { generationId: generation + 1, members: [{ memberId: ids[0] }] })
})

test('a JoinGroup that waits is answered when its member leaves', (t) => {
  const harness = new GroupHarness()
  const { ids } = harness.stable(2)
  const rejoined = harness.join(ids[0]!)
  harness.leave(ids[0]!)
  t.is(rejoined.response!.errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
})

test('a new member while others sync: they are told to join again', (t) => {
  const harness = new GroupHarness()
  const { ids } = harness.stable(1)
  const second = harness.enter()
  harness.join(ids[0]!)
  const follower = harness.sync(second.memberId, 2)
  const third = harness.enter()
  t.is(follower.response!.errorCode, ErrorCode.REBALANCE_IN_PROGRESS)
  t.is(harness.sync(ids[0]!, 2).response!.errorCode, ErrorCode.REBALANCE_IN_PROGRESS)
  harness.join(ids[0]!)
  harness.join(second.memberId)
  t.is(third.joined.response!.generationId, 3)
})

test('old generations, strangers and other protocols are refused', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(1)
  const member = ids[0]!
  t.is(harness.heartbeat(member, generation - 1), ErrorCode.ILLEGAL_GENERATION)
  t.is(harness.heartbeat('stranger', generation), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.sync(member, generation + 1).response!.errorCode, ErrorCode.ILLEGAL_GENERATION)
  t.is(harness.sync('stranger', generation).response!.errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.join('stranger').response!.errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.join('', { protocolType: 'connect' }).response!.errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  t.is(harness.join('', { protocols: protocols('sticky') }).response!.errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  const wrong = {
    groupId: 'g',
    memberId: member,
    generationId: generation,
    protocolType: 'consumer',
    protocolName: 'sticky',
  }
  t.is(harness.get(syncGroupApi, 5, wrong).errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  t.is(harness.group.state, 'Stable')
})

test('groups that do not exist know no members', (t) => {
  const harness = new GroupHarness()
  t.is(harness.heartbeat('m', 1), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.sync('m', 1).response!.errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.leave('m'), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.get(leaveGroupApi, 1, { groupId: 'g', memberId: 'm' }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(harness.get(heartbeatApi, 1, { groupId: '' }).errorCode, ErrorCode.INVALID_GROUP_ID)
})

test('the protocol is the one that most members like best of those that all know', (t) => {
  const harness = new GroupHarness()
  const first = harness.enter({ protocols: protocols('sticky', 'range') })
  const second = harness.enter({ protocols: protocols('range', 'sticky', 'other') })
  const third = harness.enter({ protocols: protocols('range', 'sticky') })
  const rejoined = harness.join(first.memberId, { protocols: protocols('sticky', 'range') })
  t.is(rejoined.response!.protocolName, 'range')
  t.is(second.joined.response!.protocolName, 'range')
  t.is(textOf(rejoined.response!.members[2]!.metadata), 'subscription for range')
  t.is(third.joined.response!.protocolName, 'range')
})

test('a follower that joins again with nothing new is let in at once; with something new, or the leader, rebalances', (t) => {
  const harness = new GroupHarness()
  const { ids, generation } = harness.stable(2)
  t.like(harness.join(ids[1]!).response!, { generationId: generation, members: [] })
  t.is(harness.group.state, 'Stable')
  t.is(harness.join(ids[0]!).response, undefined)
  t.is(harness.group.state, 'PreparingRebalance')
})

test('the answer to a JoinGroup that got lost is given again before the group is stable', (t) => {
  const harness = new GroupHarness()
  const { memberId } = harness.enter()
  t.like(harness.join(memberId).response!, { generationId: 1, leader: memberId, members: [{ memberId }] })
})

test('the first rebalance waits for more members, and longer while more come, at most for the rebalance timeout', (t) => {
  const harness = new GroupHarness({ groupInitialRebalanceDelayMs: 3000 })
  const first = harness.enter()
  harness.advance(2000)
  const second = harness.enter()
  harness.advance(1000)
  t.is(first.joined.response, undefined)
  harness.advance(2999)
  t.is(first.joined.response, undefined)
  harness.advance(1)
  t.like(first.joined.response!, { generationId: 1 })
  t.is(first.joined.response!.members.length, 2)
  t.is(second.joined.response!.generationId, 1)
})

test('an id that nobody comes back with holds no rebalance up for longer than a session', (t) => {
  const harness = new GroupHarness()
  const { ids } = harness.stable(1)
  harness.join('')
  const rejoined = harness.join(ids[0]!)
  t.is(rejoined.response, undefined)
  harness.advance(SESSION_MS)
  t.is(rejoined.response!.generationId, 2)
})

test('a group takes no more members than it may have', (t) => {
  const harness = new GroupHarness({ groupMaxSize: 2 })
  harness.stable(2)
  t.is(harness.join('').response!.errorCode, ErrorCode.GROUP_MAX_SIZE_REACHED)
})

test('KIP-345: a static member that comes back takes its place without a rebalance, and its old id is fenced', (t) => {
  const harness = new GroupHarness()
  const groupInstanceId = 'instance'
  const first = harness.join('', { groupInstanceId }).response!
  t.like(first, { errorCode: 0, generationId: 1, leader: first.memberId })
  harness.sync(first.memberId, 1, { [first.memberId]: 'all' })
  const again = harness.join('', { groupInstanceId }).response!
  t.like(again, { errorCode: 0, generationId: 1, leader: again.memberId, skipAssignment: true })
  t.not(again.memberId, first.memberId)
  t.is(harness.group.state, 'Stable')
  t.is(textOf(harness.sync(again.memberId, 1).response!.assignment), 'all')
  t.is(harness.heartbeat(first.memberId, 1, groupInstanceId), ErrorCode.FENCED_INSTANCE_ID)
  t.is(harness.heartbeat(again.memberId, 1, groupInstanceId), 0)
  t.is(harness.leave('', groupInstanceId), 0)
  t.is(harness.group.state, 'Empty')
})

test('KIP-814: before version 9 a static leader that comes back does not learn that it leads', (t) => {
  const harness = new GroupHarness()
  const first = harness.join('', { groupInstanceId: 'i' }).response!
  harness.sync(first.memberId, 1, { [first.memberId]: 'all' })
  const again = harness.join('', { groupInstanceId: 'i' }, 8).response!
  t.like(again, { leader: first.memberId, members: [] })
})

test('two members under one static id: the one that waits is fenced', (t) => {
  const harness = new GroupHarness({ groupInitialRebalanceDelayMs: 3000 })
  const first = harness.join('', { groupInstanceId: 'i' })
  const second = harness.join('', { groupInstanceId: 'i' })
  t.is(first.response!.errorCode, ErrorCode.FENCED_INSTANCE_ID)
  harness.advance(6000)
  t.is(second.response!.generationId, 1)
})

test('ids of groups and members that look alike together have sessions of their own', (t) => {
  const harness = new GroupHarness()
  const enter = (groupId: string, clientId: string) => {
    const wanted = { groupId, protocolType: 'consumer', protocols: protocols('range'), sessionTimeoutMs: SESSION_MS }
    return harness.ask(joinGroupApi, 0, { ...wanted, memberId: '' }, clientId).response!.memberId
  }
  const one = enter('a', 'b/c')
  const other = enter('a/b', 'c')
  harness.advance(SESSION_MS - 1)
  t.true(harness.state.groups.group('a')!.members.has(one))
  t.true(harness.state.groups.group('a/b')!.members.has(other))
  harness.advance(1)
  t.is(harness.state.groups.group('a')!.state, 'Empty')
  t.is(harness.state.groups.group('a/b')!.state, 'Empty')
})
