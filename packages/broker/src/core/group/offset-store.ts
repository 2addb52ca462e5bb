import type { OffsetCommitted, TransactionOffsetCommitted, TransactionOffsetsEnded } from '../broker-record.ts'

/** A committed offset. */
export type CommittedOffset = Omit<OffsetCommitted, 'type' | 'groupId'>

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

  commit(record: OffsetCommitted): void {
    let offsets = this.#groups.get(record.groupId)
    if (offsets === undefined) this.#groups.set(record.groupId, (offsets = new Map()))
    offsets.set(`${record.topicId}/${record.partition}`, record)
  }

  find(groupId: string, topicId: string, partition: number): CommittedOffset | undefined {
    return this.#groups.get(groupId)?.get(`${topicId}/${partition}`)
  }

  /** All offsets of a group, in the order of their first commits. */
  ofGroup(groupId: string): Iterable<CommittedOffset> {
    return this.#groups.get(groupId)?.values() ?? []
  }

  removeGroup(groupId: string): void {
    this.#groups.delete(groupId)
  }

  removeTopic(topicId: string): void {
    for (const offsets of this.#groups.values()) {
      for (const [key, offset] of offsets) if (offset.topicId === topicId) offsets.delete(key)
    }
  }
}
