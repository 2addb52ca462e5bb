import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'

import type { CompressionCodec } from '../../src/compression-codec.ts'
import { gzipCodec as plainGzip } from '../../src/gzip.ts'
import { lz4Codec, lz4LegacyCodec } from '../../src/lz4.ts'
import { gzipCodec as nodeGzip } from '../../src/node/gzip.ts'
import { zstdCodecOn } from '../../src/node/zlib-zstd.ts'
import { zstdCodec as nodeZstd } from '../../src/node/zstd.ts'
import { loadZstdWasm } from '../../src/node/zstd-wasm.ts'
import { snappyCodec, snappyRawCodec } from '../../src/snappy.ts'
import { zstdCodecOf } from '../../src/zstd.ts'

// Every codec and twin that the compliance suite runs over, and what reads and writes the same formats elsewhere.

const require = createRequire(import.meta.url)
const snappyjs = require('snappyjs') as Record<'compress' | 'uncompress', (bytes: Uint8Array) => Uint8Array>
const lz4js = require('lz4js') as Record<'compress' | 'decompress', (bytes: Uint8Array) => Uint8Array>
const zstdWasm = require('@bokuweb/zstd-wasm') as {
  init: () => Promise<void>
  decompress: (bytes: Uint8Array) => Uint8Array
}

await zstdWasm.init()

const compressWithWasm = loadZstdWasm()

export interface CodecUnderTest {
  name: string
  codec: CompressionCodec
  /** The other codecs of the same type: each reads what this one writes. */
  others: CompressionCodec[]
  /** The levels it takes, the default among them as undefined; of which some, where there are many. */
  levels: (number | undefined)[]
  badLevels: number[]
  /** Reads what the codec writes with someone else's program. */
  readElsewhere: (bytes: Uint8Array) => Uint8Array
  /** Whether the format has a checksum over all content, so that no damage goes unseen. */
  isChecked: boolean
}

const gzip = {
  levels: [undefined, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  badLevels: [0, 10, -2, 1.5, NaN],
  readElsewhere: (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes)),
  isChecked: true,
}
const lz4 = { levels: [undefined, 1, 2, 3, 6, 9, 12, 17], badLevels: [0, 18, -1, 1.5, NaN], isChecked: false }
const zstd = {
  levels: [undefined, -131072, -7, -1, 0, 1, 3, 9, 22],
  badLevels: [23, -131073, 1.5, NaN],
  readElsewhere: zstdWasm.decompress,
  isChecked: false,
}
const withoutNative = zstdCodecOn({ constants: { ZSTD_c_compressionLevel: 100, ZSTD_d_windowLogMax: 100 } })
const plainZstd = zstdCodecOf(compressWithWasm)

export const codecsUnderTest: CodecUnderTest[] = [
  { ...gzip, name: 'gzip, plain', codec: plainGzip, others: [nodeGzip] },
  { ...gzip, name: 'gzip, node', codec: nodeGzip, others: [plainGzip] },
  {
    name: 'snappy, framed',
    codec: snappyCodec,
    others: [snappyRawCodec],
    levels: [undefined, 1],
    badLevels: [],
    readElsewhere: readFramesElsewhere,
    isChecked: false,
  },
  {
    name: 'snappy, raw',
    codec: snappyRawCodec,
    others: [snappyCodec],
    levels: [undefined],
    badLevels: [],
    readElsewhere: (bytes) => snappyjs.uncompress(bytes.slice()),
    isChecked: false,
  },
  {
    ...lz4,
    name: 'lz4',
    codec: lz4Codec,
    others: [lz4LegacyCodec],
    readElsewhere: (bytes) => lz4js.decompress(bytes),
  },
  {
    ...lz4,
    name: 'lz4, legacy',
    codec: lz4LegacyCodec,
    others: [lz4Codec],
    // lz4js does not look at the header's checksum.
    readElsewhere: (bytes) => lz4js.decompress(bytes),
  },
  { ...zstd, name: 'zstd, plain', codec: plainZstd, others: [nodeZstd, withoutNative] },
  { ...zstd, name: 'zstd, node', codec: nodeZstd, others: [plainZstd] },
  { ...zstd, name: 'zstd, node without zlib', codec: withoutNative, others: [plainZstd, nodeZstd] },
]

/** What other programs write, for our codecs to read. */
export const foreignWriters: { name: string; reader: CompressionCodec; compress: (bytes: Uint8Array) => Uint8Array }[] =
  [
    { name: 'snappyjs', reader: snappyCodec, compress: (bytes) => new Uint8Array(snappyjs.compress(bytes)) },
    { name: 'libzstd', reader: plainZstd, compress: (bytes) => compressWithWasm(bytes, 5) },
  ]

function readFramesElsewhere(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  for (let at = 16; at < bytes.length;) {
    const end = at + 4 + view.getInt32(at)
    pieces.push(snappyjs.uncompress(bytes.slice(at + 4, end)))
    at = end
  }
  return new Uint8Array(Buffer.concat(pieces))
}
