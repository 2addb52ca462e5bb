import type { DecodeError, DecodeErrorReason } from '@odradek/bytes'

import { CorpusEntryError, type CorpusEntry } from './corpus-entry.ts'

/**
 * Which kinds of our DecodeError stand for which exception of Java's reader, by its stage and its class. `unread` stands for bytes that
 * are left as a cut-off tail: a length beyond the end is also what the end of a fetch response looks like.
 */
export const expectedFaults: Readonly<Record<string, readonly (DecodeErrorReason | 'unread')[]>> = {
  // A length less than any header's; a magic that is not known.
  'batches CorruptRecordException': ['malformed', 'unsupported'],
  // A length near 2^31.
  'batches IllegalArgumentException': ['unread'],
  // A CRC that does not hold; a length too short for the header of its magic.
  'ensureValid CorruptRecordException': ['checksum', 'malformed'],
  // The CRC of a message within a compressed set.
  'iterate CorruptRecordException': ['checksum'],
  // Lengths and counts that contradict each other or the bytes; zstd in magic 1.
  'iterate InvalidRecordException': ['malformed', 'truncated', 'unsupported'],
  // A codec id that is none; a varint too long.
  'iterate IllegalArgumentException': ['unsupported', 'malformed'],
  // Compressed data that is damaged, cut off, or in a form that Kafka does not take.
  'iterate KafkaException': ['malformed', 'truncated', 'checksum', 'unsupported'],
  // Key or value of a message of magic 0 or 1, which Java reads when they are asked for.
  'access IllegalArgumentException': ['malformed', 'truncated'],
}

/** Why a refusal is not the documented one, or that there was none; undefined where it is. */
export function faultDifference(
  entry: CorpusEntry,
  error: DecodeError | undefined,
  trailingBytes: number,
): string | undefined {
  const { class: javaClass, stage } = (entry['error'] ?? {}) as CorpusEntry
  if (typeof javaClass !== 'string' || typeof stage !== 'string') {
    throw new CorpusEntryError('a corrupt entry has to say class and stage of the error')
  }
  const name = `${stage} ${javaClass.slice(javaClass.lastIndexOf('.') + 1)}`
  const expected = expectedFaults[name]
  if (expected === undefined) throw new CorpusEntryError(`there is no kind of error for ${name}`)
  const actual = error?.reason ?? (trailingBytes > 0 ? 'unread' : undefined)
  if (actual === undefined) return 'expected to be refused, was read'
  return expected.includes(actual) ? undefined : `expected ${expected.join(' or ')}, got ${actual}: ${error?.message}`
}
