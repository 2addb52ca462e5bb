import type { KafkaError } from '@odradek/protocol'

/** What happens to batches and requests, as plain data: for metrics, logs and listeners. No event holds a key, a value or a secret. */
export type ProducerEvent =
  | {
      readonly type: 'batch-sent'
      readonly topic: string
      readonly partition: number
      readonly records: number
      /** What it takes in the request, and what it took before compression. */
      readonly bytes: number
      readonly uncompressedBytes: number
      /** From its first record until now, in milliseconds. */
      readonly queueTimeMs: number
      /** 0 for the first try. */
      readonly attempt: number
    }
  | {
      readonly type: 'batch-acknowledged'
      readonly topic: string
      readonly partition: number
      readonly records: number
      /** -1 where the broker does not say. */
      readonly baseOffset: number
    }
  | {
      readonly type: 'batch-retried' | 'batch-failed'
      readonly topic: string
      readonly partition: number
      readonly records: number
      readonly error: KafkaError
    }
  | {
      /** They failed before they were in a batch: too large, no metadata or memory in time, no partition, given up while they waited. */
      readonly type: 'records-failed'
      readonly topic: string
      readonly records: number
      /** Why the first of them failed. */
      readonly error: KafkaError
    }
  | { readonly type: 'batch-split'; readonly topic: string; readonly partition: number; readonly records: number }
  | {
      readonly type: 'request-answered'
      readonly nodeId: number
      readonly records: number
      readonly latencyMs: number
      readonly throttleTimeMs: number
    }
