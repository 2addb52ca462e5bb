import type { OffsetCommitted } from '../broker-record.ts'

/** A committed offset. */
export type CommittedOffset = Omit<OffsetCommitted, 'type' | 'groupId'>

/** The offsets that groups have committed. */
export class OffsetStore {
  /** By group, then by topic id and partition. */
  readonly #groups = new Map<string, Map<string, CommittedOffset>>()

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
