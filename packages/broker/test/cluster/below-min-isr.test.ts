// What time and other clients do to groups whose partition of `__consumer_offsets` is below min.insync.replicas.
import { encodeUtf8 } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import test, { type ExecutionContext } from 'ava'
import { GroupWorld, OFFSETS } from './group-world.ts'

const { COORDINATOR_NOT_AVAILABLE, NONE } = ErrorCode
const SESSION_MS = 45_000

/** The one that goes on: a member of a group in the same partition, which sends its heartbeats. */
async function goOn(t: ExecutionContext, group: GroupWorld, ms: number): Promise<void> {
  const beat = async () => t.is((await group.heartbeat(1, 'other')).response?.errorCode, NONE)
  for (let passed = 0; passed < ms; passed += 5_000) {
    await group.world.clock.advance(5_000)
    await beat()
  }
}

async function stateOf(group: GroupWorld, groupId: string): Promise<string | undefined> {
  const { response } = await group.ask(listGroupsApi, 5, {})
  return response!.groups.find((listed) => listed.groupId === groupId)?.groupState
}

async function storedUntil(group: GroupWorld): Promise<bigint> {
  const topics = [{ name: OFFSETS, partitions: [{ partitionIndex: 0, timestamp: -1n }] }]
  const { response } = await group.ask(listOffsetsApi, 7, { topics })
  return response!.topics[0]!.partitions[0]!.offset
}

/** A member of the classic protocol joins, alone in its group. */
async function joinClassic(t: ExecutionContext, group: GroupWorld): Promise<void> {
  const protocols = [{ name: 'range', metadata: encodeUtf8('any') }]
  const times = { sessionTimeoutMs: SESSION_MS, rebalanceTimeoutMs: SESSION_MS }
  const body = { groupId: 'g', protocolType: 'consumer', protocols, memberId: '', ...times }
  const joining = await group.ask(joinGroupApi, 3, body)
  await group.world.clock.advance(1)
  const { memberId, generationId } = joining.response!
  const assignments = [{ memberId, assignment: encodeUtf8('all of it') }]
  const synced = await group.ask(syncGroupApi, 3, { groupId: 'g', memberId, generationId, assignments })
  t.is(synced.response?.errorCode, NONE)
}

async function joinShare(t: ExecutionContext, group: GroupWorld): Promise<void> {
  const body = { groupId: 'g', memberId: 'm1', memberEpoch: 0, subscribedTopicNames: ['t'] }
  t.is((await group.ask(shareGroupHeartbeatApi, 1, body)).response?.errorCode, NONE)
}

async function joinConsumer(t: ExecutionContext, group: GroupWorld): Promise<void> {
  t.is((await group.heartbeat(0)).response?.errorCode, NONE)
}

const staysUntilStored = test.macro({
  title: (_, kind: string) =>
    `the last member of a ${kind} group goes silent: others of the partition go on, and it is stored that it is gone once it can be`,
  async exec(t, _kind: string, join: typeof joinConsumer, stateMeanwhile: string) {
    const group = await GroupWorld.start(t)
    t.is((await group.heartbeat(0, 'other')).response?.errorCode, NONE)
    await join(t, group)
    const recover = await group.goBelowMinIsr()
    await goOn(t, group, SESSION_MS + 10_000)
    t.is(await stateOf(group, 'g'), stateMeanwhile)
    await recover()
    await group.world.clock.advance(500)
    t.is(await stateOf(group, 'g'), 'Empty')
    await group.world.broker.kill(group.coordinator)
    await group.world.clock.advance(10_000)
    t.is(await stateOf(group, 'g'), 'Empty')
  },
})

test(staysUntilStored, 'consumer', joinConsumer, 'Stable')
test(staysUntilStored, 'share', joinShare, 'Stable')
// Nothing is stored of the members of classic groups that come and go, but that there are none any more.
test(staysUntilStored, 'classic', joinClassic, 'Empty')

test('offsets that have expired are there until it can be stored that they are gone', async (t) => {
  const offsetsRetention = { offsetsRetentionMinutes: 1, offsetsRetentionCheckIntervalMs: 10_000 }
  const group = await GroupWorld.start(t, offsetsRetention)
  t.is((await group.heartbeat(0, 'other')).response?.errorCode, NONE)
  await group.commit(7n)
  const recover = await group.goBelowMinIsr()
  await goOn(t, group, 80_000)
  t.is(await group.committed(), 7n)
  await recover()
  await group.world.clock.advance(10_000)
  t.is(await group.committed(), -1n)
})

test('that the offsets of a deleted topic are gone is stored once it can be', async (t) => {
  const group = await GroupWorld.start(t)
  await group.commit(7n)
  const before = await storedUntil(group)
  const recover = await group.goBelowMinIsr()
  await group.world.ask(1, deleteTopicsApi, 6, { topics: [{ name: 't' }], timeoutMs: 1000 })
  await group.world.settle()
  const body = { requireStable: true, groups: [{ groupId: 'g', topics: null }] }
  const { response } = await group.ask(offsetFetchApi, 9, body)
  t.deepEqual(response?.groups[0]!.topics, [])
  await recover()
  await group.world.clock.advance(500)
  t.is(await storedUntil(group), before + 1n)
})

test('who wants to join a classic group in the place of another kind is told that it cannot be stored', async (t) => {
  const group = await GroupWorld.start(t)
  await joinConsumer(t, group)
  t.is((await group.heartbeat(-1)).response?.errorCode, NONE)
  await group.goBelowMinIsr()
  const protocols = [{ name: 'range', metadata: encodeUtf8('any') }]
  const body = { groupId: 'g', protocolType: 'consumer', protocols, memberId: '', sessionTimeoutMs: SESSION_MS }
  const joining = await group.ask(joinGroupApi, 3, { ...body, rebalanceTimeoutMs: SESSION_MS })
  t.is(joining.response?.errorCode, COORDINATOR_NOT_AVAILABLE)
  t.is(await stateOf(group, 'g'), 'Empty')
})
