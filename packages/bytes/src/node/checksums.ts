import { createRequire } from 'node:module'
import * as zlib from 'node:zlib'

import { crc32 as plainCrc32, crc32c as plainCrc32c } from '../checksums.ts'

// CRC-32 by Node's zlib, CRC-32C by the optional native package @node-rs/crc32 where it is installed; the neutral twin is
// ../checksums.ts. Below a few hundred bytes the call into native code costs more than it saves.

type Checksum = (bytes: Uint8Array, crc: number) => number

const NATIVE_FROM_BYTES = 256

const zlibCrc32: Checksum | undefined = (zlib as { crc32?: Checksum }).crc32
const nativeCrc32c = loadNativeCrc32c()

function loadNativeCrc32c(): Checksum | undefined {
  try {
    const native = createRequire(import.meta.url)('@node-rs/crc32') as { crc32c: Checksum }
    return native.crc32c
  } catch {
    return undefined // an optional dependency: not installed, or no build for this platform
  }
}

/** CRC-32 (ISO-HDLC, as in zlib) of `bytes[start, end)`, unsigned. `crc` is the result for the bytes before, to go on from. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, crc = 0): number {
  if (zlibCrc32 === undefined || end - start < NATIVE_FROM_BYTES) return plainCrc32(bytes, start, end, crc)
  return zlibCrc32(bytes.subarray(start, end), crc)
}

/** CRC-32C (Castagnoli) of `bytes[start, end)`, unsigned. `crc` is the result for the bytes before, to go on from. */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length, crc = 0): number {
  if (nativeCrc32c === undefined || end - start < NATIVE_FROM_BYTES) return plainCrc32c(bytes, start, end, crc)
  return nativeCrc32c(bytes.subarray(start, end), crc)
}
