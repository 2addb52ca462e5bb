import { slicingCrc, slicingTables } from './crc-slicing.ts'

// CRC-32 and CRC-32C in plain JavaScript, for every runtime. The twin in node/ has faster ones; one compliance test holds for both.

let crc32Tables: Int32Array | undefined
let crc32cTables: Int32Array | undefined

/**
 * CRC-32 (ISO-HDLC, as in zlib) of `bytes[start, end)`, unsigned: the checksum of Kafka's message formats 0.7, v0 and v1.
 * `crc` is the result for the bytes before, to go on from.
 */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, crc = 0): number {
  crc32Tables ??= slicingTables(0xedb88320)
  return slicingCrc(crc32Tables, bytes, start, end, crc)
}

/**
 * CRC-32C (Castagnoli, RFC 3720 section 12.1) of `bytes[start, end)`, unsigned: the checksum of record batches v2.
 * `crc` is the result for the bytes before, to go on from.
 */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length, crc = 0): number {
  crc32cTables ??= slicingTables(0x82f63b78)
  return slicingCrc(crc32cTables, bytes, start, end, crc)
}
