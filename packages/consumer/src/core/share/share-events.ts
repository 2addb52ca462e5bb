import type { KafkaError } from '@odradek/protocol'
import type { ConsumerEvent } from '../consumer-events.ts'
import type { TopicPartition } from '../topic-partition.ts'

/** What happened to a share consumer, as plain data: for logs and metrics (option `onEvent`). */
export type ShareConsumerEvent =
  | Extract<
      ConsumerEvent,
      {
        type:
          | 'member-state'
          | 'rebalance'
          | 'max-poll-interval-near'
          | 'max-poll-interval-exceeded'
          | 'retry'
          | 'topic-unavailable'
          | 'topic-available'
      }
    >
  /** The partitions that are read from now on; other members may read them too. */
  | { readonly type: 'assigned'; readonly partitions: readonly TopicPartition[] }
  /** What was said of these records did not count: they may be delivered again. */
  | {
      readonly type: 'acknowledge-failed'
      readonly topic: string
      readonly partition: number
      readonly offsets: readonly bigint[]
      readonly error: KafkaError
    }
  /** The locks on so many records are gone, and why: they go to whoever asks for them. */
  | { readonly type: 'locks-lost'; readonly records: number; readonly error: KafkaError }

/** What the cores want of the shell around them. */
export type ShareSignal =
  | { readonly type: 'records-available' }
  | { readonly type: 'failed'; readonly error: KafkaError; readonly fatal: boolean }
  | { readonly type: 'left' }
