// Hands records and batches out, one at a time: what is with the user, what the user waits for, and what is to be thrown. Records at hand
// are given without anything but the promise that `for await` wants. Station 4 of a record's way in.
import type { Clock } from '@odradek/network'
import type { KafkaError } from '@odradek/protocol'
import type { ConsumerRecord } from './consumer-record.ts'
import type { ConsumerCore } from './core/consumer-core.ts'
import type { CompletedFetch, FetchedBatch } from './core/fetch/completed-fetch.ts'
import { LARGE_FETCH_BYTES } from './core/fetch/fetch-buffer.ts'
import type { AssignedPartition, PartitionWork } from './core/offsets/subscription-state.ts'
import { oneLoopError } from './one-loop-error.ts'

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

/** Records of one `poll`, and of each partition the last one. */
interface PolledRecords {
  readonly records: ConsumerRecord[]
  readonly held: readonly HeldRecords[]
}

/** A record with the partition it is of. */
export interface DeliveredRecord {
  readonly record: ConsumerRecord
  readonly partition: AssignedPartition
}

type Deliverable = ConsumerRecord | DeliveredBatch | PolledRecords

type Take<T> = () => T | undefined

interface Waiter {
  /** Whose `next` it is. */
  readonly owner: object
  /** Gives the user something, where there is something; says whether it did. */
  attempt(): boolean
  end(): void
  interrupt(): void
  fail(error: unknown): void
}

/** Longest time in milliseconds for which records at hand keep the event loop from its turn, apart from what a handler takes itself. */
const LONGEST_WITHOUT_TURN_MS = 5

/** The clock is looked at once in so many records. */
const RECORDS_PER_LOOK = 16

const done = { done: true, value: undefined } as const

