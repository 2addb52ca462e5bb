/** Offsets in one page: a page is small enough that one stray offset costs little. */
const PAGE_SIZE = 1024
/** Stands for "nothing yet" where hashes are kept; real ones are never negative. */
const NOTHING = -1

/** What is known of each offset of a page, in columns: 32 bytes a record. */
class Page {
  readonly acknowledgedHash = new Float64Array(PAGE_SIZE).fill(NOTHING)
  readonly consumedHash = new Float64Array(PAGE_SIZE).fill(NOTHING)
  readonly sequence = new Float64Array(PAGE_SIZE).fill(NOTHING)
  readonly keyId = new Uint32Array(PAGE_SIZE)
  readonly timesConsumed = new Uint32Array(PAGE_SIZE)
}

/** One offset of a partition, as the ledger has it. `undefined`: that side never spoke of it. */
export interface LedgerEntry {
  readonly offset: number
  readonly acknowledgedHash: number | undefined
  readonly consumedHash: number | undefined
  /** Where in the order of sending the record stood. */
  readonly sequence: number
  readonly keyId: number
  readonly timesConsumed: number
}

/** What the ledger holds of one partition: per offset the record that was acknowledged and the one that was consumed. */
export class PartitionLedger {
  readonly #pages = new Map<number, Page>()
  /** Records acknowledged, each offset once. */
  acknowledged = 0
  /** Offsets consumed at least once. */
  consumed = 0
  /** Deliveries beyond the first of an offset. */
  duplicates = 0
  /** Offsets that are both acknowledged and consumed. */
  settled = 0
  /** Highest offset acknowledged; -1 before the first. */
  lastAcknowledged = -1
  /** Highest offset consumed; -1 before the first. */
  lastConsumed = -1

  /** Notes an acknowledgement. Returns false where the offset had been acknowledged before: two records cannot share it. */
  acknowledge(offset: number, hash: number, sequence: number, keyId: number): boolean {
    const page = this.#page(offset)
    const at = offset % PAGE_SIZE
    if (page.acknowledgedHash[at] !== NOTHING) return false
    page.acknowledgedHash[at] = hash
    page.sequence[at] = sequence
    page.keyId[at] = keyId
    this.acknowledged++
    if (page.timesConsumed[at]! > 0) this.settled++
    if (offset > this.lastAcknowledged) this.lastAcknowledged = offset
    return true
  }

  /**
   * Notes a delivery and says what it was: the first of its offset, a repetition, one that differs from the delivery before
   * (`changed`), or a first one behind offsets that were delivered already (`late`).
   */
  consume(offset: number, hash: number): 'first' | 'again' | 'changed' | 'late' {
    const page = this.#page(offset)
    const at = offset % PAGE_SIZE
    if (page.timesConsumed[at]! > 0) {
      page.timesConsumed[at]!++
      this.duplicates++
      return page.consumedHash[at] === hash ? 'again' : 'changed'
    }
    page.timesConsumed[at] = 1
    page.consumedHash[at] = hash
    this.consumed++
    if (page.acknowledgedHash[at] !== NOTHING) this.settled++
    const late = offset < this.lastConsumed
    if (!late) this.lastConsumed = offset
    return late ? 'late' : 'first'
  }

  /** Every offset that either side spoke of, ascending. */
  *entries(): Generator<LedgerEntry> {
    for (const number of [...this.#pages.keys()].sort((a, b) => a - b)) {
      const page = this.#pages.get(number)!
      for (let at = 0; at < PAGE_SIZE; at++) {
        const acknowledgedHash = known(page.acknowledgedHash[at]!)
        const consumedHash = known(page.consumedHash[at]!)
        if (acknowledgedHash === undefined && consumedHash === undefined) continue
        yield {
          offset: number * PAGE_SIZE + at,
          acknowledgedHash,
          consumedHash,
          sequence: page.sequence[at]!,
          keyId: page.keyId[at]!,
          timesConsumed: page.timesConsumed[at]!,
        }
      }
    }
  }

  #page(offset: number): Page {
    const number = Math.floor(offset / PAGE_SIZE)
    let page = this.#pages.get(number)
    if (page === undefined) this.#pages.set(number, (page = new Page()))
    return page
  }
}

function known(hash: number): number | undefined {
  return hash === NOTHING ? undefined : hash
}
