import type { KafkaError } from '@odradek/protocol'

/** What happens to calls and requests, as plain data: for metrics, logs and listeners. No event holds what a call was given. */
export type AdminEvent =
  | {
      readonly type: 'request-answered' | 'request-failed'
      /** Such as `createTopics`. */
      readonly call: string
      /** Such as `CreateTopics`. */
      readonly api: string
      readonly latencyMs: number
    }
  | {
      /** Some or all of what the call asked for is asked again, after a pause. */
      readonly type: 'retried'
      readonly call: string
      readonly error: KafkaError
    }
  | {
      /** `failed`: the whole call, or some of its items. */
      readonly type: 'call-succeeded' | 'call-failed'
      readonly call: string
      readonly durationMs: number
      readonly error?: KafkaError
    }
