// WriteTxnMarkers 1-2: ends transactions in the partitions that this broker leads; sent by transaction coordinators, and by an
// administrator who aborts a hanging one (KIP-664).
import type { WriteTxnMarkersRequest } from '@odradek/protocol/messages/write-txn-markers-request'
import type { WriteTxnMarkersResponse } from '@odradek/protocol/messages/write-txn-markers-response'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { AppendOffsets } from '../log/append-offsets.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { type Marker, writeMarker } from '../transaction/markers.ts'
import type { TransactionVersion } from '../transaction/transaction-metadata.ts'

type WritableMarker = WriteTxnMarkersRequest['markers'][number]

/** Handles WriteTxnMarkers. */
export function handleWriteTxnMarkers(
  state: BrokerState,
  { body, receivedAtMs }: BrokerRequest<WriteTxnMarkersRequest>,
): Outcome<WriteTxnMarkersResponse> {
  const records: BrokerRecord[] = []
  const offsets = new AppendOffsets()
  const markers = body.markers.map((wanted) => ({
    producerId: wanted.producerId,
    topics: wanted.topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => {
        const partition = { topic: name, partition: partitionIndex }
        const result = writeMarker(state, markerOf(wanted), partition, receivedAtMs, offsets)
        records.push(...result.records)
        return { partitionIndex, errorCode: result.errorCode }
      }),
    })),
  }))
  return answer({ markers }, records)
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
