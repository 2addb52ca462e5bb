import { ErrorCode } from '@odradek/protocol'
import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { deleteShareGroupOffsetsApi } from '@odradek/protocol/apis/delete-share-group-offsets'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { produceApi } from '@odradek/protocol/apis/produce'
import { shareGroupDescribeApi } from '@odradek/protocol/apis/share-group-describe'
import test from 'ava'
import { type RecordState, recordTransitions } from '../../../src/core/share/record-state.ts'
import { batchOf } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'
import { runsOf, ShareHarness } from './share-harness.ts'

const LOCK_MS = 30_000
const [GAP, ACCEPT, RELEASE, REJECT, RENEW] = [0, 1, 2, 3, 4]

test('members share partitions: each has one, each is had', (t) => {
  const harness = new ShareHarness()
  harness.createTopic('u', 3)
  const assigned = (memberId: string) =>
    harness.beat(memberId, 0, ['u']).assignment!.topicPartitions.flatMap(({ partitions }) => partitions)
  t.deepEqual(assigned('m1'), [0, 1, 2])
  assigned('m2')
  for (const memberId of ['m3', 'm4']) assigned(memberId)
  const all = ['m1', 'm2', 'm3', 'm4'].map(assigned)
  t.deepEqual(new Set(all.flat()), new Set([0, 1, 2]))
  t.true(all.every((partitions) => partitions.length === 1))
})

test('heartbeats: epochs, unknown members, requests that make no sense', (t) => {
  const harness = new ShareHarness({ isBegun: false })
  t.is(harness.beat('m1', 1).errorCode, ErrorCode.GROUP_ID_NOT_FOUND)
  t.is(harness.beat('', 0, ['t']).errorCode, ErrorCode.INVALID_REQUEST)
  t.is(harness.beat('m1', 0).errorMessage, 'SubscribedTopicNames must be set in first request.')
  const { memberEpoch, heartbeatIntervalMs } = harness.beat('m1', 0, ['t'])
  t.is(heartbeatIntervalMs, 5000)
  t.is(harness.beat('m1', memberEpoch).assignment, null)
  t.is(harness.beat('m1', 7).errorCode, ErrorCode.FENCED_MEMBER_EPOCH)
  t.is(harness.beat('m2', 1).errorCode, ErrorCode.UNKNOWN_MEMBER_ID)
  t.deepEqual(
    harness.get(listGroupsApi, 5, { typesFilter: ['share'] }).groups.map((group) => ({ ...group })),
    [{ groupId: 'g', protocolType: 'share', groupState: 'Stable', groupType: 'share' }],
  )
  harness.advance(45_000)
  t.like(harness.get(shareGroupDescribeApi, 1, { groupIds: ['g'] }).groups[0], { groupState: 'Empty', members: [] })
})

test('records go to one member each, and are done with when it accepts them', (t) => {
  const harness = new ShareHarness()
  harness.produce('a', 'b')
  harness.produce('c')
  t.deepEqual(harness.fetch('m1', 0, { maxRecords: 1 }), [[0, 1, 1]])
  t.deepEqual(harness.fetch('m2', 0), [[2, 2, 1]])
  t.is(harness.acknowledge('m1', 1, 0n, 1n, ACCEPT!), ErrorCode.NONE)
  // The start offset is stored with the change that comes after the one that moved it.
  t.like(harness.offsets, { startOffset: 0n, lag: 1n })
  t.is(harness.acknowledge('m2', 1, 2n, 2n, ACCEPT!), ErrorCode.NONE)
  t.like(harness.offsets, { startOffset: 2n, lag: 0n })
})

test('a strict limit cuts a batch', (t) => {
  const harness = new ShareHarness()
  harness.produce('a', 'b', 'c')
  t.deepEqual(harness.fetch('m1', 0, { maxRecords: 2, shareAcquireMode: 1 }), [[0, 1, 1]])
  t.deepEqual(harness.fetch('m2', 0), [[2, 2, 1]])
})

