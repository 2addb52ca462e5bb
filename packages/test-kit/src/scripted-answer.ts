import type { MessageInput } from '@odradek/protocol'

/** An answer that comes later. */
export class DelayedAnswer<Answer> {
  readonly delayMs: number
  readonly answer: Answer

  constructor(delayMs: number, answer: Answer) {
    this.delayMs = delayMs
    this.answer = answer
  }
}

/** Bytes in place of an answer, as they are: no size, no header is added. */
export class RawAnswer {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** A response, `drop` (never answered; the answers after it come all the same), `disconnect`, or raw bytes. */
export type ImmediateAnswer<Res> = MessageInput<Res> | 'drop' | 'disconnect' | RawAnswer

/** What a handler of a ScriptedBroker gives back. */
export type ScriptedAnswer<Res> = ImmediateAnswer<Res> | DelayedAnswer<ImmediateAnswer<Res>>

/** Gives an answer after `delayMs` of the fake clock; Infinity: never, and nothing after it on this connection either. */
export function delayed<Answer>(delayMs: number, answer: Answer): DelayedAnswer<Answer> {
  return new DelayedAnswer(delayMs, answer)
}

/** Sends these bytes in place of an answer. */
export function rawAnswer(bytes: Uint8Array): RawAnswer {
  return new RawAnswer(bytes)
}

/** A request as a ScriptedBroker got it. */
export interface ReceivedRequest<Req = unknown> {
  readonly apiKey: number
  readonly apiName: string
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  readonly request: Req
  /** When, by the fake clock. */
  readonly atMs: number
  /** Counts the connections of this broker from 0 on. */
  readonly connection: number
}

/** Answers requests of one API. */
export type ScriptedHandler<Req, Res> = (
  request: Req,
  version: number,
  received: ReceivedRequest<Req>,
) => ScriptedAnswer<Res>
