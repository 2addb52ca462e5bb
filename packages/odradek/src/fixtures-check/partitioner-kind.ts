import { crc32, crc32c } from '@odradek/bytes'
import {
  bytesHashCode,
  crc32Partition,
  fnv1a,
  fnv1aPartition,
  fnv1aReferencePartition,
  murmur2,
  type Partitioner,
  partitionerByName,
  scala080Partition,
  scala082Partition,
} from '@odradek/partitioners'

import { arrayField, base64Field, CorpusEntryError, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { differences } from './difference.ts'

/** `partitioners/bytes`: hashes of keys, and the partitions they lead to. */
export const partitionerKind: CorpusKind = {
  name: 'partitioner',
  recognises: (entry) => 'base64' in entry && 'murmur2' in entry,
  describe: (entry) => `key ${JSON.stringify(stringField(entry, 'base64').slice(0, 24))}`,
  check,
}

// Every key of the corpus is a key, the empty one included, so nothing random is asked for.
const noRandom = () => {
  throw new CorpusEntryError('a key was taken for none')
}
const java = partitionerByName('java', noRandom)
/** Partitioners by name that have to lead to the same partitions as a column says. */
const named: Readonly<Record<string, readonly Partitioner[]>> = {
  murmur2Partition: [
    java,
    ...['librdkafka-murmur2', 'kafkajs', 'java-3.3'].map((name) => partitionerByName(name, noRandom)),
  ],
  arraysHashAbsPartition: [partitionerByName('scala-0.8.2-bytes', noRandom)],
  arraysHashMaskPartition: [partitionerByName('scala-0.8.0-bytes', noRandom)],
  crc32Partition: [partitionerByName('librdkafka-consistent', noRandom)],
  fnv1aPartition: ['sarama-hash', 'librdkafka-fnv1a'].map((name) => partitionerByName(name, noRandom)),
  fnv1aReferencePartition: [partitionerByName('sarama-reference-hash', noRandom)],
}

function check(entry: CorpusEntry): CaseResult {
  const key = base64Field(entry, 'base64')
  const counts = arrayField(entry, 'partitionCounts') as readonly number[]
  const hashCode = bytesHashCode(key)
  const partitionsBy = (rule: (count: number) => number) => counts.map((count) => rule(count))
  const ours = {
    murmur2: murmur2(key),
    crc32: crc32(key),
    crc32c: crc32c(key),
    arraysHashCode: hashCode,
    fnv1a: fnv1a(key),
    murmur2Partition: partitionsBy((partitionCount) => java.partition({ topic: '', key, partitionCount })),
    arraysHashAbsPartition: partitionsBy((count) => scala082Partition(hashCode, count)),
    arraysHashMaskPartition: partitionsBy((count) => scala080Partition(hashCode, count)),
    crc32Partition: partitionsBy((count) => crc32Partition(key, count)),
    fnv1aPartition: partitionsBy((count) => fnv1aPartition(key, count)),
    fnv1aReferencePartition: partitionsBy((count) => fnv1aReferencePartition(key, count)),
  }
  const expected = Object.fromEntries(Object.keys(ours).map((name) => [name, entry[name]]))
  const found = differences(expected, ours)
  for (const [column, partitioners] of Object.entries(named)) {
    for (const partitioner of partitioners) {
      const partitions = partitionsBy((partitionCount) => partitioner.partition({ topic: '', key, partitionCount }))
      found.push(...differences({ [column]: entry[column] }, { [column]: partitions }))
    }
  }
  return resultOf(found.slice(0, 3))
}
