// Record batches as producers send them.
import { encodeUtf8 } from '@odradek/bytes'
import { RecordBatchBuilder, type RecordBatchOptions } from '@odradek/records'

export interface TestRecord {
  readonly key?: string | null
  readonly value?: string | null
  readonly timestamp?: number
}

export const T0 = 1_767_225_600_000

/** One batch of these records; a record given as text has that value. */
export function batchOf(records: readonly (string | TestRecord)[], options: RecordBatchOptions = {}): Uint8Array {
  const builder = new RecordBatchBuilder()
  for (const record of records) {
    const {
      key = null,
      value = null,
      timestamp = T0,
    }: TestRecord = typeof record === 'string' ? { value: record } : record
    builder.append(timestamp, key === null ? null : encodeUtf8(key), value === null ? null : encodeUtf8(value), [])
  }
  return builder.build(options)
}
