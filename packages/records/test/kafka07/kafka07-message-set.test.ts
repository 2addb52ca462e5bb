import { DecodeError, EncodeError } from '@odradek/bytes'
import { CompressionCodecs, defaultCodecs, gzipCodec } from '@odradek/compression'
import { readGolden, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import { encodeKafka07MessageSet } from '../../src/kafka07/encode-kafka07-message-set.ts'
import { decodeKafka07MessageSet } from '../../src/kafka07/kafka07-message-set.ts'

interface GoldenMessage {
  position: number
  length: number
  magic: 0 | 1
  attributes: number
  codec: string
  crc: number
  payload: string
}

interface GoldenSet {
  name: string
  base64: string
  messages: GoldenMessage[]
  payloads: string[] | null
  validBytes: number
  error: string | null
  decompressedBytes: number
}

/** What the corpus calls an error, in our words. */
const REASONS: Record<string, string> = {
  length: 'malformed',
  incomplete: 'truncated',
  magic: 'unsupported',
  crc: 'checksum',
  codec: 'unsupported',
  'compressed data': 'malformed',
}

const golden = readGolden<GoldenSet>('kafka07.jsonl')
const plain = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** What is read before an error, and the error. */
function collect<T>(items: Iterable<T>): { items: T[]; error: unknown } {
  const read: T[] = []
  try {
    for (const item of items) read.push(item)
  } catch (error) {
    return { items: read, error }
  }
  return { items: read, error: undefined }
}

test('every golden message set of Kafka 0.7 reads as the corpus says: messages, payloads, valid bytes, errors', (t) => {
  let messageCount = 0
  let payloadCount = 0
  for (const entry of golden) {
    const set = decodeKafka07MessageSet(plain(entry.base64))
    const messages = collect(set)
    const described = messages.items.map(({ payload, compressionType, ...rest }) => ({
      ...rest,
      codec: compressionType,
      payload: base64(payload),
    }))
    t.deepEqual(described, entry.messages, entry.name)
    const payloads = collect(set.payloads())
    if (entry.error !== null) {
      t.true(DecodeError.is(payloads.error), `${entry.name}: ${String(payloads.error)}`)
      t.is((payloads.error as DecodeError).reason, REASONS[entry.error] as never, entry.name)
    } else if (entry.payloads !== null) {
      t.is(payloads.error, undefined, entry.name)
      t.deepEqual(payloads.items.map(base64), entry.payloads, entry.name)
      t.is(set.validBytes, entry.validBytes)
    }
    messageCount += described.length
    payloadCount += payloads.items.length
  }
  t.log(`${golden.length} sets, ${messageCount} messages, ${payloadCount} payloads`)
  t.deepEqual([golden.length, messageCount, payloadCount], [42, 82, 167])
})

test('a gzip bomb stops at the limit', (t) => {
  const bomb = golden.find(({ name }) => name === 'gzip-bomb-16mb')!
  const set = decodeKafka07MessageSet(plain(bomb.base64))
  const { items, error } = collect(set.payloads(undefined, { maxDecompressedSize: 1 << 20 }))
  t.deepEqual(items, [])
  t.is((error as DecodeError).reason, 'too-large')
  const [payload] = set.payloads()
  t.is(payload!.length, bomb.decompressedBytes)
})

test('sets nested in each other share one limit, and a depth', (t) => {
  let bytes = encodeKafka07MessageSet([new Uint8Array(1000)])
  for (let depth = 0; depth < 16; depth++) bytes = wrap(bytes)
  t.is(collect(decodeKafka07MessageSet(bytes).payloads()).items.length, 1)
  t.is(
    (collect(decodeKafka07MessageSet(bytes).payloads(undefined, { maxDecompressedSize: 1500 })).error as DecodeError)
      .reason,
    'too-large',
  )
  t.is((collect(decodeKafka07MessageSet(wrap(bytes)).payloads()).error as DecodeError).reason, 'too-large')
})

/** A message of magic 1 that holds a message set. */
function wrap(set: Uint8Array): Uint8Array {
  const asIs = { type: 'gzip', compress: () => gzipCodec.compress(set), decompress: () => set } as const
  return encodeKafka07MessageSet([], { compression: asIs })
}

test('uncompressed golden sets of one magic, written again from their payloads, have equal bytes', (t) => {
  let equal = 0
  for (const { messages, payloads, base64: text, error, validBytes } of golden) {
    if (error !== null || payloads === null || messages.length === 0) continue
    const [{ magic }] = messages as [GoldenMessage]
    if (messages.some((message) => message.magic !== magic || message.attributes !== 0)) continue
    t.deepEqual(encodeKafka07MessageSet(payloads.map(plain), { magic }), plain(text).slice(0, validBytes))
    equal++
  }
  t.log(`${equal} sets`)
  t.is(equal, 14)
})

const payloadLists = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 })

