import type { RecordField } from './producer-record.ts'

/** What a serializer is told besides the value. */
export interface SerializerContext {
  readonly topic: string
  readonly field: 'key' | 'value'
}

/** Turns a key or value into bytes, a string (sent as UTF-8) or null. What it throws fails the record, with a UsageError around it. */
export type Serializer<T> = (value: T, context: SerializerContext) => RecordField
