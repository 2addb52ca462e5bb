// Hands the records of a share group out, one at a time or many: what is with the user, what the user waits for, and what is to be thrown.
import type { Clock } from '@odradek/network'
import { type KafkaError, UsageError } from '@odradek/protocol'
import type { HeldRecord } from '../core/share/held-record.ts'
import type { ShareCore } from '../core/share/share-core.ts'
import { oneLoopError } from '../one-loop-error.ts'
import { holdOf, type ShareRecord } from './share-record.ts'

/** What ShareDelivery works with. */
export interface ShareDeliveryOptions {
  readonly core: ShareCore
  readonly clock: Clock
  /** Runs the client's loop soon. */
  readonly wakeup: () => void
  /** Whether a record of which nothing was said counts as accepted when the next one is asked for. */
  readonly acceptsImplicitly: boolean
  readonly maxPollRecords: number
}

interface Waiter {
  readonly owner: object
  /** Gives the user something, where there is something; says whether it did. */
  attempt(): boolean
  end(): void
  fail(error: unknown): void
}

const done = { done: true, value: undefined } as const

/** See the head of the file. */
export class ShareDelivery {
  readonly #options: ShareDeliveryOptions
  readonly #core: ShareCore
  /** Given out by an iterator or `poll`, and not acknowledged when it was last looked at. */
  #inHand: HeldRecord[] = []
  /** By `poll`: who polls and closes does one after the other, there is no handler to wait for. */
  #isPolled = false
  #waiter: Waiter | undefined
  /** The `run` that takes records now. */
  #runner: object | undefined
  #failure: { readonly error: KafkaError; readonly fatal: boolean } | undefined
  #isEnded = false
  #sinceTurn = 0

  constructor(options: ShareDeliveryOptions) {
    this.#options = options
    this.#core = options.core
  }

  /** For `for await`. */
  async next(owner: object): Promise<IteratorResult<ShareRecord, undefined>> {
    const { done: isDone, value } = await this.#next(owner, 1, false)
    return isDone === true ? done : { done: false, value: value[0]! }
  }

