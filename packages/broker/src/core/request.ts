// What handlers take and give: a request with its surroundings, and an outcome.
import type { MessageInput } from '@odradek/protocol'
import type { BrokerRecord } from './broker-record.ts'
import type { ClientSession } from './security/client-session.ts'

/** A decoded request. */
export interface BrokerRequest<Body> {
  /** The broker's own number for it, by which a later answer finds its way. */
  readonly id: number
  readonly apiKey: number
  readonly version: number
  readonly clientId: string
  /** Where it came from, as Kafka shows it: `/127.0.0.1`. */
  readonly clientHost: string
  /** When it came, by the wall clock. */
  readonly receivedAtMs: number
  /** The connection on which it came; absent where the broker or its owner asks from within. */
  readonly connectionId?: number
  /** Who sent it; absent where the broker or its owner asks from within, who may do everything. */
  readonly session?: ClientSession
  readonly body: Body
}

/** An answer to a request that came earlier. */
export interface Completion {
  readonly requestId: number
  readonly response: object
}

/** How a request waits for partitions to change: for more bytes, or for replicas to have them. */
export interface Wait<Response> {
  /** The partitions that it waits for, as `partitionKey` names them. */
  readonly partitions: readonly string[]
  /** When its time is up. */
  readonly untilMs: number
  /** Others are answered with it: it goes on where its own client is gone. */
  readonly isForOthers?: boolean
  /**
   * Called whenever one of the partitions has changed, and with `isLate` once when time is up, which must end it. Undefined: it goes on
   * waiting, as it does.
   */
  readonly tryAgain: (nowMs: number, isLate: boolean) => Outcome<Response> | undefined
}

/**
 * What becomes of a request. `answer`: this response. `later`: a completion follows. `wait`: tried again when partitions
 * change or time is up. `silence`: the client wants no answer. `disconnect`: the connection is closed, as Kafka does it.
 */
export type Reply<Response> =
  | { readonly kind: 'answer'; readonly response: MessageInput<Response> }
  | { readonly kind: 'later' }
  | { readonly kind: 'wait'; readonly wait: Wait<Response> }
  | { readonly kind: 'silence' }
  | { readonly kind: 'disconnect'; readonly reason: string }

/** What a handler gives back: what happens to the request, to the state, and to requests that waited. */
export interface Outcome<Response> {
  readonly reply: Reply<Response>
  readonly records?: readonly BrokerRecord[]
  readonly completions?: readonly Completion[]
}

/** An outcome that answers at once. */
export function answer<Response>(
  response: NoInfer<MessageInput<Response>>,
  records: readonly BrokerRecord[] = [],
): Outcome<Response> {
  return { reply: { kind: 'answer', response }, records }
}

/** The name of a partition among those that requests wait for. */
export function partitionKey(topicId: string, partition: number): string {
  return `${topicId}/${partition}`
}
