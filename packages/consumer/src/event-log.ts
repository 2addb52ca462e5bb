// What happens to a consumer, for listeners that did not make it: diagnostics channels and a logger.
import { channel } from 'node:diagnostics_channel'
import type { ConsumerEvent } from './core/consumer-events.ts'
import type { ShareConsumerEvent } from './core/share/share-events.ts'

/** Where a client writes what happens: `console` is one, and so are pino and winston. */
export interface Logger {
  debug(message: string, details: object): void
  info(message: string, details: object): void
  warn(message: string, details: object): void
  error(message: string, details: object): void
}

/** Each event is published on a channel of its own, `odradek:consumer:assigned` and so on, as `{ clientId, groupId, event }`. */
const CHANNEL_PREFIX = 'odradek:consumer:'
const SHARE_CHANNEL_PREFIX = 'odradek:share-consumer:'

const levels: Readonly<Record<ConsumerEvent['type'] | ShareConsumerEvent['type'], keyof Logger>> = {
  'member-state': 'debug',
  rebalance: 'info',
  'max-poll-interval-near': 'warn',
  'max-poll-interval-exceeded': 'error',
  stalled: 'warn',
  assigned: 'info',
  revoked: 'info',
  lost: 'warn',
  'commit-failed': 'warn',
  'offset-reset': 'info',
  'log-truncated': 'warn',
  retry: 'debug',
  'topic-unavailable': 'warn',
  'topic-available': 'info',
  'acknowledge-failed': 'warn',
  'locks-lost': 'warn',
}

interface Told {
  readonly clientId: string
  readonly groupId?: string | undefined
  readonly logger?: Logger | undefined
}

/** Writes an event to its channel and to the logger, if there is one. */
export function publishEvent(event: ConsumerEvent, told: Told): void {
  publish(CHANNEL_PREFIX, 'consumer', event, told)
}

/** The same for a share consumer. */
export function publishShareEvent(event: ShareConsumerEvent, told: Told): void {
  publish(SHARE_CHANNEL_PREFIX, 'share consumer', event, told)
}

function publish(
  prefix: string,
  who: string,
  event: ConsumerEvent | ShareConsumerEvent,
  { clientId, groupId, logger }: Told,
): void {
  const listeners = channel(prefix + event.type)
  if (listeners.hasSubscribers) listeners.publish({ clientId, groupId, event })
  logger?.[levels[event.type]](
    `${who} ${clientId}${groupId === undefined ? '' : ` of ${groupId}`}: ${inWords(event)}`,
    event,
  )
}

/** Not every logger writes details out. */
function inWords(event: ConsumerEvent | ShareConsumerEvent): string {
  if (event.type !== 'topic-unavailable' && event.type !== 'topic-available') return event.type
  const { type, topic, partition } = event
  const place = partition === undefined ? topic : `${topic}-${partition}`
  return type === 'topic-available' ? `${type}: ${place}` : `${type}: ${place}: ${event.error.message}`
}
