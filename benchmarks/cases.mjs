// Which entrant runs which case, on which Node: `here` is the one that runs the benchmarks.

const ours = (title, name, extra = {}) => ({
  title: `odradek, ${title}`,
  entrant: 'ours',
  case: name,
  node: 'here',
  ...extra,
})
const PLAIN_CRC = { flag: '--no-native-crc' }
const NODE_24 = { node: '24' }

const codec = (title, entrant, name, node = 'here') => ({ title, entrant, case: name, node })

/** Who compresses each format: titles, and the names that entrants/*-codecs.mjs have for them. */
const CODECS = {
  gzip: [
    codec('odradek', 'ours-codecs', 'gzip'),
    codec("Node's zlib", 'raw-codecs', 'zlib'),
    codec('fflate 0.8.3', 'raw-codecs', 'fflate'),
    codec('kafkajs 2.2.4', 'kafkajs-codecs', 'gzip'),
    codec('@platformatic/kafka 2.12.1', 'platformatic-codecs', 'gzip', '24'),
  ],
  snappy: [
    codec('odradek', 'ours-codecs', 'snappy'),
    codec('odradek', 'ours-codecs', 'snappy', '24'),
    codec('odradek, what it writes itself', 'ours-codecs', 'snappyFrames'),
    codec('odradek, its blocks without framing', 'ours-codecs', 'snappyBlocks'),
    codec('snappyjs 0.7.0, raw block', 'raw-codecs', 'snappyjs'),
    codec('snappy 7.4.3 (native), raw block', 'raw-codecs', 'snappy'),
    codec('kafkajs-snappy 1.1.0', 'kafkajs-codecs', 'snappy'),
    codec('@platformatic/kafka 2.12.1', 'platformatic-codecs', 'snappy', '24'),
  ],
  lz4: [
    codec('odradek', 'ours-codecs', 'lz4'),
    codec('odradek', 'ours-codecs', 'lz4', '24'),
    codec('odradek, what it writes itself', 'ours-codecs', 'lz4Frames'),
    codec('odradek, its blocks without framing', 'ours-codecs', 'lz4Blocks'),
    codec('lz4js 0.2.0', 'raw-codecs', 'lz4js'),
    codec('lz4-napi 2.10.0 (native)', 'raw-codecs', 'lz4-napi'),
    codec('@platformatic/kafka 2.12.1', 'platformatic-codecs', 'lz4', '24'),
  ],
  zstd: [
    codec('odradek, WebAssembly writes', 'ours-codecs', 'zstd'),
    codec('odradek, zlib', 'ours-codecs', 'zstd', '24'),
    codec('odradek, plain reader', 'ours-codecs', 'zstdPlain', '24'),
    codec("Node's zlib", 'raw-codecs', 'zlib zstd', '24'),
    codec('@bokuweb/zstd-wasm 0.0.27', 'raw-codecs', '@bokuweb/zstd-wasm'),
    codec('zstd-codec 0.1.5 (WebAssembly)', 'raw-codecs', 'zstd-codec'),
    codec('fzstd 0.1.1', 'raw-codecs', 'fzstd'),
    codec('@platformatic/kafka 2.12.1', 'platformatic-codecs', 'zstd', '24'),
  ],
}
/** Of these only decompressing is another case. */
const READ_ONLY = ['zstdPlain', 'fzstd', 'snappyFrames', 'lz4Frames']

const codecBenchmarks = Object.entries(CODECS).flatMap(([type, codecs]) =>
  ['compress', 'decompress'].flatMap((direction) =>
    ['16K', '1M'].map((size) => ({
      name: `${type}-${direction}-${size}`,
      title: `${direction === 'compress' ? 'Compress' : 'Decompress'} ${size === '16K' ? '16 KiB' : '1 MiB'} of JSON records with ${type}`,
      unit: 'B/s',
      entrants: codecs
        .filter((entrant) => direction === 'decompress' || !READ_ONLY.includes(entrant.case))
        .map((entrant) => ({ ...entrant, case: `${entrant.case} ${direction} ${size}` })),
    })),
  ),
)

export const benchmarks = [
  {
    name: 'encode',
    title: 'Encode a batch of 1,000 records (10 B keys, 100 B values) with its CRC',
    unit: 'records/s',
    entrants: [
      ours('native CRC', 'encode'),
      ours('native CRC', 'encode', NODE_24),
      ours('plain JS CRC', 'encode', PLAIN_CRC),
      ours('plain JS CRC', 'encode', { ...PLAIN_CRC, ...NODE_24 }),
      ours('from strings, native CRC', 'encodeStrings'),
      ours('from strings, native CRC', 'encodeStrings', NODE_24),
      { title: 'kafkajs 2.2.4', entrant: 'kafkajs', case: 'encode', node: 'here' },
      { title: 'kafkajs 2.2.4', entrant: 'kafkajs', case: 'encode', node: '24' },
      { title: '@platformatic/kafka 2.12.1', entrant: 'platformatic', case: 'encode', node: '24' },
    ],
  },
  {
    name: 'decode',
    title: 'Decode that batch, reading each key and value (the peers never check the CRC)',
    unit: 'records/s',
    entrants: [
      ours('native CRC checked', 'decode'),
      ours('native CRC checked', 'decode', NODE_24),
      ours('plain JS CRC checked', 'decode', PLAIN_CRC),
      ours('plain JS CRC checked', 'decode', { ...PLAIN_CRC, ...NODE_24 }),
      ours('forEach, native CRC checked', 'decodeForEach'),
      ours('CRC not checked', 'decodeUnchecked'),
      ours('CRC not checked', 'decodeUnchecked', NODE_24),
      { title: 'kafkajs 2.2.4', entrant: 'kafkajs', case: 'decode', node: 'here' },
      { title: 'kafkajs 2.2.4', entrant: 'kafkajs', case: 'decode', node: '24' },
      { title: '@platformatic/kafka 2.12.1', entrant: 'platformatic', case: 'decode', node: '24' },
    ],
  },
  {
    name: 'murmur2',
    title: 'Hash 10 B keys',
    unit: 'keys/s',
    entrants: [
      ours('murmur2', 'hash'),
      ours('murmur2', 'hash', NODE_24),
      { title: 'kafkajs 2.2.4', entrant: 'kafkajs', case: 'hash', node: 'here' },
      { title: 'kafkajs 2.2.4', entrant: 'kafkajs', case: 'hash', node: '24' },
      { title: '@platformatic/kafka 2.12.1', entrant: 'platformatic', case: 'hash', node: '24' },
    ],
  },
  ...codecBenchmarks,
]
