import { crc32 } from '@odradek/bytes'
import { readGolden } from '@odradek/test-kit'
import test from 'ava'

import { crc32Partition } from '../src/crc32-partition.ts'
import { fnv1a } from '../src/fnv1a.ts'
import { fnv1aPartition, fnv1aReferencePartition } from '../src/fnv1a-partition.ts'
import { bytesHashCode, stringHashCode, utf8StringHashCode } from '../src/java-hash-code.ts'
import type { KeyPartition } from '../src/key-partition.ts'
import { murmur2 } from '../src/murmur2.ts'
import { murmur2Partition } from '../src/murmur2-partition.ts'
import { partitionerByName, type PartitionerName } from '../src/partitioner-by-name.ts'
import { scala07Partition, scala080Partition, scala082Partition } from '../src/scala-partition.ts'

type Column<Line> = { [K in keyof Line]: Line[K] extends number[] ? K : never }[keyof Line]

interface BytesLine {
  base64: string
  murmur2: number
  crc32: number
  arraysHashCode: number
  fnv1a: number
  partitionCounts: number[]
  murmur2Partition: number[]
  arraysHashAbsPartition: number[]
  arraysHashMaskPartition: number[]
  crc32Partition: number[]
  fnv1aPartition: number[]
  fnv1aReferencePartition: number[]
}

interface StringLine {
  string: string
  hashCode: number
  partitionCounts: number[]
  absPartition: number[]
  maskPartition: number[]
  mathAbsPartition: number[]
}

const bytesLines = readGolden<BytesLine>('partitioners/bytes.jsonl').map((line) => ({
  ...line,
  key: new Uint8Array(Buffer.from(line.base64, 'base64')),
}))
const stringLines = readGolden<StringLine>('partitioners/strings.jsonl')

/** Every key here is one, so whoever asks for a random number takes it for none. */
function noRandom(): number {
  throw new Error('a key was taken for none')
}

test('all golden byte strings hash as in Java and in sarama', (t) => {
  for (const { key, base64, ...line } of bytesLines) {
    t.is(murmur2(key), line.murmur2, base64)
    t.is(crc32(key), line.crc32, base64)
    t.is(bytesHashCode(key), line.arraysHashCode, base64)
    t.is(fnv1a(key), line.fnv1a, base64)
  }
  t.is(bytesLines.length, 2000)
  t.log(`${bytesLines.length} byte strings, 4 hashes of each`)
})

test('all golden strings have the hash code of Java, and so have their bytes in UTF-8', (t) => {
  for (const { string, hashCode } of stringLines) {
    t.is(stringHashCode(string), hashCode, JSON.stringify(string))
    t.is(utf8StringHashCode(Buffer.from(string)), hashCode, JSON.stringify(string))
  }
  t.is(stringLines.length, 500)
  t.log(`${stringLines.length} strings`)
})

const bytesColumn = test.macro({
  title: (_given, column: Column<BytesLine>, _rule: KeyPartition, name: PartitionerName) =>
    `${name} sends the golden byte strings where ${column} says`,
  exec(t, column: Column<BytesLine>, rule: KeyPartition, name: PartitionerName) {
    const partitioner = partitionerByName(name, noRandom)
    let partitions = 0
    for (const line of bytesLines) {
      const { key } = line
      if (key.length === 0 && name === 'librdkafka-consistent-random') continue
      for (const [i, partitionCount] of line.partitionCounts.entries()) {
        t.is(rule(key, partitionCount), line[column][i]!, line.base64)
        t.is(partitioner.partition({ topic: 't', key, partitionCount }), line[column][i]!, line.base64)
        partitions++
      }
    }
    t.true(partitions >= 27_900)
    t.log(`${partitions} partitions`)
  },
})

const scala080Bytes: KeyPartition = (key, count) => scala080Partition(bytesHashCode(key), count)
const scala082Bytes: KeyPartition = (key, count) => scala082Partition(bytesHashCode(key), count)

test(bytesColumn, 'murmur2Partition', murmur2Partition, 'java')
test(bytesColumn, 'murmur2Partition', murmur2Partition, 'java-3.3')
test(bytesColumn, 'murmur2Partition', murmur2Partition, 'java-0.8.2')
test(bytesColumn, 'murmur2Partition', murmur2Partition, 'librdkafka-murmur2')
test(bytesColumn, 'murmur2Partition', murmur2Partition, 'librdkafka-murmur2-random')
test(bytesColumn, 'murmur2Partition', murmur2Partition, 'kafkajs')
test(bytesColumn, 'arraysHashAbsPartition', scala082Bytes, 'scala-0.8.2-bytes')
test(bytesColumn, 'arraysHashMaskPartition', scala080Bytes, 'scala-0.8.0-bytes')
test(bytesColumn, 'crc32Partition', crc32Partition, 'librdkafka-consistent')
test(bytesColumn, 'crc32Partition', crc32Partition, 'librdkafka-consistent-random')
test(bytesColumn, 'fnv1aPartition', fnv1aPartition, 'sarama-hash')
test(bytesColumn, 'fnv1aPartition', fnv1aPartition, 'librdkafka-fnv1a')
test(bytesColumn, 'fnv1aPartition', fnv1aPartition, 'librdkafka-fnv1a-random')
test(bytesColumn, 'fnv1aReferencePartition', fnv1aReferencePartition, 'sarama-reference-hash')

const stringsColumn = test.macro({
  title: (_given, column: Column<StringLine>, _rule: typeof scala07Partition, name: PartitionerName) =>
    `${name} sends the golden strings where ${column} says`,
  exec(t, column: Column<StringLine>, rule: typeof scala07Partition, name: PartitionerName) {
    const partitioner = partitionerByName(name, noRandom)
    let partitions = 0
    for (const line of stringLines) {
      const key = Buffer.from(line.string)
      for (const [i, partitionCount] of line.partitionCounts.entries()) {
        t.is(rule(line.hashCode, partitionCount), line[column][i]!, JSON.stringify(line.string))
        t.is(partitioner.partition({ topic: 't', key, partitionCount }), line[column][i]!, JSON.stringify(line.string))
        partitions++
      }
    }
    t.is(partitions, 7000)
    t.log(`${partitions} partitions`)
  },
})

test(stringsColumn, 'mathAbsPartition', scala07Partition, 'scala-0.7')
test(stringsColumn, 'maskPartition', scala080Partition, 'scala-0.8.0')
test(stringsColumn, 'absPartition', scala082Partition, 'scala-0.8.2')
