import { InvariantError } from '@odradek/protocol'
import test from 'ava'
import {
  AssignedPartition,
  type PartitionPhase,
  partitionPhaseMoves,
  SubscriptionState,
} from '../../../src/core/offsets/subscription-state.ts'

const phases = Object.keys(partitionPhaseMoves) as PartitionPhase[]

const pathTo: Record<PartitionPhase, readonly PartitionPhase[]> = {
  assigning: [],
  'committed-offset-wanted': ['committed-offset-wanted'],
  'reset-wanted': ['committed-offset-wanted', 'reset-wanted'],
  fetchable: ['committed-offset-wanted', 'fetchable'],
  revoking: ['revoking'],
}

function partitionIn(phase: PartitionPhase): AssignedPartition {
  const partition = new AssignedPartition('orders', 0)
  for (const next of pathTo[phase]) partition.moveTo(next)
  return partition
}

for (const from of phases) {
  test(`from ${from} a partition moves where the table says, and nowhere else`, (t) => {
    for (const to of phases) {
      const partition = partitionIn(from)
      if (partitionPhaseMoves[from].includes(to)) {
        partition.moveTo(to)
        t.is(partition.phase, to)
      } else {
        t.throws(() => partition.moveTo(to), { instanceOf: InvariantError })
        t.is(partition.phase, from)
      }
    }
  })
}

function fetchingFrom(offset: bigint): SubscriptionState {
  const subscription = new SubscriptionState(['orders'])
  subscription.assign([{ topic: 'orders', partition: 0 }])
  subscription.activate()
  subscription.get({ topic: 'orders', partition: 0 })!.startAt(offset)
  return subscription
}

test('the position is the offset after the last handled record', (t) => {
  const partition = fetchingFrom(7n).get({ topic: 'orders', partition: 0 })!
  t.is(partition.position, 7n)
  partition.markHandled({ offset: 11n })
  t.is(partition.position, 12n)
  partition.advanceTo(20n)
  t.is(partition.position, 20n)
})

test('only positions that the group does not have are to be committed', (t) => {
  const subscription = fetchingFrom(7n)
  const partition = subscription.get({ topic: 'orders', partition: 0 })!
  partition.committed = 7n
  t.deepEqual(subscription.uncommitted(), [])
  partition.markHandled({ offset: 7n })
  t.deepEqual(subscription.uncommitted(), [
    { topic: 'orders', partition: 0, offset: 8n, leaderEpoch: -1, metadata: '' },
  ])
})

test('a partition without a position has nothing to commit', (t) => {
  const subscription = new SubscriptionState(['orders'])
  subscription.assign([{ topic: 'orders', partition: 0 }])
  t.deepEqual(subscription.uncommitted(), [])
})

test('a partition that goes and comes back is another one', (t) => {
  const subscription = fetchingFrom(7n)
  const before = subscription.get({ topic: 'orders', partition: 0 })!
  t.true(subscription.holds(before))
  subscription.remove([before])
  subscription.assign([before])
  t.false(subscription.holds(before))
  t.is(subscription.get(before)!.position, undefined)
})

test('what is being revoked can still be committed', (t) => {
  const subscription = fetchingFrom(7n)
  const partition = subscription.get({ topic: 'orders', partition: 0 })!
  subscription.beginRevocation([partition])
  partition.markHandled({ offset: 9n })
  t.deepEqual(
    subscription.uncommitted([partition]).map(({ offset }) => offset),
    [10n],
  )
})

test('topics are kept once each, and in order, so that members with the same topics say the same', (t) => {
  t.deepEqual(new SubscriptionState(['b', 'a', 'b']).topics, ['a', 'b'])
})
