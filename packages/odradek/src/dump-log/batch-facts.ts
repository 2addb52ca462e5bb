import { DecodeError } from '@odradek/bytes'
import type { AnyRecordBatch } from '@odradek/records'

import { reasonOf } from './log-batches.ts'

/** What is printed of a batch: Kafka's fields, in Kafka's order. Offsets, timestamps and producer ids are int64. */
export interface BatchFacts {
  /** What only batches of magic 2 say. */
  readonly v2: V2Facts | undefined
  readonly lastOffset: bigint
  readonly position: number
  readonly timestampType: string
  readonly maxTimestamp: bigint
  readonly sizeInBytes: number
  readonly magic: number
  readonly compression: string
  readonly crc: number
  /** Undefined where the CRC was not looked at. */
  readonly isValid: boolean | undefined
}

/** What batches of magic 2 say beyond what messages do. */
export interface V2Facts {
  readonly baseOffset: bigint
  readonly count: number
  readonly baseSequence: number
  readonly lastSequence: number
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly partitionLeaderEpoch: number
  readonly isTransactional: boolean
  readonly isControl: boolean
  readonly deleteHorizonMs: bigint | undefined
}

/** Reads what there is to print of a batch. */
export function batchFactsOf(batch: AnyRecordBatch, position: number, isValid: boolean | undefined): BatchFacts {
  const { lastOffset, timestampType, exactMaxTimestamp: maxTimestamp, sizeInBytes, magic, crc } = batch
  const compression = compressionOf(batch)
  const v2 = 'lastOffsetDelta' in batch && 'exactBaseTimestamp' in batch ? v2FactsOf(batch) : undefined
  return { v2, lastOffset, position, timestampType, maxTimestamp, sizeInBytes, magic, compression, crc, isValid }
}

function v2FactsOf(batch: Extract<AnyRecordBatch, { exactBaseTimestamp: bigint }>): V2Facts {
  const { baseOffset, count, baseSequence, lastSequence, producerId, producerEpoch, partitionLeaderEpoch } = batch
  const { isTransactional, isControl } = batch
  const deleteHorizonMs = batch.deleteHorizonMs === undefined ? undefined : batch.exactBaseTimestamp
  return {
    baseOffset,
    count,
    baseSequence,
    lastSequence,
    producerId,
    producerEpoch,
    partitionLeaderEpoch,
    isTransactional,
    isControl,
    deleteHorizonMs,
  }
}

function compressionOf(batch: AnyRecordBatch): string {
  try {
    return batch.compressionType
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return `unknown(${batch.attributes & 7})`
  }
}

/** Why the batch is not valid; undefined where its size and its CRC are right. */
export function faultOf(batch: AnyRecordBatch): string | undefined {
  try {
    batch.ensureValid()
    return undefined
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return reasonOf(error)
  }
}
