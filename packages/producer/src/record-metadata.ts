/** Where a record was written. */
export interface RecordMetadata {
  readonly topic: string
  readonly partition: number
  /** Its offset in the partition; -1n with `acks: 0`, where the broker does not say. */
  readonly offset: bigint
  /** Milliseconds since 1970: the record's own, or the broker's where the topic has `message.timestamp.type=LogAppendTime`. */
  readonly timestamp: number
}