test('what is written is what is read, in every compression type that Kafka 0.7 has', (t) => {
  fc.assert(
    fc.property(payloadLists, fc.constantFrom('none', 'gzip', 'snappy'), (payloads, type) => {
      const bytes = encodeKafka07MessageSet(payloads, { compression: defaultCodecs.get(type) })
      t.deepEqual([...decodeKafka07MessageSet(bytes).payloads()], payloads)
      if (type === 'none') {
        t.deepEqual([...decodeKafka07MessageSet(encodeKafka07MessageSet(payloads, { magic: 0 })).payloads()], payloads)
      }
    }),
  )
})

test('cut anywhere, a set gives its whole messages, and is truncated where there is none', (t) => {
  const payloads = [Uint8Array.of(1, 2, 3), new Uint8Array(0), new Uint8Array(50).fill(7)]
  const bytes = encodeKafka07MessageSet(payloads)
  const ends = [13, 23, 83]
  for (let length = 0; length <= bytes.length; length++) {
    const set = decodeKafka07MessageSet(bytes.subarray(0, length))
    const { items, error } = collect(set.payloads())
    const whole = ends.filter((end) => end <= length).length
    t.deepEqual(items, payloads.slice(0, whole))
    t.is(error === undefined, whole > 0 || length === 0)
  }
  const compressed = encodeKafka07MessageSet(payloads, { compression: gzipCodec })
  for (let length = 1; length < compressed.length; length++) {
    const { error } = collect(decodeKafka07MessageSet(compressed.subarray(0, length)).payloads())
    t.is((error as DecodeError).reason, 'truncated')
  }
})

test('random damage gives payloads or a DecodeError', (t) => {
  const random = seededRandom(70)
  const entries = golden.filter((entry) => entry.base64 !== '' && entry.base64.length < 5000)
  // Codecs that need no right checksum let damage through to the sets within.
  const codecs = new CompressionCodecs([{ ...gzipCodec, decompress: (bytes) => bytes }])
  let refused = 0
  for (let run = 0; run < 10_000; run++) {
    const bytes = plain(entries[Math.floor(random() * entries.length)]!.base64)
    for (let i = 0; i <= run % 3; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    for (const set of [defaultCodecs, codecs]) {
      const { error } = collect(decodeKafka07MessageSet(bytes).payloads(set, { maxDecompressedSize: 1 << 20 }))
      if (error === undefined) continue
      t.true(DecodeError.is(error), String((error as Error).stack))
      refused++
    }
  }
  t.log(`20000 readings, ${refused} refused`)
  t.true(refused > 10_000)
})

test('what Kafka 0.7 has no form for is refused', (t) => {
  const lz4 = { ...gzipCodec, type: 'lz4' } as const
  t.throws(() => encodeKafka07MessageSet([], { compression: lz4 }), { instanceOf: EncodeError, message: /no lz4/ })
  t.throws(() => encodeKafka07MessageSet([], { magic: 0, compression: gzipCodec }), { instanceOf: EncodeError })
})
