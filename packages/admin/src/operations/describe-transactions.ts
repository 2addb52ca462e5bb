import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'

/** Where a transactional id stands (org.apache.kafka.clients.admin.TransactionState). */
export type TransactionState =
  | 'Empty'
  | 'Ongoing'
  | 'PrepareCommit'
  | 'PrepareAbort'
  | 'CompleteCommit'
  | 'CompleteAbort'
  | 'PrepareEpochFence'
  | 'Unknown'

const states: readonly TransactionState[] = [
  'Empty',
  'Ongoing',
  'PrepareCommit',
  'PrepareAbort',
  'CompleteCommit',
  'CompleteAbort',
  'PrepareEpochFence',
]

/** The state of this name; Unknown where this client knows none. */
export function transactionStateOf(name: string): TransactionState {
  return states.find((state) => state === name) ?? 'Unknown'
}

/** A transactional id, as its coordinator knows it. */
export interface TransactionDescription {
  readonly transactionalId: string
  /** Node id of the broker that coordinates it. */
  readonly coordinator: number
  readonly state: TransactionState
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly transactionTimeoutMs: number
  /** Of its latest transaction, in milliseconds since 1970; undefined before the first. */
  readonly transactionStartTimeMs: number | undefined
  /** What has joined the transaction that is open. */
  readonly topicPartitions: readonly TopicPartition[]
}

/** Asked of each transactional id's coordinator (KIP-664). */
export function describeTransactions(
  world: AdminWorld,
  transactionalIds: readonly string[],
  options: CallOptions,
): AdminResults<string, TransactionDescription> {
  return runItemsCall(world, 'describeTransactions', transactionalIds, options, (call) =>
    driveItems(call, transactionalIds, coordinatorOf('transaction', String), async (items, place) => {
      const answer = await call.send(place, describeTransactionsApi, { transactionalIds: items })
      const byId = new Map(answer.transactionStates.map((state) => [state.transactionalId, state]))
      return collectOutcomes(
        items,
        'DescribeTransactions',
        (transactionalId) => byId.get(transactionalId),
        (transactionalId, wire) => {
          const context = { api: 'DescribeTransactions', resource: `transactional id ${transactionalId}` }
          return outcomeOf(wire.errorCode, context, coordinatorReactions, () => ({
            transactionalId,
            coordinator: place === 'any' ? -1 : place.nodeId,
            state: transactionStateOf(wire.transactionState),
            producerId: wire.producerId,
            producerEpoch: wire.producerEpoch,
            transactionTimeoutMs: wire.transactionTimeoutMs,
            transactionStartTimeMs: wire.transactionStartTimeMs < 0n ? undefined : Number(wire.transactionStartTimeMs),
            topicPartitions: wire.topics.flatMap(({ topic, partitions }) =>
              partitions.map((partition) => ({ topic, partition })),
            ),
          }))
        },
      )
    }),
  )
}
