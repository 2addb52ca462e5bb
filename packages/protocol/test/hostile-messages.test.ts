import test from 'ava'
import { DecodeError } from '@odradek/bytes'
import { seededRandom } from '@odradek/test-kit'
import { decodeMessage } from '../src/decode-message.ts'
import { encodeMessage } from '../src/encode-message.ts'
import { codecOf, fromHex, goldenMessages, lineName, type GoldenMessage } from './support/golden-messages.ts'

const corpus = [...goldenMessages('messages'), ...goldenMessages('messages-legacy')]

/** Every length below 512, and from there on some sixty spread over the rest. */
function* cuts(length: number): Generator<number> {
  const stride = Math.max(1, Math.ceil((length - 512) / 60))
  for (let cut = 0; cut < length; cut += cut < 512 ? 1 : stride) yield cut
}

/** The error of decoding; undefined where there is none. */
function decodingError(line: GoldenMessage, bytes: Uint8Array): unknown {
  try {
    decodeMessage(codecOf(line.name), bytes, line.version)
    return undefined
  } catch (error) {
    return error
  }
}

test('every message that is cut off throws DecodeError', (t) => {
  let count = 0
  for (const line of corpus) {
    const bytes = fromHex(line.hex)
    for (const cut of cuts(bytes.length)) {
      count++
      const error = decodingError(line, bytes.subarray(0, cut))
      if (!(error instanceof DecodeError)) t.fail(`${lineName(line)} cut to ${cut} bytes: ${String(error)}`)
      else if (error.offset < 0 || error.offset > cut) t.fail(`${lineName(line)} cut to ${cut}: offset ${error.offset}`)
    }
  }
  t.true(count > 400_000)
  t.log(`${count} cuts of ${corpus.length} messages`)
})

test('a message with bytes after its end throws DecodeError', (t) => {
  for (const line of corpus) {
    const bytes = fromHex(line.hex)
    const longer = new Uint8Array(bytes.length + 1)
    longer.set(bytes)
    const error = decodingError(line, longer)
    if (!(error instanceof DecodeError)) t.fail(`${lineName(line)} with a byte more: ${String(error)}`)
  }
  t.pass()
})

/** Changes a few bytes: random ones, and those that make lengths and counts lie. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const mutated = bytes.slice()
  const extremes = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff]
  const times = 1 + Math.floor(random() * 4)
  for (let i = 0; i < times && mutated.length > 0; i++) {
    const at = Math.floor(random() * mutated.length)
    const width = random() < 0.3 ? 4 : 1
    for (let j = at; j < Math.min(at + width, mutated.length); j++) {
      mutated[j] = random() < 0.6 ? extremes[Math.floor(random() * extremes.length)]! : Math.floor(random() * 256)
    }
  }
  return mutated
}

test('damaged messages throw DecodeError or decode to what can be encoded again, within the memory of their size', (t) => {
  const random = seededRandom(20260)
  const heapBefore = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  let refused = 0
  let decodedCount = 0
  for (let round = 0; round < 12; round++) {
    for (const line of corpus) {
      const bytes = mutate(fromHex(line.hex), random)
      const codec = codecOf(line.name)
      let decoded: unknown
      try {
        decoded = decodeMessage(codec, bytes, line.version)
      } catch (error) {
        if (!(error instanceof DecodeError)) t.fail(`${lineName(line)}: ${String(error)}`)
        refused++
        continue
      }
      decodedCount++
      const again = decodeMessage(codec, encodeMessage(codec, decoded as object, line.version), line.version)
      if (JSON.stringify(again, plain) !== JSON.stringify(decoded, plain))
        t.fail(`${lineName(line)}: not the same again`)
    }
  }
  t.true(refused > 10_000 && decodedCount > 10_000, `${refused} refused, ${decodedCount} decoded`)
  t.log(`${refused} damaged messages refused, ${decodedCount} still messages`)
  const grown = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - heapBefore
  t.true(grown < 300e6, `${grown} bytes more are held`)
})

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value
}

test('random bytes throw DecodeError or decode, for every message', (t) => {
  const random = seededRandom(7)
  for (const line of corpus) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256))
    const error = decodingError(line, bytes)
    if (error !== undefined && !(error instanceof DecodeError)) t.fail(`${lineName(line)}: ${String(error)}`)
  }
  t.pass()
})

test('a count of two billion elements in a few bytes costs neither time nor memory', (t) => {
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
  const start = performance.now()
  // Metadata 1: int32 count of topics; Metadata 9: the same as a varint; Fetch 12's records as a length of 2 GB.
  for (const [version, hex] of [
    [1, '7fffffff00'],
    [9, 'ffffffff0f00'],
  ] as const) {
    const error = t.throws(() => decodeMessage(codecOf('MetadataRequest'), fromHex(hex), version), {
      instanceOf: DecodeError,
    })
    t.is(error.reason, 'truncated')
  }
  t.true(performance.now() - start < 1000)
  t.true(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before < 50e6)
})
