import { seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { LibrdkafkaRandomPartitioner } from '../src/librdkafka-random-partitioner.ts'
import { partitionerByName } from '../src/partitioner-by-name.ts'
import { RandomPartitioner } from '../src/random-partitioner.ts'
import { RoundRobinPartitioner } from '../src/round-robin-partitioner.ts'

const context = { topic: 't', key: null, partitionCount: 4 }
const empty = new Uint8Array(0)

function take(count: number, next: () => number): number[] {
  return Array.from({ length: count }, next)
}

test('round robin goes round from 0, with a count for each topic, whatever the key', (t) => {
  const partitioner = new RoundRobinPartitioner()
  t.deepEqual(
    take(6, () => partitioner.partition({ ...context, key: Uint8Array.of(9) })),
    [0, 1, 2, 3, 0, 1],
  )
  t.is(partitioner.partition({ ...context, topic: 'other' }), 0)
})

test('round robin goes round those with a leader; platformatic’s round all', (t) => {
  const available = { ...context, availablePartitions: [3, 1] }
  const partitioner = new RoundRobinPartitioner()
  t.deepEqual(
    take(4, () => partitioner.partition(available)),
    [3, 1, 3, 1],
  )
  t.deepEqual(
    take(3, () => partitioner.partition({ ...context, availablePartitions: [] })),
    [0, 1, 2],
  )
  const platformatic = partitionerByName('platformatic', Math.random)
  t.deepEqual(
    take(5, () => platformatic.partition(available)),
    [0, 1, 2, 3, 0],
  )
})

test('the count of round robin overflows as an int of Java', (t) => {
  const partitioner = new RoundRobinPartitioner({ firstValue: () => 0x7ffffffe })
  t.deepEqual(
    take(4, () => partitioner.partition({ ...context, partitionCount: 1000 })),
    [646, 647, 0, 1],
  )
})

test('the round of Java before 2.4 and of kafkajs starts anywhere', (t) => {
  for (const name of ['java-0.8.2', 'kafkajs', 'kafkajs-legacy']) {
    const partitioner = partitionerByName(name, () => 0.75)
    // 0.75 of 2^32, without its sign bit, is 2^30.
    t.deepEqual(
      take(3, () => partitioner.partition({ ...context, partitionCount: 7 })),
      [2 ** 30 % 7, (2 ** 30 + 1) % 7, (2 ** 30 + 2) % 7],
      name,
    )
  }
})

test('random takes only partitions with a leader, and all of them about equally', (t) => {
  const partitioner = new RandomPartitioner(seededRandom(1))
  const counts = [0, 0, 0, 0]
  for (let i = 0; i < 30_000; i++) counts[partitioner.partition({ ...context, availablePartitions: [0, 2, 3] })]!++
  t.is(counts[1], 0)
  for (const i of [0, 2, 3]) t.true(Math.abs(counts[i]! - 10_000) < 500, counts.join(' '))
})

test('librdkafka’s random draws once more for a partition without a leader, and then takes what comes', (t) => {
  const numbers = [0.3, 0.9, 0.3, 0.4]
  let next = 0
  const partitioner = new LibrdkafkaRandomPartitioner(() => numbers[next++]!)
  const available = { ...context, availablePartitions: [0, 2, 3] }
  t.is(partitioner.partition(available), 3)
  t.is(partitioner.partition(available), 1)
  t.is(next, 4)
})

test('an empty key is none for librdkafka’s default alone', (t) => {
  let draws = 0
  const random = () => {
    draws++
    return 0.5
  }
  const asked = (name: string, key: Uint8Array | null) => {
    draws = 0
    const partition = partitionerByName(name, random).partition({ ...context, key, partitionCount: 100 })
    return { partition, draws }
  }
  t.deepEqual(asked('librdkafka-consistent-random', empty), { partition: 50, draws: 1 })
  t.deepEqual(asked('librdkafka-consistent-random', null), { partition: 50, draws: 1 })
  t.deepEqual(asked('librdkafka-consistent', empty), { partition: 0, draws: 0 })
  t.deepEqual(asked('librdkafka-murmur2-random', empty), { partition: 81, draws: 0 })
  t.deepEqual(asked('librdkafka-fnv1a-random', empty), { partition: 35, draws: 0 })
  t.deepEqual(asked('sarama-hash', empty), { partition: 35, draws: 0 })
  t.deepEqual(asked('java', empty), { partition: 81, draws: 0 })
})

test('librdkafka’s partitioners that are not ..._random take no key for an empty one', (t) => {
  for (const name of ['librdkafka-consistent', 'librdkafka-murmur2', 'librdkafka-fnv1a']) {
    const partitioner = partitionerByName(name, Math.random)
    const none = partitioner.partition({ ...context, partitionCount: 1000 })
    t.is(none, partitioner.partition({ ...context, key: empty, partitionCount: 1000 }), name)
  }
})
