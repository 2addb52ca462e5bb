/** Where the number of records is not known beforehand, the members come and go as if it were this. */
const ASSUMED_TOTAL = 3000

/**
 * When the members of the group come and go: the second joins once a third of the records is consumed, the first leaves at two thirds.
 * A fast machine would be done before the group has changed, so the producer waits: at half for the second member to have its
 * partitions, at two thirds for the first to leave. So records flow before, between and during the rebalances.
 */
export class Stages {
  #total: number
  #stage: 'alone' | 'joined' | 'leaving' = 'alone'
  /** Called when `mayProduce` may have changed. */
  onRelease: () => void = () => {}

  /** `total` is the number of records that will be produced; undefined where it is not known yet. */
  constructor(total: number | undefined) {
    this.#total = total ?? ASSUMED_TOTAL
  }

  /** The number of records is known now: the input is over. */
  setTotal(total: number): void {
    this.#total = total
    this.onRelease()
  }

  /** Whether the second member's time has come. */
  shouldJoin(consumed: number): boolean {
    return consumed > 0 && consumed >= this.#joinAt
  }

  /** Whether the first member's time has come to leave. */
  shouldLeave(consumed: number): boolean {
    return this.#stage === 'joined' && consumed >= this.#leaveAt
  }

  /** The second member has its partitions. */
  onJoined(): void {
    if (this.#stage !== 'alone') return
    this.#stage = 'joined'
    this.onRelease()
  }

  /** The first member begins to leave. */
  onLeaving(): void {
    this.#stage = 'leaving'
    this.onRelease()
  }

  /** Whether this many records may be produced now. */
  mayProduce(produced: number): boolean {
    if (this.#stage === 'leaving') return true
    return produced <= (this.#stage === 'joined' ? this.#leaveAt : this.#holdAt)
  }

  get #joinAt(): number {
    return Math.ceil(this.#total / 3)
  }

  /** Never less than what the second member waits for. */
  get #holdAt(): number {
    return Math.max(this.#joinAt, Math.floor(this.#total / 2))
  }

  get #leaveAt(): number {
    return Math.max(this.#holdAt, Math.floor((2 * this.#total) / 3))
  }
}
