import { DecodeError, type DecodeErrorReason } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { decodeKafka07MessageSet, encodeKafka07MessageSet, type Kafka07Message } from '@odradek/records'

import { arrayField, base64Field, CorpusEntryError, integerField, resultOf } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { bytesDifference, differences } from './difference.ts'

/** `kafka07`: message sets of Kafka 0.7. */
export const kafka07Kind: CorpusKind = {
  name: 'message set of Kafka 0.7',
  recognises: (entry) => 'base64' in entry && 'messages' in entry && 'payloads' in entry,
  describe: (entry) => String(entry['name']),
  check,
}

/** Which kinds of our DecodeError stand for which `error` of an entry. */
const EXPECTED_FAULTS: Readonly<Record<string, readonly DecodeErrorReason[]>> = {
  length: ['malformed'],
  incomplete: ['truncated'],
  magic: ['unsupported'],
  crc: ['checksum'],
  codec: ['unsupported'],
  'compressed data': ['malformed', 'truncated', 'checksum'],
}

function check(entry: CorpusEntry): CaseResult {
  const bytes = base64Field(entry, 'base64')
  const { messages, payloads, error } = read(bytes)
  const found: (string | undefined)[] = differences(arrayField(entry, 'messages'), messages.map(messageJson))
  if (entry['error'] !== null) return resultOf([...found, faultDifference(entry['error'], error)])
  if (error !== undefined) return resultOf([...found, `refused: ${error.message}`])
  const { validBytes } = decodeKafka07MessageSet(bytes)
  found.push(...differences({ validBytes: entry['validBytes'] }, { validBytes }))
  if (entry['payloads'] === null)
    return resultOf([...found, limitProblem(bytes, integerField(entry, 'decompressedBytes'))])
  found.push(...differences(entry['payloads'], payloads.map(base64)), ...encodingDifferences(messages))
  return resultOf(found)
}

interface Reading {
  readonly messages: readonly Kafka07Message[]
  readonly payloads: readonly Uint8Array[]
  readonly error: DecodeError | undefined
}

/** The outer messages are read also where what is in them is damaged. */
function read(bytes: Uint8Array): Reading {
  const messages: Kafka07Message[] = []
  const payloads: Uint8Array[] = []
  try {
    for (const message of decodeKafka07MessageSet(bytes)) messages.push(message)
    payloads.push(...decodeKafka07MessageSet(bytes).payloads())
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return { messages, payloads, error }
  }
  return { messages, payloads, error: undefined }
}

function messageJson({ position, length, magic, attributes, compressionType, crc, payload }: Kafka07Message): object {
  return { position, length, magic, attributes, codec: compressionType, crc, payload: base64(payload) }
}

function faultDifference(expected: unknown, error: DecodeError | undefined): string | undefined {
  const reasons = EXPECTED_FAULTS[String(expected)]
  if (reasons === undefined) throw new CorpusEntryError(`there is no kind of error for ${String(expected)}`)
  if (error === undefined) return 'expected to be refused, was read'
  return reasons.includes(error.reason)
    ? undefined
    : `expected ${reasons.join(' or ')}, got ${error.reason}: ${error.message}`
}

/** A reader whose limit is one byte short has to refuse. */
function limitProblem(bytes: Uint8Array, decompressedBytes: number): string | undefined {
  const limits = { maxDecompressedSize: decompressedBytes - 1 }
  try {
    for (const _payload of decodeKafka07MessageSet(bytes).payloads(defaultCodecs, limits)) continue
  } catch (error) {
    if (DecodeError.is(error) && error.reason === 'too-large') return undefined
    throw error
  }
  return `a limit of ${limits.maxDecompressedSize} bytes did not stop it`
}

/** Messages without compression are written as the same bytes again. */
function encodingDifferences(messages: readonly Kafka07Message[]): string[] {
  return messages.flatMap(({ magic, attributes, payload, position }) => {
    if (attributes !== 0) return []
    const written = encodeKafka07MessageSet([payload], { magic })
    const again = [...decodeKafka07MessageSet(written)][0]
    const difference = bytesDifference(payload, again?.payload ?? new Uint8Array())
    return difference === undefined ? [] : [`encoded message at ${position}: ${difference}`]
  })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
