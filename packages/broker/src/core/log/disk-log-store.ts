import { DecodeError } from '@odradek/bytes'
import {
  type AbortedTransaction,
  decodeProducerSnapshot,
  decodeTransactionIndex,
  encodeLeaderEpochCheckpoint,
  encodeProducerSnapshot,
  encodeTransactionIndex,
  type LeaderEpochEntry,
  type ProducerSnapshotEntry,
} from '@odradek/records'
import { FileSegmentRecords } from './file-segment-records.ts'
import type { LogConfig } from './log-config.ts'
import type { LogFolder } from './log-folder.ts'
import type { LogStore } from './log-store.ts'
import { baseOffsetOf, SEGMENT_SUFFIXES, segmentFileName } from './segment-file-name.ts'

/** The file that leader epochs are kept in. */
export const LEADER_EPOCHS_FILE = 'leader-epoch-checkpoint'

/** What a file is called that is to be removed. */
export const DELETED = '.deleted'
/** What the files of a segment are called that is being compacted. */
export const CLEANED = '.cleaned'
/** What they are called once it is complete, and takes the place of others. */
export const SWAP = '.swap'

/** The files of one partition's log, in its folder, as Kafka keeps them. */
export class DiskLogStore implements LogStore {
  readonly #folder: LogFolder
  readonly #config: () => LogConfig
  readonly #indexIntervalBytes: () => number
  /** What the file of leader epochs holds; undefined while that is not known. */
  #leaderEpochs: Uint8Array | undefined
  readonly #cleaned = new Map<number, FileSegmentRecords>()
  /** Names of files to remove, in the order of the times at which to do it. */
  readonly #deleted: { readonly atMs: number; readonly name: string }[] = []

  constructor(folder: LogFolder, config: () => LogConfig) {
    this.#folder = folder
    this.#config = config
    this.#indexIntervalBytes = () => config().indexIntervalBytes
  }

  createRecords(baseOffset: number): FileSegmentRecords {
    this.#folder.remove(segmentFileName(baseOffset, '.txnindex'))
    return FileSegmentRecords.create(this.#folder, baseOffset, this.#indexIntervalBytes)
  }

  /** The segment that lies in the folder. */
  openRecords(baseOffset: number): FileSegmentRecords {
    return FileSegmentRecords.open(this.#folder, baseOffset, this.#indexIntervalBytes)
  }

  createCleaned(baseOffset: number): FileSegmentRecords {
    const records = FileSegmentRecords.create(this.#folder, baseOffset, this.#indexIntervalBytes, CLEANED)
    this.#cleaned.set(baseOffset, records)
    return records
  }

  swapCleaned(baseOffset: number, replaced: readonly number[], lastModifiedMs: number): void {
    // Where a crash comes between these steps, the next start finishes or undoes them (log-recovery.ts):
    //   1. .cleaned -> .swap, the .log last: as long as there is a .log.cleaned, the old segments hold
    //   2. the old segments go
    //   3. .swap -> the final names, the .log first: once there is no .log.swap, files with final names are the new ones
    this.#folder.setLastModified(segmentFileName(baseOffset, '.log') + CLEANED, lastModifiedMs)
    for (const suffix of [...SEGMENT_SUFFIXES].reverse()) {
      this.#rename(segmentFileName(baseOffset, suffix), CLEANED, SWAP)
    }
    for (const old of replaced) for (const suffix of SEGMENT_SUFFIXES) this.#folder.remove(segmentFileName(old, suffix))
    for (const suffix of SEGMENT_SUFFIXES) this.#rename(segmentFileName(baseOffset, suffix), SWAP, '')
    this.#cleaned.get(baseOffset)?.onRenamed()
    this.#cleaned.delete(baseOffset)
  }

  #rename(name: string, from: string, to: string): void {
    if (this.#folder.files().includes(name + from)) this.#folder.rename(name + from, name + to)
  }

  removeSegment(baseOffset: number, nowMs: number): void {
    const present = new Set(this.#folder.files())
    for (const suffix of SEGMENT_SUFFIXES) this.#removeLater(present, segmentFileName(baseOffset, suffix), nowMs)
  }

  #removeLater(present: ReadonlySet<string>, name: string, nowMs: number): void {
    if (!present.has(name)) return
    this.#folder.rename(name, name + DELETED)
    this.#deleted.push({ atMs: nowMs + this.#config().fileDeleteDelayMs, name: name + DELETED })
  }

  get nextPurgeMs(): number {
    return this.#deleted[0]?.atMs ?? Infinity
  }

  purge(nowMs: number): void {
    while (this.nextPurgeMs <= nowMs) this.#folder.remove(this.#deleted.shift()!.name)
  }

  saveAbortedTransactions(baseOffset: number, all: readonly AbortedTransaction[], added?: AbortedTransaction): void {
    const name = segmentFileName(baseOffset, '.txnindex') + (this.#cleaned.has(baseOffset) ? CLEANED : '')
    if (added !== undefined) {
      const file = this.#folder.open(name)
      file.append(encodeTransactionIndex([added]))
      file.close()
    } else if (all.length > 0) this.#folder.write(name, encodeTransactionIndex(all))
    else this.#folder.remove(name)
  }

  /** What `saveAbortedTransactions` kept. Throws DecodeError where the file is damaged. */
  loadAbortedTransactions(baseOffset: number): AbortedTransaction[] {
    const bytes = this.#folder.read(segmentFileName(baseOffset, '.txnindex'))
    return bytes === undefined ? [] : decodeTransactionIndex(bytes)
  }

  saveLeaderEpochs(entries: readonly LeaderEpochEntry[]): void {
    const bytes = encodeLeaderEpochCheckpoint(entries)
    const known = (this.#leaderEpochs ??= this.#folder.read(LEADER_EPOCHS_FILE))
    // A start with many logs does not wait for the disk for each of them.
    if (known?.length === bytes.length && known.every((byte, index) => byte === bytes[index])) return
    this.#folder.write(LEADER_EPOCHS_FILE, bytes)
    this.#leaderEpochs = bytes
  }

  saveProducers(offset: number, entries: readonly ProducerSnapshotEntry[]): void {
    this.#folder.write(segmentFileName(offset, '.snapshot'), encodeProducerSnapshot(entries), false)
  }

  loadProducers(startOffset: number, offset: number): { offset: number; entries: ProducerSnapshotEntry[] } | undefined {
    const usable = this.#snapshots().filter((at) => at <= offset && at > startOffset)
    for (const at of usable.sort((a, b) => b - a)) {
      const name = segmentFileName(at, '.snapshot')
      try {
        return { offset: at, entries: decodeProducerSnapshot(this.#folder.read(name)!) }
      } catch (error) {
        if (!DecodeError.is(error)) throw error
        this.#folder.remove(name)
      }
    }
    return undefined
  }

  removeProducers(isRemoved: (offset: number) => boolean): void {
    for (const offset of this.#snapshots()) {
      if (isRemoved(offset)) this.#folder.remove(segmentFileName(offset, '.snapshot'))
    }
  }

  #snapshots(): number[] {
    return this.#folder.files().flatMap((name) => baseOffsetOf(name, '.snapshot') ?? [])
  }

  close(): void {
    for (const { name } of this.#deleted.splice(0)) this.#folder.remove(name)
  }
}
