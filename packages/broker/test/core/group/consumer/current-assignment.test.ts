import test from 'ava'
import { type ConsumerMember, newConsumerMember } from '../../../../src/core/group/consumer/consumer-member.ts'
import { reconcile, type ReconcileInput } from '../../../../src/core/group/consumer/current-assignment.ts'
import {
  type MemberState,
  memberStateCode,
  memberStateOf,
  memberTransitions,
} from '../../../../src/core/group/consumer/member-state.ts'

const STATES = Object.keys(memberTransitions) as MemberState[]

function epochs(partitions: readonly number[], epoch = 1) {
  return new Map(partitions.length === 0 ? [] : [['t', new Map(partitions.map((partition) => [partition, epoch]))]])
}

/** A member at epoch 1 in a state, with partition 0, and what the state brings with it. */
function memberIn(state: MemberState): ConsumerMember {
  const pending = state === 'UnrevokedPartitions' ? [1] : []
  const place = { memberEpoch: 1, previousMemberEpoch: 0, state }
  return { ...newConsumerMember('m'), ...place, assigned: epochs([0]), pendingRevocation: epochs(pending) }
}

function input(
  target: readonly number[],
  owned: readonly number[] | null,
  taken: readonly number[] = [],
): ReconcileInput {
  return {
    targetEpoch: 2,
    target: new Map([['t', new Set(target)]]),
    subscribedTopicIds: new Set(['t']),
    hasSubscriptionChanged: false,
    owned: owned === null ? null : [{ topicId: 't', partitions: owned }],
    isTaken: (_topicId, partition) => taken.includes(partition),
  }
}

/** What leads to each state: all it is to have is free; it is to give up what it has; what it is to have is taken. */
const ways: Record<MemberState, ReconcileInput> = {
  Stable: input([0, 2], [0]),
  UnrevokedPartitions: input([2], [0]),
  UnreleasedPartitions: input([0, 2], [0], [2]),
}

for (const from of STATES) {
  for (const to of STATES) {
    test(`a member comes from ${from} to ${to}`, (t) => {
      const before = memberIn(from)
      const after = reconcile(before, ways[to])
      t.is(after.state, to)
      t.true(memberTransitions[from].includes(to))
      t.is(after.previousMemberEpoch, 1)
      // Who has something to give up stays at its epoch.
      t.is(after.memberEpoch, to === 'UnrevokedPartitions' ? 1 : 2)
    })
  }
  test(`${from} has a number in records of its own`, (t) => {
    t.is(memberStateOf(memberStateCode(from)), from)
  })
}

test('a member that still has what it is to give up, or does not say, stays where it is', (t) => {
  const member = memberIn('UnrevokedPartitions')
  t.is(reconcile(member, input([0], [0, 1])), member)
  t.is(reconcile(member, input([0], null)), member)
})

test('new partitions are marked with the epoch at which they came, old ones keep theirs', (t) => {
  const { assigned } = reconcile(memberIn('Stable'), ways.Stable)
  t.deepEqual(
    [...assigned.get('t')!],
    [
      [0, 1],
      [2, 2],
    ],
  )
})

test('what a member no more subscribes to is given up before there is a new target', (t) => {
  const unsubscribed = {
    ...input([0], [0]),
    targetEpoch: 1,
    subscribedTopicIds: new Set<string>(),
    hasSubscriptionChanged: true,
  }
  const after = reconcile(memberIn('Stable'), unsubscribed)
  t.like(after, { state: 'UnrevokedPartitions', memberEpoch: 1 })
  t.deepEqual([...after.pendingRevocation.get('t')!.keys()], [0])
})

test('a number that no state has stands for a later Kafka’s', (t) => {
  t.is(memberStateOf(99), undefined)
})
