// Records with key and value as the user's deserializers make them, and what to do about those that cannot be read.
import type { ConsumerRecord } from './consumer-record.ts'
import { DeserializationError } from './deserialization-error.ts'
import type { FailureHandler } from './run/record-runner.ts'
import { holdOf, type ShareRecord } from './share/share-record.ts'
import type { ShareFailureVerdict, ShareRunOptions } from './share/share-runner.ts'

/** Makes a value of bytes; null is a record's null. What it throws goes to `onFailure`. */
export type Deserializer<T> = (bytes: Uint8Array | null, record: ConsumerRecord) => T

/** How to read keys and values. */
export interface Deserializers<K, V> {
  readonly key: Deserializer<K>
  readonly value: Deserializer<V>
  /** Decides about records that cannot be read: by default the loop ends with the DeserializationError. */
  readonly onFailure?: FailureHandler
}

/** How to read keys and values of a share group's records. */
export interface ShareDeserializers<K, V> {
  readonly key: Deserializer<K>
  readonly value: Deserializer<V>
  /** Decides about records that cannot be read: by default they are released, and the loop ends with the DeserializationError. */
  readonly onFailure?: NonNullable<ShareRunOptions['onFailure']>
}

/** A record with its key and value read. */
export interface TypedRecord<K, V, R extends ConsumerRecord = ConsumerRecord> {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  /** Milliseconds since 1970; -1 for none. */
  readonly timestamp: number
  readonly key: K
  readonly value: V
  /** The record as it came, with headers and bytes; of a share group, what its word is said of. */
  readonly raw: R
}

/** Reads a record. Throws DeserializationError. */
export function deserialize<K, V, R extends ConsumerRecord>(
  record: R,
  { key, value }: Pick<Deserializers<K, V>, 'key' | 'value'>,
): TypedRecord<K, V, R> {
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
export class TypedIterator<K, V, R extends ConsumerRecord> implements AsyncIterableIterator<
  TypedRecord<K, V, R>,
  undefined
> {
  readonly #records: AsyncIterableIterator<R, undefined>
  readonly #deserializers: Pick<Deserializers<K, V>, 'key' | 'value'>
  readonly #passesOver: (error: unknown, record: R) => Promise<boolean>

  /** `passesOver` is told of a record that cannot be read, and says whether to go on. */
  constructor(
    records: AsyncIterableIterator<R, undefined>,
    with_: Pick<Deserializers<K, V>, 'key' | 'value'>,
    passesOver: (error: unknown, record: R) => Promise<boolean>,
  ) {
    this.#records = records
    this.#deserializers = with_
    this.#passesOver = passesOver
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<TypedRecord<K, V, R>, undefined>> {
    for (;;) {
      const { done, value: record } = await this.#records.next()
      if (done === true) return { done: true, value: undefined }
      try {
        return { done: false, value: deserialize(record, this.#deserializers) }
      } catch (error) {
        if (await this.#passesOver(error, record)) continue
        await this.return()
        throw error
      }
    }
  }

  async return(): Promise<IteratorResult<TypedRecord<K, V, R>, undefined>> {
    await this.#records.return?.()
    return { done: true, value: undefined }
  }
}

/** Typed records of a consumer. */
export function typedRecords<K, V>(
  records: AsyncIterableIterator<ConsumerRecord, undefined>,
  with_: Deserializers<K, V>,
): AsyncIterableIterator<TypedRecord<K, V>, undefined> {
  return new TypedIterator(records, with_, async (error, record) => {
    const verdict = (await with_.onFailure?.(error, record)) ?? 'stop'
    return verdict === 'skip'
  })
}

/** Typed records of a share consumer. */
export function typedShareRecords<K, V>(
  records: AsyncIterableIterator<ShareRecord, undefined>,
  with_: ShareDeserializers<K, V>,
): AsyncIterableIterator<TypedRecord<K, V, ShareRecord>, undefined> {
  return new TypedIterator(records, with_, async (error, record) => {
    const hold = holdOf(record)
    let verdict: ShareFailureVerdict = 'stop'
    try {
      verdict = (await with_.onFailure?.(error, record)) ?? 'stop'
    } finally {
      // What `onFailure` said of the record itself counts; and whoever has lost the lock has nothing to say.
      if (hold.state === 'in-hand') hold.decide(verdicts[verdict])
    }
    return verdict !== 'stop'
  })
}

const verdicts = { release: 'release', reject: 'reject', skip: 'accept', stop: 'release' } as const
