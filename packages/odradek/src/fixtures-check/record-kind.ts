import { DecodeError } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { readRecords } from '@odradek/records'

import { arrayField, base64Field, integerField, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind, EntryPlace } from './corpus-entry.ts'
import { differences } from './difference.ts'
import { faultDifference } from './record-faults.ts'
import { encodingDifferences } from './record-encoding.ts'
import { batchToJson, type BatchJson } from './record-json.ts'

/** `records/`: record batches and messages of every magic and codec, as Java reads them, or refuses to. */
export const recordKind: CorpusKind = {
  name: 'record batch',
  recognises: (entry) => 'base64' in entry && 'batches' in entry,
  describe: (entry) => `${String(entry['name'])} ${String(entry['kind'])}`,
  check,
}

function check(entry: CorpusEntry, { codecs = defaultCodecs }: EntryPlace): CaseResult {
  const bytes = base64Field(entry, 'base64')
  const kind = stringField(entry, 'kind')
  if (kind === 'bomb') return checkBomb(entry, bytes)
  const { batches, trailingBytes, error } = read(bytes)
  const expected = arrayField(entry, 'batches') as readonly BatchJson[]
  if (kind === 'corrupt') {
    // Nothing of the batch that is refused may be given out as a record.
    return resultOf([faultDifference(entry, error, trailingBytes), ...differences(expected, batches)])
  }
  if (error !== undefined) return resultOf([`refused: ${error.message}`])
  const found = [
    ...differences(expected, batches),
    ...differences({ trailingBytes: entry['trailingBytes'] }, { trailingBytes }),
  ]
  if (kind === 'tolerated') return resultOf(found)
  for (const batch of expected) {
    const written = bytes.subarray(batch.position, batch.position + batch.sizeInBytes)
    found.push(...encodingDifferences(batch, written, codecs))
  }
  return resultOf(found)
}

function checkBomb(entry: CorpusEntry, bytes: Uint8Array): CaseResult {
  const decompressedBytes = integerField(entry, 'decompressedBytes')
  const found: (string | undefined)[] = [limitProblem(bytes, decompressedBytes - 1)]
  let recordsRead = 0
  try {
    for (const batch of readRecords(bytes)) batch.forEach(() => recordsRead++)
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
    for (const batch of readRecords(bytes)) batch.records(defaultCodecs, { maxDecompressedSize })
  } catch (error) {
    if (DecodeError.is(error) && error.reason === 'too-large') return undefined
    throw error
  }
  return `a limit of ${maxDecompressedSize} bytes did not stop it`
}

interface Reading {
  /** Batches read whole, in the corpus's form. */
  readonly batches: readonly BatchJson[]
  readonly trailingBytes: number
  readonly error: DecodeError | undefined
}

function read(bytes: Uint8Array): Reading {
  const batches: BatchJson[] = []
  let end = 0
  try {
    for (const batch of readRecords(bytes)) {
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
