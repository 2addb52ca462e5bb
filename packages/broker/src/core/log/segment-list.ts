import { InvariantError } from '@odradek/protocol'
import type { Segment } from './segment.ts'

/** The segments of a log in the order of their base offsets; the last one is active, which means that it is appended to. */
export class SegmentList {
  readonly #segments: Segment[]

  /** Throws InvariantError where there is none. */
  constructor(segments: readonly Segment[]) {
    if (segments.length === 0) throw new InvariantError('a log has at least one segment')
    this.#segments = [...segments]
  }

  get all(): readonly Segment[] {
    return this.#segments
  }

  get active(): Segment {
    return this.#segments.at(-1)!
  }

  get first(): Segment {
    return this.#segments[0]!
  }

  get sizeInBytes(): number {
    let size = 0
    for (const segment of this.#segments) size += segment.sizeInBytes
    return size
  }

  /** The index of the segment that `offset` belongs to: the last one that does not begin beyond it, or the first of all. */
  indexOf(offset: number): number {
    let low = 0
    let high = this.#segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.#segments[middle]!.baseOffset <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The segments that hold offsets from `from` up to `to`, exclusively; as in Kafka, with the one that `from` lies in. */
  between(from: number, to: number): readonly Segment[] {
    if (from >= to) return []
    return this.#segments.slice(this.indexOf(from)).filter((segment) => segment.baseOffset < to)
  }

  add(segment: Segment): void {
    this.#segments.push(segment)
  }

  /** Puts `added` in the place of `removed`, which lie side by side; with nothing added they just go. */
  replace(removed: readonly Segment[], added: readonly Segment[]): void {
    const at = this.#segments.indexOf(removed[0]!)
    if (at < 0) throw new InvariantError(`segment ${removed[0]?.baseOffset} is not part of the log`)
    this.#segments.splice(at, removed.length, ...added)
  }
}
