// The one loop that drives a client: polls each core, hands on what it wants sent, lets the connections do what the time asks for, and sets
// one timer. Station 5 of a record's way out.
import type { Clock, Timer } from './clock.ts'
import type { AnyUnsentRequest, RequestManager } from './core/request-manager.ts'

/** What ClientLoop is told. */
export interface ClientLoopOptions {
  readonly clock: Clock
  /** Takes what a core wants sent. */
  readonly enqueue: (request: AnyUnsentRequest, nowMs: number) => void
  /** Lets the connections do their part; returns when they have to again. */
  readonly service: (nowMs: number) => number
  /** A core, or one who listens to it, threw: that is a defect, and the client cannot go on. */
  readonly onDefect: (error: unknown) => void
}

interface Registration {
  readonly manager: RequestManager<unknown>
  readonly onEvent: ((event: unknown) => void) | undefined
}

/** Its reactions are microtasks, and each costs a fifth of what queueMicrotask makes in Node. */
const SETTLED = Promise.resolve()

/** A record that is handed over to a `for await` takes two. */
const HOPS_AFTER_TELLING = 8

/** See the head of the file. */
export class ClientLoop {
  readonly #options: ClientLoopOptions
  #registrations: readonly Registration[] = []
  #timer: Timer | undefined
  #timerAtMs = Infinity
  /** When the cores want to be polled again, as they said last. */
  #nextPollAtMs = Infinity
  #isWoken = false
  #isStopped = false
  readonly #runWoken = () => {
    this.#isWoken = false
    this.#run()
  }
  readonly #serviceTold = () => this.#service()
  #hopsLeft = 0
  /** A core that tells something each time is polled again by the timer: in microtasks alone nothing else would ever have its turn. */
  #isRunLater = false
  readonly #hop = () => {
    if (--this.#hopsLeft > 0) {
      void SETTLED.then(this.#hop)
      return
    }
    this.#isRunLater = true
    this.#runWoken()
    this.#isRunLater = false
  }
  readonly #runOnTime = () => {
    this.#timer = undefined
    this.#timerAtMs = Infinity
    this.#run()
  }

  constructor(options: ClientLoopOptions) {
    this.#options = options
  }

  /** Polls this core too, after those that were added before; the returned function ends that. */
  addManager<Event>(manager: RequestManager<Event>, onEvent?: (event: Event) => void): () => void {
    const registration: Registration = { manager, onEvent: onEvent as Registration['onEvent'] }
    this.#registrations = [...this.#registrations, registration]
    this.wakeup()
    return () => void (this.#registrations = this.#registrations.filter((other) => other !== registration))
  }

  /** Runs once soon, in a microtask: many calls until then are one. */
  wakeup(): void {
    if (this.#isWoken || this.#isStopped) return
    this.#isWoken = true
    void SETTLED.then(this.#runWoken)
  }

  /**
   * Runs once soon, by the timer. For whatever is told that something failed: a core may ask for it again, which fails at once again, and in
   * microtasks alone neither timers nor sockets would ever have their turn.
   */
  runByTimer(): void {
    if (this.#isStopped) return
    const nowMs = this.#options.clock.nowMs()
    this.#nextPollAtMs = nowMs
    this.#setTimer(nowMs, nowMs)
  }

  /** Polls nothing any more and sets no more timers. */
  stop(): void {
    this.#isStopped = true
    this.#setTimer(Infinity, 0)
  }

  #run(): void {
    if (this.#isStopped) return
    try {
      const nowMs = this.#options.clock.nowMs()
      const hasTold = this.#pollManagers(nowMs)
      // Whoever was told something gets on with it first: encoding and writing what was wanted besides takes longer than handing a record over.
      if (!hasTold) this.#service()
      else if (this.#nextPollAtMs > nowMs || this.#isRunLater) void SETTLED.then(this.#serviceTold)
      else this.#runLater()
    } catch (error) {
      this.#options.onDefect(error)
    }
  }

  /**
   * A core that told something wants to be polled again: after as many microtasks as it takes to hand over the few records that came together. That
   * each of them wakes the loop has it run no sooner.
   */
  #runLater(): void {
    if (this.#isWoken) return
    this.#isWoken = true
    this.#hopsLeft = HOPS_AFTER_TELLING
    void SETTLED.then(this.#hop)
  }

  /** Polls all; says whether anybody was told of an event. */
  #pollManagers(nowMs: number): boolean {
    let hasTold = false
    let nextAtMs = Infinity
    for (const { manager, onEvent } of this.#registrations) {
      const { requests, events, nextPollAtMs } = manager.poll(nowMs)
      for (const request of requests) this.#options.enqueue(request, nowMs)
      if (onEvent !== undefined && events !== undefined)
        for (const event of events) {
          hasTold = true
          onEvent(event)
        }
      if (nextPollAtMs < nextAtMs) nextAtMs = nextPollAtMs
    }
    this.#nextPollAtMs = nextAtMs
    return hasTold
  }

  #service(): void {
    if (this.#isStopped) return
    try {
      const nowMs = this.#options.clock.nowMs()
      const nextAtMs = this.#options.service(nowMs)
      // The cores may have been polled again since this was due, and what has just failed wants them polled at once.
      if (!this.#isStopped) this.#setTimer(Math.min(this.#nextPollAtMs, nextAtMs), nowMs)
    } catch (error) {
      this.#options.onDefect(error)
    }
  }

  /** A timer for an earlier time stays: it comes once for nothing, where one would be made anew for each request otherwise. */
  #setTimer(atMs: number, nowMs: number): void {
    if (atMs === this.#timerAtMs || (this.#timerAtMs < atMs && atMs < Infinity)) return
    this.#timer?.cancel()
    this.#timer = undefined
    this.#timerAtMs = atMs
    if (atMs === Infinity) return
    this.#timer = this.#options.clock.setTimer(Math.max(0, atMs - nowMs), this.#runOnTime)
  }
}
