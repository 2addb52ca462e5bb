import { describeLogDirsApi } from '@odradek/protocol/apis/describe-log-dirs'
import type { DescribeLogDirsResponse } from '@odradek/protocol/messages/describe-log-dirs-response'
import { ErrorCode, type KafkaError } from '@odradek/protocol'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, answerError, outcomeOf } from '../drivers/answers.ts'
import { driveItems, oneByOne } from '../drivers/drive-items.ts'
import { brokerOf, type TopicPartition } from '../drivers/places.ts'
import { partitionsByTopic } from '../partitions-by-topic.ts'

/** The folders in which a broker keeps its logs. */
export interface BrokerLogDirs {
  readonly brokerId: number
  readonly logDirs: readonly LogDir[]
}

/** One folder. */
export interface LogDir {
  readonly path: string
  /** Why the broker cannot use it. */
  readonly error: KafkaError | undefined
  /** Of the volume, in bytes; undefined before Kafka 3.3. */
  readonly totalBytes: bigint | undefined
  readonly usableBytes: bigint | undefined
  /** Whether nothing new is put there (KIP-1066); false before Kafka 4.3. */
  readonly isCordoned: boolean
  readonly replicas: readonly LogDirReplica[]
}

/** A replica in it. */
export interface LogDirReplica extends TopicPartition {
  readonly sizeBytes: bigint
  /** How many records it is behind the high watermark, or, of a future one, behind the replica that it is to replace. */
  readonly offsetLag: bigint
  /** Whether it is a copy that will take the place of the one in another folder. */
  readonly isFuture: boolean
}

/** What `describeLogDirs` may be told. */
export interface DescribeLogDirsOptions extends CallOptions {
  /** Tells of these replicas alone. @default all */
  readonly partitions?: readonly TopicPartition[]
}

/** Asked of each broker. */
export function describeLogDirs(
  world: AdminWorld,
  brokerIds: readonly number[],
  options: DescribeLogDirsOptions,
): AdminResults<number, BrokerLogDirs> {
  const { partitions } = options
  const topics =
    partitions === undefined
      ? null
      : [...partitionsByTopic(partitions)].map(([topic, each]) => ({
          topic,
          partitions: each.map(({ partition }) => partition),
        }))
  return runItemsCall(world, 'describeLogDirs', brokerIds, options, (call) =>
    driveItems(
      call,
      brokerIds,
      brokerOf((brokerId) => brokerId),
      oneByOne(async (brokerId, place) => {
        let version = 0
        const request = (chosen: number) => {
          version = chosen
          return { topics }
        }
        const answer = await call.send(place, describeLogDirsApi, request)
        // Before version 3 there is no error of the whole: a broker that refuses names no folder.
        const isRefused = version < 3 && answer.results.length === 0
        const errorCode = isRefused ? ErrorCode.CLUSTER_AUTHORIZATION_FAILED : answer.errorCode
        const context = { api: 'DescribeLogDirs', resource: `broker ${brokerId}` }
        return outcomeOf(errorCode, context, anyBrokerReactions, () => ({
          brokerId,
          logDirs: answer.results.map(logDir),
        }))
      }),
    ),
  )
}

function logDir(wire: DescribeLogDirsResponse['results'][number]): LogDir {
  const { errorCode, logDir: path, topics, totalBytes, usableBytes, isCordoned } = wire
  return {
    path,
    error:
      errorCode === ErrorCode.NONE
        ? undefined
        : answerError(errorCode, { api: 'DescribeLogDirs', resource: `log dir ${path}` }),
    totalBytes: totalBytes < 0n ? undefined : totalBytes,
    usableBytes: usableBytes < 0n ? undefined : usableBytes,
    isCordoned,
    replicas: topics.flatMap(({ name, partitions }) =>
      partitions.map(({ partitionIndex, partitionSize, offsetLag, isFutureKey }) => ({
        topic: name,
        partition: partitionIndex,
        sizeBytes: partitionSize,
        offsetLag,
        isFuture: isFutureKey,
      })),
    ),
  }
}
