// Where the fields of a message of magic 0 (Kafka 0.8, 0.9) and 1 (0.10, KIP-32) lie. Magic 1 has a timestamp before the key.

/** int64: the message's offset; of a compressed set the last one's. */
export const OFFSET = 0
/** int32: how many bytes follow this field. */
export const MESSAGE_SIZE = 8
/** uint32: CRC-32 of everything after it. */
export const CRC = 12
/** int8: the first byte under the checksum. */
export const MAGIC = 16
/** int8. */
export const ATTRIBUTES = 17
/** int64, magic 1 only. */
export const TIMESTAMP = 18

/** The magics of the two formats. */
export type LegacyMagic = 0 | 1

/** Where the key's int32 length lies; key, value length and value follow. */
export function keyLengthAt(magic: number): number {
  return magic === 0 ? 18 : 26
}

/** The size of a message with neither key nor value. */
export function minMessageSize(magic: number): number {
  return keyLengthAt(magic) + 8
}
