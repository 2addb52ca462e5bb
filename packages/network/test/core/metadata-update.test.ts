import { type ClusterMetadata, emptyClusterMetadata } from '@odradek/network/internal'
import { ErrorCode } from '@odradek/protocol'
import test from 'ava'

import { applyLeaderHint } from '../../src/core/metadata-update.ts'

const partition = { replicas: [1, 2], isr: [1], offlineReplicas: [], errorCode: 0 }

/** Topic t: partition 0 is led by broker 1 in epoch 5, partition 1 by nobody. */
const before: ClusterMetadata = {
  ...emptyClusterMetadata,
  version: 9,
  brokers: new Map([
    [1, { id: 1, host: 'a', port: 9092, rack: null }],
    [2, { id: 2, host: 'b', port: 9092, rack: null }],
  ]),
  topics: new Map([
    [
      't',
      {
        name: 't',
        topicId: 'AAAAAAAAAAAAAAAAAAAAAQ',
        isInternal: false,
        errorCode: 0,
        partitions: [
          { ...partition, partition: 0, leader: 1, leaderEpoch: 5 },
          { ...partition, partition: 1, leader: -1, leaderEpoch: 5, errorCode: ErrorCode.LEADER_NOT_AVAILABLE },
        ],
      },
    ],
  ]),
}

const hint = { topic: 't', partition: 0, leader: 2, leaderEpoch: 6 }

test('a newer epoch moves the partition to its leader, and leaves the picture before as it was', (t) => {
  const after = applyLeaderHint(before, hint)
  t.is(after.version, 10)
  t.deepEqual(after.topics.get('t')!.partitions[0], { ...partition, partition: 0, leader: 2, leaderEpoch: 6 })
  t.is(after.topics.get('t')!.partitions[1], before.topics.get('t')!.partitions[1])
  t.is(before.topics.get('t')!.partitions[0]!.leader, 1)
  t.deepEqual([...after.brokers], [...before.brokers])
  t.is(applyLeaderHint(before, { ...hint, partition: 1 }).topics.get('t')!.partitions[1]!.errorCode, ErrorCode.NONE)
})

test('what is no news changes nothing: an epoch that is older or the same, a topic or partition that is not known', (t) => {
  for (const old of [
    { ...hint, leaderEpoch: 5 },
    { ...hint, leaderEpoch: 4 },
    { ...hint, leaderEpoch: -1 },
    { ...hint, topic: 'u' },
    { ...hint, partition: 2 },
    { ...hint, partition: -1 },
  ])
    t.is(applyLeaderHint(before, old), before)
})

test('a broker that is not known is taken with its address, and not at all without one that can be reached', (t) => {
  const broker = { id: 3, host: 'c', port: 9094, rack: 'r' }
  const after = applyLeaderHint(before, { ...hint, leader: 3, broker })
  t.deepEqual(after.brokers.get(3), broker)
  t.is(after.topics.get('t')!.partitions[0]!.leader, 3)
  t.is(before.brokers.size, 2)
  t.is(applyLeaderHint(before, { ...hint, leader: 3 }), before)
  for (const wrong of [{ port: 0 }, { port: 65_536 }, { host: '' }, { id: -1 }])
    t.is(applyLeaderHint(before, { ...hint, leader: 3, broker: { ...broker, ...wrong } }), before)
})

test('an address that the hint gives replaces the one that was known', (t) => {
  const broker = { id: 2, host: 'moved', port: 9095, rack: null }
  t.deepEqual(applyLeaderHint(before, { ...hint, broker }).brokers.get(2), broker)
})
