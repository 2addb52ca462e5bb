// `shareConsumer.run`: works on several records at once. A record is accepted when its handler has ended; its lock is renewed meanwhile.
import { UsageError } from '@odradek/protocol'
import type { ShareCore } from '../core/share/share-core.ts'
import type { ShareDelivery } from './share-delivery.ts'
import { holdOf, type ShareRecord } from './share-record.ts'

/** Works on one record; `record.signal` is aborted when its lock is lost. What it throws, or rejects with, goes to `onFailure`. */
export type ShareRecordHandler = (record: ShareRecord) => void | Promise<void>

/**
 * What to do about a record whose handler failed: `release`: it may be delivered again; `reject`: it is given up; `skip`: it counts as
 * handled; `stop`: it is released, and `run` ends with the error.
 */
export type ShareFailureVerdict = 'release' | 'reject' | 'skip' | 'stop'

/** How `run` works. */
export interface ShareRunOptions {
  /** Handlers that may run at once. @default 1 */
  readonly concurrency?: number
  /** Decides about records whose handler failed; by default `run` ends with the error. */
  readonly onFailure?: (error: unknown, record: ShareRecord) => ShareFailureVerdict | Promise<ShareFailureVerdict>
  /** Ends `run` when it is aborted: no handler is begun any more, and those that run are waited for. */
  readonly signal?: AbortSignal
}

/** See the head of the file. */
export class ShareRunner {
  readonly #delivery: ShareDelivery
  readonly #core: ShareCore
  readonly #wakeup: () => void
  readonly #handler: ShareRecordHandler
  readonly #options: ShareRunOptions
  readonly #concurrency: number
  /** Records whose handlers run, in the order in which they began. */
  readonly #working = new Set<ShareRecord>()
  #isStopped = false
  #failure: { readonly error: unknown } | undefined
  /** Called when a handler has ended. */
  #onEnded: (() => void) | undefined

  constructor(
    { delivery, core, wakeup }: { delivery: ShareDelivery; core: ShareCore; wakeup: () => void },
    handler: ShareRecordHandler,
    options: ShareRunOptions,
  ) {
    const { concurrency = 1 } = options
    if (!Number.isSafeInteger(concurrency) || concurrency < 1)
      throw new UsageError(`concurrency is ${concurrency}: it must be a whole number of 1 or more`)
    this.#delivery = delivery
    this.#core = core
    this.#wakeup = wakeup
    this.#handler = handler
    this.#options = options
    this.#concurrency = concurrency
  }

  /** Works until the consumer closes, the signal is aborted, or a handler or the consumer fails; then what has begun is waited for. */
  async run(): Promise<void> {
    this.#delivery.enter(this)
    const { signal } = this.#options
    const stop = () => this.#stop()
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    this.#core.activity.oldestInWork = () => this.#working.values().next().value
    try {
      await this.#takeUntilStopped()
      while (this.#working.size > 0) await this.#ended()
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#core.activity.oldestInWork = undefined
      this.#delivery.leave(this)
    }
    if (this.#failure !== undefined) throw this.#failure.error
  }

  async #takeUntilStopped(): Promise<void> {
    try {
      while (!this.#isStopped) {
        if (this.#working.size >= this.#concurrency) {
          await this.#ended()
          continue
        }
        const record = await this.#delivery.takeFreely(this)
        if (record === undefined) break
        void this.#work(record)
      }
    } catch (error) {
      this.#fail(error)
    }
  }

  #stop(): void {
    this.#isStopped = true
    this.#delivery.interrupt(this)
  }

  async #ended(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#onEnded = resolve
    })
  }

  async #work(record: ShareRecord): Promise<void> {
    const hold = holdOf(record)
    const { activity } = this.#core
    this.#working.add(record)
    hold.isKept = true
    activity.phase = 'handling'
    activity.partitionKey = undefined
    const verdict = await this.#verdictOn(record)
    hold.isKept = false
    // What the handler said itself counts; and whoever has lost the lock has nothing to say.
    if (hold.state === 'in-hand') hold.decide(verdict)
    this.#working.delete(record)
    activity.asks++
    if (this.#working.size === 0) activity.phase = 'waiting'
    this.#onEnded?.()
    this.#wakeup()
  }

  async #verdictOn(record: ShareRecord): Promise<'accept' | 'release' | 'reject'> {
    try {
      await this.#handler(record)
      return 'accept'
    } catch (error) {
      return this.#onFailure(error, record)
    }
  }

  async #onFailure(error: unknown, record: ShareRecord): Promise<'accept' | 'release' | 'reject'> {
    try {
      const verdict = (await this.#options.onFailure?.(error, record)) ?? 'stop'
      if (verdict === 'skip') return 'accept'
      if (verdict !== 'stop') return verdict
      this.#fail(error)
    } catch (secondError) {
      this.#fail(secondError)
    }
    return 'release'
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#stop()
  }
}
