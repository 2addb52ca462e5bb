import { ByteWriter, crc32, EncodeError } from '@odradek/bytes'
import { type CompressionCodec, compressionTypeId } from '@odradek/compression'

import { type Kafka07Magic, LENGTH_SIZE, MAX_COMPRESSION_ID } from './message-layout.ts'

/** How a message set of Kafka 0.7 is written. */
export interface Kafka07MessageSetOptions {
  /** 0 has no attributes and so no compression. Default 1, which Kafka 0.7 itself writes. */
  magic?: Kafka07Magic
  /** gzip or snappy: the set becomes the payload of one message. Default: none. */
  compression?: CompressionCodec
  /** The codec's level. Default: the codec's. */
  level?: number
}

/**
 * Writes payloads as a message set of Kafka 0.7, one message each; with compression, one message that holds the set of them all.
 * Throws EncodeError where the magic or Kafka 0.7 has no such compression.
 */
export function encodeKafka07MessageSet(
  payloads: Iterable<Uint8Array>,
  options: Kafka07MessageSetOptions = {},
): Uint8Array {
  const { magic = 1, compression } = options
  const codecId = compressionTypeId(compression?.type ?? 'none')
  if (codecId > MAX_COMPRESSION_ID || (codecId > 0 && magic === 0)) {
    throw new EncodeError(
      `Kafka 0.7 has no ${compression!.type} in messages of magic ${magic}: use magic 1, gzip or snappy`,
    )
  }
  const set = new ByteWriter()
  for (const payload of payloads) writeMessage(set, magic, 0, payload)
  if (compression === undefined || codecId === 0) return set.bytes()
  const wrapper = new ByteWriter()
  writeMessage(wrapper, magic, codecId, compression.compress(set.bytes(), options.level))
  return wrapper.bytes()
}

function writeMessage(writer: ByteWriter, magic: Kafka07Magic, attributes: number, payload: Uint8Array): void {
  const start = writer.length
  writer.writeInt32(0)
  writer.writeInt8(magic)
  if (magic === 1) writer.writeInt8(attributes)
  writer.writeInt32(crc32(payload))
  writer.writeBytes(payload)
  writer.setInt32At(start, writer.length - start - LENGTH_SIZE)
}
