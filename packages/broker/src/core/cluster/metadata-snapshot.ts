// Snapshots of what a cluster knows, in the form of Kafka's (KIP-630): `OFFSET-EPOCH.checkpoint`, a file of record batches between a header
// and a footer. The records themselves are this broker's own.
import { ByteWriter, DecodeError, decodeUtf8 } from '@odradek/bytes'
import { snapshotFooterRecord } from '@odradek/protocol/messages/snapshot-footer-record'
import { snapshotHeaderRecord } from '@odradek/protocol/messages/snapshot-header-record'
import {
  decodeControlRecordKey,
  decodeRecordBatches,
  encodeControlRecordKey,
  RecordBatchBuilder,
} from '@odradek/records'
import { joined } from '../joined.ts'
import type { LogFolder } from '../log/log-folder.ts'

const SUFFIX = '.checkpoint'
const BATCH_BYTES = 1 << 16
const OFFSET_DIGITS = 20
const EPOCH_DIGITS = 10

/** A snapshot in its folder. */
export interface MetadataSnapshot {
  /** Where the log goes on after it. */
  readonly endOffset: number
  readonly records: readonly string[]
}

/** Writes a snapshot of the log up to `endOffset`, and removes those before it. A crash leaves the old ones or the new one. */
export function writeMetadataSnapshot(
  folder: LogFolder,
  endOffset: number,
  records: Iterable<string>,
  nowMs: number,
): void {
  const name = nameOf(endOffset)
  folder.write(name, encode(records, nowMs))
  for (const other of folder.files()) if (offsetOf(other) !== undefined && other !== name) folder.remove(other)
}

/** Reads the latest snapshot; undefined where there is none. Throws DecodeError where it is damaged: nothing else knows what it said. */
export function readMetadataSnapshot(folder: LogFolder): MetadataSnapshot | undefined {
  const offsets = folder.files().flatMap((name) => offsetOf(name) ?? [])
  if (offsets.length === 0) return undefined
  const endOffset = Math.max(...offsets)
  const bytes = folder.read(nameOf(endOffset))!
  return { endOffset, records: decode(bytes) }
}

function nameOf(offset: number): string {
  return `${String(offset).padStart(OFFSET_DIGITS, '0')}-${'0'.repeat(EPOCH_DIGITS)}${SUFFIX}`
}

function offsetOf(name: string): number | undefined {
  const found = /^(\d{20})-\d{10}\.checkpoint$/.exec(name)
  return found === null ? undefined : Number(found[1])
}

function encode(records: Iterable<string>, nowMs: number): Uint8Array {
  const batches: Uint8Array[] = []
  let offset = 0
  const add = (builder: RecordBatchBuilder, isControl: boolean) => {
    batches.push(builder.build({ baseOffset: BigInt(offset), partitionLeaderEpoch: 0, isControl }).slice())
    offset += builder.count
  }
  const control = (type: 'snapshot-header' | 'snapshot-footer', value: ByteWriter) => {
    const builder = new RecordBatchBuilder({ initialCapacity: 128 })
    builder.append(nowMs, encodeControlRecordKey(type), value.bytes())
    add(builder, true)
  }
  const header = new ByteWriter(16)
  snapshotHeaderRecord.encode(header, { version: 0, lastContainedLogTimestamp: BigInt(nowMs) }, 0)
  control('snapshot-header', header)
  let open = new RecordBatchBuilder({ initialCapacity: 1024 })
  let openBytes = 0
  for (const record of records) {
    open.append(nowMs, null, record)
    openBytes += record.length
    if (openBytes < BATCH_BYTES) continue
    add(open, false)
    open = new RecordBatchBuilder({ initialCapacity: 1024 })
    openBytes = 0
  }
  if (openBytes > 0) add(open, false)
  const footer = new ByteWriter(16)
  snapshotFooterRecord.encode(footer, { version: 0 }, 0)
  control('snapshot-footer', footer)
  return joined(batches)
}

function decode(bytes: Uint8Array): string[] {
  const records: string[] = []
  let isComplete = false
  for (const batch of decodeRecordBatches(bytes)) {
    batch.ensureValid()
    for (const { key, value } of batch.records()) {
      if (!batch.isControl) records.push(decodeUtf8(value!))
      else if (key !== null) isComplete = decodeControlRecordKey(key).type === 'snapshot-footer'
    }
  }
  if (!isComplete) throw new DecodeError('malformed', 'a snapshot of the metadata without its end', bytes.length)
  return records
}
