import type { KafkaError } from '@odradek/protocol'

/**
 * Who is told what became of a record: the other end of a `send()`. Of its two methods exactly one is called for each record, once.
 * Calls come from within the cores and must not throw.
 */
export interface RecordReceiver {
  /**
   * The record was acknowledged. `tag` is what the record was appended with; `offset` is -1 where the broker does not say it (acks=0);
   * `logAppendTimeMs` is the broker's timestamp where the topic uses its clock, else -1.
   */
  onDelivered(tag: number, partition: number, offset: number, logAppendTimeMs: number): void
  /** The record was given up. */
  onFailed(tag: number, error: KafkaError): void
}
