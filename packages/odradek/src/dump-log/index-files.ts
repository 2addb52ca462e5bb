import { open, type FileHandle } from 'node:fs/promises'

import { DecodeError } from '@odradek/bytes'
import {
  decodeLeaderEpochCheckpoint,
  decodeOffsetIndex,
  decodeProducerSnapshot,
  decodeTimeIndex,
  decodeTransactionIndex,
} from '@odradek/records'

import type { LogFileKind } from './file-kind.ts'
import { reasonOf } from './log-batches.ts'
import type { EntryFields, LogProblem } from './printer.ts'

/** The kinds that hold entries, not batches. */
export type EntryFileKind = Exclude<LogFileKind, 'log' | 'checkpoint'>

/** An index has at most `segment.index.bytes`, 10 MiB by default. What is larger is none. */
const MAX_FILE_BYTES = 512 << 20

/** What a file of entries holds; where it is damaged, what comes before that. */
export interface EntryFile {
  readonly entries: readonly EntryFields[]
  readonly problem: LogProblem | undefined
}

interface EntryFormat {
  /** Bytes of one entry; undefined where entries cannot be told apart once one is damaged. */
  readonly entrySize: number | undefined
  decode(bytes: Uint8Array, baseOffset: bigint): EntryFields[]
}

/** How each kind is read; the names of the fields are those of kafka-dump-log. */
const FORMATS: Readonly<Record<EntryFileKind, EntryFormat>> = {
  'offset-index': {
    entrySize: 8,
    decode: (bytes, baseOffset) =>
      decodeOffsetIndex(bytes, baseOffset).map(({ offset, position }) => ({ offset, position })),
  },
  'time-index': {
    entrySize: 12,
    decode: (bytes, baseOffset) =>
      decodeTimeIndex(bytes, baseOffset).map(({ timestamp, offset }) => ({ timestamp: BigInt(timestamp), offset })),
  },
  'transaction-index': {
    entrySize: 34,
    decode: (bytes) =>
      decodeTransactionIndex(bytes).map(({ producerId, firstOffset, lastOffset, lastStableOffset }) => ({
        version: 0,
        producerId,
        firstOffset,
        lastOffset,
        lastStableOffset,
      })),
  },
  'producer-snapshot': { entrySize: undefined, decode: (bytes) => decodeProducerSnapshot(bytes).map(producerFields) },
  'leader-epochs': {
    entrySize: undefined,
    decode: (bytes) => decodeLeaderEpochCheckpoint(bytes).map(({ epoch, startOffset }) => ({ epoch, startOffset })),
  },
}

function producerFields(entry: ReturnType<typeof decodeProducerSnapshot>[number]): EntryFields {
  const { producerId, producerEpoch, coordinatorEpoch, lastSequence, lastOffset, offsetDelta } = entry
  const timestamp = BigInt(entry.timestamp)
  return {
    producerId,
    producerEpoch,
    coordinatorEpoch,
    currentTxnFirstOffset: entry.currentTxnFirstOffset < 0n ? undefined : entry.currentTxnFirstOffset,
    lastTimestamp: timestamp,
    // After a marker alone there is no batch to tell of.
    ...(lastSequence >= 0 && {
      firstSequence: decrementSequence(lastSequence, offsetDelta),
      lastSequence,
      lastOffset,
      offsetDelta,
      timestamp,
    }),
  }
}

/** Sequence numbers go from 2^31 - 1 to 0. */
function decrementSequence(sequence: number, by: number): number {
  return sequence >= by ? sequence - by : 0x7fffffff - (by - sequence) + 1
}

/** Reads a whole file of entries. Throws system errors. */
export async function readEntryFile(path: string, kind: EntryFileKind, baseOffset: bigint): Promise<EntryFile> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > MAX_FILE_BYTES) {
      return { entries: [], problem: { position: undefined, message: `${size} bytes are too many for such a file` } }
    }
    return decodeEntries(await readAll(file), FORMATS[kind], baseOffset)
  } finally {
    await file.close()
  }
}

async function readAll(file: FileHandle): Promise<Uint8Array> {
  return new Uint8Array(await file.readFile())
}

function decodeEntries(bytes: Uint8Array, { entrySize, decode }: EntryFormat, baseOffset: bigint): EntryFile {
  try {
    return { entries: decode(bytes, baseOffset), problem: undefined }
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    const problem = { position: error.offset, message: reasonOf(error) }
    if (entrySize === undefined) return { entries: [], problem }
    const whole = bytes.subarray(0, error.offset - (error.offset % entrySize))
    // A file of a wrong size may be damaged earlier as well: that fault is then the one to tell.
    const before = whole.length < bytes.length ? decodeEntries(whole, { entrySize, decode }, baseOffset) : undefined
    return before === undefined ? { entries: [], problem } : { ...before, problem: before.problem ?? problem }
  }
}
