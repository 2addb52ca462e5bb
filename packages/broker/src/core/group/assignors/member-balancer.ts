/**
 * Gives out the members of a topic from both ends of their order by load: the least loaded ones to receive partitions, the most loaded
 * ones to give them up. The sizes are read again on each step, so that what was moved counts. Follows the MemberAssignmentBalancer in
 * Kafka's UniformHeterogeneousAssignmentBuilder: each end is a range of members with the same load that widens inwards when it is used up.
 */
export class MemberBalancer {
  readonly #sizes: readonly number[]
  #members: number[] = []
  #leastEnd = 0
  #leastSize = -1
  #nextLeast = 0
  #mostStart = 0
  #mostEnd = 0
  #mostSize = 1
  #nextMost = -1

  /** @param sizes partitions of each member, by its index; changed by the caller as it assigns. */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
  }

  /** Begins with the subscribers of a topic; gives back how far the loads are apart. */
  initialize(members: readonly number[]): number {
    this.#members = [...members].sort((left, right) => this.#sizes[left]! - this.#sizes[right]! || left - right)
    const least = this.#sizeAt(0)
    const most = this.#sizeAt(this.#members.length - 1)
    this.#leastEnd = 0
    this.#leastSize = least - 1
    this.#nextLeast = 0
    this.#mostStart = this.#members.length
    this.#mostEnd = this.#members.length
    this.#mostSize = most + 1
    this.#nextMost = this.#members.length - 1
    return most - least
  }

  #sizeAt(position: number): number {
    return this.#sizes[this.#members[position]!]!
  }

  /** The member that is to receive the next partition. */
  nextLeastLoaded(): number {
    if (this.#nextLeast >= this.#leastEnd) {
      this.#leastSize++
      while (this.#leastEnd < this.#members.length && this.#sizeAt(this.#leastEnd) === this.#leastSize) this.#leastEnd++
      this.#nextLeast = 0
    }
    return this.#members[this.#nextLeast++]!
  }

  /** The member that is to give up a partition; undefined where none is left. */
  nextMostLoaded(): number | undefined {
    if (this.#nextMost < this.#mostStart) {
      // All members of the range may have been excluded: it then goes on with the next load, however far that is.
      if (this.#mostEnd <= this.#mostStart && this.#mostStart > 0) this.#mostSize = this.#sizeAt(this.#mostStart - 1)
      else this.#mostSize--
      while (this.#mostStart > 0 && this.#sizeAt(this.#mostStart - 1) === this.#mostSize) this.#mostStart--
      this.#nextMost = this.#mostEnd - 1
    }
    return this.#nextMost < 0 ? undefined : this.#members[this.#nextMost--]
  }

  /** The member given out last has nothing to give up: it is not asked again. */
  excludeMostLoaded(): void {
    const position = this.#nextMost + 1
    const last = this.#mostEnd - 1
    ;[this.#members[position], this.#members[last]] = [this.#members[last]!, this.#members[position]!]
    this.#mostEnd--
  }

  /** Nothing that is moved now would make loads more equal. */
  get isBalanced(): boolean {
    return this.#mostSize - this.#leastSize <= 1
  }
}
