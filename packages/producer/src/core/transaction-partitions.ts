import type { AnswerPart } from './transaction-requests.ts'

/** What the first transaction protocol has to announce to the coordinator before it is written to: partitions and groups. */
export class TransactionPartitions {
  /** Partitions with records, by topic, that have not been announced. */
  readonly wanted = new Map<string, Set<number>>()
  private readonly added = new Map<string, Set<number>>()
  private readonly groups = new Set<string>()

  /** Whether the partition is part of the transaction. */
  has(topic: string, partition: number): boolean {
    return this.added.get(topic)?.has(partition) === true
  }

  hasGroup(groupId: string): boolean {
    return this.groups.has(groupId)
  }

  /** Has the partition announced. Returns whether that is news. */
  want(topic: string, partition: number): boolean {
    const partitions = this.wanted.get(topic) ?? new Set()
    if (partitions.has(partition)) return false
    this.wanted.set(topic, partitions.add(partition))
    return true
  }

  /** Whether the coordinator has said of no partition and no group that it is part of the transaction. */
  get isEmpty(): boolean {
    return this.added.size === 0 && this.groups.size === 0
  }

  /** The coordinator has these partitions. */
  addAll(parts: readonly AnswerPart[]): void {
    for (const { topic, partition } of parts) this.add(topic!, partition!)
  }

  private add(topic: string, partition: number): void {
    this.added.set(topic, (this.added.get(topic) ?? new Set()).add(partition))
    const wanted = this.wanted.get(topic)
    wanted?.delete(partition)
    if (wanted?.size === 0) this.wanted.delete(topic)
  }

  /** The coordinator has the group; undefined where its offsets have been given up meanwhile. */
  addGroup(groupId: string | undefined): void {
    if (groupId !== undefined) this.groups.add(groupId)
  }

  /** Nothing more is announced. */
  dropWanted(): void {
    this.wanted.clear()
  }

  /** The next transaction begins with none. */
  clear(): void {
    this.wanted.clear()
    this.added.clear()
    this.groups.clear()
  }
}
