// The golden assignor cases as the assignors take them.
import { readGolden } from '@odradek/test-kit'
import type { GroupMember, PartitionRacks } from '../../src/core/group/assignors/assignor.ts'
import type { TopicPartition } from '../../src/core/topic-partition.ts'

interface GoldenJson {
  name: string
  assignor: string
  brokers: { id: number; rack: string | null }[]
  topics: { name: string; partitions: number; replicas: number[][] }[]
  members: {
    memberId: string
    groupInstanceId: string | null
    rackId: string | null
    topics: string[]
    ownedPartitions: [string, number][]
    generationId: number
    userData: string | null
  }[]
  assignment: Record<string, [string, number][]>
  orderIndependent: boolean
  stats: { assigned: number; minPerMember: number; maxPerMember: number; unsubscribed: number }
}

/** One case: what goes into an assignor, and what Java's made of it. */
export interface GoldenAssignment {
  readonly json: GoldenJson
  readonly counts: ReadonlyMap<string, number>
  readonly members: readonly GroupMember[]
  readonly racks: PartitionRacks
}

/** All cases. */
export function goldenAssignments(): GoldenAssignment[] {
  return readGolden<GoldenJson>('assignors.jsonl').map((json) => {
    const racks = new Map(json.brokers.map(({ id, rack }) => [id, rack]))
    const ofReplicas = (replicas: number[]) => new Set(replicas.flatMap((id) => racks.get(id) ?? []))
    return {
      json,
      counts: new Map(json.topics.map(({ name, partitions }) => [name, partitions])),
      members: json.members.map((member) => ({
        ...member,
        ownedPartitions: member.ownedPartitions.map(([topic, partition]) => ({ topic, partition })),
        userData: member.userData === null ? null : new Uint8Array(Buffer.from(member.userData, 'base64')),
      })),
      racks: new Map(json.topics.map(({ name, replicas }) => [name, replicas.map(ofReplicas)])),
    }
  })
}

/** An assignment as text, so that two can be compared whatever the order of a member's partitions. */
export function assignmentText(assignment: Iterable<[string, readonly TopicPartition[]]>): Record<string, string> {
  return Object.fromEntries(
    Array.from(assignment, ([memberId, owned]) => [
      memberId,
      owned
        .map(({ topic, partition }) => `${topic}-${partition}`)
        .sort()
        .join(' '),
    ]),
  )
}

/** A new dynamic member without a past. */
export function groupMember(memberId: string, topics: string[], more: Partial<GroupMember> = {}): GroupMember {
  return {
    memberId,
    groupInstanceId: null,
    topics,
    ownedPartitions: [],
    generationId: -1,
    rackId: null,
    userData: null,
    ...more,
  }
}
