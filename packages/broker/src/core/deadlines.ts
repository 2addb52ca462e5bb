interface Entry<T> {
  readonly key: string
  readonly atMs: number
  readonly what: T
}

/** Deadlines by key, the next one first: a binary heap in which replaced and cancelled entries stay until they come to the top. */
export class Deadlines<T> {
  readonly #heap: Entry<T>[] = []
  readonly #current = new Map<string, Entry<T>>()

  /** Sets the deadline of a key, in place of an earlier one. */
  set(key: string, atMs: number, what: T): void {
    const entry = { key, atMs, what }
    this.#current.set(key, entry)
    this.#heap.push(entry)
    this.#rise(this.#heap.length - 1)
  }

  /** Whether the key has a deadline. */
  has(key: string): boolean {
    return this.#current.has(key)
  }

  cancel(key: string): void {
    this.#current.delete(key)
  }

  /** The next deadline; Infinity where there is none. */
  get nextAtMs(): number {
    this.#dropStale()
    return this.#heap[0]?.atMs ?? Infinity
  }

  /** Takes out the next deadline that is not after `nowMs`. */
  takeDue(nowMs: number): T | undefined {
    this.#dropStale()
    const top = this.#heap[0]
    if (top === undefined || top.atMs > nowMs) return undefined
    this.#current.delete(top.key)
    this.#removeTop()
    return top.what
  }

  #dropStale(): void {
    for (let top = this.#heap[0]; top !== undefined && this.#current.get(top.key) !== top; top = this.#heap[0]) {
      this.#removeTop()
    }
  }

  #removeTop(): void {
    const last = this.#heap.pop()!
    if (this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink()
  }

  #rise(from: number): void {
    const heap = this.#heap
    for (let at = from; at > 0;) {
      const parent = (at - 1) >>> 1
      if (heap[parent]!.atMs <= heap[at]!.atMs) return
      ;[heap[parent], heap[at]] = [heap[at]!, heap[parent]!]
      at = parent
    }
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const right = left + 1
      const least = right < heap.length && heap[right]!.atMs < heap[left]!.atMs ? right : left
      if (heap[at]!.atMs <= heap[least]!.atMs) return
      ;[heap[least], heap[at]] = [heap[at]!, heap[least]!]
      at = least
    }
  }
}
