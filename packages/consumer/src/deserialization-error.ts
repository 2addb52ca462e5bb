import { sayThrown } from '@odradek/network/internal'
import { KafkaError } from '@odradek/protocol'
import type { ConsumerRecord } from './consumer-record.ts'

/** A record's key or value cannot be read by the deserializer that was given. */
export class DeserializationError extends KafkaError {
  override readonly name = 'DeserializationError'
  override readonly code = 'DESERIALIZATION'
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  readonly part: 'key' | 'value'

  constructor(part: 'key' | 'value', { topic, partition, offset }: ConsumerRecord, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : sayThrown(cause)
    super(`the ${part} of ${topic}-${partition} at offset ${offset} cannot be read: ${reason}`, { cause })
    this.topic = topic
    this.partition = partition
    this.offset = offset
    this.part = part
  }
}
