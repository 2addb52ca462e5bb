// kafkajs: its own gzip, which is asynchronous, and the codec package that it names for snappy. Those for lz4 and zstd are native and no longer build.
import { createRequire } from 'node:module'

import snappyCodec from 'kafkajs-snappy'

import { codecCases, namedCases } from '../codec-workload.mjs'

const gzip = createRequire(import.meta.url)('kafkajs/src/protocol/message/compression/gzip.js')
const of = (type, codec) => codecCases(type, (buffer) => codec.compress({ buffer }), codec.decompress)

export const cases = namedCases({ gzip: of('gzip', gzip), snappy: of('snappy', snappyCodec()) })
