import { crc32, DecodeError } from '@odradek/bytes'
import { type CompressionCodecs, type CompressionType, compressionTypeOfId, defaultCodecs } from '@odradek/compression'

import { DEFAULT_MAX_DECOMPRESSED_SIZE, type RecordLimits } from '../record-limits.ts'
import type { Kafka07Message } from './kafka07-message.ts'
import { COMPRESSION_MASK, headerSize, LENGTH_SIZE, MAX_COMPRESSION_ID } from './message-layout.ts'

/** How deep compressed sets may lie within each other. Kafka 0.7 producers make one level. */
const MAX_DEPTH = 16

/**
 * A message set of Kafka 0.7, cut up lazily: iterating gives its outer messages, `payloads` what is in them once decompressed. As a
 * fetch may end within a message, a tail that is cut off is passed over where a whole message came before it.
 */
export class Kafka07MessageSet implements Iterable<Kafka07Message> {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /**
   * Checks each message's CRC. Throws DecodeError: `malformed` (a length too short for a message), `truncated` (not even one whole
   * message), `unsupported` (another magic or compression type), `checksum`.
   */
  *[Symbol.iterator](): Generator<Kafka07Message, undefined> {
    let position = 0
    while (position < this.bytes.length) {
      const message = this.#messageAt(position)
      if (message === undefined) {
        if (position > 0) return
        throw new DecodeError('truncated', `not one whole message in ${this.bytes.length} bytes`, 0)
      }
      yield message
      position += LENGTH_SIZE + message.length
    }
  }

  /** How many bytes whole messages take; what follows is cut off. Throws as iterating does. */
  get validBytes(): number {
    let end = 0
    for (const { position, length } of this) end = position + LENGTH_SIZE + length
    return end
  }

  /**
   * The payloads of all messages, compressed sets taken apart, lazily. What one outer message expands to, at all levels together, is
   * bounded by `maxDecompressedSize`. Throws as iterating does, and DecodeError `too-large`, `unsupported` or `malformed` for compressed
   * data; within a compressed set a cut-off tail is `truncated`.
   */
  *payloads(codecs: CompressionCodecs = defaultCodecs, limits: RecordLimits = {}): Generator<Uint8Array, undefined> {
    const maxSize = limits.maxDecompressedSize ?? DEFAULT_MAX_DECOMPRESSED_SIZE
    for (const message of this) yield* payloadsOf(message, codecs, { left: maxSize }, 1)
  }

  /** The message at `position`, or undefined where it is cut off. */
  #messageAt(position: number): Kafka07Message | undefined {
    const { bytes } = this
    const view = this.#view
    if (bytes.length - position < LENGTH_SIZE) return undefined
    const length = view.getInt32(position)
    if (length < headerSize(0)) {
      throw new DecodeError('malformed', `a message of ${length} bytes: the least is ${headerSize(0)}`, position)
    }
    const start = position + LENGTH_SIZE
    const end = start + length
    if (end > bytes.length) return undefined
    const magic = bytes[start]!
    if (magic !== 0 && magic !== 1) {
      throw new DecodeError('unsupported', `magic ${magic} is not one of Kafka 0.7`, start)
    }
    const payloadAt = start + headerSize(magic)
    if (payloadAt > end) {
      throw new DecodeError('malformed', `a message of ${length} bytes: the least is ${headerSize(magic)}`, position)
    }
    const crc = view.getUint32(payloadAt - 4)
    const computed = crc32(bytes, payloadAt, end)
    if (computed !== crc) {
      throw new DecodeError('checksum', `a message's CRC is ${crc}, its payload gives ${computed}`, payloadAt - 4)
    }
    const attributes = magic === 0 ? 0 : bytes[start + 1]!
    const compressionType = compressionTypeOf(attributes, start + 1)
    const payload = bytes.subarray(payloadAt, end)
    return { position, length, magic, attributes, compressionType, crc, payload }
  }
}

/** Reads a message set of Kafka 0.7, lazily. Its magics are not those of later versions: no other function here reads it. */
export function decodeKafka07MessageSet(bytes: Uint8Array): Kafka07MessageSet {
  return new Kafka07MessageSet(bytes)
}

function compressionTypeOf(attributes: number, position: number): CompressionType {
  const id = attributes & COMPRESSION_MASK
  if (id > MAX_COMPRESSION_ID) {
    throw new DecodeError('unsupported', `compression type id ${id} is not one of Kafka 0.7`, position)
  }
  return compressionTypeOfId(id, position)
}

/** `budget.left` is how many bytes may still come out of compressed data within one outer message. */
function* payloadsOf(
  message: Kafka07Message,
  codecs: CompressionCodecs,
  budget: { left: number },
  depth: number,
): Generator<Uint8Array, undefined> {
  const { compressionType, payload, position } = message
  if (compressionType === 'none') {
    yield payload
    return
  }
  if (depth > MAX_DEPTH) {
    throw new DecodeError('too-large', `compressed sets more than ${MAX_DEPTH} deep within each other`, position)
  }
  const codec = codecs.getById(message.attributes & COMPRESSION_MASK, position)
  const set = new Kafka07MessageSet(codec.decompress(payload, budget.left))
  budget.left -= set.bytes.length
  let end = 0
  for (const inner of set) {
    yield* payloadsOf(inner, codecs, budget, depth + 1)
    end = inner.position + LENGTH_SIZE + inner.length
  }
  if (end !== set.bytes.length) {
    throw new DecodeError('truncated', 'a compressed set that ends within a message', end)
  }
}
