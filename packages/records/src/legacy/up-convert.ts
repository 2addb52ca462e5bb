import { type CompressionCodec, defaultCodecs } from '@odradek/compression'

import type { KafkaRecord } from '../kafka-record.ts'
import { type AnyRecordBatch, readRecords } from '../read-records.ts'
import { RecordBatchBuilder } from '../record-batch-builder.ts'
import type { TimestampType } from '../record-batch-layout.ts'
import type { ConvertOptions } from './convert-options.ts'
import { joinBytes } from './join-bytes.ts'
import { MessageSetBuilder } from './message-set-builder.ts'

// What a broker does with what an older producer sent, so that its log holds one format.

/** How batches are converted to a newer format. */
export interface UpConvertOptions extends ConvertOptions {
  /**
   * Gives the records of each batch the offsets 0, 1, 2 and so on: for what a producer sent, whose offsets mean nothing (often all are
   * 0) until the broker assigns them with `setBatchBaseOffset`. Default false: offsets stay.
   */
  renumber?: boolean
}

/** The greatest distance of a record from its batch's base offset: an int32. */
const MAX_OFFSET_DELTA = 0x7fffffff

/** What the records of a batch to be written have in common. */
interface Group {
  readonly compression: CompressionCodec
  readonly timestampType: TimestampType
  readonly appendTimestamp: bigint
  readonly records: KafkaRecord[]
}

/**
 * Converts the whole batches in `bytes` to magic 1 or 2. Offsets, timestamps and compression stay; magic 0 has no timestamps: they
 * become -1. A run of uncompressed messages becomes one batch, and begins another where offsets do not rise. What is new enough stays
 * as it is. Throws DecodeError as reading does, EncodeError for what a batch cannot hold: timestamps beyond 2^53, offsets that do not
 * rise within a compressed set (see `renumber`).
 */
export function upConvertRecords(bytes: Uint8Array, toMagic: 1 | 2, options: UpConvertOptions = {}): Uint8Array {
  const { renumber = false } = options
  const parts: Uint8Array[] = []
  let open: Group | undefined
  const flush = (): void => {
    if (open !== undefined) parts.push(build(open, toMagic, renumber))
    open = undefined
  }
  for (const batch of readRecords(bytes)) {
    if (batch.magic >= toMagic) {
      flush()
      parts.push(batch.bytes)
      continue
    }
    const group = groupOf(batch, options)
    if (open !== undefined && continues(open, group, renumber)) open.records.push(...group.records)
    else {
      flush()
      open = group
    }
    if (group.compression.type !== 'none') flush()
  }
  flush()
  return joinBytes(parts)
}

function groupOf(batch: AnyRecordBatch, options: UpConvertOptions): Group {
  const codecs = options.codecs ?? defaultCodecs
  const isAppendTime = batch.timestampType === 'LogAppendTime'
  return {
    compression: codecs.get(batch.compressionType),
    timestampType: isAppendTime ? 'LogAppendTime' : 'CreateTime',
    appendTimestamp: isAppendTime ? batch.exactMaxTimestamp : -1n,
    records: [...batch.records(codecs, options)],
  }
}

/** Whether an uncompressed message may go into the batch of those before it. */
function continues(open: Group, next: Group, renumber: boolean): boolean {
  const { offset } = next.records[0]!
  return (
    next.compression.type === 'none' &&
    next.appendTimestamp === open.appendTimestamp &&
    next.timestampType === open.timestampType &&
    (renumber || (offset > open.records.at(-1)!.offset && offset - open.records[0]!.offset <= MAX_OFFSET_DELTA))
  )
}

function build(group: Group, toMagic: 1 | 2, renumber: boolean): Uint8Array {
  const { compression, timestampType, records } = group
  const baseOffset = renumber ? 0n : records[0]!.offset
  const deltas = records.map(({ offset }, i) => (renumber ? i : Number(offset - baseOffset)))
  if (toMagic === 1) {
    const builder = new MessageSetBuilder({ magic: 1, compression, baseOffset })
    records.forEach(({ key, value }, i) => builder.append(-1, key, value, baseOffset + BigInt(deltas[i]!)))
    return builder.build()
  }
  const builder = new RecordBatchBuilder()
  records.forEach(({ timestamp, key, value }, i) => builder.append(timestamp, key, value, undefined, deltas[i]))
  return builder.build({ compression, timestampType, baseOffset })
}
