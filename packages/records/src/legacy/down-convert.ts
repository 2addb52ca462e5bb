import { DecodeError } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'

import { type AnyRecordBatch, readRecords } from '../read-records.ts'
import { joinBytes } from './join-bytes.ts'
import type { ConvertOptions } from './convert-options.ts'
import type { LegacyMagic } from './message-layout.ts'
import { MessageSetBuilder } from './message-set-builder.ts'

// What a broker does for a consumer that knows older formats only (KIP-31, KIP-32, KIP-98).

/** How batches are converted to an older format. */
export interface DownConvertOptions extends ConvertOptions {
  /**
   * The offset that the consumer asked for: records before it are left out of uncompressed batches, since in the older formats each
   * of them would be a batch of its own, which some clients do not expect before that offset. Default: none is left out.
   */
  firstOffset?: bigint
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0)

/**
 * Converts one batch to message sets of magic 0 or 1. Offsets stay; headers, producer ids and epochs go, and with magic 0 timestamps;
 * of a control batch nothing is left. A batch that is old enough comes back as it is. Throws DecodeError as reading the batch does, and
 * `unsupported` for zstd, which the older formats do not have (KIP-110).
 */
export function downConvertBatch(
  batch: AnyRecordBatch,
  toMagic: LegacyMagic,
  options: DownConvertOptions = {},
): Uint8Array {
  if (batch.isControl) return NOTHING
  const { compressionType, timestampType } = batch
  if (compressionType === 'zstd') {
    throw new DecodeError('unsupported', 'a zstd batch cannot be converted to an older format', batch.position)
  }
  if (batch.magic <= toMagic) return batch.bytes
  const codecs = options.codecs ?? defaultCodecs
  const builder = new MessageSetBuilder({
    magic: toMagic,
    compression: codecs.get(compressionType),
    initialCapacity: batch.sizeInBytes,
    ...(toMagic === 1 &&
      timestampType === 'LogAppendTime' && { timestampType, logAppendTime: batch.exactMaxTimestamp }),
  })
  const firstOffset = compressionType === 'none' ? options.firstOffset : undefined
  batch.forEach(
    (record) => {
      const { offset } = record
      if (firstOffset !== undefined && offset < firstOffset) return
      builder.append(record.exactTimestamp, record.key, record.value, offset)
    },
    codecs,
    options,
  )
  return builder.count === 0 ? NOTHING : builder.build()
}

/** Converts every whole batch in `bytes`, as `downConvertBatch` does one. A broker that sends lazily converts batch by batch instead. */
export function downConvertRecords(
  bytes: Uint8Array,
  toMagic: LegacyMagic,
  options: DownConvertOptions = {},
): Uint8Array {
  return joinBytes(Array.from(readRecords(bytes), (batch) => downConvertBatch(batch, toMagic, options)))
}
