import { partitionerNames } from '@odradek/partitioners'
import { readGolden } from '@odradek/test-kit'
import test from 'ava'

import { runInProcess } from '../support/run-in-process.ts'

interface Golden {
  base64: string
  partitionCounts: number[]
  murmur2Partition: number[]
  crc32Partition: number[]
  fnv1aPartition: number[]
  fnv1aReferencePartition: number[]
  arraysHashAbsPartition: number[]
  arraysHashMaskPartition: number[]
}
const golden = readGolden<Golden>('partitioners/bytes.jsonl')

const partitionOf = (args: readonly string[], stdin?: string) =>
  runInProcess(['partition-of', ...args], stdin === undefined ? {} : { stdin })

test('one key prints its partition alone', async (t) => {
  const { exitCode, stdout, stderr } = await partitionOf(['--key', 'order-1', '--partitions', '6'])
  t.is(exitCode, 0)
  // Kafka 4.3.1: Utils.toPositive(Utils.murmur2("order-1".getBytes())) % 6
  t.is(stdout, '4\n')
  t.is(stderr, '')
})

const COLUMNS = {
  java: 'murmur2Partition',
  'librdkafka-consistent': 'crc32Partition',
  'sarama-hash': 'fnv1aPartition',
  'sarama-reference-hash': 'fnv1aReferencePartition',
  'scala-0.8.2-bytes': 'arraysHashAbsPartition',
  'scala-0.8.0-bytes': 'arraysHashMaskPartition',
} as const

for (const [partitioner, column] of Object.entries(COLUMNS)) {
  test(`keys on standard input go where ${partitioner} puts them`, async (t) => {
    const at = 5
    const keys = golden.filter(({ base64 }) => base64 !== '').map(({ base64 }) => base64)
    const count = golden[0]!.partitionCounts[at]!
    const args = ['-n', String(count), '-p', partitioner, '--key-format', 'base64', '--json']
    const { exitCode, stdout } = await partitionOf(args, keys.join('\n'))
    t.is(exitCode, 0)
    t.deepEqual(JSON.parse(stdout), {
      ok: true,
      partitioner,
      partitions: count,
      keyFormat: 'base64',
      keys: golden
        .filter(({ base64 }) => base64 !== '')
        .map((entry) => ({ key: entry.base64, partition: entry[column][at] })),
    })
  })
}

test('several keys print a line each, in any line end and format', async (t) => {
  t.is((await partitionOf(['-k', 'a', '-k', 'b', '-n', '6'])).stdout, 'a\t4\nb\t2\n')
  t.is((await partitionOf(['-n', '6'], 'a\r\nb')).stdout, 'a\t4\nb\t2\n')
  t.is((await partitionOf(['-k', '61', '-k', '62', '-n', '6', '--key-format', 'hex'])).stdout, '61\t4\n62\t2\n')
})

test('a key that counts as none has no partition', async (t) => {
  const args = ['-k', '', '-k', 'a', '-n', '6', '-p', 'librdkafka-consistent-random']
  t.is((await partitionOf(args)).stdout, '\trandom\na\t3\n')
  const { keys } = JSON.parse((await partitionOf([...args, '--json'])).stdout) as { keys: unknown[] }
  t.deepEqual(keys[0], { key: '', partition: null })
})

test('Kafka 0.7 gives a negative partition, as it did', async (t) => {
  t.is((await partitionOf(['-k', 'polygenelubricants', '-n', '6', '-p', 'scala-0.7'])).stdout, '-2\n')
})

test('--list names every partitioner with what it does', async (t) => {
  const lines = (await partitionOf(['--list'])).stdout.trimEnd().split('\n')
  t.deepEqual(
    lines.map((line) => line.split(/\s/)[0]),
    [...partitionerNames],
  )
  for (const line of lines) t.regex(line, /^\S+ {2,}\S.{10,}$/)
  const { partitioners } = JSON.parse((await partitionOf(['--list', '--json'])).stdout) as { partitioners: object[] }
  t.is(partitioners.length, partitionerNames.length)
})

const WRONG_CALLS: readonly (readonly [readonly string[], RegExp])[] = [
  [
    ['-k', 'a', '-n', '6', '-p', 'librdkafka-consitent'],
    /no partitioner 'librdkafka-consitent'\n.*Did you mean librdkafka-consistent\?/,
  ],
  [['-k', 'a', '-n', '6', '-p', 'xyz'], /no partitioner 'xyz'\n {2}--list names them all/],
  [['-k', 'a', '-n', '0'], /--partitions <n>.*A whole number from 1 to 2147483647/],
  [['-k', 'a', '-n', '-1'], /A whole number from 1/],
  [['-k', 'a'], /the number of partitions is missing\n {2}Give --partitions/],
  [['-n', '6'], /there is no key\n {2}Give --key/],
  [['-k', 'abc', '-n', '6', '--key-format', 'hex'], /the key 'abc' is not whole bytes in hex/],
  [['-k', 'zz', '-n', '6', '--key-format', 'hex'], /the key 'zz' is not whole bytes in hex/],
  [['-k', '!', '-n', '6', '--key-format', 'base64'], /the key '!' is not base64/],
  [['-k', 'a', '-n', '6', '-p', 'scala-0.8.2-long'], /the key 'a' is none for scala-0\.8\.2-long: .*8 bytes/],
  [['-k', 'a', '-n', '6', '-p', 'java-round-robin'], /java-round-robin does not look at keys/],
]

test('wrong calls say what is wrong, and have exit code 2', async (t) => {
  for (const [args, message] of WRONG_CALLS) {
    const { exitCode, stdout, stderr } = await partitionOf(args)
    t.is(exitCode, 2, args.join(' '))
    t.is(stdout, '')
    t.regex(stderr, message)
  }
})
