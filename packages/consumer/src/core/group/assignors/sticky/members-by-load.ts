import { compareText } from '../assignor.ts'

/** Members in order of how many partitions they have, then of their ids. A member's count changes only while it is taken out. */
export class MembersByLoad implements Iterable<string> {
  readonly #countOf: (memberId: string) => number
  readonly #members: string[] = []

  constructor(countOf: (memberId: string) => number) {
    this.#countOf = countOf
  }

  get size(): number {
    return this.#members.length
  }

  get least(): string | undefined {
    return this.#members[0]
  }

  get most(): string | undefined {
    return this.#members.at(-1)
  }

  add(memberId: string): void {
    this.#members.splice(this.#placeOf(memberId), 0, memberId)
  }

  delete(memberId: string): void {
    const place = this.#placeOf(memberId)
    if (this.#members[place] === memberId) this.#members.splice(place, 1)
  }

  [Symbol.iterator](): ArrayIterator<string> {
    return this.#members.values()
  }

  #placeOf(memberId: string): number {
    const count = this.#countOf(memberId)
    let low = 0
    let high = this.#members.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#members[middle]!
      const order = this.#countOf(other) - count || compareText(other, memberId)
      if (order < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
