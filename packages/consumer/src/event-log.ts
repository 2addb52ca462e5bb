// What happens to a consumer, for listeners that did not make it: diagnostics channels and a logger.
import { channel } from 'node:diagnostics_channel'
import type { Clock } from '@odradek/network'
import { type NetworkClient, TroubleLog } from '@odradek/network/internal'
import { KafkaError } from '@odradek/protocol'
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

/** The options of a client that say who is told, and of whom. */
interface Told<E> {
  readonly clientId: string
  readonly groupId?: string | undefined
  readonly logger?: Logger | undefined
  readonly onEvent?: ((event: E) => void) | undefined
}

/** Tells what happens to a client to those who listen. What they throw comes out of the client's loop, and stops nothing. */
export class EventLog<E extends ConsumerEvent | ShareConsumerEvent> {
  readonly #told: Told<E>
  readonly #channelPrefix: string
  readonly #who: string
  readonly #onThrown: (error: KafkaError) => void

  constructor(client: 'consumer' | 'share consumer', told: Told<E>, onThrown: (error: KafkaError) => void) {
    this.#told = told
    this.#channelPrefix = client === 'consumer' ? CHANNEL_PREFIX : SHARE_CHANNEL_PREFIX
    this.#who = `${client} ${told.clientId}${told.groupId === undefined ? '' : ` of ${told.groupId}`}`
    this.#onThrown = onThrown
  }

  /** Writes an event to its channel and to the logger, and gives it to `onEvent`. */
  tell(event: E): void {
    const { clientId, groupId, logger, onEvent } = this.#told
    try {
      const listeners = channel(this.#channelPrefix + event.type)
      if (listeners.hasSubscribers) listeners.publish({ clientId, groupId, event })
      logger?.[levels[event.type]](`${this.#who}: ${inWords(event)}`, event)
      onEvent?.(event)
    } catch (cause) {
      this.#onThrown(new KafkaError(`the function onEvent or the logger threw at ${event.type}`, { cause }))
    }
  }

  /** Has the logger hear of connections that are lost or cannot be made. */
  tellOfTrouble(network: NetworkClient, clock: Clock): void {
    const { logger } = this.#told
    if (logger === undefined) return
    const log = new TroubleLog((level, text, error) => {
      try {
        logger[level](`${this.#who}: ${text}`, { error })
      } catch (cause) {
        this.#onThrown(new KafkaError('the logger threw when it was told of a broker', { cause }))
      }
    })
    log.follow(network, clock)
  }
}

/** Not every logger writes details out. */
function inWords(event: ConsumerEvent | ShareConsumerEvent): string {
  if (event.type !== 'topic-unavailable' && event.type !== 'topic-available') return event.type
  const { type, topic, partition } = event
  const place = partition === undefined ? topic : `${topic}-${partition}`
  return type === 'topic-available' ? `${type}: ${place}` : `${type}: ${place}: ${event.error.message}`
}
