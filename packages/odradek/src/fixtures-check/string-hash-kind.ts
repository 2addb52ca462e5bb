import {
  partitionerByName,
  scala07Partition,
  scala080Partition,
  scala082Partition,
  stringHashCode,
} from '@odradek/partitioners'

import { arrayField, CorpusEntryError, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { differences } from './difference.ts'

/** `partitioners/strings`: Java's hash codes of strings, and where the Scala producers put them. */
export const stringHashKind: CorpusKind = {
  name: 'string hash',
  recognises: (entry) => 'string' in entry && 'hashCode' in entry,
  describe: (entry) => `string ${JSON.stringify(stringField(entry, 'string').slice(0, 24))}`,
  check,
}

/** The column of each partitioner that takes the key as UTF-8. */
const NAMED = {
  'scala-0.7': 'mathAbsPartition',
  'scala-0.8.0': 'maskPartition',
  'scala-0.8.2': 'absPartition',
} as const

function check(entry: CorpusEntry): CaseResult {
  const string = stringField(entry, 'string')
  const counts = arrayField(entry, 'partitionCounts') as readonly number[]
  const hashCode = stringHashCode(string)
  const ours = {
    hashCode,
    absPartition: counts.map((count) => scala082Partition(hashCode, count)),
    maskPartition: counts.map((count) => scala080Partition(hashCode, count)),
    mathAbsPartition: counts.map((count) => scala07Partition(hashCode, count)),
  }
  const expected = Object.fromEntries(Object.keys(ours).map((name) => [name, entry[name]]))
  return resultOf([...differences(expected, ours), ...namedDifferences(entry, string, counts)])
}

function namedDifferences(entry: CorpusEntry, string: string, counts: readonly number[]): string[] {
  const key = new TextEncoder().encode(string)
  // A lone surrogate has no UTF-8: such a string cannot be told from its bytes.
  if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(key) !== string) return []
  return Object.entries(NAMED).flatMap(([name, column]) => {
    const partitioner = partitionerByName(name, () => {
      throw new CorpusEntryError('a key was taken for none')
    })
    const partitions = counts.map((partitionCount) => partitioner.partition({ topic: '', key, partitionCount }))
    return differences({ [name]: entry[column] }, { [name]: partitions })
  })
}
