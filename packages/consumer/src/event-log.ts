// What happens to a consumer, for listeners that did not make it: diagnostics channels and a logger.
import { channel } from 'node:diagnostics_channel'
import type { ConsumerEvent } from './core/consumer-events.ts'

/** Where a client writes what happens: `console` is one, and so are pino and winston. */
export interface Logger {
  debug(message: string, details: object): void
  info(message: string, details: object): void
  warn(message: string, details: object): void
  error(message: string, details: object): void
}

/** Each event is published on a channel of its own, `odradek:consumer:assigned` and so on, as `{ clientId, groupId, event }`. */
const CHANNEL_PREFIX = 'odradek:consumer:'

const levels: Readonly<Record<ConsumerEvent['type'], keyof Logger>> = {
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
}

/** Writes an event to its channel and to the logger, if there is one. */
export function publishEvent(
  event: ConsumerEvent,
  { clientId, groupId, logger }: { clientId: string; groupId?: string | undefined; logger?: Logger | undefined },
): void {
  const listeners = channel(CHANNEL_PREFIX + event.type)
  if (listeners.hasSubscribers) listeners.publish({ clientId, groupId, event })
  logger?.[levels[event.type]](
    `consumer ${clientId}${groupId === undefined ? '' : ` of ${groupId}`}: ${event.type}`,
    event,
  )
}
