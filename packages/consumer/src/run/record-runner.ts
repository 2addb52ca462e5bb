// `consumer.run`: takes records from the buffer and works on several at once, in the order that was asked for.
import { crc32c } from '@odradek/bytes'
import type { Clock } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import type { ConsumerRecord } from '../consumer-record.ts'
import type { ConsumerCore } from '../core/consumer-core.ts'
import type { AssignedPartition } from '../core/offsets/subscription-state.ts'
import type { TopicPartition } from '../core/topic-partition.ts'
import { topicPartitionKey } from '../core/topic-partition.ts'
import type { Delivery } from '../delivery.ts'
import { isThenable } from '../is-thenable.ts'
import { type Lane, Lanes } from './lanes.ts'
import { PartitionRun, type RunContext, type RunTask } from './partition-run.ts'

/** Works on one record. What it throws, or rejects with, ends `run`, unless `onFailure` knows better. */
export type RecordHandler = (record: ConsumerRecord, context: RunContext) => void | Promise<void>

/** What to do about a record whose handler failed: `skip` takes it for handled, `stop` ends `run` with the error. */
export type FailureVerdict = 'skip' | 'stop'

/** Decides about a record that failed. */
export type FailureHandler = (error: unknown, record: ConsumerRecord) => FailureVerdict | Promise<FailureVerdict>

/** How `run` works. */
export interface RunOptions {
  /** Handlers that may run at once. @default 1 */
  readonly concurrency?: number
  /**
   * What must stay in order: `partition`: the records of a partition; `key`: those with the same key (of a partition, where they have
   * none); `none`: nothing. @default 'partition'
   */
  readonly orderBy?: 'partition' | 'key' | 'none'
  /** Decides about records whose handler failed; by default `run` ends with the error. */
  readonly onFailure?: FailureHandler
  /** Ends `run` when it is aborted: no handler is begun any more, and those that run are waited for. */
  readonly signal?: AbortSignal
}

/** What RecordRunner works with. */
export interface RecordRunnerParts {
  readonly delivery: Delivery
  readonly core: ConsumerCore
  readonly clock: Clock
  /** Runs the client's loop soon. */
  readonly wakeup: () => void
  readonly fetchMaxBytes: number
}

/** Records of one partition that may wait for a handler before its fetches wait: a slow partition must not fill the memory. */
const WAITING_PER_PARTITION = 500

/** The part of `fetchMaxBytes` that all of them may take together. */
const WAITING_SHARE = 0.25

/** Lanes for each handler that may run: two keys share one only now and then. */
const LANES_PER_HANDLER = 32

/** See the head of the file. */
export class RecordRunner {
  readonly #delivery: Delivery
  readonly #core: ConsumerCore
  readonly #clock: Clock
  readonly #handler: RecordHandler
  readonly #options: Required<Omit<RunOptions, 'onFailure' | 'signal'>> & Pick<RunOptions, 'onFailure' | 'signal'>
  readonly #wakeup: () => void
  readonly #maxWaitingBytes: number
  readonly #runs = new Map<AssignedPartition, PartitionRun>()
  readonly #lanes = new Lanes()
  /** Tasks whose handlers run, in the order in which they began. */
  readonly #working = new Set<RunTask>()
  #failure: { readonly error: unknown } | undefined
  #isStopped = false
  #isDispatching = false
  #onIdle: (() => void) | undefined

  constructor(parts: RecordRunnerParts, handler: RecordHandler, options: RunOptions) {
    const { concurrency = 1, orderBy = 'partition', onFailure, signal } = options
    if (!Number.isSafeInteger(concurrency) || concurrency < 1)
      throw new UsageError(`concurrency is ${concurrency}: it must be a whole number of 1 or more`)
    this.#delivery = parts.delivery
    this.#core = parts.core
    this.#clock = parts.clock
    this.#wakeup = parts.wakeup
    this.#maxWaitingBytes = parts.fetchMaxBytes * WAITING_SHARE
    this.#handler = handler
    this.#options = { concurrency, orderBy, onFailure, signal }
  }

  /** Works until the consumer closes, the signal is aborted, or a handler or the consumer fails; then what has begun is waited for. */
  async run(): Promise<void> {
    this.#delivery.enter(this)
    const { signal } = this.#options
    const stop = () => this.#stop()
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    this.#core.activity.isBusyWith = (partitions) => this.#isBusyWith(partitions)
    this.#core.fetchBuffer.bytesInWork = () => this.#bytesInWork()
    this.#core.activity.oldestInWork = () => this.#working.values().next().value?.record
    try {
      await this.#takeUntilStopped()
      await this.#idle()
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#core.activity.isBusyWith = undefined
      this.#core.activity.oldestInWork = undefined
      this.#core.fetchBuffer.bytesInWork = undefined
      this.#putBack()
      this.#delivery.leave(this)
    }
    if (this.#failure !== undefined) throw this.#failure.error
  }

  /** What was taken and not handled is given out again. A partition that went and came back is a new one, of which nothing was taken. */
  #putBack(): void {
    const { subscription, fetchBuffer } = this.#core
    const partitions = [...this.#runs.keys()].filter((partition) => subscription.holds(partition))
    for (const partition of partitions) {
      partition.work = undefined
      partition.isBackedUp = false
      partition.refetch()
    }
    fetchBuffer.drop(partitions)
  }

  async #takeUntilStopped(): Promise<void> {
    try {
      while (!this.#isStopped && (await this.#takeAll())) this.#dispatch()
    } catch (error) {
      this.#fail(error)
    }
  }

  #stop(): void {
    this.#isStopped = true
    this.#delivery.interrupt(this)
  }

