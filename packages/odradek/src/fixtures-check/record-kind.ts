import { DecodeError } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { decodeRecordBatches } from '@odradek/records'

import { arrayField, base64Field, integerField, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { differences } from './difference.ts'
import { encodingDifferences } from './record-encoding.ts'
import { batchToJson, type BatchJson } from './record-json.ts'

/** `records/`: record batches as Java reads them, or refuses to. */
export const recordKind: CorpusKind = {
  name: 'record batch',
  recognises: (entry) => 'base64' in entry && 'batches' in entry,
  describe: (entry) => `${String(entry['name'])} ${String(entry['kind'])}`,
  check,
}

function check(entry: CorpusEntry): CaseResult {
  const what = notCovered(entry)
  if (what !== undefined) return { outcome: 'not-covered', what }
  const bytes = base64Field(entry, 'base64')
  const kind = stringField(entry, 'kind')
  if (kind === 'bomb') return checkBomb(entry, bytes)
  const { batches, trailingBytes, error } = read(bytes)
  if (kind === 'corrupt') {
    // A length beyond the end is also what a fetch response that is cut off looks like: such bytes are left unread, which is as good.
    const refused = error === undefined && trailingBytes === 0 ? 'expected to be refused, was read' : undefined
    return resultOf([refused, ...differences(batchesOf(entry), batches)])
  }
  if (error !== undefined) return resultOf([`refused: ${error.message}`])
  const found = [
    ...differences(batchesOf(entry), batches),
    ...differences({ trailingBytes: entry['trailingBytes'] }, { trailingBytes }),
  ]
  if (kind === 'tolerated') return resultOf(found)
  for (const batch of batchesOf(entry)) {
    found.push(...encodingDifferences(batch, bytes.subarray(batch.position, batch.position + batch.sizeInBytes)))
  }
  return resultOf(found)
}

/** What we have no reader for: message sets before magic 2, and codecs that do not come with the compression package. */
function notCovered(entry: CorpusEntry): string | undefined {
  const batches = arrayField(entry, 'batches') as readonly CorpusEntry[]
  for (const { magic, compression } of [entry, ...batches]) {
    if (magic === 0 || magic === 1) return `records of magic ${magic}`
    const known = compression === 'unknown' || compression === 'mixed'
    if (!known && !defaultCodecs.types.some((type) => type === compression)) {
      return `records of magic 2 compressed with ${String(compression)}`
    }
  }
  return undefined
}

function checkBomb(entry: CorpusEntry, bytes: Uint8Array): CaseResult {
  const decompressedBytes = integerField(entry, 'decompressedBytes')
  const found: (string | undefined)[] = [limitProblem(bytes, decompressedBytes - 1)]
  let recordsRead = 0
  try {
    for (const batch of decodeRecordBatches(bytes)) batch.forEach(() => recordsRead++)
    if (entry['error'] !== null) found.push('expected to be refused, was read')
    else found.push(...differences({ recordsRead: entry['recordsRead'] }, { recordsRead }))
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    if (entry['error'] === null) found.push(`refused: ${error.message}`)
  }
  return resultOf(found)
}

/** A reader whose limit is one byte short has to refuse. */
function limitProblem(bytes: Uint8Array, maxDecompressedSize: number): string | undefined {
  try {
    for (const batch of decodeRecordBatches(bytes)) batch.records(defaultCodecs, { maxDecompressedSize })
  } catch (error) {
    if (DecodeError.is(error) && error.reason === 'too-large') return undefined
    throw error
  }
  return `a limit of ${maxDecompressedSize} bytes did not stop it`
}

/**
 * The entry's batches, with timestamps as far as a number holds them: ours are numbers, exact up to the year 287396.
 */
function batchesOf(entry: CorpusEntry): readonly BatchJson[] {
  return JSON.parse(JSON.stringify(arrayField(entry, 'batches')), (key, value: unknown) =>
    typeof value === 'string' && TIMESTAMPS.has(key) ? String(Number(value)) : value,
  ) as BatchJson[]
}

const TIMESTAMPS = new Set(['timestamp', 'maxTimestamp', 'baseTimestamp', 'deleteHorizonMs'])

interface Reading {
  /** Batches read whole, in the corpus's form. */
  readonly batches: readonly BatchJson[]
  readonly trailingBytes: number
  readonly error: Error | undefined
}

function read(bytes: Uint8Array): Reading {
  const batches: BatchJson[] = []
  let end = 0
  try {
    for (const batch of decodeRecordBatches(bytes)) {
      batch.ensureValid()
      batches.push(batchToJson(batch))
      end = batch.position + batch.sizeInBytes
    }
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return { batches, trailingBytes: bytes.length - end, error }
  }
  return { batches, trailingBytes: bytes.length - end, error: undefined }
}
