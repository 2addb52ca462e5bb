import { open, type FileHandle } from 'node:fs/promises'

import { DecodeError } from '@odradek/bytes'
import type { AnyRecordBatch } from '@odradek/records'

import { baseOffsetOf, siblingFile } from './file-kind.ts'
import { readEntryFile } from './index-files.ts'
import { logBatches, LogEndError, reasonOf } from './log-batches.ts'
import type { EntryFields, LogProblem } from './printer.ts'

/** Enough for most batches, where one is looked for by its position. */
const LOOKUP_BYTES = 64 << 10

/** Entries of an offset index whose batch in the `.log` beside it has another last offset. Nothing, where there is no such file. */
export async function* offsetIndexProblems(
  path: string,
  entries: readonly EntryFields[],
): AsyncGenerator<LogProblem, undefined> {
  const log = await openIfThere(siblingFile(path, 'log'))
  if (log === undefined) return
  try {
    for (const { offset, position } of entries) {
      const found = await firstBatch(log, Number(position), (batch) => batch.lastOffset)
      if (found === offset) continue
      const there = typeof found === 'bigint' ? `log offset: ${found}` : found
      yield { position: undefined, message: `Index offset: ${offset}, ${there}` }
    }
  } finally {
    await log.close()
  }
}

/**
 * Entries of a time index whose offset is no batch's last, or whose timestamp is not the greatest of that batch. The `.index` beside it
 * says where to look. Nothing, where there is no `.log`.
 */
export async function* timeIndexProblems(
  path: string,
  entries: readonly EntryFields[],
): AsyncGenerator<LogProblem, undefined> {
  const log = await openIfThere(siblingFile(path, 'log'))
  if (log === undefined) return
  try {
    const positions = await indexPositions(path)
    for (const { offset, timestamp } of entries) {
      const message = await timeProblem(log, positions, BigInt(offset!), BigInt(timestamp!))
      if (message !== undefined) yield { position: undefined, message }
    }
  } finally {
    await log.close()
  }
}

async function timeProblem(
  log: FileHandle,
  positions: readonly EntryFields[],
  offset: bigint,
  timestamp: bigint,
): Promise<string | undefined> {
  const { position = 0 } = positions.findLast((entry) => BigInt(entry['offset']!) <= offset) ?? {}
  const found = await firstBatch(
    log,
    Number(position),
    (batch) => ({ lastOffset: batch.lastOffset, greatest: greatestTimestamp(batch) }),
    (batch) => batch.lastOffset >= offset,
  )
  if (typeof found === 'string') return `Indexed offset: ${offset}, ${found}`
  if (found.lastOffset !== offset) return `Indexed offset: ${offset}, found log offset: ${found.lastOffset}`
  return found.greatest === timestamp ? undefined : `Index timestamp: ${timestamp}, log timestamp: ${found.greatest}`
}

function greatestTimestamp(batch: AnyRecordBatch): bigint {
  let greatest = -1n
  batch.forEach(({ exactTimestamp }) => {
    if (exactTimestamp > greatest) greatest = exactTimestamp
  })
  return greatest
}

/** What `read` takes from the first batch from a position on that is wanted, or why there is none. */
async function firstBatch<T>(
  log: FileHandle,
  start: number,
  read: (batch: AnyRecordBatch) => T,
  isWanted: (batch: AnyRecordBatch) => boolean = () => true,
): Promise<T | string> {
  try {
    for await (const { batch } of logBatches(log, { start, chunkBytes: LOOKUP_BYTES })) {
      if (isWanted(batch)) return read(batch)
    }
    return `no batch from position ${start} on`
  } catch (error) {
    if (error instanceof LogEndError) return `no batch at position ${error.position}: ${error.message}`
    if (DecodeError.is(error)) return `the batch cannot be read: ${reasonOf(error)}`
    throw error
  }
}

async function indexPositions(path: string): Promise<readonly EntryFields[]> {
  try {
    return (await readEntryFile(siblingFile(path, 'index'), 'offset-index', baseOffsetOf(path) ?? 0n)).entries
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
