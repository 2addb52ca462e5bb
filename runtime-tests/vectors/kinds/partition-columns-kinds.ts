import {
  bytesHashCode,
  crc32Partition,
  fnv1a,
  fnv1aPartition,
  fnv1aReferencePartition,
  scala07Partition,
  scala080Partition,
  scala082Partition,
  stringHashCode,
} from '@odradek/partitioners'

import {
  arrayField,
  base64Field,
  type CaseResult,
  type CorpusEntry,
  type CorpusKind,
  resultOf,
  stringField,
} from '../../../packages/odradek/src/fixtures-check/corpus-entry.ts'
import { differences } from '../../../packages/odradek/src/fixtures-check/difference.ts'
import { partitionerKind } from '../../../packages/odradek/src/fixtures-check/partitioner-kind.ts'

/** `partitioners/bytes`: all columns, those of Kafka's own default by the check of the corpus. */
export const bytesColumnsKind: CorpusKind = {
  name: partitionerKind.name,
  recognises: (entry) => partitionerKind.recognises(entry),
  describe: (entry) => partitionerKind.describe(entry),
  async check(entry): Promise<CaseResult> {
    const result = await partitionerKind.check(entry)
    const found = result.outcome === 'failed' ? result.differences : []
    return resultOf([...found, ...bytesDifferences(entry)])
  },
}

/** `partitioners/strings`: hash codes of strings, and where the three generations of Scala producers sent them. */
export const stringColumnsKind: CorpusKind = {
  name: 'string partitions',
  recognises: (entry) => 'hashCode' in entry && 'string' in entry,
  describe: (entry) => JSON.stringify(entry['string']).slice(0, 60),
  check(entry) {
    const hashCode = stringHashCode(stringField(entry, 'string'))
    const ours = {
      hashCode,
      absPartition: column(entry, (count) => scala082Partition(hashCode, count)),
      maskPartition: column(entry, (count) => scala080Partition(hashCode, count)),
      mathAbsPartition: column(entry, (count) => scala07Partition(hashCode, count)),
    }
    return resultOf(columnDifferences(entry, ours))
  },
}

function bytesDifferences(entry: CorpusEntry): string[] {
  const key = base64Field(entry, 'base64')
  const arraysHashCode = bytesHashCode(key)
  return columnDifferences(entry, {
    arraysHashCode,
    fnv1a: fnv1a(key),
    arraysHashAbsPartition: column(entry, (count) => scala082Partition(arraysHashCode, count)),
    arraysHashMaskPartition: column(entry, (count) => scala080Partition(arraysHashCode, count)),
    crc32Partition: column(entry, (count) => crc32Partition(key, count)),
    fnv1aPartition: column(entry, (count) => fnv1aPartition(key, count)),
    fnv1aReferencePartition: column(entry, (count) => fnv1aReferencePartition(key, count)),
  })
}

function column(entry: CorpusEntry, partition: (count: number) => number): number[] {
  return (arrayField(entry, 'partitionCounts') as readonly number[]).map(partition)
}

function columnDifferences(entry: CorpusEntry, ours: CorpusEntry): string[] {
  return differences(Object.fromEntries(Object.keys(ours).map((name) => [name, entry[name]])), ours)
}
