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

/** The receiver of all those records of a batch whose receivers have joined it. Their tags are numbers from 0, in the order of the records. */
export interface ReceiverGroup {
  /** How many have joined; the last one's tag is one less. */
  readonly count: number
  /** Records of the group that follow each other were acknowledged. */
  onRunDelivered(run: DeliveredRun): void
  /** The record was given up. */
  onFailed(tag: number, error: KafkaError): void
}

/** Records of a group that follow each other in a batch and were acknowledged together. */
export interface DeliveredRun {
  /** The first one's tag; each further one's is one more. */
  readonly firstTag: number
  readonly count: number
  readonly partition: number
  /** The first one's offset; -1 where the broker does not say it (acks=0). */
  readonly baseOffset: number
  /** The timestamps that the records were sent with: the first one's is at `start`. */
  readonly timestamps: readonly number[]
  readonly start: number
  /** The timestamp of all where the topic uses the broker's clock, else -1. */
  readonly logAppendTimeMs: number
}
