import type { KafkaError } from '@odradek/protocol'

/**
 * Who is told what became of a record: the other end of a `send()`. Of its two methods exactly one is called for each record, once.
 * Calls come from within the cores and must not throw.
 */
export interface RecordReceiver {
  /**
   * The record was acknowledged. `tag` is what the record was appended with; `offset` is -1 where the broker does not say it (acks=0);
   * `timestamp` is the broker's where the topic uses its clock, else the record's own.
   */
  onDelivered(tag: number, partition: number, offset: number, timestamp: number): void
  /** The record was given up. */
  onFailed(tag: number, error: KafkaError): void
  /**
   * Only of a receiver that stands for one record at a time: the record is in a batch, and the group that this gives takes its place. `group` is
   * what the batch was given before.
   */
  joinBatch?(group: ReceiverGroup | undefined): ReceiverGroup
  /** Only of such a receiver: the record has to wait, and the receiver that this gives takes its place. */
  waitAlone?(): RecordReceiver
}

/** The receiver of all those records of a batch whose receivers have joined it. */
export interface ReceiverGroup extends RecordReceiver {
  /** How many have joined; the last one's tag is one less. */
  readonly count: number
}