/** See the head of the file. */
export class Delivery {
  readonly #options: DeliveryOptions
  readonly #core: ConsumerCore
  #partitionInHand: AssignedPartition | undefined
  /** How often the position of that partition had been set anew. */
  #seeksInHand = 0
  #inHand: Deliverable | undefined
  #waiter: Waiter | undefined
  /** The `run` that takes records now. */
  #runner: object | undefined
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
    return this.#next(owner, this.#takeRecord)
  }

  nextBatch(owner: object): Promise<IteratorResult<DeliveredBatch, undefined>> {
    return this.#next(owner, this.#takeBatch)
  }

  /** Up to `maxRecords` records, as soon as there is one; none where none comes within `timeoutMs`, or when the consumer closes. */
  async poll(owner: object, maxRecords: number, timeoutMs: number): Promise<ConsumerRecord[]> {
    let isOver = false
    const next = this.#next(owner, () => this.#takeMany(maxRecords))
    const timer = this.#options.clock.setTimer(timeoutMs, () => {
      if (isOver || this.#waiter?.owner !== owner) return
      this.#takeWaiter()?.end()
      this.#core.activity.endWait()
    })
    try {
      const { done: isDone, value } = await next
      return isDone === true ? [] : value.records
    } finally {
      isOver = true
      timer.cancel()
    }
  }

  /** A `run` begins, and ends with `leave`. Throws UsageError where there is one, or a loop waits. */
  enter(runner: object): void {
    if (this.#runner !== undefined || this.#waiter !== undefined) throw oneLoopError()
    this.#runner = runner
  }

  /** A record, where one is at hand, for whoever keeps account of what is handled alone. Throws what is to be thrown. */
  takeFreely(): DeliveredRecord | undefined {
    this.#throwFailure()
    if (this.#isEnded) return undefined
    const record = this.#takeFrom((fetch) => fetch.nextRecord())
    return record === undefined ? undefined : { record: record.value, partition: record.partition }
  }

  /** Waits until a record may be at hand; false when the consumer closes. Rejects with what is to be thrown. */
  async waitForRecords(owner: object): Promise<boolean> {
    if (this.#isEnded) return false
    const result = await this.#wait(owner, () => (this.#core.fetchBuffer.isEmpty ? undefined : true))
    return result.done !== true
  }

  /** Ends the wait for records of this owner, as if one had come. */
  interrupt(owner: object): void {
    if (this.#waiter?.owner === owner) this.#takeWaiter()?.interrupt()
  }

  /** Iteration may begin again. */
  reopen(): void {
    this.#isEnded = false
    this.#inHand = undefined
    this.#partitionInHand = undefined
    if (!this.#failure?.fatal) this.#failure = undefined
  }

  /** The loop of this iterator has ended. What is in its hand counts as handled only when more is asked for, or by `commit()`. */
  leave(owner: object): void {
    if (this.#waiter?.owner === owner) this.#takeWaiter()?.end()
    if (this.#runner !== undefined && this.#runner !== owner) return
    this.#runner = undefined
    this.stopWaitingForHandler()
  }

  /** Counts what is with the user as handled, and says of which partition it is. */
  settleInHand(): AssignedPartition | undefined {
    const partition = this.#partitionInHand
    const inHand = this.#inHand
    if (inHand !== undefined && 'held' in inHand) {
      for (const held of inHand.held) held.settle()
      this.#inHand = undefined
      return undefined
    }
    if (partition === undefined || inHand === undefined) return undefined
    this.#partitionInHand = undefined
    // Its position was set anew: what is with the user says nothing about it.
    if (partition.seeks !== this.#seeksInHand) return undefined
    if ('fetched' in inHand) partition.advanceTo(inHand.fetched.batch.nextOffset)
    else partition.markHandled(inHand)
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
    // Who polls and closes does one after the other: there is no handler to wait for.
    const isPolled = this.#inHand !== undefined && 'held' in this.#inHand
    if (isPolled || this.#core.activity.phase !== 'handling') this.stopWaitingForHandler()
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
      // Where handlers of run work meanwhile, a revocation waits for them still.
      if (this.#core.activity.phase === 'waiting') this.#core.activity.phase = 'away'
      waiter.fail(error)
    }
  }

  #next<T>(owner: object, take: Take<T>): Promise<IteratorResult<T, undefined>> {
    if (this.#isEnded) {
      if (this.#core.activity.phase === 'handling') this.settleInHand()
      this.stopWaitingForHandler()
      return Promise.resolve(done)
    }
    if (this.#waiter !== undefined || this.#runner !== undefined) return Promise.reject(oneLoopError())
    this.settleInHand()
    this.#core.activity.asks++
    if (this.#failure === undefined && !this.#isTurnDue()) {
      try {
        const value = take()
        if (value !== undefined) return Promise.resolve({ done: false, value })
      } catch (error) {
        this.#core.activity.phase = 'away'
        return Promise.reject(error as Error)
      }
    }
    return this.#wait(owner, take)
  }

  readonly #takeRecord = (): ConsumerRecord | undefined => {
    for (;;) {
      const fetch = this.#core.fetchBuffer.current
      if (fetch === undefined) return undefined
      const record = this.#tryTake(fetch, nextRecordOf)
      if (record !== undefined) {
        this.#hand(record, fetch.partition)
        return record
      }
      this.#shift()
    }
  }

  readonly #takeBatch = (): DeliveredBatch | undefined => {
    const taken = this.#takeFrom((fetch) => fetch.nextBatch())
    if (taken === undefined) return undefined
    const batch = { partition: taken.partition, fetched: taken.value }
    this.#hand(batch, taken.partition)
    return batch
  }

  #takeMany(maxRecords: number): PolledRecords | undefined {
    const records: ConsumerRecord[] = []
    const held = new Map<AssignedPartition, HeldRecords>()
    while (records.length < maxRecords) {
      let taken: { value: ConsumerRecord; partition: AssignedPartition } | undefined
      try {
        taken = this.#takeFrom(nextRecordOf)
      } catch (error) {
        if (records.length === 0) throw error
        // What was taken before it is good: the error comes with the next call.
        this.#failure ??= { error: error as KafkaError, fatal: false }
      }
      if (taken === undefined) break
      records.push(taken.value)
      const ofPartition = held.get(taken.partition)
      if (ofPartition === undefined) held.set(taken.partition, new HeldRecords(taken.partition, taken.value))
      else ofPartition.last = taken.value
    }
    if (records.length === 0) return undefined
    const polled = { records, held: [...held.values()] }
    this.#inHand = polled
    this.#partitionInHand = undefined
    this.#core.activity.phase = 'handling'
    this.#core.activity.partitionKey = held.size === 1 ? polled.held[0]!.partition.key : undefined
    return polled
  }

  /** Takes from the buffer what there is, in order of arrival. */
  #takeFrom<T>(take: (fetch: CompletedFetch) => T | undefined): { value: T; partition: AssignedPartition } | undefined {
    for (;;) {
      const fetch = this.#core.fetchBuffer.current
      if (fetch === undefined) return undefined
      const value = this.#tryTake(fetch, take)
      if (value !== undefined) return { value, partition: fetch.partition }
      this.#shift()
    }
  }

  #tryTake<T>(fetch: CompletedFetch, take: (fetch: CompletedFetch) => T | undefined): T | undefined {
    try {
      return take(fetch)
    } catch (error) {
      this.#discard(fetch)
      throw error
    }
  }

  #hand(value: Deliverable, partition: AssignedPartition): void {
    const { activity } = this.#core
    this.#partitionInHand = partition
    this.#seeksInHand = partition.seeks
    this.#inHand = value
    activity.phase = 'handling'
    activity.partitionKey = partition.key
  }

  /** There is room for another fetch. A large one that may be on its way is read now, while there is still something at hand. */
  #shift(): void {
    if (this.#core.fetchBuffer.shift() >= LARGE_FETCH_BYTES) this.#sinceTurn = this.#options.maxPollRecords
    this.#options.wakeup()
  }

  /** What cannot be read is not looked at again: it is fetched anew. */
  #discard({ partition }: CompletedFetch): void {
    this.#core.fetchBuffer.putBack(partition)
    this.#options.wakeup()
  }

  #wait<T>(owner: object, take: Take<T>): Promise<IteratorResult<T, undefined>> {
    const { core, clock, wakeup } = this.#options
    core.activity.phase = 'waiting'
    core.membership.join(clock.nowMs())
    wakeup()
    return new Promise((resolve, reject) => {
      this.#waiter = {
        owner,
        attempt: () => {
          const value = take()
          if (value !== undefined) resolve({ done: false, value })
          return value !== undefined
        },
        end: () => resolve(done),
        interrupt: () => resolve({ done: false, value: undefined as T }),
        fail: reject,
      }
      if (this.#failure !== undefined || !core.fetchBuffer.isEmpty) clock.nextTurn(() => this.serve())
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

function nextRecordOf(fetch: CompletedFetch): ConsumerRecord | undefined {
  return fetch.nextRecord()
}

/** Records of one partition that were given out together: what lies between them counts as handled only with them. */
class HeldRecords implements PartitionWork {
  readonly pending = 0
  readonly partition: AssignedPartition
  last: ConsumerRecord
  #passedTo = -1n

  constructor(partition: AssignedPartition, first: ConsumerRecord) {
    this.partition = partition
    this.last = first
    partition.work = this
  }

  passTo(offset: bigint): void {
    this.#passedTo = offset
  }

  cancel(): void {
    // What is with the user stays with the user: it may still be committed while the partition is given up.
  }

  settle(): void {
    if (this.partition.work !== this) return
    this.partition.work = undefined
    const next = this.last.offset + 1n
    this.partition.advanceTo(this.#passedTo > next ? this.#passedTo : next)
  }
}
