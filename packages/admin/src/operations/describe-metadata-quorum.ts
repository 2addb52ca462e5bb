import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import { describeQuorumApi } from '@odradek/protocol/apis/describe-quorum'
import type { DescribeQuorumResponse } from '@odradek/protocol/messages/describe-quorum-response'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { answerError, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'

/** The controllers of a cluster with KRaft: who leads, who votes, who looks on. */
export interface QuorumInfo {
  readonly leaderId: number
  readonly leaderEpoch: number
  readonly highWatermark: bigint
  readonly voters: readonly QuorumReplica[]
  /** Brokers, and controllers that are not voters. */
  readonly observers: readonly QuorumReplica[]
  /** Where the voters listen; empty before Kafka 3.9. */
  readonly nodes: readonly QuorumNode[]
}

/** How far a node has copied the metadata. */
export interface QuorumReplica {
  readonly replicaId: number
  /** undefined before Kafka 3.9. */
  readonly replicaDirectoryId: string | undefined
  readonly logEndOffset: bigint
  /** In milliseconds since 1970; undefined where the leader does not know. */
  readonly lastFetchTimestampMs: number | undefined
  readonly lastCaughtUpTimestampMs: number | undefined
}

/** A controller and its listeners. */
export interface QuorumNode {
  readonly nodeId: number
  readonly listeners: readonly { readonly name: string; readonly host: string; readonly port: number }[]
}

const METADATA_TOPIC = '__cluster_metadata'

/** Asked of any broker, which passes it on to the controller (KIP-595, Kafka 3.3). */
export function describeMetadataQuorum(world: AdminWorld, options: CallOptions): Promise<QuorumInfo> {
  return runCall(world, 'describeMetadataQuorum', options, (call) =>
    driveOne(call, anyBroker, async (place) => {
      const request = { topics: [{ topicName: METADATA_TOPIC, partitions: [{ partitionIndex: 0 }] }] }
      const answer = await call.send(place, describeQuorumApi, request)
      const api = 'DescribeQuorum'
      const partition = answer.topics.find(({ topicName }) => topicName === METADATA_TOPIC)?.partitions[0]
      if (answer.errorCode === ErrorCode.NONE && partition === undefined)
        return {
          error: answerError(ErrorCode.UNKNOWN_SERVER_ERROR, {
            api,
            detail: `its answer leaves out ${METADATA_TOPIC}`,
          }),
        }
      const errorCode = answer.errorCode === ErrorCode.NONE ? partition!.errorCode : answer.errorCode
      const detail = answer.errorMessage ?? partition?.errorMessage ?? null
      return outcomeOf(errorCode, { api, detail }, controllerReactions, () => quorumInfo(partition!, answer.nodes))
    }),
  )
}

function quorumInfo(
  partition: DescribeQuorumResponse['topics'][number]['partitions'][number],
  nodes: DescribeQuorumResponse['nodes'],
): QuorumInfo {
  return {
    leaderId: partition.leaderId,
    leaderEpoch: partition.leaderEpoch,
    highWatermark: partition.highWatermark,
    voters: partition.currentVoters.map(quorumReplica),
    observers: partition.observers.map(quorumReplica),
    nodes: nodes.map(({ nodeId, listeners }) => ({
      nodeId,
      listeners: listeners.map(({ name, host, port }) => ({ name, host, port })),
    })),
  }
}

function quorumReplica(
  wire: DescribeQuorumResponse['topics'][number]['partitions'][number]['currentVoters'][number],
): QuorumReplica {
  const time = (timestamp: bigint) => (timestamp < 0n ? undefined : Number(timestamp))
  return {
    replicaId: wire.replicaId,
    replicaDirectoryId: wire.replicaDirectoryId === ZERO_UUID ? undefined : wire.replicaDirectoryId,
    logEndOffset: wire.logEndOffset,
    lastFetchTimestampMs: time(wire.lastFetchTimestamp),
    lastCaughtUpTimestampMs: time(wire.lastCaughtUpTimestamp),
  }
}
