// The compression libraries themselves, native, WebAssembly and JavaScript.
import { createRequire } from 'node:module'
import * as zlib from 'node:zlib'

import { gunzipSync, gzipSync } from 'fflate'
import { decompress as fzstdDecompress } from 'fzstd'
import lz4 from 'lz4-napi'
import lz4js from 'lz4js'
import snappy from 'snappy'
import snappyjs from 'snappyjs'
import zstdCodec from 'zstd-codec'

import { codecCases, namedCases } from '../codec-workload.mjs'

const bokuweb = createRequire(import.meta.url)('@bokuweb/zstd-wasm')
await bokuweb.init()
const simple = await new Promise((resolve) => zstdCodec.ZstdCodec.run((zstd) => resolve(new zstd.Simple())))

export const cases = namedCases({
  zlib: codecCases('gzip', (bytes) => zlib.gzipSync(bytes), zlib.gunzipSync),
  fflate: codecCases('gzip', (bytes) => gzipSync(bytes), gunzipSync),
  snappyjs: codecCases('snappyRaw', snappyjs.compress, snappyjs.uncompress),
  snappy: codecCases('snappyRaw', snappy.compressSync, (bytes) => snappy.uncompressSync(bytes)),
  lz4js: codecCases('lz4', lz4js.compress, lz4js.decompress),
  'lz4-napi': codecCases('lz4', lz4.compressFrameSync, lz4.decompressFrameSync),
  'zlib zstd': codecCases('zstd', zlib.zstdCompressSync, zlib.zstdDecompressSync),
  '@bokuweb/zstd-wasm': codecCases('zstd', (bytes) => bokuweb.compress(bytes, 3), bokuweb.decompress),
  'zstd-codec': codecCases(
    'zstd',
    (bytes) => simple.compress(bytes, 3),
    (bytes) => simple.decompress(bytes),
  ),
  fzstd: codecCases('zstd', undefined, (bytes) => fzstdDecompress(bytes)),
})
