// How much may be asked of a broker, so that what is on its way and what is held in memory together stay below fetchMaxBytes.
import type { FetchBuffer } from './fetch-buffer.ts'

/** See the head of the file. */
export class FetchBudget {
  readonly #maxBytes: number
  readonly #buffer: FetchBuffer
  /** What each broker that was asked may answer with. */
  readonly #asked = new Map<number, number>()

  constructor(maxBytes: number, buffer: FetchBuffer) {
    this.#maxBytes = maxBytes
    this.#buffer = buffer
  }

  /** Whether an answer of the broker is awaited. */
  isAsked(nodeId: number): boolean {
    return this.#asked.has(nodeId)
  }

  ask(nodeId: number, bytes: number): void {
    this.#asked.set(nodeId, bytes)
  }

  onSettled(nodeId: number): void {
    this.#asked.delete(nodeId)
  }

  /**
   * What may be asked of one of so many brokers; 0 where it is not worth a request. With `mayEvict` what waits for a partition to be resumed makes
   * room: it must not hold up the others.
   */
  roomFor(nodeId: number, brokers: number, mayEvict: boolean): number {
    const share = Math.max(1, Math.floor(this.#maxBytes / Math.max(1, brokers)))
    // Half a share is worth a request; less would be many small ones.
    const isEnough = () => this.#roomIn(share, nodeId) >= share / 2
    if (mayEvict && !isEnough()) this.#buffer.evict(isEnough)
    return isEnough() ? this.#roomIn(share, nodeId) : 0
  }

  #roomIn(share: number, nodeId: number): number {
    const held = this.#buffer.bytes + (this.#buffer.bytesInWork?.() ?? 0)
    if (held === 0) return share
    let left = this.#maxBytes - held
    for (const bytes of this.#asked.values()) left -= bytes
    return Math.min(left, share - this.#buffer.bytesFrom(nodeId))
  }
}
