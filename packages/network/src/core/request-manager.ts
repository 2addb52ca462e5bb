import type { Api, KafkaError, MessageInput } from '@odradek/protocol'

/**
 * Where a request goes. `any` is the least loaded broker that is known. Each channel of a broker is a connection of its own: a broker
 * answers the requests of one connection one after the other, so a fetch that waits for data would hold up a heartbeat behind it.
 */
export type Destination = 'any' | { readonly nodeId: number; readonly channel: Channel }

/** The connections that a client keeps to one broker. */
export type Channel = 'default' | 'coordinator' | 'fetch'

/** A request that a core wants sent, with what is to happen afterwards. Exactly one of its three callbacks is called, once. */
export interface UnsentRequest<Req = never, Res = never> {
  readonly destination: Destination
  readonly api: Api<Req, Res>
  /** The message, or what makes it once the version is known. */
  readonly request: MessageInput<Req> | ((version: number) => MessageInput<Req>)
  /** Versions to keep to, where the API's own range is too wide. */
  readonly minVersion?: number
  readonly maxVersion?: number
  /** What asks for `minVersion`, for the error where the broker is older: such as `records with headers need Kafka 0.11`. */
  readonly minVersionFor?: string
  /** About how many bytes the request takes, where that is more than a few: so that its buffer is made once, and does not grow. */
  readonly expectedBytes?: number
  /** Time limit from being handed over until the answer, in milliseconds. */
  readonly timeoutMs: number
  /** The broker answered. An error code in the response is data: it is not a failure. */
  onResponse(response: Res, version: number, nowMs: number): void
  /** No answer will come: ConnectionError, TimeoutError, UnsupportedVersionError or AuthenticationError. Whether the broker acted is not known, unless the error says `notSent`. */
  onFailure(error: KafkaError, nowMs: number): void
  /** Set for a request without an answer (Produce with acks=0): called in place of `onResponse` when the bytes are written. */
  onSent?(nowMs: number): void
}

/** A request whose message types do not matter to the one who passes it on. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the types of request and response meet again in the callbacks
export type AnyUnsentRequest = UnsentRequest<any, any>

/** What a core says when it is polled. */
export interface PollResult<Event = never> {
  /** Requests to send now; empty most of the time. */
  readonly requests: readonly AnyUnsentRequest[]
  /** What happened, as plain data, for listeners and logs. */
  readonly events?: readonly Event[]
  /** When to poll again at the latest, in the clock's milliseconds; Infinity: only when something else happens. */
  readonly nextPollAtMs: number
}

/** A core: no I/O, no timers; its inputs are methods named after events, this is its one output. */
export interface RequestManager<Event = never> {
  poll(nowMs: number): PollResult<Event>
}

/** What a core may ask of the connections before it makes a request. */
export interface NodeAvailability {
  /**
   * Whether a request to this broker would be written at once: connected, and below `maxInFlightRequestsPerConnection`.
   * Asking begins to connect where there is no connection and its back-off has passed; the loop polls again when the answer changes.
   */
  canSend(nodeId: number, channel: Channel, nowMs: number): boolean
}
