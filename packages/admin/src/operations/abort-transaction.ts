import { writeTxnMarkersApi } from '@odradek/protocol/apis/write-txn-markers'

import { runCall } from '../admin-call.ts'
import { valuesOf } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, leaderReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { partitionLeader, type TopicPartition } from '../drivers/places.ts'

/** A transaction that hangs in one partition, as `describeProducers` shows it. */
export interface HangingTransaction extends TopicPartition {
  readonly producerId: bigint
  readonly producerEpoch: number
  /** What `describeProducers` says; -1 where it says none. */
  readonly coordinatorEpoch: number
}

/** Asked of the partition's leader: writes a marker that aborts, past the coordinator (KIP-664). */
export function abortTransaction(
  world: AdminWorld,
  transaction: HangingTransaction,
  options: CallOptions,
): Promise<void> {
  return runCall(world, 'abortTransaction', options, async (call) => {
    const { producerId, producerEpoch, coordinatorEpoch } = transaction
    const results = await driveItems<HangingTransaction, void>(
      call,
      [transaction],
      partitionLeader(),
      async (items, place) => {
        const { topic, partition } = transaction
        const marker = {
          producerId,
          producerEpoch,
          coordinatorEpoch,
          transactionResult: false,
          topics: [{ name: topic, partitionIndexes: [partition] }],
        }
        const { markers } = await call.send(place, writeTxnMarkersApi, { markers: [marker] })
        const answers = markers.flatMap(({ topics }) => topics.flatMap(({ partitions }) => partitions))
        return collectOutcomes(
          items,
          'WriteTxnMarkers',
          () => answers.find(({ partitionIndex }) => partitionIndex === partition),
          (_item, { errorCode }) => {
            const detail = `The producer id is ${producerId}, its epoch ${producerEpoch}.`
            return outcomeOf(
              errorCode,
              { api: 'WriteTxnMarkers', topic, partition, detail },
              leaderReactions,
              () => undefined,
            )
          },
        )
      },
    )
    valuesOf(call.name, results)
  })
}
