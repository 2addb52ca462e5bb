import type { CompressionType } from '@odradek/compression'

import type { Kafka07Magic } from './message-layout.ts'

/** A message of Kafka 0.7: a payload without a key, an offset or a timestamp. */
export interface Kafka07Message {
  /** Where its length field lies in the set. */
  readonly position: number
  /** How many bytes follow the length field. */
  readonly length: number
  readonly magic: Kafka07Magic
  /** The attributes byte, 0 to 255; 0 for magic 0, which has none. */
  readonly attributes: number
  /** How the payload is compressed: none, gzip or snappy. */
  readonly compressionType: CompressionType
  /** CRC-32 of the payload; it has been checked. */
  readonly crc: number
  /** A view on the set's bytes: a message's content, or a compressed message set. */
  readonly payload: Uint8Array
}
