import { decodeKafka07MessageSet, type Kafka07Message } from '@odradek/records'

import {
  base64Field,
  type CaseResult,
  type CorpusEntry,
  type CorpusKind,
  resultOf,
} from '../../../packages/odradek/src/fixtures-check/corpus-entry.ts'
import { differences } from '../../../packages/odradek/src/fixtures-check/difference.ts'
import { readUntilError } from './read-until-error.ts'

/** `kafka07`: message sets of Kafka 0.7. */
export const kafka07Kind: CorpusKind = {
  name: 'Kafka 0.7 message set',
  recognises: (entry) => 'messages' in entry && 'base64' in entry,
  describe: (entry) => String(entry['name']),
  check,
}

/** What the corpus calls an error, as the reason of a DecodeError. */
const REASONS: Readonly<Record<string, string>> = {
  length: 'malformed',
  incomplete: 'truncated',
  magic: 'unsupported',
  crc: 'checksum',
  codec: 'unsupported',
  'compressed data': 'malformed',
}

function check(entry: CorpusEntry): CaseResult {
  const bytes = base64Field(entry, 'base64')
  const messages = readUntilError(decodeKafka07MessageSet(bytes))
  const found = differences({ messages: entry['messages'] }, { messages: messages.items.map(messageToJson) })
  if ('decompressedBytes' in entry) return resultOf([...found, ...bombDifferences(entry, bytes)])
  const payloads = readUntilError(decodeKafka07MessageSet(bytes).payloads())
  const error = entry['error'] === null ? null : (REASONS[String(entry['error'])] ?? 'not known')
  found.push(...differences({ error }, { error: payloads.error?.reason ?? null }))
  if (error !== null) return resultOf(found)
  const { validBytes } = decodeKafka07MessageSet(bytes)
  const ours = { payloads: payloads.items.map((payload) => Buffer.from(payload).toString('base64')), validBytes }
  return resultOf([...found, ...differences({ payloads: entry['payloads'], validBytes: entry['validBytes'] }, ours)])
}

/** A reader whose limit is far below what it expands to has to refuse. */
function bombDifferences(entry: CorpusEntry, bytes: Uint8Array): string[] {
  const maxDecompressedSize = Number(entry['decompressedBytes']) - 1
  const { error } = readUntilError(decodeKafka07MessageSet(bytes).payloads(undefined, { maxDecompressedSize }))
  return differences('too-large', error?.reason ?? null)
}

function messageToJson(message: Kafka07Message): object {
  const { position, length, magic, attributes, compressionType, crc, payload } = message
  const base64 = Buffer.from(payload).toString('base64')
  return { position, length, magic, attributes, codec: compressionType, crc, payload: base64 }
}
