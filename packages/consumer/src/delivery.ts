// Hands records and batches out, one at a time: what is with the user, what the user waits for, and what is to be thrown. Records at hand
// are given without anything but the promise that `for await` wants. Station 4 of a record's way in.
import type { Clock } from '@odradek/network'
import { type KafkaError, UsageError } from '@odradek/protocol'
import type { ConsumerRecord } from './consumer-record.ts'
import type { ConsumerCore } from './core/consumer-core.ts'
import type { CompletedFetch, FetchedBatch } from './core/fetch/completed-fetch.ts'
import type { AssignedPartition } from './core/offsets/subscription-state.ts'

/** A batch with the partition it is of. */
export interface DeliveredBatch {
  readonly partition: AssignedPartition
  readonly fetched: FetchedBatch
}

/** What Delivery works with. */
export interface DeliveryOptions {
  readonly core: ConsumerCore
  readonly clock: Clock
  /** Runs the client's loop soon. */
  readonly wakeup: () => void
  readonly maxPollRecords: number
}

type Deliverable = ConsumerRecord | DeliveredBatch

type Take<T> = (fetch: CompletedFetch) => T | undefined

interface Waiter {
  /** Whose `next` it is. */
  readonly owner: object
  /** Gives the user something, where there is something; says whether it did. */
  attempt(): boolean
  end(): void
  fail(error: unknown): void
}

/** Longest time in milliseconds for which records at hand keep the event loop from its turn, apart from what a handler takes itself. */
const LONGEST_WITHOUT_TURN_MS = 50

/** The clock is looked at once in so many records. */
const RECORDS_PER_LOOK = 16

const done = { done: true, value: undefined } as const

/** See the head of the file. */
export class Delivery {
  readonly #options: DeliveryOptions
  readonly #core: ConsumerCore
  #partitionInHand: AssignedPartition | undefined
  #inHand: Deliverable | undefined
  #waiter: Waiter | undefined
  #failure: { readonly error: KafkaError; readonly fatal: boolean } | undefined
  #isEnded = false
  #sinceTurn = 0
  #turnAtMs: number

  constructor(options: DeliveryOptions) {
    this.#options = options
    this.#core = options.core
    this.#turnAtMs = options.clock.nowMs()
  }

  nextRecord(owner: object): Promise<IteratorResult<ConsumerRecord, undefined>> {
    return this.#next(owner, takeRecord)
  }

  nextBatch(owner: object): Promise<IteratorResult<DeliveredBatch, undefined>> {
    return this.#next(owner, takeBatch)
  }

  /** The loop of this iterator has ended. What is in its hand counts as handled only when more is asked for, or by `commit()`. */
  leave(owner: object): void {
    if (this.#waiter?.owner === owner) this.#takeWaiter()?.end()
    this.stopWaitingForHandler()
  }

  /** Counts what is with the user as handled, and says of which partition it is. */
  settleInHand(): AssignedPartition | undefined {
    const partition = this.#partitionInHand
    if (partition === undefined) return undefined
    const inHand = this.#inHand!
    if ('fetched' in inHand) partition.advanceTo(inHand.fetched.batch.nextOffset)
    else partition.markHandled(inHand)
    this.#partitionInHand = undefined
    return partition
  }

  /** To be thrown at whoever asks: once, or for ever where it is fatal. */
  fail(error: KafkaError, fatal: boolean): void {
    if (this.#failure?.fatal) return
    this.#failure = { error, fatal }
    this.serve()
  }

  /** Iteration ends with the next that is asked for; what is with the user can still be handled until then. */
  end(): void {
    this.#isEnded = true
    if (this.#core.activity.phase !== 'handling') this.stopWaitingForHandler()
    this.#takeWaiter()?.end()
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
    this.#turnAtMs = this.#options.clock.nowMs()
    try {
      this.#throwFailure()
      if (waiter.attempt()) this.#waiter = undefined
    } catch (error) {
      this.#waiter = undefined
      this.#core.activity.phase = 'away'
      waiter.fail(error)
    }
  }

  #next<T extends Deliverable>(owner: object, take: Take<T>): Promise<IteratorResult<T, undefined>> {
    if (this.#isEnded) {
      if (this.#core.activity.phase === 'handling') this.settleInHand()
      this.stopWaitingForHandler()
      return Promise.resolve(done)
    }
    if (this.#waiter !== undefined) {
      return Promise.reject(
        new UsageError('the next record is being asked for already: await it first, and run one loop at a time'),
      )
    }
    this.settleInHand()
    this.#core.activity.asks++
    if (this.#failure === undefined && !this.#isTurnDue()) {
      try {
        const value = this.#take(take)
        if (value !== undefined) return Promise.resolve({ done: false, value })
      } catch (error) {
        this.#core.activity.phase = 'away'
        return Promise.reject(error as Error)
      }
    }
    return this.#wait(owner, take)
  }

  /** Takes from the buffer what there is, in order of arrival. */
  #take<T extends Deliverable>(take: Take<T>): T | undefined {
    const { fetchBuffer, activity } = this.#core
    for (;;) {
      const fetch = fetchBuffer.current
      if (fetch === undefined) return undefined
      let value: T | undefined
      try {
        value = take(fetch)
      } catch (error) {
        this.#discard(fetch)
        throw error
      }
      if (value !== undefined) {
        this.#partitionInHand = fetch.partition
        this.#inHand = value
        activity.phase = 'handling'
        activity.partitionKey = fetch.partition.key
        return value
      }
      fetchBuffer.shift()
      // There is room for another fetch.
      this.#options.wakeup()
    }
  }

  /** What cannot be read is not looked at again: the partition is fetched anew from its position. */
  #discard({ partition }: CompletedFetch): void {
    this.#core.fetchBuffer.drop([partition])
    partition.refetch()
    this.#options.wakeup()
  }

  #wait<T extends Deliverable>(owner: object, take: Take<T>): Promise<IteratorResult<T, undefined>> {
    const { core, clock, wakeup } = this.#options
    core.activity.phase = 'waiting'
    core.membership.join(clock.nowMs())
    wakeup()
    return new Promise((resolve, reject) => {
      this.#waiter = {
        owner,
        attempt: () => {
          const value = this.#take(take)
          if (value !== undefined) resolve({ done: false, value })
          return value !== undefined
        },
        end: () => resolve(done),
        fail: reject,
      }
      if (this.#failure !== undefined || !core.fetchBuffer.isEmpty) setImmediate(() => this.serve())
    })
  }

  /** Promises that are fulfilled already never let the event loop do anything else: heartbeats and sockets would wait for ever. */
  #isTurnDue(): boolean {
    if (++this.#sinceTurn >= this.#options.maxPollRecords) return true
    if (this.#sinceTurn % RECORDS_PER_LOOK !== 0) return false
    return this.#options.clock.nowMs() - this.#turnAtMs > LONGEST_WITHOUT_TURN_MS
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
    return waiter
  }
}

function takeRecord(fetch: CompletedFetch): ConsumerRecord | undefined {
  return fetch.nextRecord()
}

function takeBatch(fetch: CompletedFetch): DeliveredBatch | undefined {
  const fetched = fetch.nextBatch()
  return fetched === undefined ? undefined : { partition: fetch.partition, fetched }
}
