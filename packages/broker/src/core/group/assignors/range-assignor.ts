// `range` on the broker: of each topic, each subscriber gets a run of partitions, and the same members get the same numbers of
// each topic, so that topics with as many partitions are joined partition by partition. Follows Kafka's RangeAssignor.
import type { AssignorInput, AssignorMember, GroupAssignment, ServerAssignor } from './server-assignor.ts'

interface TopicRange {
  readonly partitions: number
  subscribers: number
  given: number
  extrasGiven: number
}

/** Assigns runs of partitions. */
export const rangeAssignor: ServerAssignor = {
  name: 'range',
  assign({ members, partitionCounts }: AssignorInput): GroupAssignment {
    const ranges = new Map<string, TopicRange>()
    for (const { topicIds } of members) {
      for (const topicId of topicIds) {
        const range = ranges.get(topicId)
        if (range !== undefined) range.subscribers++
        else
          ranges.set(topicId, { partitions: partitionCounts.get(topicId)!, subscribers: 1, given: 0, extrasGiven: 0 })
      }
    }
    const assignment = new Map<string, Map<string, Set<number>>>()
    for (const { memberId, topicIds } of [...members].sort(compareMembers)) {
      const partitions = new Map<string, Set<number>>()
      for (const topicId of topicIds) {
        const run = nextRun(ranges.get(topicId)!)
        if (run.size > 0) partitions.set(topicId, run)
      }
      assignment.set(memberId, partitions)
    }
    return assignment
  },
}

function nextRun(range: TopicRange): Set<number> {
  const extras = range.partitions % range.subscribers
  let size = Math.floor(range.partitions / range.subscribers)
  if (range.extrasGiven < extras) {
    size++
    range.extrasGiven++
  }
  const start = range.given
  range.given = Math.min(start + size, range.partitions)
  return new Set(Array.from({ length: range.given - start }, (_, index) => start + index))
}

/** Static members come first, by their instance ids, so that a restart moves nothing. */
function compareMembers(left: AssignorMember, right: AssignorMember): number {
  if (left.instanceId !== null && right.instanceId !== null) return compare(left.instanceId, right.instanceId)
  if (left.instanceId !== null) return -1
  if (right.instanceId !== null) return 1
  return compare(left.memberId, right.memberId)
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
