// The promises of a producer's transactions, over the core that speaks with the coordinators.
import type { Clock } from '@odradek/network'
import { type KafkaError, TimeoutError } from '@odradek/protocol'

import type { TransactionManager } from './core/transaction-manager.ts'
import type { ConsumerGroupMetadata, TransactionOffset } from './core/transaction-requests.ts'
import type { TransactionCallback } from './core/transaction-waiters.ts'

type Ending = 'commit' | 'abort'

/** Each call ends within `maxBlockMs`; what it began goes on, and calling again waits for the same end. */
export class ProducerTransactions {
  readonly #manager: TransactionManager
  readonly #clock: Clock
  readonly #maxBlockMs: number
  /** The end that a call gave up waiting for: called again, it is told how it went. */
  #unheard: { readonly ending: Ending; readonly promise: Promise<void> } | undefined

  constructor(manager: TransactionManager, clock: Clock, maxBlockMs: number) {
    this.#manager = manager
    this.#clock = clock
    this.#maxBlockMs = maxBlockMs
  }

  /** Whether there is a transaction that can be aborted. */
  get mayAbort(): boolean {
    return this.#manager.mayAbort
  }

  initialize(): Promise<void> {
    return this.#within(
      'initTransactions',
      this.#promise((done) => this.#manager.initialize(done)),
    )
  }

  async begin(): Promise<void> {
    if (this.#manager.state === 'uninitialized' || this.#manager.state === 'initializing') await this.initialize()
    this.#manager.begin()
    this.#unheard = undefined
  }

  async sendOffsets(offsets: readonly TransactionOffset[], group: ConsumerGroupMetadata): Promise<void> {
    const promise = this.#promise((done) => this.#manager.sendOffsets(offsets, group, done))
    return this.#within('sendOffsetsToTransaction', promise)
  }

  commit(): Promise<void> {
    return this.#end('commit', (done) => this.#manager.commit(done))
  }

  abort(): Promise<void> {
    return this.#end('abort', (done) => this.#manager.abort(done))
  }

  /** The producer closes: waits for what is being ended, aborts what is open. */
  async finish(): Promise<void> {
    const { state, mayAbort } = this.#manager
    if (state === 'committing') await this.commit()
    else if (mayAbort || state === 'aborting') await this.abort()
  }

  /** Waits for nothing any more. */
  giveUp(error: KafkaError): void {
    if (this.#manager.state !== 'ready') this.#manager.onFatalError(error)
  }

  async #end(ending: Ending, start: (done: TransactionCallback) => void): Promise<void> {
    // A call that is refused ends nothing: the end that is unheard of stays what it is.
    const end = this.#unheard?.ending === ending ? this.#unheard : { ending, promise: this.#promise(start) }
    this.#unheard = end
    let isHeard = true
    try {
      await this.#within(`${ending}Transaction`, end.promise)
    } catch (error) {
      isHeard = !TimeoutError.is(error)
      throw error
    } finally {
      if (isHeard && this.#unheard === end) this.#unheard = undefined
    }
  }

  /** Throws what `start` throws. */
  #promise(start: (done: TransactionCallback) => void): Promise<void> {
    let done: TransactionCallback
    const promise = new Promise<void>((resolve, reject) => {
      done = (error) => (error === undefined ? resolve() : reject(error))
    })
    // Whoever waits for it is told; nobody may be waiting any more.
    promise.catch(() => undefined)
    start(done!)
    return promise
  }

  #within(what: string, promise: Promise<void>): Promise<void> {
    const maxBlockMs = this.#maxBlockMs
    const timeout = () => {
      const cause = this.#manager.lastError
      const why = cause === undefined ? '' : `; the last failure was: ${cause.message}`
      const text = `${what} is not done after maxBlockMs (${maxBlockMs}): call it again to go on waiting${why}`
      return new TimeoutError(text, cause === undefined ? {} : { cause })
    }
    return new Promise<void>((resolve, reject) => {
      const timer = this.#clock.setTimer(maxBlockMs, () => reject(timeout()))
      const settle = (call: () => void) => {
        timer.cancel()
        call()
      }
      promise.then(
        () => settle(resolve),
        (error: KafkaError) => settle(() => reject(error)),
      )
    })
  }
}
