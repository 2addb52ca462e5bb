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
]
