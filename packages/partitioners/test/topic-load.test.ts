import test from 'ava'

import { NodeLatencyStats } from '../src/node-latency-stats.ts'
import { topicLoad } from '../src/topic-load.ts'

const queue = (partition: number, leader: number, queueSize: number) => ({ partition, leader, queueSize })

test('there is no load until each partition has had a queue', (t) => {
  t.is(topicLoad([queue(0, 1, 2)], 2), undefined)
  t.deepEqual(topicLoad([queue(0, 1, 2), queue(1, 1, 0)], 2), {
    partitionCount: 2,
    partitions: [0, 1],
    queueSizes: [2, 0],
  })
})

test('partitions without a leader are left out', (t) => {
  t.deepEqual(topicLoad([queue(0, -1, 2), queue(1, 3, 1)], 2), {
    partitionCount: 2,
    partitions: [1],
    queueSizes: [1],
  })
})

test('a broker is slow once batches have waited for it longer than the timeout, until it takes requests again', (t) => {
  const latencies = new NodeLatencyStats(100)
  latencies.update(1, true, 1000)
  latencies.update(1, false, 1100)
  t.false(latencies.isSlow(1))
  latencies.update(1, false, 1101)
  t.true(latencies.isSlow(1))
  t.false(latencies.isSlow(2))
  latencies.update(1, true, 1102)
  t.false(latencies.isSlow(1))
})

test('a broker that never took a request is measured from the first time there was something for it', (t) => {
  const latencies = new NodeLatencyStats(100)
  latencies.update(1, false, 5000)
  t.false(latencies.isSlow(1))
  latencies.update(1, false, 5101)
  t.true(latencies.isSlow(1))
})

test('with a timeout of 0, Kafka’s default, no broker is slow', (t) => {
  const latencies = new NodeLatencyStats(0)
  latencies.update(1, true, 0)
  latencies.update(1, false, 1_000_000)
  t.false(latencies.isSlow(1))
})

test('of a slow broker’s partitions those with waiting batches are left out, an empty queue counts as 0', (t) => {
  const latencies = new NodeLatencyStats(100)
  latencies.update(1, true, 0)
  latencies.update(1, false, 101)
  t.deepEqual(topicLoad([queue(0, 1, 5), queue(1, 1, 0), queue(2, 2, 3)], 3, latencies), {
    partitionCount: 3,
    partitions: [1, 2],
    queueSizes: [0, 3],
  })
})
