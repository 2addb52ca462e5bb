// The message formats of Kafka 0.7. They share the magics 0 and 1 with those of 0.8 to 0.10, which are laid out otherwise.

/** int32 before each message: how many bytes follow. */
export const LENGTH_SIZE = 4
/** Attribute bits of magic 1: the compression type's id. */
export const COMPRESSION_MASK = 0x03
/** Snappy's: none, gzip and snappy are all there are. */
export const MAX_COMPRESSION_ID = 2

/** The magics of the two formats: only 1 has attributes. */
export type Kafka07Magic = 0 | 1

/** How many bytes of a message come before its payload: magic, attributes, CRC-32 of the payload. */
export function headerSize(magic: Kafka07Magic): number {
  return magic === 0 ? 5 : 6
}
