// The channels on which clients say what they do for their user, for tracing: the convention of Node's `tracingChannel`, so that both it and
// a plain subscription fit. `@odradek/otel` is made of nothing else.
import { type Channel, channel } from 'node:diagnostics_channel'

/** What the messages of all operations have. One object goes through the channels of an operation: listeners may keep things for it in a WeakMap. */
export interface ClientOperation {
  readonly clientId: string
  /** Set when it failed, before `error` is published. */
  error?: unknown
}

/** A header as it is added to records. */
export interface AddedHeader {
  readonly key: string
  readonly value: string
}

/** A record of a SendOperation: what the user handed in, before it is serialized. */
export interface SentRecord {
  readonly topic?: string | undefined
  readonly key?: unknown
  readonly value?: unknown
  readonly partition?: number | undefined
}

/** Where a record was written. */
export interface SentTo {
  readonly partition: number
  readonly offset: bigint
}

/** One call of a producer: `tracing:odradek:producer:send:start`, then `:error` where it fails, then `:asyncEnd`. */
export interface SendOperation extends ClientOperation {
  /** Undefined where each record has a topic of its own. */
  readonly topic: string | undefined
  readonly records: readonly SentRecord[]
  readonly isBatch: boolean
  /** Written to while `start` is published: each record gets these, in place of those of the same name. */
  readonly addedHeaders: AddedHeader[]
  /** Set before `asyncEnd`, for a call with one record. */
  sentTo?: SentTo
}

/** A record as listeners see it: a ConsumerRecord. */
export interface ReceivedRecord {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly headers: readonly { readonly key: string; readonly value: Uint8Array | null }[]
}

/** A consumer waits for records: `tracing:odradek:consumer:receive:start`, `:error`, `:asyncEnd`. */
export interface ReceiveOperation extends ClientOperation {
  readonly groupId: string | undefined
  /** Set before `asyncEnd`. */
  records: readonly ReceivedRecord[]
}

/** A user's function, or loop, has a record or a batch in hand: `tracing:odradek:consumer:process:start`, `:error`, `:asyncEnd`. */
export interface ProcessOperation extends ClientOperation {
  readonly groupId: string | undefined
  readonly topic: string
  readonly partition: number
  /** One, or those of a batch: decoded anew each time one goes through them. */
  readonly records: Iterable<ReceivedRecord>
  readonly isBatch: boolean
  /** How many they are. */
  readonly count: number
  /** Written to while `start` is published: the user's function is called by this. A loop's body cannot be. */
  run?: (work: () => void | Promise<void>) => void | Promise<void>
}

/** The channels of one kind of operation. */
export class OperationChannel<T extends ClientOperation> {
  readonly #start: Channel
  readonly #error: Channel
  readonly #asyncEnd: Channel

  /** `name` is what `tracingChannel` would be given. */
  constructor(name: string) {
    this.#start = channel(`tracing:${name}:start`)
    this.#error = channel(`tracing:${name}:error`)
    this.#asyncEnd = channel(`tracing:${name}:asyncEnd`)
  }

  /** Whether anybody listens; without, an operation is not to cost anything. */
  get isWatched(): boolean {
    return this.#start.hasSubscribers
  }

  start(operation: T): T {
    this.#start.publish(operation)
    return operation
  }

  end(operation: T): void {
    this.#asyncEnd.publish(operation)
  }

  fail(operation: T, error: unknown): void {
    operation.error = error
    this.#error.publish(operation)
    this.#asyncEnd.publish(operation)
  }
}
