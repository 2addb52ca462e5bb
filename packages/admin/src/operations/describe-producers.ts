import { describeProducersApi } from '@odradek/protocol/apis/describe-producers'
import type { DescribeProducersResponse } from '@odradek/protocol/messages/describe-producers-response'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectPartitionOutcomes, leaderReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { brokerOf, partitionLeader, type TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** The producers that a partition remembers. */
export interface PartitionProducers extends TopicPartition {
  readonly activeProducers: readonly ActiveProducer[]
}

/** An idempotent producer that has written to a partition, as its leader remembers it. */
export interface ActiveProducer {
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly lastSequence: number
  /** Of its last batch, in milliseconds; -1 where there is none. */
  readonly lastTimestamp: number
  /** Of the coordinator that wrote its last transaction marker; undefined where there is none. */
  readonly coordinatorEpoch: number | undefined
  /** Where its open transaction begins in the partition; undefined without one. */
  readonly currentTransactionStartOffset: bigint | undefined
}

/** What `describeProducers` may be told. */
export interface DescribeProducersOptions extends CallOptions {
  /** Asks this replica. @default each partition's leader */
  readonly brokerId?: number
}

/** Asked of each partition's leader (KIP-664). */
export function describeProducers(
  world: AdminWorld,
  partitions: readonly TopicPartition[],
  options: DescribeProducersOptions,
): AdminResults<TopicPartition, PartitionProducers> {
  const { brokerId } = options
  const lookup = brokerId === undefined ? partitionLeader<TopicPartition>() : brokerOf<TopicPartition>(() => brokerId)
  return runItemsCall(world, 'describeProducers', partitions, options, (call) =>
    driveItems(call, partitions, lookup, async (items, place) => {
      const topics = [...partitionsByTopic(items)].map(([name, each]) => ({
        name,
        partitionIndexes: each.map(({ partition }) => partition),
      }))
      const answer = await call.send(place, describeProducersApi, { topics })
      return collectPartitionOutcomes(
        items,
        'DescribeProducers',
        answer.topics,
        ({ topic, partition }, { errorCode, errorMessage, activeProducers }) => {
          const context = { api: 'DescribeProducers', topic, partition, detail: errorMessage }
          return outcomeOf(errorCode, context, leaderReactions, () => ({
            topic,
            partition,
            activeProducers: activeProducers.map(activeProducer),
          }))
        },
      )
    }),
  )
}

function activeProducer(
  wire: DescribeProducersResponse['topics'][number]['partitions'][number]['activeProducers'][number],
): ActiveProducer {
  return {
    producerId: wire.producerId,
    producerEpoch: wire.producerEpoch,
    lastSequence: wire.lastSequence,
    lastTimestamp: Number(wire.lastTimestamp),
    coordinatorEpoch: wire.coordinatorEpoch < 0 ? undefined : wire.coordinatorEpoch,
    currentTransactionStartOffset: wire.currentTxnStartOffset < 0n ? undefined : wire.currentTxnStartOffset,
  }
}
