// What handlers take and give: a request with its surroundings, and an outcome.
import type { MessageInput } from '@odradek/protocol'
import type { BrokerRecord } from './broker-record.ts'
import type { BrokerState } from './broker-state.ts'

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
  readonly body: Body
}

/** An answer to a request that came earlier. */
export interface Completion {
  readonly requestId: number
  readonly response: object
}

/** A fetch that waits for more bytes. */
export interface DataWait {
  /** The partitions that it waits for, as `partitionKey` names them. */
  readonly partitions: readonly string[]
  /** When to answer with what there is. */
  readonly untilMs: number
}

/**
 * What becomes of a request. `answer`: this response. `later`: a completion follows. `wait`: handle it again when data comes or
 * time is up. `silence`: the client wants no answer. `disconnect`: the connection is closed, as Kafka does it.
 */
export type Reply<Response> =
  | { readonly kind: 'answer'; readonly response: MessageInput<Response> }
  | { readonly kind: 'later' }
  | { readonly kind: 'wait'; readonly wait: DataWait }
  | { readonly kind: 'silence' }
  | { readonly kind: 'disconnect'; readonly reason: string }

/** What a handler gives back: what happens to the request, to the state, and to requests that waited. */
export interface Outcome<Response> {
  readonly reply: Reply<Response>
  readonly records?: readonly BrokerRecord[]
  readonly completions?: readonly Completion[]
}

/** Handles requests of one API: reads the state, changes nothing of what lasts, and says what should change. */
export type Handler<Request, Response> = (
  state: BrokerState,
  request: BrokerRequest<Request>,
  nowMs: number,
) => Outcome<Response>

/** An outcome that answers at once. */
export function answer<Response>(
  response: NoInfer<MessageInput<Response>>,
  records: readonly BrokerRecord[] = [],
): Outcome<Response> {
  return { reply: { kind: 'answer', response }, records }
}

/** The name of a partition among those that fetches wait for. */
export function partitionKey(topicId: string, partition: number): string {
  return `${topicId}/${partition}`
}