  /** Takes what is at hand and begins with it; waits for more where there is none. False when the consumer closes. */
  async #takeAll(): Promise<boolean> {
    const { activity } = this.#core
    const delivery = this.#delivery
    for (let taken = 0; taken < WAITING_PER_PARTITION; taken++) {
      // A handler that ended at once may have ended all.
      if (this.#isStopped) return false
      const next = delivery.takeFreely()
      if (next === undefined) {
        const arrival = delivery.waitForRecords(this)
        // A handler that hangs is not excused by the wait for more.
        if (this.#working.size > 0) activity.phase = 'handling'
        return arrival
      }
      this.#add(next.partition, next.record)
    }
    // Handlers that end at once must not keep the event loop from its turn.
    await new Promise<void>((resolve) => this.#clock.nextTurn(resolve))
    return !this.#isStopped
  }

  #add(partition: AssignedPartition, record: ConsumerRecord): void {
    let run = this.#runs.get(partition)
    if (run === undefined || run.isCancelled) this.#runs.set(partition, (run = this.#begin(partition)))
    const task = run.add(record)
    this.#lanes.add(this.#laneIdOf(partition, record), task)
    if (run.pending >= WAITING_PER_PARTITION || run.pendingBytes >= this.#bytesPerPartition())
      this.#backUp(partition, true)
    this.#dispatch()
  }

  #begin(partition: AssignedPartition): PartitionRun {
    let hasCancelled = this.#runs.has(partition)
    for (const known of this.#runs.keys()) {
      if (this.#core.subscription.holds(known)) continue
      this.#runs.delete(known)
      hasCancelled = true
    }
    if (hasCancelled) this.#lanes.dropCancelled()
    return new PartitionRun(partition, this.#onResumed)
  }

  readonly #onResumed = (run: PartitionRun): void => {
    this.#lanes.resume(run)
    this.#dispatch()
  }

  /** Undefined where it need not wait for any other. */
  #laneIdOf(partition: AssignedPartition, { key }: ConsumerRecord): string | number | undefined {
    const { orderBy, concurrency } = this.#options
    if (orderBy === 'none') return undefined
    return orderBy === 'partition' || key === null ? partition.key : crc32c(key) % (concurrency * LANES_PER_HANDLER)
  }

  #dispatch(): void {
    // A handler that ends at once calls this from within.
    if (this.#isDispatching) return
    this.#isDispatching = true
    while (!this.#isStopped && this.#working.size < this.#options.concurrency) {
      const next = this.#lanes.next()
      if (next === undefined) break
      this.#work(next.lane, next.task)
    }
    this.#isDispatching = false
  }

  #work(lane: Lane, task: RunTask): void {
    this.#working.add(task)
    task.run.active++
    this.#core.activity.phase = 'handling'
    let result: void | Promise<void>
    try {
      result = this.#handler(task.record!, task.run)
    } catch (error) {
      this.#onError(lane, task, error)
      return
    }
    if (!isThenable(result)) this.#finish(lane, task, true)
    else
      Promise.resolve(result).then(
        () => this.#finish(lane, task, true),
        (error: unknown) => this.#onError(lane, task, error),
      )
  }

  #onError(lane: Lane, task: RunTask, error: unknown): void {
    const { onFailure } = this.#options
    // Whoever was told to stop and did has not failed.
    if (task.run.isCancelled || onFailure === undefined) {
      if (!task.run.isCancelled) this.#fail(error)
      this.#finish(lane, task, false)
      return
    }
    Promise.resolve()
      .then(() => onFailure(error, task.record!))
      .then(
        (verdict) => {
          if (verdict === 'stop') this.#fail(error)
          this.#finish(lane, task, verdict === 'skip')
        },
        (secondError: unknown) => {
          this.#fail(secondError)
          this.#finish(lane, task, false)
        },
      )
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#stop()
  }

  #finish(lane: Lane, task: RunTask, isHandled: boolean): void {
    const { run } = task
    const { activity } = this.#core
    this.#lanes.release(lane)
    this.#working.delete(task)
    run.active--
    activity.asks++
    if (isHandled) run.finish(task)
    // A run that was cancelled says nothing about how much waits of the one after it.
    if (!run.isCancelled && this.#hasRoom(run)) this.#backUp(run.partition, false)
    // Alone it may have taken what there is for all.
    if (task.sizeInBytes >= this.#bytesPerPartition()) this.#wakeup()
    if (run.isCancelled && run.active === 0) this.#wakeup()
    this.#dispatch()
    if (this.#working.size > 0) return
    activity.phase = 'waiting'
    this.#onIdle?.()
  }

  #bytesPerPartition(): number {
    return this.#maxWaitingBytes / Math.max(1, this.#core.subscription.size)
  }

  #hasRoom({ pending, pendingBytes }: PartitionRun): boolean {
    return pending === 0 || (pending < WAITING_PER_PARTITION / 2 && pendingBytes < this.#bytesPerPartition() / 2)
  }

  #bytesInWork(): number {
    let bytes = 0
    for (const run of this.#runs.values()) if (!run.isCancelled) bytes += run.pendingBytes
    return bytes
  }

  /** Its fetches wait until there is room again; those of other partitions go on. */
  #backUp(partition: AssignedPartition, isBackedUp: boolean): void {
    if (partition.isBackedUp === isBackedUp) return
    partition.isBackedUp = isBackedUp
    this.#core.fetchBuffer.sort()
    this.#wakeup()
  }

  #isBusyWith(partitions: readonly TopicPartition[]): boolean {
    const keys = new Set(partitions.map(topicPartitionKey))
    for (const run of this.#runs.values()) if (run.active > 0 && keys.has(run.partition.key)) return true
    return false
  }

  async #idle(): Promise<void> {
    if (this.#working.size === 0) return
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve
    })
  }
}
