// What users hand in, and the checks on it.
import { encodeUtf8 } from '@odradek/bytes'
import { UsageError } from '@odradek/protocol'
import type { RecordHeader } from '@odradek/records'

/** A key or value: bytes, a string (sent as UTF-8), or null. */
export type RecordField = string | Uint8Array | null

/** Headers of a record: an object, with an array of values where a key comes several times, or a list of pairs, which keeps any order. */
export type RecordHeaders =
  | Readonly<Record<string, RecordField | readonly RecordField[]>>
  | readonly { readonly key: string; readonly value: RecordField }[]

/** A record for `sendBatch`, whose topic is given once. */
export interface BatchRecord<K = RecordField, V = RecordField> {
  /** Records with the same key go to the same partition, in order. Left out or null: any partition. */
  readonly key?: K | null | undefined
  /** Left out or null: a tombstone, which deletes the key in a compacted topic. */
  readonly value?: V | null | undefined
  readonly headers?: RecordHeaders | undefined
  /** Left out: the partitioner chooses. */
  readonly partition?: number | undefined
  /** Milliseconds since 1970. Left out: now. */
  readonly timestamp?: number | undefined
}

/** A record to be sent. */
export interface ProducerRecord<K = RecordField, V = RecordField> extends BatchRecord<K, V> {
  readonly topic: string
}

/** Checks a topic's name as far as the client must. Throws UsageError. */
export function checkTopic(topic: unknown): asserts topic is string {
  if (typeof topic !== 'string' || topic === '') {
    throw new UsageError(`a record needs the name of its topic, a string that is not empty, not ${shown(topic)}`)
  }
}

/** The key as bytes. Throws UsageError where it is neither bytes, string nor null. */
export function keyBytes(record: BatchRecord, topic: string): Uint8Array | null {
  const { key } = record
  if (key === undefined || key === null || key instanceof Uint8Array) return key ?? null
  if (typeof key === 'string') return encodeUtf8(key)
  throw wrongField('key', key, record, topic)
}

/** The value. Throws UsageError where it is neither bytes, string nor null. */
export function recordValue(record: BatchRecord, topic: string): RecordField {
  const { value } = record
  if (typeof value === 'string' || value === null || value instanceof Uint8Array) return value
  if (value === undefined) return null
  throw wrongField('value', value, record, topic)
}

/** The headers as records carry them; undefined for none. Throws UsageError where a key or value has a wrong type. */
export function recordHeaders(record: BatchRecord, topic: string): RecordHeader[] | undefined {
  const { headers } = record
  if (headers === undefined) return undefined
  const list: RecordHeader[] = []
  if (Array.isArray(headers)) {
    for (const header of headers as readonly { key: unknown; value: unknown }[]) {
      const key: unknown = header?.key
      if (typeof key !== 'string') {
        throw new UsageError(
          `a header of a record for ${where(record, topic)} needs a key, a string, not ${shown(key)}`,
        )
      }
      list.push({ key, value: headerValue(key, header.value, record, topic) })
    }
  } else if (typeof headers === 'object' && headers !== null) {
    for (const [key, value] of Object.entries(headers)) {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      for (const one of values) list.push({ key, value: headerValue(key, one, record, topic) })
    }
  } else
    throw new UsageError(
      `the headers of a record for ${where(record, topic)} must be an object or a list, not ${shown(headers)}`,
    )
  return list.length === 0 ? undefined : list
}

/** The partition that is asked for, -1 for none. Throws UsageError where it is not a whole number of at least 0. */
export function recordPartition(record: BatchRecord, topic: string): number {
  const { partition } = record
  if (partition === undefined) return -1
  if (Number.isInteger(partition) && partition >= 0) return partition
  throw new UsageError(`partition ${shown(partition)} of topic ${topic} cannot be: partitions are whole numbers from 0`)
}

/** The timestamp, `now` where there is none. Throws UsageError where it is not whole milliseconds since 1970. */
export function recordTimestamp(record: BatchRecord, topic: string, nowMs: number): number {
  const { timestamp } = record
  if (timestamp === undefined) return nowMs
  if (Number.isSafeInteger(timestamp) && timestamp >= 0) return timestamp
  throw new UsageError(
    `the timestamp of a record for ${where(record, topic)} must be whole milliseconds since 1970, not ${shown(timestamp)}`,
  )
}

function headerValue(key: string, value: unknown, record: BatchRecord, topic: string): Uint8Array | null {
  if (value === null || value instanceof Uint8Array) return value
  if (typeof value === 'string') return encodeUtf8(value)
  throw wrongField(`header ${key}`, value, record, topic)
}

function wrongField(what: string, value: unknown, record: BatchRecord, topic: string): UsageError {
  return new UsageError(
    `the ${what} of a record for ${where(record, topic)} must be a string, a Uint8Array or null, not ${shown(value)}: serialize it first`,
  )
}

function where({ partition }: BatchRecord, topic: string): string {
  return partition === undefined ? `topic ${topic}` : `${topic}-${String(partition)}`
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 40)}'`
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'a function' : String(value)
  return Array.isArray(value) ? 'an array' : `an object (${value.constructor?.name ?? 'without a class'})`
}
