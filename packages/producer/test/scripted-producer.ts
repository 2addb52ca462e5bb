// A producer and scripted brokers that keep what it sends, for tests of its public face.
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import { advanceUntilSettled, type ScriptedBroker, ScriptedNetwork } from '@odradek/test-kit'
import type { ExecutionContext } from 'ava'

import { Producer, type ProducerOptions } from '../src/index.ts'
import { ModelLog } from './model-log.ts'

/** Writes what comes into logs, as a broker would, and answers with the offsets. */
export class Logs {
  readonly logs = new Map<string, ModelLog>()

  append(request: ProduceRequest, nameOf: (topicId: string) => string) {
    return {
      responses: request.topicData.map(({ name, topicId, partitionData }) => ({
        name,
        topicId,
        partitionResponses: partitionData.map(({ index, records }) => ({
          index,
          ...this.#log(name === '' ? nameOf(topicId) : name, index).append(records!),
        })),
      })),
    }
  }

  /** The values in a partition's log. */
  log(topic: string, partition: number): string[] {
    return this.#log(topic, partition).values
  }

  #log(topic: string, partition: number): ModelLog {
    const key = `${topic}-${partition}`
    const log = this.logs.get(key) ?? new ModelLog()
    this.logs.set(key, log)
    return log
  }
}

/** A producer of the topic `orders` and its cluster, on a clock that stands still. */
export function setUp(
  t: ExecutionContext,
  options: Partial<ProducerOptions> = {},
  { brokers = 1, partitions = 1 } = {},
) {
  const network = new ScriptedNetwork({ brokers })
  network.cluster.setTopic('orders', { partitions })
  const logs = new Logs()
  const nameOf = (topicId: string) => [...network.cluster.topics].find(([, topic]) => topic.topicId === topicId)![0]
  network.on(produceApi, (request) => logs.append(request, nameOf))
  const producer = new Producer({ bootstrapServers: network.bootstrapServers, ...options }, network.environment)
  t.teardown(() => producer.close({ timeoutMs: 0 }))
  const until = <T>(promise: Promise<T>) => advanceUntilSettled(network.clock, promise)
  return { network, logs, producer, until, broker: network.brokers[0]! }
}

/** The same for a producer with a transactional id, whose coordinator agrees to everything. */
export function setUpTransactional(t: ExecutionContext, options: Partial<ProducerOptions> = {}) {
  const world = setUp(t, { transactionalId: 'x', maxBlockMs: 5000, ...options })
  let epoch = 0
  world.network.on(initProducerIdApi, () => ({ producerId: 5n, producerEpoch: epoch++ }))
  world.network.on(addPartitionsToTxnApi, ({ v3AndBelowTopics }) => ({
    resultsByTopicV3AndBelow: v3AndBelowTopics.map(({ name, partitions }) => ({
      name,
      resultsByPartition: partitions.map((partitionIndex) => ({ partitionIndex, partitionErrorCode: 0 })),
    })),
  }))
  world.network.on(endTxnApi, () => ({}))
  return world
}

/** The Produce requests that a broker got. */
export const produceRequests = (broker: ScriptedBroker) => broker.received(produceApi)
