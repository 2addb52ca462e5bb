import type { KafkaError } from '@odradek/protocol'

/** Called when what was asked for is done, or cannot be. */
export type TransactionCallback = (error?: KafkaError) => void

/** Who waits for the state to be left that is being worked on. */
export class TransactionWaiters {
  #waiters: TransactionCallback[] = []

  add(done: TransactionCallback): void {
    this.#waiters.push(done)
  }

  /** The state has been left, with `error` for an end that is none. Who is told may wait for the next one at once. */
  settle(error?: KafkaError): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const done of waiters) done(error)
  }
}
