// The logs of a broker (Kafka's LogManager): opens and removes them, and does what is due in the background: retention, compaction,
// flushes, checkpoints. Times are those of the wall clock, since the timestamps of records are.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import type { DataDirectory } from './data-directory.ts'
import { cleanFilthiest } from './cleaner/log-cleaner.ts'
import type { LogConfig } from './log-config.ts'
import type { LogFolder } from './log-folder.ts'
import { openLog } from './log-recovery.ts'
import { deleteOldSegments } from './log-retention.ts'
import { MemoryLogStore } from './memory-log-store.ts'
import { partitionFolder } from './offset-checkpoint.ts'
import { PartitionLog } from './partition-log.ts'

/** How often the background looks at the logs; in ms, with Kafka's defaults. */
export interface LogManagerSettings {
  /** `log.retention.check.interval.ms` */
  readonly logRetentionCheckIntervalMs: number
  /** `log.cleaner.backoff.ms` */
  readonly logCleanerBackoffMs: number
  /** `log.flush.offset.checkpoint.interval.ms` */
  readonly logFlushOffsetCheckpointIntervalMs: number
  /** `producer.id.expiration.ms` */
  readonly producerIdExpirationMs: number
}

/** Kafka's defaults. */
export const logManagerDefaults: LogManagerSettings = {
  logRetentionCheckIntervalMs: 300_000,
  logCleanerBackoffMs: 15_000,
  logFlushOffsetCheckpointIntervalMs: 60_000,
  producerIdExpirationMs: 86_400_000,
}

/** A topic, as far as its logs go. */
export interface LoggedTopic {
  readonly topicId: string
  readonly name: string
  /** The configs that hold now. */
  readonly logConfig: LogConfig
}

/** What a log manager is made with. */
export interface LogManagerOptions {
  readonly settings: LogManagerSettings
  /** Where the logs lie; without it they are in memory. */
  readonly directory?: DataDirectory
  /** From 0 up to 1, for `segment.jitter.ms`. */
  readonly random: () => number
  /** Wall clock, in ms. */
  readonly nowMs: number
}

/** A log with what it belongs to. */
export interface ManagedLog {
  readonly topic: LoggedTopic
  readonly partition: number
  readonly log: PartitionLog
  /** Up to here it has been compacted; undefined where it never was. */
  cleanedUpTo: number | undefined
}

/** A log directory, as clients are told of it. */
export interface LogPlace {
  readonly logDir: string
  readonly totalBytes: bigint
  readonly usableBytes: bigint
}

const IN_MEMORY: LogPlace = { logDir: '/memory', totalBytes: -1n, usableBytes: -1n }
const PARTITION_METADATA = 'partition.metadata'
const DELETED_FOLDER = /-delete$/
/** `log.initial.task.delay.ms`: before the first look at what is too old. */
const INITIAL_DELAY_MS = 30_000
/** `producer.id.expiration.check.interval.ms` */
const PRODUCER_CHECK_INTERVAL_MS = 600_000

/** The logs of one broker. */
export class LogManager {
  /** Called when something is due sooner than `nextDeadlineMs` last said. */
  onDeadline: () => void = () => {}
  readonly #logs = new Map<string, ManagedLog>()
  readonly #settings: LogManagerSettings
  readonly #directory: DataDirectory | undefined
  readonly #random: () => number
  readonly #deletedFolders: { readonly name: string; readonly atMs: number }[] = []
  #nowMs: number
  #nextRetentionMs: number
  #nextCleaningMs: number
  #nextCheckpointMs: number
  #nextExpirationMs: number
  /** The earliest flush, or removal of files, that is due. */
  #nextChoreMs = Infinity

  constructor({ settings, directory, random, nowMs }: LogManagerOptions) {
    this.#settings = settings
    this.#directory = directory
    this.#random = random
    this.#nowMs = nowMs
    this.#nextRetentionMs = nowMs + Math.min(INITIAL_DELAY_MS, settings.logRetentionCheckIntervalMs)
    this.#nextCleaningMs = nowMs + settings.logCleanerBackoffMs
    this.#nextCheckpointMs = directory === undefined ? Infinity : nowMs + settings.logFlushOffsetCheckpointIntervalMs
    this.#nextExpirationMs = nowMs + PRODUCER_CHECK_INTERVAL_MS
    this.#finishDeletions()
  }

  /** The logs that are open. */
  all(): Iterable<ManagedLog> {
    return this.#logs.values()
  }

  /** What the log directory is called, and how much room there is, as far as that is known (-1). */
  place(): LogPlace {
    const folder = this.#directory?.folder
    return folder === undefined ? IN_MEMORY : { logDir: folder.path, ...folder.space() }
  }