test('records that are released come again, and are archived when they came as often as may be', (t) => {
  const harness = new ShareHarness()
  harness.config('share.delivery.count.limit', '2')
  harness.produce('a', 'b', 'c', 'd')
  t.deepEqual(harness.fetch('m1', 0), [[0, 3, 1]])
  t.is(harness.acknowledge('m1', 1, 0n, 3n, ACCEPT!, RELEASE!, REJECT!, GAP!), ErrorCode.NONE)
  t.deepEqual(harness.fetch('m1', 2), [[1, 1, 2]])
  t.is(harness.acknowledge('m1', 3, 1n, 1n, RELEASE!), ErrorCode.NONE)
  t.deepEqual(harness.fetch('m1', 4), [])
  t.like(harness.offsets, { startOffset: 1n, lag: 0n })
})

test('an acquisition lock times out, unless it is renewed; who waits gets the record then', (t) => {
  const harness = new ShareHarness()
  harness.produce('a', 'b')
  harness.fetch('m1', 0)
  const waiting = harness.askFetch('m2', 0, { maxWaitMs: 2 * LOCK_MS })
  harness.advance(LOCK_MS / 2)
  t.is(harness.acknowledge('m1', 1, 0n, 0n, RENEW!), ErrorCode.NONE)
  harness.advance(LOCK_MS / 2 - 1)
  t.is(waiting.response, undefined)
  harness.advance(1)
  t.deepEqual(runsOf(waiting.response!), [[1, 1, 2]])
  t.is(harness.acknowledge('m1', 2, 1n, 1n, ACCEPT!), ErrorCode.INVALID_RECORD_STATE)
  t.is(harness.acknowledge('m1', 3, 0n, 0n, ACCEPT!), ErrorCode.NONE)
})

test('a fetch waits for records, and what is produced ends it', (t) => {
  const harness = new ShareHarness()
  const waiting = harness.askFetch('m1', 0, { maxWaitMs: 500 })
  t.is(waiting.response, undefined)
  harness.produce('a')
  t.deepEqual(runsOf(waiting.response!), [[0, 0, 1]])
  const late = harness.askFetch('m1', 1, { maxWaitMs: 500 })
  harness.advance(500)
  t.deepEqual(late.response!.responses, [])
})

test('sessions: unknown ones, wrong epochs, and the end, which gives back what is held', (t) => {
  const harness = new ShareHarness()
  harness.produce('a')
  t.is(harness.askFetch('m1', 3).response!.errorCode, ErrorCode.SHARE_SESSION_NOT_FOUND)
  harness.fetch('m1', 0)
  t.is(harness.askFetch('m1', 7).response!.errorCode, ErrorCode.INVALID_SHARE_SESSION_EPOCH)
  t.is(harness.acknowledge('m1', 1, 5n, 5n, ACCEPT!), ErrorCode.INVALID_RECORD_STATE)
  t.is(harness.acknowledge('m1', 2, 0n, 0n, 9), ErrorCode.INVALID_REQUEST)
  harness.fetch('m1', -1)
  t.deepEqual(harness.fetch('m2', 0), [[0, 0, 2]])
})

test('a group begins with what is produced from then on where its config does not say otherwise', (t) => {
  const harness = new ShareHarness()
  harness.config('share.auto.offset.reset', 'latest')
  harness.produce('a')
  t.deepEqual(harness.fetch('m1', 0), [])
  harness.produce('b')
  t.deepEqual(harness.fetch('m1', 1), [[1, 1, 1]])
})

test('offsets of an empty group are altered and deleted, those of others not', (t) => {
  const harness = new ShareHarness()
  harness.produce('a', 'b', 'c')
  const partitions = [{ partitionIndex: 0, startOffset: 2n }]
  const alter = { groupId: 'g', topics: [{ topicName: 't', partitions }] }
  harness.beat('m1', 0, ['t'])
  t.is(harness.get(alterShareGroupOffsetsApi, 0, alter).errorCode, ErrorCode.NON_EMPTY_GROUP)
  harness.beat('m1', -1)
  t.is(harness.get(alterShareGroupOffsetsApi, 0, alter).responses[0]!.partitions[0]!.errorCode, 0)
  t.deepEqual(harness.fetch('m1', 0), [[2, 2, 1]])
  harness.get(deleteShareGroupOffsetsApi, 0, { groupId: 'g', topics: [{ topicName: 't' }] })
  t.is(harness.offsets, undefined)
  t.is(harness.get(deleteGroupsApi, 2, { groupsNames: ['g'] }).results[0]!.errorCode, 0)
  t.deepEqual(harness.get(listGroupsApi, 5, {}).groups, [])
})

