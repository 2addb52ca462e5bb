/** Where the number of lines is not known beforehand: the second member joins after this many records ... */
const JOIN_AFTER = 1000
/** ... and no more than this many are produced until it has. */
const HOLD_AT = 2000

/**
 * When the members of the group come and go: the second joins once a third of the records is consumed, the first leaves at two
 * thirds. Until the second has its partitions, the producer keeps the last third back, or a fast machine would be done before
 * the group has changed.
 */
export class Stages {
  #total: number | undefined
  #joined = false
  /** Called when `mayProduce` may have changed. */
  onRelease: () => void = () => {}

  /** `total` is the number of records that will be produced; undefined where it is not known yet. */
  constructor(total: number | undefined) {
    this.#total = total
  }

  /** The number of records is known now: the input is over. */
  setTotal(total: number): void {
    this.#total = total
    this.onRelease()
  }

  /** Whether the second member's time has come. */
  shouldJoin(consumed: number): boolean {
    return consumed > 0 && consumed >= (this.#total === undefined ? JOIN_AFTER : Math.ceil(this.#total / 3))
  }

  /** Whether the first member's time has come to leave. */
  shouldLeave(consumed: number): boolean {
    return this.#joined && this.#total !== undefined && consumed >= Math.ceil((2 * this.#total) / 3)
  }

  /** The second member has its partitions. */
  onJoined(): void {
    this.#joined = true
    this.onRelease()
  }

  /** Whether this many records may be produced now. */
  mayProduce(produced: number): boolean {
    if (this.#joined) return true
    if (this.#total === undefined) return produced <= HOLD_AT
    // Never less than what the second member waits for.
    return produced <= Math.max(Math.ceil(this.#total / 3), Math.floor((2 * this.#total) / 3))
  }
}
