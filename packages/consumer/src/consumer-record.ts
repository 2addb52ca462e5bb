import type { KafkaRecord, RecordHeader } from '@odradek/records'

/**
 * A record as the consumer gives it out. `key` and `value` are views on the fetched bytes: copy them (`slice()`) where they are to
 * outlive the handler for long, else they keep the whole answer in memory.
 */
export class ConsumerRecord {
  readonly topic: string
  readonly partition: number
  /** Milliseconds since 1970; -1 for none. */
  readonly timestamp: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly #record: KafkaRecord
  readonly #baseOffset: bigint

  /** `baseOffset`: what the record's offset delta counts from. */
  constructor(topic: string, partition: number, baseOffset: bigint, record: KafkaRecord) {
    this.topic = topic
    this.partition = partition
    this.#baseOffset = baseOffset
    this.timestamp = record.timestamp
    this.key = record.key
    this.value = record.value
    this.#record = record
  }

  /** The record's place in its partition. A sum that is done when it is asked for: most loops never look. */
  get offset(): bigint {
    return this.#baseOffset + BigInt(this.#record.offsetDelta)
  }

  /** Epoch of the leader that wrote it; -1 where it is not known. */
  get leaderEpoch(): number {
    return this.#record.batch.partitionLeaderEpoch
  }

  /** In their order; a key may occur more than once. Decoded anew at each call. */
  get headers(): RecordHeader[] {
    return this.#record.headers
  }
}
