import { crc32, crc32c } from '@odradek/bytes'
import { defaultPartitioner, murmur2 } from '@odradek/partitioners'

import { arrayField, base64Field, CorpusEntryError, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { differences } from './difference.ts'

/** `partitioners/bytes`: hashes of keys, and the partitions they lead to. */
export const partitionerKind: CorpusKind = {
  name: 'partitioner',
  recognises: (entry) => 'base64' in entry && 'murmur2' in entry,
  uncoveredFields: [
    'arraysHashCode',
    'arraysHashAbsPartition',
    'arraysHashMaskPartition',
    'crc32Partition',
    'fnv1a',
    'fnv1aPartition',
    'fnv1aReferencePartition',
  ],
  describe: (entry) => `key ${JSON.stringify(stringField(entry, 'base64').slice(0, 24))}`,
  check,
}

// Every key of the corpus is a key, the empty one included, so nothing random is asked for.
const partitioner = defaultPartitioner(() => {
  throw new CorpusEntryError('a key was taken for none')
})

function check(entry: CorpusEntry): CaseResult {
  const key = base64Field(entry, 'base64')
  const counts = arrayField(entry, 'partitionCounts') as readonly number[]
  const ours = {
    murmur2: murmur2(key),
    crc32: crc32(key),
    crc32c: crc32c(key),
    murmur2Partition: counts.map((partitionCount) => partitioner.partition({ topic: '', key, partitionCount })),
  }
  const { murmur2: hash, crc32: crc, crc32c: castagnoli, murmur2Partition } = entry
  return resultOf(differences({ murmur2: hash, crc32: crc, crc32c: castagnoli, murmur2Partition }, ours))
}
