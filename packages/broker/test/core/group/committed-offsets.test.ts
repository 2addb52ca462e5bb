import { ErrorCode } from '@odradek/protocol'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetDeleteApi } from '@odradek/protocol/apis/offset-delete'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import test from 'ava'
import type { CoreHarness } from '../core-harness.ts'
import { ConsumerHarness } from './consumer/consumer-harness.ts'
import { GroupHarness } from './group-harness.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

function commit(harness: CoreHarness, topic = 't', memberId = '', generationIdOrMemberEpoch = -1) {
  const topics = [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 5n }] }]
  return harness.get(offsetCommitApi, 9, { groupId: 'g', memberId, generationIdOrMemberEpoch, topics })
}

function fetched(harness: CoreHarness): string[] {
  const { topics } = harness.get(offsetFetchApi, 9, { groups: [{ groupId: 'g', topics: null }] }).groups[0]!
  return topics.map(({ name }) => name)
}

function deleted(harness: CoreHarness, name: string, partitionIndex = 0) {
  const topics = [{ name, partitions: [{ partitionIndex }] }]
  const { errorCode, topics: answers } = harness.get(offsetDeleteApi, 0, { groupId: 'g', topics })
  return errorCode || answers[0]!.partitions[0]!.errorCode
}

test('offsets of a group that never had members expire a week after their commit, and the group with them', (t) => {
  const harness = new GroupHarness()
  harness.createTopic('t')
  commit(harness)
  harness.advance(WEEK_MS - HOUR_MS)
  t.deepEqual(fetched(harness), ['t'])
  harness.advance(2 * HOUR_MS)
  t.deepEqual(fetched(harness), [])
  t.deepEqual(harness.get(listGroupsApi, 5, {}).groups, [])
  t.is(harness.core.poll(harness.nowMs).nextPollAtMs, Infinity)
})

test('offsets stay as long as a consumer group subscribes to their topic', (t) => {
  const harness = new ConsumerHarness({ groupConsumerSessionTimeoutMs: 2 * WEEK_MS })
  harness.createTopic('t')
  harness.createTopic('u')
  harness.join('m1', ['t'])
  commit(harness, 't', 'm1', 1)
  commit(harness, 'u', 'm1', 1)
  harness.advance(WEEK_MS + HOUR_MS)
  t.deepEqual(fetched(harness), ['t'])
})

test('the time of offsets runs from when the group lost its last member', (t) => {
  const harness = new GroupHarness()
  harness.createTopic('t')
  const { ids, generation } = harness.stable(1)
  commit(harness, 't', ids[0]!, generation)
  for (let hours = 0; hours < 24; hours++) {
    for (let beats = 0; beats < 400; beats++) {
      harness.advance(9000)
      harness.heartbeat(ids[0]!, generation)
    }
  }
  harness.leave(ids[0]!)
  harness.advance(WEEK_MS - HOUR_MS)
  t.deepEqual(fetched(harness), ['t'])
  harness.advance(2 * HOUR_MS)
  t.deepEqual(fetched(harness), [])
})

test('offsets are deleted by request, but not those of topics that members subscribe to', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t')
  harness.createTopic('u')
  t.is(deleted(harness, 't'), ErrorCode.GROUP_ID_NOT_FOUND)
  harness.join('m1', ['t'])
  commit(harness, 't', 'm1', 1)
  commit(harness, 'u', 'm1', 1)
  t.is(deleted(harness, 't'), ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC)
  t.is(deleted(harness, 't', 9), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(deleted(harness, 'none'), ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
  t.is(deleted(harness, 'u'), ErrorCode.NONE)
  t.deepEqual(fetched(harness), ['t'])
})

test('an empty group of one protocol becomes one of the other, and keeps its offsets', (t) => {
  const harness = new ConsumerHarness()
  harness.createTopic('t')
  commit(harness)
  t.is(harness.join('m1', ['t']).memberEpoch, 1)
  t.is(harness.group.type, 'consumer')
  t.deepEqual(fetched(harness), ['t'])
  harness.beat({ memberId: 'm1', memberEpoch: -1 })
  const joined = harness.get(joinGroupApi, 2, {
    groupId: 'g',
    memberId: '',
    protocolType: 'consumer',
    protocols: [{ name: 'range' }],
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 10_000,
  })
  t.is(joined.generationId, 1)
  t.is(harness.state.groups.group('g')!.type, 'classic')
  t.deepEqual(fetched(harness), ['t'])
})
