// Who asked for a subscription to metrics, and when they may ask or push again (KIP-714, Kafka's ClientMetricsManager).
import { crc32c, encodeUuid } from '@odradek/bytes'

/** What a client is to send, and how often. */
export interface Subscription {
  readonly subscriptionId: number
  readonly pushIntervalMs: number
  readonly metrics: readonly string[]
}

interface TelemetryClient {
  subscription: Subscription
  lastGetMs: number
  lastPushMs: number
  isTerminating: boolean
  /** Kafka lets a client ask at once after it was told that its subscription is gone. */
  mayAskAgain: boolean
}

/** Kafka's cache holds as many. */
const MOST_CLIENTS = 16_384
const encoder = new TextEncoder()

/** The clients that have asked; the ones that were silent for longest are forgotten first. */
export class TelemetryClients {
  readonly #clients = new Map<string, TelemetryClient>()

  /** A client asks what to send. False: it asks too often. */
  onGet(clientInstanceId: string, subscription: Subscription, nowMs: number): boolean {
    const client = this.#take(clientInstanceId, subscription)
    const isTooEarly = nowMs - client.lastGetMs < subscription.pushIntervalMs && !client.mayAskAgain
    const isNew = client.subscription.subscriptionId !== subscription.subscriptionId
    if (isTooEarly && !isNew) return false
    client.subscription = subscription
    client.lastGetMs = nowMs
    client.mayAskAgain = false
    return true
  }

  /** A client pushes. `too-often`, or after it said that it ends: `ended`. */
  onPush(
    clientInstanceId: string,
    subscription: Subscription,
    subscriptionId: number,
    terminating: boolean,
    nowMs: number,
  ) {
    const client = this.#take(clientInstanceId, subscription)
    if (client.isTerminating) return 'ended'
    const isTooEarly = nowMs - client.lastPushMs < client.subscription.pushIntervalMs
    if (isTooEarly && !terminating) return 'too-often'
    client.lastPushMs = nowMs
    client.isTerminating = terminating
    client.mayAskAgain = subscriptionId !== subscription.subscriptionId
    return client.mayAskAgain ? 'unknown-subscription' : 'taken'
  }

  #take(clientInstanceId: string, subscription: Subscription): TelemetryClient {
    const known = this.#clients.get(clientInstanceId)
    const client = known ?? {
      subscription,
      lastGetMs: -Infinity,
      lastPushMs: -Infinity,
      isTerminating: false,
      mayAskAgain: false,
    }
    this.#clients.delete(clientInstanceId)
    this.#clients.set(clientInstanceId, client)
    if (this.#clients.size > MOST_CLIENTS) this.#clients.delete(this.#clients.keys().next().value!)
    return client
  }
}

/** The number that Kafka gives to what a client is to send: it changes when that changes. */
export function subscriptionIdOf(clientInstanceId: string, metrics: readonly string[], pushIntervalMs: number): number {
  const checksum = crc32c(encoder.encode(`[${metrics.join(', ')}]${pushIntervalMs}`))
  const uuid = new Uint8Array(16)
  encodeUuid(clientInstanceId, uuid)
  const view = new DataView(uuid.buffer)
  // Java's hash of a UUID: all its 32-bit words, one over the other.
  const hash = view.getInt32(0) ^ view.getInt32(4) ^ view.getInt32(8) ^ view.getInt32(12)
  return checksum ^ hash
}