test('a share group comes to be when its offsets are set for the first time', (t) => {
  const harness = new ShareHarness({ isBegun: false })
  harness.produce('a', 'b', 'c')
  const ask = (groupId: string, topicNames: string[]) => {
    const partitions = [{ partitionIndex: 0, startOffset: 1n }]
    const topics = topicNames.map((topicName) => ({ topicName, partitions }))
    return harness.get(alterShareGroupOffsetsApi, 0, { groupId, topics })
  }
  t.is(ask('', ['t']).errorCode, ErrorCode.INVALID_GROUP_ID)
  t.deepEqual(ask('g', []).responses, [])
  t.is(ask('g', ['unknown']).responses[0]!.partitions[0]!.errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.deepEqual(harness.get(listGroupsApi, 5, {}).groups, [])
  t.is(ask('g', ['t']).responses[0]!.partitions[0]!.errorCode, 0)
  const { groupState, groupEpoch, assignmentEpoch } = harness.get(shareGroupDescribeApi, 1, { groupIds: ['g'] })
    .groups[0]!
  t.deepEqual({ groupState, groupEpoch, assignmentEpoch }, { groupState: 'Empty', groupEpoch: 1, assignmentEpoch: 1 })
  t.deepEqual(harness.fetch('m1', 0), [[1, 2, 1]])
})

/** A group that has accepted records one by one; two updates make a snapshot. */
function keptState() {
  const options = { shareCoordinatorStateTopicNumPartitions: 1, shareCoordinatorSnapshotUpdateRecordsPerSnapshot: 2 }
  const harness = new ShareHarness({ options })
  harness.produce('a', 'b', 'c', 'd', 'e')
  harness.fetch('m1', 0)
  for (const offset of [0n, 1n, 2n]) harness.acknowledge('m1', Number(offset) + 1, offset, offset, ACCEPT!)
  const { topicId } = harness.state.topics.byName('__share_group_state')!
  return { harness, log: harness.state.replicas.get(topicId, 0).log }
}

test('what share groups have read is in the log: whoever has its records has it', (t) => {
  const { harness } = keptState()
  const again = new CoreHarness()
  for (const record of harness.records.slice()) again.state.apply(record)
  const groups = [{ groupId: 'g', topics: null }]
  const described = again.get(describeShareGroupOffsetsApi, 1, { groups })
  t.deepEqual(described, harness.get(describeShareGroupOffsetsApi, 1, { groups }))
  t.like(described.groups[0]!.topics[0]!.partitions[0], { startOffset: 2n, lag: 2n })
})

test('the log of share groups begins with what still matters; what changes seldom gets a snapshot after a while', (t) => {
  const { harness, log } = keptState()
  t.is(log.startOffset, 0)
  const full = log.endOffset
  harness.advance(299_999)
  t.is(log.startOffset, 0)
  // The lock of the last two has ended, which is an update.
  t.is(log.endOffset, full + 1)
  harness.advance(1)
  t.is(log.startOffset, full - 1)
  t.is(log.endOffset, full + 2)
  harness.advance(300_000)
  t.is(log.startOffset, full + 1)
  t.is(log.endOffset, full + 2)
  t.deepEqual(harness.fetch('m1', 4), [[3, 4, 2]])
})

test('what was read of a topic goes with the topic', (t) => {
  const { harness, log } = keptState()
  const key = { groupId: 'g', topicId: harness.topicId, partition: 0 }
  t.not(harness.state.shareCoordinator.find(key), undefined)
  harness.state.apply({ type: 'topic-deleted', topicId: harness.topicId })
  const before = log.endOffset
  harness.advance(0)
  t.is(harness.state.shareCoordinator.find(key), undefined)
  t.is(log.endOffset, before + 1)
  t.is(harness.offsets, undefined)
  t.is(harness.get(deleteGroupsApi, 2, { groupsNames: ['g'] }).results[0]!.errorCode, 0)
})

test('share coordinators are found by group, topic id and partition, from version 6 on', (t) => {
  const harness = new ShareHarness()
  const find = (version: number, ...coordinatorKeys: string[]) =>
    harness
      .get(findCoordinatorApi, version, { keyType: 2, coordinatorKeys })
      .coordinators.map(({ nodeId, errorCode }) => [nodeId, errorCode])
  const key = `g:${harness.topicId}:0`
  const refused = [-1, ErrorCode.INVALID_REQUEST]
  t.deepEqual(find(6, key, 'nonsense', 'a:b:c', `${key}x`), [[1, 0], refused, refused, refused])
  t.deepEqual(find(5, key), [refused])
})

const ALLOWED: Record<RecordState, string[]> = {
  Available: ['Acquired', 'Archived'],
  Acquired: ['Available', 'Acknowledged', 'Archived'],
  Acknowledged: [],
  Archived: [],
}
for (const from of Object.keys(ALLOWED) as RecordState[]) {
  for (const to of Object.keys(ALLOWED) as RecordState[]) {
    test(`a shared record ${ALLOWED[from].includes(to) ? 'may' : 'cannot'} go from ${from} to ${to}`, (t) => {
      t.is(recordTransitions[from].includes(to), ALLOWED[from].includes(to))
    })
  }
}

test('read_committed: a group gets records of a transaction once it is committed, and none of one that is aborted', (t) => {
  const harness = new ShareHarness()
  harness.config('share.isolation.level', 'read_committed')
  harness.produce('a')
  t.deepEqual(harness.fetch('m1', 0), [[0, 0, 1]])
  const abort = harness.produceInTransaction(['b', 'c'])
  harness.produce('d')
  t.deepEqual(harness.fetch('m1', 1), [])
  const waiting = harness.askFetch('m1', 2, { maxWaitMs: 10_000 })
  t.is(waiting.response, undefined)
  abort(false)
  // b and c at 1 and 2 are passed over; the marker at 4 is not.
  t.deepEqual(runsOf(waiting.response!), [[3, 4, 1]])
  t.is(harness.acknowledge('m1', 3, 1n, 1n, ACCEPT), ErrorCode.INVALID_RECORD_STATE)
  const commit = harness.produceInTransaction(['e'])
  t.deepEqual(harness.fetch('m1', 4), [])
  commit(true)
  t.deepEqual(harness.fetch('m1', 5), [[5, 6, 1]])
  t.is(harness.acknowledge('m1', 6, 0n, 0n, ACCEPT), 0)
  t.is(harness.acknowledge('m1', 7, 3n, 4n, ACCEPT, GAP), 0)
  t.is(harness.acknowledge('m1', 8, 5n, 6n, ACCEPT, GAP), 0)
  // What is done with is told with the next change.
  t.is(harness.offsets!.startOffset, 5n)
})

test('read_committed: behind records of an aborted transaction that fill what may be read, a member gets the next ones at once', (t) => {
  const harness = new ShareHarness()
  harness.config('share.isolation.level', 'read_committed')
  const abort = harness.produceInTransaction(['a'])
  harness.produce('b')
  abort(false)
  const { response } = harness.askFetch('m1', 0, { maxBytes: 1, maxWaitMs: 10_000 })
  t.deepEqual(response && runsOf(response), [[1, 1, 1]])
})

test('read_uncommitted, the default: a group gets records of transactions at once, also of those that are aborted', (t) => {
  const harness = new ShareHarness()
  const abort = harness.produceInTransaction(['a'])
  t.deepEqual(harness.fetch('m1', 0), [[0, 0, 1]])
  abort(false)
  harness.produceInTransaction(['b'])(false)
  t.deepEqual(harness.fetch('m1', 1), [[1, 3, 1]])
})

test('records that a group was given back are passed over where they turn out to be of an aborted transaction', (t) => {
  const harness = new ShareHarness()
  const abort = harness.produceInTransaction(['a'])
  t.deepEqual(harness.fetch('m1', 0), [[0, 0, 1]])
  t.is(harness.acknowledge('m1', 1, 0n, 0n, RELEASE), 0)
  abort(false)
  harness.config('share.isolation.level', 'read_committed')
  harness.produce('b')
  t.deepEqual(harness.fetch('m1', 2), [[1, 2, 1]])
})

test('a member whose connection is gone has nothing any more, and its session has ended', (t) => {
  const harness = new ShareHarness()
  harness.produce('a', 'b')
  t.deepEqual(harness.fetchOver(1, 'm1', 0), [[0, 1, 1]])
  t.deepEqual(harness.fetchOver(2, 'm2', 0), [])
  const waiting = harness.askFetch('m2', 1, { maxWaitMs: 10_000 }, 2)
  harness.disconnect(1)
  t.deepEqual(runsOf(waiting.response!), [[0, 1, 2]])
  t.is(harness.askFetch('m1', 1, {}, 3).response!.errorCode, ErrorCode.SHARE_SESSION_NOT_FOUND)
})

test('a session that has begun anew on another connection does not end with the old one', (t) => {
  const harness = new ShareHarness()
  harness.produce('a', 'b')
  t.deepEqual(harness.fetchOver(1, 'm1', 0), [[0, 1, 1]])
  t.deepEqual(harness.fetchOver(2, 'm1', 0), [])
  harness.disconnect(1)
  t.is(harness.askFetch('m1', 1, {}, 2).response!.errorCode, 0)
  t.is(harness.acknowledge('m1', 2, 0n, 1n, ACCEPT), 0)
  harness.disconnect(2)
  t.is(harness.askFetch('m1', 3, {}, 2).response!.errorCode, ErrorCode.SHARE_SESSION_NOT_FOUND)
})

test('a broker has so many share sessions, and no more', (t) => {
  const harness = new ShareHarness()
  const configs = { resourceType: 4, resourceName: '', name: 'group.share.max.share.sessions', value: '2' }
  harness.state.apply({ type: 'config-changed', ...configs })
  t.is(harness.askFetch('m1', 0).response!.errorCode, 0)
  t.is(harness.askFetch('m2', 0).response!.errorCode, 0)
  t.is(harness.askFetch('m3', 0).response!.errorCode, ErrorCode.SHARE_SESSION_LIMIT_REACHED)
  t.is(harness.askFetch('m2', 0).response!.errorCode, 0)
  t.is(harness.askFetch('m1', -1).response!.errorCode, 0)
  t.is(harness.askFetch('m3', 0).response!.errorCode, 0)
})

test('a member that begins has nothing to acknowledge', (t) => {
  const harness = new ShareHarness()
  harness.produce('a')
  const acknowledgementBatches = [{ firstOffset: 0n, lastOffset: 0n, acknowledgeTypes: [ACCEPT] }]
  const topics = [{ topicId: harness.topicId, partitions: [{ partitionIndex: 0, acknowledgementBatches }] }]
  t.is(harness.askFetch('m1', 0, { topics }).response!.errorCode, ErrorCode.INVALID_REQUEST)
  t.is(harness.askFetch('m1', 1).response!.errorCode, ErrorCode.SHARE_SESSION_NOT_FOUND)
})

test('a group that goes back by a duration begins with the first record that is not older', (t) => {
  const harness = new ShareHarness()
  harness.config('share.auto.offset.reset', 'by_duration:PT1H30M')
  const at = (minutesAgo: number) => {
    const records = batchOf([{ value: 'a', timestamp: harness.wallClockMs - minutesAgo * 60_000 }])
    harness.get(produceApi, 9, { acks: 1, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] })
  }
  for (const minutesAgo of [120, 91, 89, 10]) at(minutesAgo)
  t.deepEqual(harness.fetch('m1', 0), [[2, 3, 1]])
})