  /** Up to `maxRecords` records, as soon as there is one; none where none comes within `timeoutMs`, or when the consumer closes. */
  async poll(owner: object, maxRecords: number, timeoutMs: number): Promise<ShareRecord[]> {
    const next = this.#next(owner, maxRecords, true)
    const timer = this.#options.clock.setTimer(timeoutMs, () => {
      if (this.#waiter?.owner !== owner) return
      this.interrupt(owner)
      this.#core.activity.endWait()
    })
    try {
      return (await next).value ?? []
    } finally {
      timer.cancel()
    }
  }

  /** A `run` begins, and ends with `leave`. Throws UsageError where there is one, or a loop waits. */
  enter(runner: object): void {
    if (this.#runner !== undefined || this.#waiter !== undefined) throw oneLoopError()
    this.#runner = runner
  }

  /** A record for whoever acknowledges it alone; waits for one. Undefined when the consumer closes, or the wait was interrupted. */
  async takeFreely(owner: object): Promise<ShareRecord | undefined> {
    if (this.#isEnded) return undefined
    this.#isPolled = false
    const result = await this.#wait(owner, 1, false)
    return result.done === true ? undefined : result.value[0]
  }

  /** Ends the wait of this owner. */
  interrupt(owner: object): void {
    if (this.#waiter?.owner === owner) this.#takeWaiter()?.end()
  }

  /** Accepts what is with the user and of which nothing was said, where that is what the user wants. */
  settleInHand(): void {
    const undecided = this.#undecided()
    this.#inHand = []
    if (this.#options.acceptsImplicitly) for (const record of undecided) record.decide('accept')
    else this.#inHand = undecided
  }

  /** To be thrown at whoever asks: once, or for ever where it is fatal. */
  fail(error: KafkaError, fatal: boolean): void {
    if (this.#failure?.fatal) return
    this.#failure = { error, fatal }
    this.serve()
  }

  /** Iteration ends with the next that is asked for. */
  end(): void {
    this.#isEnded = true
    if (this.#isPolled || this.#core.activity.phase !== 'handling') this.stopWaitingForHandler()
    this.#takeWaiter()?.end()
  }

  /** Iteration may begin again. */
  reopen(): void {
    this.#isEnded = false
    this.#inHand = []
    if (!this.#failure?.fatal) this.#failure = undefined
  }

  /** The loop of this iterator has ended. */
  leave(owner: object): void {
    this.interrupt(owner)
    if (this.#runner !== undefined && this.#runner !== owner) return
    this.#runner = undefined
    this.stopWaitingForHandler()
  }

  /** What is with the user is not waited for. */
  stopWaitingForHandler(): void {
    this.#core.activity.phase = 'away'
    this.#options.wakeup()
  }

  /** Something has changed: gives whoever waits what is there. */
  serve(): void {
    const waiter = this.#waiter
    if (waiter === undefined) return
    this.#sinceTurn = 0
    try {
      this.#throwFailure()
      if (waiter.attempt()) this.#takeWaiter()
    } catch (error) {
      this.#takeWaiter()
      // Where handlers of run work meanwhile, the way out of the group waits for them still.
      if (this.#core.activity.phase === 'waiting') this.#core.activity.phase = 'away'
      waiter.fail(error)
    }
  }

  #next(owner: object, maxRecords: number, isPolled: boolean): Promise<IteratorResult<ShareRecord[], undefined>> {
    if (this.#isEnded) {
      if (this.#core.activity.phase === 'handling') this.settleInHand()
      this.stopWaitingForHandler()
      return Promise.resolve(done)
    }
    if (this.#waiter !== undefined || this.#runner !== undefined) return Promise.reject(oneLoopError())
    this.#isPolled = isPolled
    this.settleInHand()
    if (this.#inHand.length > 0) {
      const { offset, source } = this.#inHand[0]!
      const text = `with shareAcknowledgementMode 'explicit' each record is acknowledged before the next is asked for: say what becomes of the one at offset ${offset} of ${source.key}`
      return Promise.reject(new UsageError(text))
    }
    return this.#wait(owner, maxRecords, true)
  }

  #wait(owner: object, maxRecords: number, isInHand: boolean): Promise<IteratorResult<ShareRecord[], undefined>> {
    const { activity, membership, buffer } = this.#core
    const { clock, wakeup, maxPollRecords } = this.#options
    activity.asks++
    if (activity.phase !== 'handling' || isInHand) activity.phase = 'waiting'
    buffer.isWanted = true
    membership.join(clock.nowMs())
    wakeup()
    return new Promise((resolve, reject) => {
      this.#waiter = {
        owner,
        attempt: () => {
          const records = this.#take(maxRecords, isInHand)
          if (records.length > 0) resolve({ done: false, value: records })
          return records.length > 0
        },
        end: () => resolve(done),
        fail: reject,
      }
      if (this.#failure === undefined && buffer.isEmpty) return
      // Promises that are fulfilled already never let the event loop do anything else: heartbeats and sockets would wait for ever.
      if (++this.#sinceTurn >= maxPollRecords) clock.nextTurn(() => this.serve())
      else this.serve()
    })
  }

  #take(maxRecords: number, isInHand: boolean): ShareRecord[] {
    const { activity } = this.#core
    const nowMs = this.#options.clock.nowMs()
    const records: ShareRecord[] = []
    while (records.length < maxRecords) {
      const record = this.#tryNext(nowMs, records.length === 0)
      if (record === undefined) break
      records.push(record)
    }
    if (records.length === 0) return records
    if (isInHand) {
      this.#inHand = records.map(holdOf)
      activity.phase = 'handling'
      activity.partitionKey = undefined
    }
    return records
  }

  #tryNext(nowMs: number, isFirst: boolean): ShareRecord | undefined {
    try {
      return this.#core.buffer.next(nowMs)
    } catch (error) {
      if (isFirst) throw error
      // What was taken before it is good: the error comes with the next call.
      this.#failure ??= { error: error as KafkaError, fatal: false }
      return undefined
    }
  }

  #undecided(): HeldRecord[] {
    return this.#inHand.filter(({ state }) => state === 'in-hand')
  }

  #throwFailure(): void {
    const failure = this.#failure
    if (failure === undefined) return
    if (!failure.fatal) this.#failure = undefined
    throw failure.error
  }

  #takeWaiter(): Waiter | undefined {
    const waiter = this.#waiter
    this.#waiter = undefined
    this.#core.buffer.isWanted = false
    return waiter
  }
}
