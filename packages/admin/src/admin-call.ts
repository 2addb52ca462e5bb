// One call of a user, from its first request to its last: its time limit, its signal, its retries.
import type { Timer } from '@odradek/network'
import { type Destination, exponentialBackoff, type SendOptions } from '@odradek/network/internal'
import { type Api, KafkaError, type MessageInput, TimeoutError, UsageError } from '@odradek/protocol'

import { AdminAbortedError } from './admin-aborted-error.ts'
import { AdminItemsError } from './admin-items-error.ts'
import { AdminResults } from './admin-results.ts'
import type { AdminWorld } from './admin-world.ts'
import type { CallOptions } from './call-options.ts'
import type { ItemResult } from './item-result.ts'

/** What one request may be told; its time limit is the call's. */
export type RequestLimits = Omit<SendOptions, 'timeoutMs'>

/** See the head of the file. Made by `runCall`. */
export class AdminCall {
  readonly name: string
  readonly world: AdminWorld
  readonly #timeoutMs: number
  readonly #startedAtMs: number
  readonly #signal: AbortSignal | undefined
  readonly #timer: Timer
  readonly #over: Promise<never>
  #endWith!: (error: KafkaError) => void
  #isOver = false
  /** Why something was asked again last. */
  #lastError: KafkaError | undefined

  constructor(world: AdminWorld, name: string, { timeoutMs = world.config.defaultApiTimeoutMs, signal }: CallOptions) {
    if (!(timeoutMs >= 0))
      throw new UsageError(`${name}: timeoutMs must be a number of milliseconds of 0 or more, not ${String(timeoutMs)}`)
    if (signal?.aborted === true) throw new AdminAbortedError(name, signal.reason)
    this.name = name
    this.world = world
    this.#timeoutMs = timeoutMs
    this.#startedAtMs = world.clock.nowMs()
    this.#signal = signal
    this.#over = new Promise((_, reject) => {
      this.#endWith = (error) => {
        this.#isOver = true
        reject(error)
      }
    })
    // Only who waits for something is to hear of it.
    this.#over.catch(() => undefined)
    this.#timer = world.clock.setTimer(timeoutMs, () => this.#endWith(this.#timeoutError()))
    signal?.addEventListener('abort', this.#onAbort, { once: true })
    world.calls.add(this)
  }

  get elapsedMs(): number {
    return this.world.clock.nowMs() - this.#startedAtMs
  }

  /** Whether its time has passed, its signal was aborted, or the client was closed: nothing is asked any more. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** What a request may ask the broker to take at most, in whole milliseconds. */
  get brokerTimeoutMs(): number {
    const left = Math.max(0, this.#timeoutMs - this.elapsedMs)
    return Math.ceil(Math.min(left, this.world.config.requestTimeoutMs))
  }

  /** Sends one request, once. Rejects with what the network says, or with why the call is over. */
  async send<Req, Res>(
    destination: Destination,
    api: Api<Req, Res>,
    request: MessageInput<Req> | ((version: number) => MessageInput<Req>),
    limits: RequestLimits = {},
  ): Promise<Res> {
    const { clock, network } = this.world
    if (this.#isOver) return this.#over
    const startedAtMs = clock.nowMs()
    const told = () => ({ call: this.name, api: api.name, latencyMs: clock.nowMs() - startedAtMs })
    const sent = network.send(destination, api, request, limits)
    // The request may outlive the call: its connection serves others, which must not suffer from this one's impatience.
    sent.then(
      () => this.world.emit({ type: 'request-answered', ...told() }),
      () => this.world.emit({ type: 'request-failed', ...told() }),
    )
    return Promise.race([sent, this.#over])
  }

  /** Waits before the next try, longer with every `attempt` (0 for the first). Rejects where the call is over, or has had all its `retries`. */
  async pause(attempt: number, error: KafkaError): Promise<void> {
    const { config, clock, random } = this.world
    this.#lastError = error
    if (attempt >= config.retries) throw error
    this.world.emit({ type: 'retried', call: this.name, error })
    const waitMs = exponentialBackoff(attempt, config.retryBackoffMs, config.retryBackoffMaxMs, random)
    let timer: Timer | undefined
    const waited = new Promise<void>((resolve) => (timer = clock.setTimer(waitMs, resolve)))
    try {
      await Promise.race([waited, this.#over])
    } finally {
      timer?.cancel()
    }
  }

  /** Ends it: what it waits for rejects with this error. */
  stop(error: KafkaError): void {
    this.#endWith(error)
  }

  /** Takes its timer and listeners back. */
  dispose(): void {
    this.#timer.cancel()
    this.#signal?.removeEventListener('abort', this.#onAbort)
    this.world.calls.delete(this)
  }

  readonly #onAbort = () => this.#endWith(new AdminAbortedError(this.name, this.#signal?.reason))

  #timeoutError(): TimeoutError {
    const cause = this.#lastError ?? this.world.network.lastConnectionError
    const why = cause === undefined ? '' : `: ${cause.message}`
    return new TimeoutError(
      `${this.name} did not finish in ${this.#timeoutMs} ms${why}`,
      cause === undefined ? {} : { cause },
    )
  }
}

/** Makes a call, does its work and ends it. */
export async function runCall<T>(
  world: AdminWorld,
  name: string,
  options: CallOptions,
  work: (call: AdminCall) => Promise<T>,
): Promise<T> {
  world.ensureOpen(name)
  const call = new AdminCall(world, name, options)
  try {
    const result = await work(call)
    const error = itemsError(name, result)
    world.emit({
      type: error === undefined ? 'call-succeeded' : 'call-failed',
      call: name,
      durationMs: call.elapsedMs,
      ...(error === undefined ? {} : { error }),
    })
    return result
  } catch (error) {
    if (KafkaError.is(error)) world.emit({ type: 'call-failed', call: name, durationMs: call.elapsedMs, error })
    throw error
  } finally {
    call.dispose()
  }
}

function itemsError(name: string, result: unknown): KafkaError | undefined {
  if (!(result instanceof ItemResults)) return undefined
  const { results } = result as ItemResults<unknown, unknown>
  return results.some(({ error }) => error !== undefined) ? new AdminItemsError(name, results) : undefined
}

/** The results of a call on items, told apart from any other array. */
class ItemResults<Item, Value> {
  readonly results: readonly ItemResult<Item, Value>[]

  constructor(results: readonly ItemResult<Item, Value>[]) {
    this.results = results
  }
}

/** A call on several items; `items` is what the user gave, and must be an array. */
export function runItemsCall<Item, Value>(
  world: AdminWorld,
  name: string,
  items: readonly unknown[],
  options: CallOptions,
  work: (call: AdminCall) => Promise<readonly ItemResult<Item, Value>[]>,
): AdminResults<Item, Value> {
  const run = async () => {
    if (!Array.isArray(items)) throw new UsageError(`${name} takes an array`)
    const done = await runCall(world, name, options, async (call) => new ItemResults(await work(call)))
    return done.results
  }
  return new AdminResults(name, run())
}
