import type { CommittedAt } from './committed-offsets.ts'

/** A record that a member has handled. */
export interface HandledEntry {
  readonly number: number
  readonly partition: number
  readonly offset: number
  /** Milliseconds since the group was made. */
  readonly atMs: number
  readonly member: number
}

/** What came of a group's work. */
export interface DeliveryFigures {
  /** Never handled. */
  readonly missing: number
  /** Deliveries of a record beyond its first. */
  readonly duplicated: number
  /** Those of them that lie before an offset that the group had committed when its partition was taken over. */
  readonly behindCommit: number
  /** Records that a member handled behind a later one of the same partition, without having taken the partition over anew. */
  readonly reordered: number
  /** The longest time in which nobody handled anything, in milliseconds. */
  readonly longestGapMs: number
}

/** Reads what a member has written. What it was just writing when it was killed is left out. */
export function readEntries(bytes: Buffer, member: number): HandledEntry[] {
  const entries: HandledEntry[] = []
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    entries.push({
      number: bytes.readInt32LE(at),
      partition: bytes.readInt32LE(at + 4),
      offset: bytes.readInt32LE(at + 8),
      atMs: bytes.readInt32LE(at + 12),
      member,
    })
  }
  return entries
}

/** Sorts out what was handled, in the order of time; `committedBefore` says what the group had committed at a moment. */
export function deliveryFigures(
  entries: readonly HandledEntry[],
  records: number,
  committedBefore: (atMs: number) => CommittedAt | undefined,
): DeliveryFigures {
  const times = new Uint8Array(records)
  /** By partition: who reads it, how far, and what was committed when they took it over. */
  const readers = new Map<number, { member: number; offset: number; committed: number }>()
  let [duplicated, behindCommit, longestGapMs] = [0, 0, 0]
  let beforeMs = entries[0]?.atMs ?? 0
  for (const { number, partition, offset, atMs, member } of entries) {
    longestGapMs = Math.max(longestGapMs, atMs - beforeMs)
    beforeMs = atMs
    let reader = readers.get(partition)
    if (reader === undefined || reader.member !== member || offset <= reader.offset) {
      const committed = committedBefore(atMs)?.offsets[partition] ?? -1
      reader = { member, offset, committed }
      readers.set(partition, reader)
    }
    reader.offset = offset
    if (++times[number]! === 1) continue
    duplicated++
    if (offset < reader.committed) behindCommit++
  }
  const missing = times.reduce((sum, count) => sum + (count === 0 ? 1 : 0), 0)
  return { missing, duplicated, behindCommit, reordered: outOfOrder(entries), longestGapMs }
}

/** Steps back of a member to an offset that it handled before are takeovers; any other is out of order. */
function outOfOrder(entries: readonly HandledEntry[]): number {
  const seen = new Map<string, Set<number>>()
  const last = new Map<string, number>()
  let count = 0
  for (const { partition, offset, member } of entries) {
    const key = `${member}/${partition}`
    const offsets = seen.get(key) ?? new Set<number>()
    seen.set(key, offsets)
    if (offset < (last.get(key) ?? -1) && !offsets.has(offset)) count++
    offsets.add(offset)
    last.set(key, offset)
  }
  return count
}
