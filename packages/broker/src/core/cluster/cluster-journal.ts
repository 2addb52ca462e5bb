// Keeps what the cluster knows on disk: each of its records, in the log of `__cluster_metadata`, from which a start applies them again.
import { decodeUtf8 } from '@odradek/bytes'
import { decodeRecordBatches, RecordBatchBuilder, setBatchBaseOffset } from '@odradek/records'
import { type LogConfig, logConfigOf } from '../log/log-config.ts'
import type { LogFolder } from '../log/log-folder.ts'
import { openLog } from '../log/log-recovery.ts'
import type { PartitionLog } from '../log/partition-log.ts'
import { topicConfigRules } from '../topics/topic-config.ts'
import type { ClusterRecord } from './cluster-record.ts'
import { type MetadataSnapshot, readMetadataSnapshot, writeMetadataSnapshot } from './metadata-snapshot.ts'

const READ_BYTES = 1 << 20
/** What a value is called in JSON that JSON has no form for. */
const BIGINT = '$bigint'
const BYTES = '$bytes'

/** Which brokers are there is told anew by each of them when it starts. */
const PASSING: ReadonlySet<string> = new Set(['broker-registered', 'broker-changed', 'broker-unregistered'])

/** A log that is longer is made a snapshot of when it is opened: it has been read in whole by then. */
const LONG_AT_START_BYTES = 1 << 16

/** The records of a cluster, in a log; of what is before it there is a snapshot. */
export class ClusterJournal {
  readonly #folder: LogFolder
  readonly #log: PartitionLog
  readonly #maxBytes: number
  /** The snapshot that was there, until it has been read. */
  #found: MetadataSnapshot | undefined
  /** What brings back all that was kept. */
  #foldedRecords: (() => Iterable<ClusterRecord>) | undefined

  /**
   * Opens the journal in its folder, which may be empty. `nowMs`: wall clock; `maxBytes`: how long its log gets before a snapshot takes its place.
   * Throws DecodeError where the snapshot is damaged.
   */
  constructor(folder: LogFolder, nowMs: number, maxBytes: number) {
    const kafkas = logConfigOf((name) => topicConfigRules[name]!.default)
    const config: LogConfig = { ...kafkas, delete: false, flushMessages: 1, fileDeleteDelayMs: 0 }
    this.#folder = folder
    this.#maxBytes = maxBytes
    this.#found = readMetadataSnapshot(folder)
    // A crash while the snapshot took the place of the log leaves some of the log, or none.
    const startOffset = this.#found?.endOffset ?? 0
    this.#log = openLog({ folder, config: () => config, nowMs, wasClosed: false, startOffset })
    this.#log.becomeLeader(0)
  }

  /** What was kept, in its order. */
  *records(): Generator<ClusterRecord, undefined> {
    for (const record of this.#found?.records ?? []) yield clusterRecordFromJson(record)
    for (let offset = this.#log.startOffset; offset < this.#log.endOffset;) {
      for (const bytes of this.#log.read(offset, READ_BYTES, true)) {
        for (const batch of decodeRecordBatches(bytes)) {
          for (const { value } of batch.records()) yield clusterRecordFromJson(decodeUtf8(value!, 0, value!.length))
          offset = Number(batch.nextOffset)
        }
      }
    }
  }

  /** Keeps a record; it lies on the disk when this returns. */
  append(record: ClusterRecord, nowMs: number): void {
    if (!isLasting(record)) return
    const text = clusterRecordToJson(record)
    const builder = new RecordBatchBuilder({ initialCapacity: 256 })
    builder.append(nowMs, null, text)
    const bytes = builder.build()
    setBatchBaseOffset(bytes, 0, BigInt(this.#log.endOffset), 0)
    this.#log.append(bytes, nowMs)
    if (this.#foldedRecords !== undefined && this.#log.sizeInBytes > this.#maxBytes) {
      this.#snapshot(this.#foldedRecords, nowMs)
    }
  }

  /** Makes a snapshot where the log is long, from now on: `records` gives what brings back all that was kept. */
  fold(records: () => Iterable<ClusterRecord>, nowMs: number): void {
    this.#foldedRecords = records
    this.#found = undefined
    if (this.#log.sizeInBytes > Math.min(this.#maxBytes, LONG_AT_START_BYTES)) this.#snapshot(records, nowMs)
  }

  #snapshot(records: () => Iterable<ClusterRecord>, nowMs: number): void {
    const { endOffset } = this.#log
    writeMetadataSnapshot(this.#folder, endOffset, jsonOf(records()), nowMs)
    this.#log.truncateFullyAndStartAt(endOffset, nowMs)
    this.#log.store.purge(nowMs)
  }

  close(nowMs: number): void {
    this.#log.close(nowMs)
  }
}

/** Whether a record is to be kept: which brokers are there is told anew when they start. */
function isLasting(record: ClusterRecord): boolean {
  return !PASSING.has(record.type)
}

function* jsonOf(records: Iterable<ClusterRecord>): Generator<string, undefined> {
  for (const record of records) yield clusterRecordToJson(record)
}

/** A record as text. */
export function clusterRecordToJson(record: ClusterRecord): string {
  return JSON.stringify(record, (_key, value: unknown) => {
    if (typeof value === 'bigint') return { [BIGINT]: String(value) }
    return value instanceof Uint8Array ? { [BYTES]: [...value] } : value
  })
}

/** A record from text. */
export function clusterRecordFromJson(text: string): ClusterRecord {
  const revive = (_key: string, json: unknown) => {
    if (typeof json !== 'object' || json === null) return json
    if (BIGINT in json) return BigInt(json[BIGINT] as string)
    return BYTES in json ? Uint8Array.from(json[BYTES] as number[]) : json
  }
  return JSON.parse(text, revive) as ClusterRecord
}
