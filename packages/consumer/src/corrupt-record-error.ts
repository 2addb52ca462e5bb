import { KafkaError } from '@odradek/protocol'

/**
 * A record batch cannot be read: its checksum does not hold, or its bytes are not what the format says (`cause` tells). The position
 * stays before it: asking again fetches it again.
 */
export class CorruptRecordError extends KafkaError {
  override readonly name = 'CorruptRecordError'
  override readonly code = 'CORRUPT_RECORD'
  readonly topic: string
  readonly partition: number
  /** Where the batch begins, or the offset that was asked for where that cannot be read. */
  readonly offset: bigint

  constructor(topic: string, partition: number, offset: bigint, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`the records of ${topic}-${partition} at offset ${offset} cannot be read: ${why}`, { cause })
    this.topic = topic
    this.partition = partition
    this.offset = offset
  }
}
