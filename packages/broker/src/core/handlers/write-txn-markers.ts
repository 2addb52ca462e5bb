// WriteTxnMarkers 1-2: ends transactions in the partitions that this broker leads; sent by transaction coordinators, and by an
// administrator who aborts a hanging one (KIP-664). Answered when the replicas in sync have the markers.
import { ErrorCode } from '@odradek/protocol'
import type { WriteTxnMarkersRequest } from '@odradek/protocol/messages/write-txn-markers-request'
import type { WriteTxnMarkersResponse } from '@odradek/protocol/messages/write-txn-markers-response'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import { AwaitedAppend, isReplicated } from '../replication/awaited-append.ts'
import { findLeader } from '../replication/find-replica.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { type Marker, writeMarker } from '../transaction/markers.ts'
import type { TransactionPartition, TransactionVersion } from '../transaction/transaction-metadata.ts'

type WritableMarker = WriteTxnMarkersRequest['markers'][number]

interface Written {
  readonly result: { readonly partitionIndex: number; errorCode: number }
  /** What is waited for; undefined where nothing is. */
  awaited: AwaitedAppend | undefined
}

/** `request.timeout.ms` of Kafka's brokers. */
const TIMEOUT_MS = 30_000

/** Handles WriteTxnMarkers. */
export function handleWriteTxnMarkers(
  state: BrokerState,
  { body, receivedAtMs }: BrokerRequest<WriteTxnMarkersRequest>,
  nowMs: number,
): Outcome<WriteTxnMarkersResponse> {
  const records: BrokerRecord[] = []
  const offsets = new AppendOffsets()
  const all: Written[] = []
  const markers = body.markers.map((wanted) => ({
    producerId: wanted.producerId,
    topics: wanted.topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => {
        const partition = { topic: name, partition: partitionIndex }
        const written = writeMarker(state, markerOf(wanted), partition, receivedAtMs, offsets)
        records.push(...written.records)
        const { errorCode } = written
        const result = { partitionIndex, errorCode }
        const isNew = written.records.length > 0
        all.push({ result, awaited: errorCode === ErrorCode.NONE ? awaitedOf(state, partition, isNew) : undefined })
        return result
      }),
    })),
  }))
  const waiting = all.flatMap(({ awaited }) => (awaited === undefined ? [] : [awaited.key]))
  if (waiting.length === 0) return answer({ markers }, records)
  const tryAgain = (_nowMs: number, isLate: boolean) => {
    for (const written of all) settle(state, written, isLate)
    return all.some(({ awaited }) => awaited !== undefined) ? undefined : answer<WriteTxnMarkersResponse>({ markers })
  }
  return { reply: { kind: 'wait', wait: { partitions: waiting, untilMs: nowMs + TIMEOUT_MS, tryAgain } }, records }
}

/** A marker that was there before is waited for, too: its request may have come again. */
function awaitedOf(
  state: BrokerState,
  { topic: name, partition }: TransactionPartition,
  isNew: boolean,
): AwaitedAppend | undefined {
  const replica = findLeader(state, state.topics.byName(name)!, partition)
  if (typeof replica === 'number') return undefined
  const { log } = replica
  const isWaiting = (isNew && isReplicated(replica)) || log.highWatermark < log.endOffset
  return isWaiting ? new AwaitedAppend(replica) : undefined
}

function settle(state: BrokerState, written: Written, isLate: boolean): void {
  const { awaited } = written
  if (awaited === undefined) return
  const result = awaited.result(state)
  if (result === undefined && !isLate) return
  if (result === 'not-leader') written.result.errorCode = ErrorCode.NOT_LEADER_OR_FOLLOWER
  else if (result === undefined) written.result.errorCode = ErrorCode.REQUEST_TIMED_OUT
  written.awaited = undefined
}

function markerOf(wanted: WritableMarker): Marker {
  const { producerId, producerEpoch, transactionResult: commit, coordinatorEpoch, transactionVersion } = wanted
  return {
    producerId,
    producerEpoch,
    commit,
    coordinatorEpoch,
    transactionVersion: transactionVersion as TransactionVersion,
  }
}
