// The markers that end a transaction in each of its partitions (Kafka's TransactionMarkerChannelManager and handleWriteTxnMarkers).
import { ErrorCode } from '@odradek/protocol'
import { writeTxnMarkersApi } from '@odradek/protocol/apis/write-txn-markers'
import { encodeControlRecordKey, encodeEndTxnMarker, RecordBatchBuilder } from '@odradek/records'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import { findLeader } from '../replication/find-replica.ts'
import { byTopic } from './transaction-log.ts'
import {
  bumpsEpoch,
  type ProducerIdAndEpoch,
  type TransactionPartition,
  type TransactionVersion,
} from './transaction-metadata.ts'

/** A marker, for any of a transaction's partitions. */
export interface Marker extends ProducerIdAndEpoch {
  readonly commit: boolean
  readonly coordinatorEpoch: number
  /** From 2 on the marker's epoch is greater than that of the records (KIP-890). */
  readonly transactionVersion: TransactionVersion
}

/** The error code, and what changes. */
export interface MarkerResult {
  readonly errorCode: number
  readonly records: readonly BrokerRecord[]
}

const MARKER_ERRORS = {
  repeated: ErrorCode.NONE,
  'old-epoch': ErrorCode.INVALID_PRODUCER_EPOCH,
  'old-coordinator': ErrorCode.TRANSACTION_COORDINATOR_FENCED,
} as const

/** Writes a marker to a partition that this broker leads. `offsets` counts what the same request appends before it. */
export function writeMarker(
  state: BrokerState,
  marker: Marker,
  { topic: name, partition }: TransactionPartition,
  wallClockMs: number,
  offsets = new AppendOffsets(),
): MarkerResult {
  const topic = state.topics.byName(name)
  const replica = topic === undefined ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : findLeader(state, topic, partition)
  if (typeof replica === 'number') return { errorCode: replica, records: [] }
  const { log, topicId, leaderEpoch } = replica
  if (replica.isUnderMinIsr) return { errorCode: ErrorCode.NOT_ENOUGH_REPLICAS, records: [] }
  const check = log.producers.checkMarker(marker, bumpsEpoch(marker.transactionVersion))
  if (check !== 'append') return { errorCode: MARKER_ERRORS[check], records: [] }
  const bytes = encodeMarker(marker, offsets.take(log), leaderEpoch, wallClockMs)
  const record = { type: 'batch-appended', topicId, partition, bytes } as const
  return { errorCode: ErrorCode.NONE, records: [record] }
}

/** The control batch of a marker. */
export function encodeMarker(marker: Marker, offset: number, leaderEpoch: number, timestampMs: number): Uint8Array {
  const { producerId, producerEpoch, commit, coordinatorEpoch } = marker
  const builder = new RecordBatchBuilder({ initialCapacity: 128 })
  const key = encodeControlRecordKey(commit ? 'commit' : 'abort')
  builder.append(timestampMs, key, encodeEndTxnMarker({ coordinatorEpoch }))
  return builder.build({
    baseOffset: BigInt(offset),
    partitionLeaderEpoch: leaderEpoch,
    producerId,
    producerEpoch,
    isTransactional: true,
    isControl: true,
  })
}

const PEER_VERSION = 2

/** Has leaders write a marker to their partitions; gives those where all replicas in sync have it now, or that need none. */
export function requestMarkers(
  state: BrokerState,
  marker: Marker,
  partitions: readonly TransactionPartition[],
  nowMs: number,
  wallClockMs: number,
): TransactionPartition[] {
  const { commit: transactionResult, ...common } = marker
  const byLeader = new Map<number, TransactionPartition[]>()
  for (const partition of partitions) {
    const leader = leaderOf(state, partition)
    const theirs = byLeader.get(leader)
    if (theirs === undefined) byLeader.set(leader, [partition])
    else theirs.push(partition)
  }
  return [...byLeader].flatMap(([leader, theirs]) => {
    const topics = byTopic(theirs).map(({ topic: name, partitionIds }) => ({ name, partitionIndexes: partitionIds }))
    const body = { markers: [{ ...common, transactionResult, topics }] }
    const response = state.peers.ask(leader, writeTxnMarkersApi, PEER_VERSION, body, nowMs, wallClockMs)
    const results = response?.markers[0]?.topics ?? []
    return theirs.filter(({ topic, partition }) => {
      const result = results
        .find(({ name }) => name === topic)
        ?.partitions.find(({ partitionIndex }) => partitionIndex === partition)
      return result !== undefined && !isRetriable(result.errorCode ?? ErrorCode.NONE)
    })
  })
}

/** Whether a marker may be tried again. */
export function isRetriable(markerError: number): boolean {
  return MARKER_RETRIABLE.has(markerError)
}

const MARKER_RETRIABLE: ReadonlySet<number> = new Set([
  ErrorCode.REQUEST_TIMED_OUT,
  ErrorCode.NOT_LEADER_OR_FOLLOWER,
  ErrorCode.NOT_ENOUGH_REPLICAS,
  ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND,
])

function leaderOf({ topics }: BrokerState, { topic, partition }: TransactionPartition): number {
  return topics.byName(topic)?.partitions[partition]?.leader ?? -1
}
