import { decodeUtf8 } from '@odradek/bytes'
import type { KafkaRecord, RecordHeader } from '@odradek/records'

/** A record as a broker holds it. */
export class StoredRecord {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  /** Milliseconds since 1970. */
  readonly timestamp: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly headers: readonly RecordHeader[]

  constructor(topic: string, partition: number, record: KafkaRecord) {
    this.topic = topic
    this.partition = partition
    this.offset = record.offset
    this.timestamp = record.timestamp
    this.key = record.key
    this.value = record.value
    this.headers = record.headers
  }

  /** The key as UTF-8. */
  get keyText(): string | null {
    return this.key === null ? null : decodeUtf8(this.key)
  }

  /** The value as UTF-8. */
  get valueText(): string | null {
    return this.value === null ? null : decodeUtf8(this.value)
  }
}
