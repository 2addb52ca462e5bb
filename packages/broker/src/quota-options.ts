// The options about quotas.
import type { OptionTable } from '@odradek/network'

/** Quotas to be there from the start: for a user, a client id or both; null stands for all that have none of their own. */
export interface StartQuota {
  /** Without `User:`. */
  readonly user?: string | null
  readonly clientId?: string | null
  /** Bytes of Produce requests per second (`producer_byte_rate`). */
  readonly producerByteRate?: number
  /** Bytes of answers to Fetch per second (`consumer_byte_rate`). */
  readonly consumerByteRate?: number
  /** Time of the broker, in percent (`request_percentage`). */
  readonly requestPercentage?: number
}

/** How much clients may use. */
export interface QuotaOptions {
  /** Whether clients that exceed a quota are told to wait, and not listened to meanwhile. @default false */
  enforceQuotas?: boolean
  /** Quotas from the start. @default [] */
  quotas?: readonly StartQuota[]
  /** How many windows usage is measured over. @default 11 */
  quotaWindowNum?: number
  /** How long each of them is, in seconds. @default 1 */
  quotaWindowSizeSeconds?: number
}

/** All that there is to know about each of them. */
export const quotaOptionTable = {
  enforceQuotas: {
    type: 'boolean',
    default: false,
    importance: 'medium',
    doc: 'Whether clients that exceed a quota are told to wait (throttleTimeMs), and not listened to meanwhile. Kafka always does; unless asked to, this broker only keeps quotas.',
  },
  quotas: {
    type: 'object',
    default: [],
    importance: 'low',
    doc: 'Quotas to be there from the start: { user, clientId, producerByteRate, consumerByteRate, requestPercentage }; null as user or clientId is the default.',
  },
  quotaWindowNum: {
    kafkaName: 'quota.window.num',
    type: 'int',
    default: 11,
    min: 1,
    importance: 'low',
    doc: 'How many windows the usage of a quota is measured over.',
  },
  quotaWindowSizeSeconds: {
    kafkaName: 'quota.window.size.seconds',
    type: 'int',
    default: 1,
    min: 1,
    importance: 'low',
    doc: 'How long each of these windows is, in seconds.',
  },
} satisfies OptionTable<QuotaOptions>
