// What the codecs compress and decompress: JSON records, and the same bytes compressed by programs that are not ours.
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

import lz4 from 'lz4-napi'
import snappyjs from 'snappyjs'

import { seededRandom } from './workload.mjs'

export const SIZES = { '16K': 16 * 1024, '1M': 1024 * 1024 }
const XERIAL_HEADER = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]
const XERIAL_BLOCK = 32 * 1024

function json(size) {
  const random = seededRandom(7)
  const below = (limit) => Math.floor(random() * limit)
  const towns = ['Prague', 'Berlin', 'Vienna', 'Paris', 'Rome']
  let text = ''
  for (let id = 0; text.length < size; id++) {
    const record = { id, user: `user-${below(5000)}`, amount: below(1e6) / 100, town: towns[below(5)] }
    text += `${JSON.stringify(record)}\n`
  }
  return Buffer.from(new TextEncoder().encode(text).subarray(0, size))
}

/** Snappy's raw blocks in the framing that Java writes. */
function framed(bytes) {
  const parts = [Buffer.from(XERIAL_HEADER)]
  for (let at = 0; at < bytes.length; at += XERIAL_BLOCK) {
    const block = Buffer.from(snappyjs.compress(bytes.subarray(at, at + XERIAL_BLOCK)))
    const length = Buffer.alloc(4)
    length.writeInt32BE(block.length)
    parts.push(length, block)
  }
  return Buffer.concat(parts)
}

const zstd = createRequire(import.meta.url)('@bokuweb/zstd-wasm')
await zstd.init()

const compressors = {
  gzip: (bytes) => gzipSync(bytes),
  snappy: framed,
  snappyRaw: (bytes) => Buffer.from(snappyjs.compress(bytes)),
  lz4: lz4.compressFrameSync,
  zstd: (bytes) => Buffer.from(zstd.compress(bytes, 3)),
}

/** The plain bytes of a size, and the same as each format has them. */
export function codecInput(size) {
  const plain = json(SIZES[size])
  const compressed = Object.fromEntries(
    Object.entries(compressors).map(([format, compress]) => [format, compress(plain)]),
  )
  return { plain, compressed }
}

function compressedAs(format, { plain, compressed }) {
  return typeof format === 'function' ? format(plain) : compressed[format]
}

/**
 * The benchmark cases of one implementation, named `DIRECTION SIZE`. It is a pair of functions, sync or async, the second of which also
 * checks what the first wrote. `format` names what it reads, or is a function that makes it.
 */
export function codecCases(format, compress, decompress) {
  const cases = {}
  for (const size of Object.keys(SIZES)) {
    let input
    let compressed
    const made = () => (input ??= codecInput(size))
    const units = SIZES[size]
    if (compress !== undefined) {
      cases[`compress ${size}`] = {
        units,
        run: () => compress(made().plain),
        check: async (result) => made().plain.equals(Buffer.from(await decompress(result))),
      }
    }
    if (decompress !== undefined) {
      cases[`decompress ${size}`] = {
        units,
        run: () => decompress((compressed ??= compressedAs(format, made()))),
        check: (result) => made().plain.equals(Buffer.from(result)),
      }
    }
  }
  return cases
}

/** Names the cases of several implementations: `IMPLEMENTATION DIRECTION SIZE`. */
export function namedCases(implementations) {
  return Object.fromEntries(
    Object.entries(implementations).flatMap(([name, cases]) =>
      Object.entries(cases).map(([direction, subject]) => [`${name} ${direction}`, subject]),
    ),
  )
}
