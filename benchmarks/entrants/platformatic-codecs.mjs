// @platformatic/kafka's codecs: WebAssembly for snappy and lz4, Node's zlib for the others.
import { compressionsAlgorithms } from '@platformatic/kafka'

import { codecCases, namedCases } from '../codec-workload.mjs'

const of = (type) =>
  codecCases(type, compressionsAlgorithms[type].compressSync, compressionsAlgorithms[type].decompressSync)

export const cases = namedCases({ gzip: of('gzip'), snappy: of('snappy'), lz4: of('lz4'), zstd: of('zstd') })
