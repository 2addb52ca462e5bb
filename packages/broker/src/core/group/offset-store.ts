import type { OffsetCommitted, TransactionOffsetCommitted, TransactionOffsetsEnded } from '../broker-record.ts'

/** A committed offset. */
export type CommittedOffset = Omit<OffsetCommitted, 'type'>

/** The offsets that groups have committed. */
export class OffsetStore {
  /** By group, then by topic id and partition. */
  readonly #groups = new Map<string, Map<string, CommittedOffset>>()

  /** Offsets of open transactions, by producer id. */
  readonly #pending = new Map<bigint, OffsetCommitted[]>()

  /** Keeps an offset until its transaction ends. */
  commitInTransaction({ producerId, offset }: TransactionOffsetCommitted): void {
    const pending = this.#pending.get(producerId)
    if (pending === undefined) this.#pending.set(producerId, [offset])
    else pending.push(offset)
  }

  /** The transaction's offsets count from now on, or never. */
  endTransaction({ producerId, committed }: TransactionOffsetsEnded): void {
    const pending = this.#pending.get(producerId) ?? []
    this.#pending.delete(producerId)
    if (committed) for (const offset of pending) this.commit(offset)
  }

  /** Whether an open transaction has an offset for the partition. */
  hasPending(groupId: string, topicId: string, partition: number): boolean {
    for (const pending of this.#pending.values()) {
      if (pending.some((one) => one.groupId === groupId && one.topicId === topicId && one.partition === partition)) {
        return true
      }
    }
    return false
  }

  /** Whether an open transaction has offsets of a group. */
  hasPendingOf(groupId: string): boolean {
    for (const pending of this.#pending.values()) if (pending.some((one) => one.groupId === groupId)) return true
    return false
  }

  /** Whether a group has committed anything. */
  hasGroup(groupId: string): boolean {
    return this.#groups.has(groupId)
  }

  commit(record: OffsetCommitted): void {
    let offsets = this.#groups.get(record.groupId)
    if (offsets === undefined) this.#groups.set(record.groupId, (offsets = new Map()))
    offsets.set(keyOf(record), record)
  }

  find(groupId: string, topicId: string, partition: number): CommittedOffset | undefined {
    return this.#groups.get(groupId)?.get(keyOf({ topicId, partition }))
  }

  /** All offsets of a group, in the order of their first commits. */
  ofGroup(groupId: string): Iterable<CommittedOffset> {
    return this.#groups.get(groupId)?.values() ?? []
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0
  }

  /** The groups that have offsets. */
  groupIds(): Iterable<string> {
    return this.#groups.keys()
  }

  remove(groupId: string, topicId: string, partition: number): void {
    const offsets = this.#groups.get(groupId)
    offsets?.delete(keyOf({ topicId, partition }))
    if (offsets?.size === 0) this.#groups.delete(groupId)
  }

  removeGroup(groupId: string): void {
    this.#groups.delete(groupId)
    for (const [producerId, pending] of this.#pending) {
      const left = pending.filter((one) => one.groupId !== groupId)
      if (left.length < pending.length) this.#pending.set(producerId, left)
    }
  }

  /** Takes away the offsets for a topic, and gives them back. */
  removeTopic(topicId: string): CommittedOffset[] {
    const removed = [...this.#groups.values()].flatMap((offsets) =>
      [...offsets.values()].filter((offset) => offset.topicId === topicId),
    )
    for (const { groupId, partition } of removed) this.remove(groupId, topicId, partition)
    return removed
  }
}

function keyOf({ topicId, partition }: { topicId: string; partition: number }): string {
  return `${topicId}/${partition}`
}
