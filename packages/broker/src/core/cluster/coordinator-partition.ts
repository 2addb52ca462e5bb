import { stringHashCode } from '@odradek/partitioners'

const INT_MIN = -0x80000000

/** The partition of a group or transactional id, of `count` (Kafka's `Utils.abs(id.hashCode) % count`). */
export function coordinatorPartition(id: string, count: number): number {
  const hash = stringHashCode(id)
  return hash === INT_MIN ? 0 : Math.abs(hash) % count
}
