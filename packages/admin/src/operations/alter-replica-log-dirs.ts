import { alterReplicaLogDirsApi } from '@odradek/protocol/apis/alter-replica-log-dirs'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, collectPartitionOutcomes, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { brokerOf, type TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** A replica, and the folder of its broker that it is to lie in. */
export interface ReplicaMove extends TopicPartition {
  readonly brokerId: number
  readonly logDir: string
}

/** Asked of each replica's broker (KIP-113). It begins the moves; `describeLogDirs` shows how far they are. */
export function alterReplicaLogDirs(
  world: AdminWorld,
  moves: readonly ReplicaMove[],
  options: CallOptions,
): AdminResults<ReplicaMove, void> {
  const lookup = brokerOf<ReplicaMove>(({ brokerId }) => brokerId)
  return runItemsCall(world, 'alterReplicaLogDirs', moves, options, (call) =>
    driveItems<ReplicaMove, void>(call, moves, lookup, async (items, place) => {
      const paths = [...new Set(items.map(({ logDir }) => logDir))]
      const dirs = paths.map((path) => ({
        path,
        topics: [...partitionsByTopic(items.filter(({ logDir }) => logDir === path))].map(([name, partitions]) => ({
          name,
          partitions: partitions.map(({ partition }) => partition),
        })),
      }))
      const { results } = await call.send(place, alterReplicaLogDirsApi, { dirs })
      return collectPartitionOutcomes(
        items,
        'AlterReplicaLogDirs',
        results,
        ({ topic, partition, brokerId, logDir }, { errorCode }) => {
          const detail = `The broker is ${brokerId}, the log dir ${logDir}.`
          const context = { api: 'AlterReplicaLogDirs', topic, partition, detail }
          return outcomeOf(errorCode, context, anyBrokerReactions, () => undefined)
        },
      )
    }),
  )
}
