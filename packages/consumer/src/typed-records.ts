// Records with key and value as the user's deserializers make them, and what to do about those that cannot be read.
import type { ConsumerRecord } from './consumer-record.ts'
import { DeserializationError } from './deserialization-error.ts'
import type { FailureHandler } from './run/record-runner.ts'

/** Makes a value of bytes; null is a record's null. What it throws goes to `onFailure`. */
export type Deserializer<T> = (bytes: Uint8Array | null, record: ConsumerRecord) => T

/** How to read keys and values. */
export interface Deserializers<K, V> {
  readonly key: Deserializer<K>
  readonly value: Deserializer<V>
  /** Decides about records that cannot be read: by default the loop ends with the DeserializationError. */
  readonly onFailure?: FailureHandler
}

/** A record with its key and value read. */
export interface TypedRecord<K, V> {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  /** Milliseconds since 1970; -1 for none. */
  readonly timestamp: number
  readonly key: K
  readonly value: V
  /** The record as it came, with headers and bytes. */
  readonly raw: ConsumerRecord
}

/** Reads a record. Throws DeserializationError. */
export function deserialize<K, V>(record: ConsumerRecord, { key, value }: Deserializers<K, V>): TypedRecord<K, V> {
  const { topic, partition, offset, timestamp } = record
  return {
    topic,
    partition,
    offset,
    timestamp,
    key: attempt('key', key, record.key, record),
    value: attempt('value', value, record.value, record),
    raw: record,
  }
}

function attempt<T>(part: 'key' | 'value', read: Deserializer<T>, bytes: Uint8Array | null, record: ConsumerRecord): T {
  try {
    return read(bytes, record)
  } catch (cause) {
    throw new DeserializationError(part, record, cause)
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Deserializers for what most topics hold; each gives null for a record's null. */
export const deserializers = {
  bytes: (bytes: Uint8Array | null): Uint8Array | null => bytes,
  string: (bytes: Uint8Array | null): string | null => (bytes === null ? null : decoder.decode(bytes)),
  json: (bytes: Uint8Array | null): unknown => (bytes === null ? null : JSON.parse(decoder.decode(bytes))),
} as const

/** `for await` over typed records. */
export class TypedIterator<K, V> implements AsyncIterableIterator<TypedRecord<K, V>, undefined> {
  readonly #records: AsyncIterableIterator<ConsumerRecord, undefined>
  readonly #deserializers: Deserializers<K, V>

  constructor(records: AsyncIterableIterator<ConsumerRecord, undefined>, with_: Deserializers<K, V>) {
    this.#records = records
    this.#deserializers = with_
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<TypedRecord<K, V>, undefined>> {
    for (;;) {
      const { done, value: record } = await this.#records.next()
      if (done === true) return { done: true, value: undefined }
      try {
        return { done: false, value: deserialize(record, this.#deserializers) }
      } catch (error) {
        const verdict = (await this.#deserializers.onFailure?.(error, record)) ?? 'stop'
        if (verdict === 'skip') continue
        await this.return()
        throw error
      }
    }
  }

  async return(): Promise<IteratorResult<TypedRecord<K, V>, undefined>> {
    await this.#records.return?.()
    return { done: true, value: undefined }
  }
}
