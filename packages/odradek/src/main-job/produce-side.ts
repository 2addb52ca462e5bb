import type { Clock } from '@odradek/network'
import type { Producer } from '@odradek/producer'

import type { Ledger } from './ledger.ts'
import type { LineChunk } from './line-source.ts'
import { recordHash } from './record-hash.ts'
import type { Stages } from './stages.ts'

/** Records that were sent and not acknowledged yet, at most: the bound on memory, together with the bytes. */
const MAX_IN_FLIGHT_RECORDS = 10_000
const MAX_IN_FLIGHT_BYTES = 16 * 1024 * 1024

/** What the producing side needs. */
export interface ProduceSideOptions {
  readonly producer: Pick<Producer, 'send'>
  readonly topic: string
  readonly ledger: Ledger
  readonly stages: Stages
  /** Records a second, at most; undefined: as fast as they are acknowledged. */
  readonly ratePerSecond: number | undefined
  readonly clock: Clock
  /** Stops reading lines; what was sent is waited for all the same. */
  readonly signal: AbortSignal
}

/** Sends each line as a record keyed by its file's name, and notes what is acknowledged. */
export class ProduceSide {
  readonly #options: ProduceSideOptions
  #sent = 0
  #hasReadAll = false
  #isStopping = false
  #inFlightRecords = 0
  #inFlightBytes = 0
  #onChange: (() => void) | undefined
  #failure: { readonly error: unknown } | undefined
  #failures = 0
  #startedAtMs: number
  #finishedAtMs: number

  constructor(options: ProduceSideOptions) {
    this.#options = options
    this.#startedAtMs = this.#finishedAtMs = options.clock.nowMs()
  }

  /** Records handed to the producer. */
  get sent(): number {
    return this.#sent
  }

  /** Records sent and neither acknowledged nor given up. */
  get inFlight(): number {
    return this.#inFlightRecords
  }

  /** Whether the input is over, and everything in it was sent. */
  get hasReadAll(): boolean {
    return this.#hasReadAll
  }

  /** Records that the producer gave up; the first reason is thrown by `run`. */
  get failures(): number {
    return this.#failures
  }

  /** From the first record sent to the last acknowledged, in milliseconds. */
  get elapsedMs(): number {
    return this.#finishedAtMs - this.#startedAtMs
  }

  /** Sends everything and waits for every acknowledgement. Rejects with the first failure, once nothing is in flight any more. */
  async run(chunks: AsyncIterable<LineChunk>): Promise<void> {
    const { signal, stages, clock } = this.#options
    const wake = () => this.#wake()
    stages.onRelease = wake
    signal.addEventListener('abort', wake)
    this.#startedAtMs = clock.nowMs()
    try {
      await this.#sendAll(chunks[Symbol.asyncIterator]())
      if (!this.#stopped) {
        this.#hasReadAll = true
        stages.setTotal(this.#sent)
      }
    } catch (error) {
      this.#failure ??= { error }
    }
    while (this.#inFlightRecords > 0) await this.#change()
    signal.removeEventListener('abort', wake)
    if (this.#failure !== undefined) throw this.#failure.error
  }

  async #sendAll(chunks: AsyncIterator<LineChunk>): Promise<void> {
    for (;;) {
      const next = chunks.next()
      // Standard input may never give another byte: whoever stops does not wait for it.
      let result: IteratorResult<LineChunk> | undefined
      next.then(
        (given) => ((result = given), this.#wake()),
        () => this.#wake(),
      )
      while (result === undefined && !this.#stopped) await Promise.race([next, this.#change()])
      if (result === undefined || this.#stopped) return void chunks.return?.()
      if (result.done) return
      await this.#sendChunk(result.value)
    }
  }

  /** Sends no more lines, also where they are held back; `run` ends when nothing is in flight any more. */
  stop(): void {
    this.#isStopping = true
    this.#wake()
  }

  get #stopped(): boolean {
    return this.#isStopping || this.#failure !== undefined || this.#options.signal.aborted
  }

  async #sendChunk({ name, lines }: LineChunk): Promise<void> {
    const key = Buffer.from(name)
    for (const { value } of lines) {
      // Most of the time there is room, and a promise per record would cost more than the record.
      if (!this.#maySend(value.length)) await this.#untilMaySend(value.length)
      if (this.#stopped) return
      this.#send(name, key, value)
    }
  }

  #maySend(size: number): boolean {
    return (
      this.#inFlightRecords < MAX_IN_FLIGHT_RECORDS &&
      (this.#inFlightBytes === 0 || this.#inFlightBytes + size <= MAX_IN_FLIGHT_BYTES) &&
      this.#options.stages.mayProduce(this.#sent + 1) &&
      this.#earlyMs() <= 0
    )
  }

  /** How long the rate says to wait before the next record. */
  #earlyMs(): number {
    const { ratePerSecond, clock } = this.#options
    if (ratePerSecond === undefined) return 0
    return this.#startedAtMs + (this.#sent * 1000) / ratePerSecond - clock.nowMs()
  }

  async #untilMaySend(size: number): Promise<void> {
    while (!this.#stopped && !this.#maySend(size)) {
      const earlyMs = this.#earlyMs()
      const timer = earlyMs > 0 ? this.#options.clock.setTimer(earlyMs, () => this.#wake()) : undefined
      await this.#change()
      timer?.cancel()
    }
  }

  #send(name: string, key: Uint8Array, value: Uint8Array): void {
    const sequence = this.#sent++
    const hash = recordHash(key, value)
    this.#inFlightRecords++
    this.#inFlightBytes += value.length
    this.#options.producer.send({ topic: this.#options.topic, key, value }).then(
      ({ partition, offset }) => {
        this.#options.ledger.onAcknowledged(partition, offset, name, hash, sequence)
        this.#finished(value.length)
      },
      (error: unknown) => {
        this.#failures++
        this.#failure ??= { error }
        this.#finished(value.length)
      },
    )
  }

  #finished(size: number): void {
    this.#inFlightRecords--
    this.#inFlightBytes -= size
    this.#finishedAtMs = this.#options.clock.nowMs()
    this.#wake()
  }

  #wake(): void {
    const onChange = this.#onChange
    this.#onChange = undefined
    onChange?.()
  }

  /** Resolves at the next wake-up. There is one loop that waits, so one listener is enough. */
  #change(): Promise<void> {
    return new Promise((resolve) => (this.#onChange = resolve))
  }
}
