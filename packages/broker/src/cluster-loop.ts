// Drives the brokers of a cluster together: what one does may give others something to do.
import type { Clock, Timer } from '@odradek/network'
import type { ClusterCore } from './core/cluster/cluster-core.ts'
import type { Server } from './server.ts'

/** The one loop of a cluster. */
export class ClusterLoop {
  readonly #core: ClusterCore
  readonly #clock: Clock
  readonly #servers = new Set<Server>()
  #timer: Timer | undefined
  #timerAtMs = Infinity
  #running = false
  #closed = false

  constructor(core: ClusterCore, clock: Clock) {
    this.#core = core
    this.#clock = clock
  }

  add(server: Server): void {
    this.#servers.add(server)
  }

  remove(server: Server): void {
    this.#servers.delete(server)
  }

  /** Something has happened: lets brokers copy from each other and answer, until there is nothing more to do. */
  run(): void {
    if (this.#running || this.#closed) return
    this.#running = true
    try {
      this.#runAll()
    } finally {
      this.#running = false
    }
    for (const server of this.#servers) server.schedule()
    this.#schedule(this.#core.nextDeadlineMs)
  }

  #runAll(): void {
    for (let again = true; again;) {
      again = this.#core.replicate(this.#clock.nowMs(), this.#clock.wallClockMs())
      for (const server of this.#servers) {
        if (!server.hasWork) continue
        server.run()
        again = true
      }
    }
  }

  #schedule(atMs: number): void {
    if (this.#timer !== undefined && this.#timerAtMs === atMs) return
    this.#timer?.cancel()
    this.#timer = undefined
    this.#timerAtMs = atMs
    if (atMs === Infinity) return
    this.#timer = this.#clock.setTimer(Math.max(0, atMs - this.#clock.nowMs()), () => {
      this.#timer = undefined
      this.run()
    })
  }

  close(): void {
    this.#closed = true
    this.#timer?.cancel()
    this.#timer = undefined
  }
}