  /** Where the logs lie; undefined where they are in memory. */
  get directory(): DataDirectory | undefined {
    return this.#directory
  }

  /** The log of a partition: what there is of it, or a new one. */
  open(topic: LoggedTopic, partition: number): PartitionLog {
    const key = `${topic.topicId}/${partition}`
    const known = this.#logs.get(key)
    if (known !== undefined) return known.log
    const log = this.#directory === undefined ? this.#inMemory(topic) : this.#onDisk(this.#directory, topic, partition)
    const cleanedUpTo = this.#directory?.checkpoint('cleaned', partitionFolder(topic.name, partition))
    this.#logs.set(key, { topic, partition, log, cleanedUpTo })
    if (this.#logs.size === 1) this.onDeadline()
    return log
  }

  #inMemory(topic: LoggedTopic): PartitionLog {
    const store = new MemoryLogStore(() => topic.logConfig.indexIntervalBytes)
    const knownTimeMs = () => this.#nowMs
    const config = () => topic.logConfig
    return new PartitionLog({ store, config, random: this.#random, nowMs: this.#nowMs, knownTimeMs })
  }

  #onDisk(directory: DataDirectory, topic: LoggedTopic, partition: number): PartitionLog {
    const name = partitionFolder(topic.name, partition)
    const exists = directory.folder.folders().includes(name)
    // A folder of this name may be left from a topic that was deleted while this broker was down.
    if (exists && !isFolderOf(directory.folder.folder(name), topic.topicId)) this.#deleteFolder(directory, name, 0)
    const folder = directory.folder.folder(name)
    if (folder.read(PARTITION_METADATA) === undefined) {
      folder.write(PARTITION_METADATA, encodeUtf8(`version: 0\ntopic_id: ${topic.topicId}`))
    }
    const recoveryPoint = directory.checkpoint('recoveryPoint', name) ?? 0
    const startOffset = directory.checkpoint('startOffset', name) ?? 0
    const known = exists ? { recoveryPoint, startOffset } : {}
    const { wasClosed } = directory
    const config = () => topic.logConfig
    const onUnflushed = (flushAtMs: number) => this.#noteChore(flushAtMs)
    const times = { nowMs: this.#nowMs, knownTimeMs: () => this.#nowMs }
    return openLog({ folder, config, random: this.#random, onUnflushed, ...times, wasClosed, ...known })
  }

  /** Moves a log's start on, as a client asked; whole segments before it go with the next look at what is too old. */
  deleteRecords(topicId: string, partition: number, startOffset: number): void {
    const found = this.#logs.get(`${topicId}/${partition}`)
    // Kafka writes it down within a minute; here it is not lost by a crash.
    if (found?.log.incrementStartOffset(startOffset) === true) this.#saveStartOffsets()
  }

  /** Removes a log for good; its folder goes once `file.delete.delay.ms` has passed. */
  remove(topicId: string, partition: number): void {
    const key = `${topicId}/${partition}`
    const found = this.#logs.get(key)
    if (found === undefined) return
    this.#logs.delete(key)
    found.log.abandon()
    if (this.#directory === undefined) return
    const name = partitionFolder(found.topic.name, partition)
    this.#deleteFolder(this.#directory, name, found.topic.logConfig.fileDeleteDelayMs)
    this.saveCheckpoints()
  }

  /** Kafka renames a folder to `topic-partition.id-delete` before it is removed; the id keeps the names apart. */
  #deleteFolder({ folder }: DataDirectory, name: string, delayMs: number): void {
    const id = Array.from({ length: 32 }, () => Math.floor(this.#random() * 16).toString(16)).join('')
    const deleted = `${name}.${id}-delete`
    folder.rename(name, deleted)
    if (delayMs === 0) folder.remove(deleted)
    else this.#deletedFolders.push({ name: deleted, atMs: this.#nowMs + delayMs })
    this.#noteChore(this.#nowMs + delayMs)
  }

  #finishDeletions(): void {
    const folder = this.#directory?.folder
    for (const name of folder?.folders() ?? []) if (DELETED_FOLDER.test(name)) folder!.remove(name)
  }

  /** When `onTime` next has something to do, by the wall clock; Infinity while there are no logs. */
  get nextDeadlineMs(): number {
    if (this.#logs.size === 0) return this.#nextChoreMs
    return Math.min(this.#nextRetentionMs, this.#nextCleaningMs, this.#nextCheckpointMs, this.#nextChoreMs)
  }

  #soonestChoreMs(): number {
    let next = this.#deletedFolders[0]?.atMs ?? Infinity
    for (const { log } of this.#logs.values()) next = Math.min(next, log.flushAtMs, log.store.nextPurgeMs)
    return next
  }

  #noteChore(atMs: number): void {
    if (atMs >= this.#nextChoreMs) return
    this.#nextChoreMs = atMs
    this.onDeadline()
  }

  /** Takes note of the time of the wall clock, which appends go by. */
  noteTime(nowMs: number): void {
    this.#nowMs = nowMs
  }

  /** Does what is due. `nowMs`: wall clock. Gives the logs whose start has moved. */
  onTime(nowMs: number): readonly ManagedLog[] {
    this.#nowMs = nowMs
    const moved = nowMs >= this.#nextRetentionMs ? this.#retain(nowMs) : []
    if (nowMs >= this.#nextCleaningMs) this.#clean(nowMs)
    if (nowMs >= this.#nextExpirationMs) this.#expireProducers(nowMs)
    for (const { log } of this.#logs.values()) {
      if (log.flushAtMs <= nowMs) log.flush(nowMs)
      log.store.purge(nowMs)
    }
    while ((this.#deletedFolders[0]?.atMs ?? Infinity) <= nowMs) {
      this.#directory?.folder.remove(this.#deletedFolders.shift()!.name)
    }
    if (nowMs >= this.#nextCheckpointMs) {
      this.saveCheckpoints()
      this.#nextCheckpointMs = nowMs + this.#settings.logFlushOffsetCheckpointIntervalMs
    }
    this.#nextChoreMs = this.#soonestChoreMs()
    return moved
  }

  #retain(nowMs: number): ManagedLog[] {
    this.#nextRetentionMs = nowMs + this.#settings.logRetentionCheckIntervalMs
    return [...this.#logs.values()].filter(({ log }) => {
      const { startOffset } = log
      deleteOldSegments(log, nowMs)
      return log.startOffset !== startOffset
    })
  }

  /** As many logs are compacted as need it, the filthiest first. */
  #clean(nowMs: number): void {
    this.#nextCleaningMs = nowMs + this.#settings.logCleanerBackoffMs
    while (cleanFilthiest(this.#logs.values(), nowMs)) this.#saveCleaned()
  }

  #expireProducers(nowMs: number): void {
    this.#nextExpirationMs = nowMs + PRODUCER_CHECK_INTERVAL_MS
    for (const { log } of this.#logs.values()) log.producers.removeExpired(nowMs, this.#settings.producerIdExpirationMs)
  }

  /** Writes down up to where each log is flushed, where it starts and what is committed. */
  saveCheckpoints(): void {
    const directory = this.#directory
    if (directory === undefined) return
    // Segments that are full are flushed by now, so that a start after a crash need not look at them.
    for (const { log } of this.#logs.values()) log.flush(this.#nowMs, log.segments.active.baseOffset)
    directory.saveCheckpoint('recoveryPoint', this.#offsets('recoveryPoint'))
    directory.saveCheckpoint('highWatermark', this.#offsets('highWatermark'))
    this.#saveStartOffsets()
  }

  #saveStartOffsets(): void {
    this.#directory?.saveCheckpoint('startOffset', this.#offsets('startOffset'))
  }

  #offsets(of: 'recoveryPoint' | 'highWatermark' | 'startOffset'): Map<string, number> {
    const all = [...this.#logs.values()]
    return new Map(all.map(({ topic, partition, log }) => [partitionFolder(topic.name, partition), log[of]]))
  }

  #saveCleaned(): void {
    const cleaned = [...this.#logs.values()].filter(({ cleanedUpTo }) => cleanedUpTo !== undefined)
    const offsets = cleaned.map(({ topic, partition, cleanedUpTo }) => {
      return [partitionFolder(topic.name, partition), cleanedUpTo!] as const
    })
    this.#directory?.saveCheckpoint('cleaned', new Map(offsets))
  }

  /** Closes all logs, so that the next start finds them sound. */
  close(nowMs: number): void {
    if (this.#directory === undefined) return
    for (const { log } of this.#logs.values()) log.close(nowMs)
    this.saveCheckpoints()
    for (const { name } of this.#deletedFolders.splice(0)) this.#directory.folder.remove(name)
    this.#logs.clear()
    this.#directory.close()
  }

  /** Lets go of the files as a crash does: nothing is flushed, nothing written down. */
  abandon(): void {
    if (this.#directory === undefined) return
    for (const { log } of this.#logs.values()) log.abandon()
    this.#logs.clear()
  }
}

function isFolderOf(folder: LogFolder, topicId: string): boolean {
  const bytes = folder.read(PARTITION_METADATA)
  return bytes === undefined || decodeUtf8(bytes, 0, bytes.length).includes(`topic_id: ${topicId}`)
}
