import {
  cooperativeStickyAssignor,
  type GroupMember,
  type PartitionAssignor,
  rangeAssignor,
  roundRobinAssignor,
  stickyAssignor,
  type TopicPartition,
} from '@odradek/consumer/internal'

import { arrayField, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { differences } from './difference.ts'

/** `assignors`: how the leader of a group shares partitions out. */
export const assignorKind: CorpusKind = {
  name: 'assignor',
  recognises: (entry) => 'assignor' in entry && 'members' in entry && 'assignment' in entry,
  describe: (entry) => `${String(entry['assignor'])} ${String(entry['name'])}`,
  check,
}

const assignors: ReadonlyMap<string, PartitionAssignor> = new Map(
  [rangeAssignor, roundRobinAssignor, stickyAssignor, cooperativeStickyAssignor].map((one) => [one.name, one]),
)

type Assignment = ReadonlyMap<string, readonly TopicPartition[]>

interface MemberJson extends Omit<GroupMember, 'ownedPartitions' | 'userData'> {
  readonly ownedPartitions: readonly (readonly [string, number])[]
  readonly userData: string | null
}

interface TopicJson {
  readonly name: string
  readonly partitions: number
  readonly replicas: readonly (readonly number[])[]
}

interface Stats {
  readonly assigned: number
  readonly minPerMember: number
  readonly maxPerMember: number
  readonly unsubscribed: number
}

function check(entry: CorpusEntry): CaseResult {
  const name = stringField(entry, 'assignor')
  const assignor = assignors.get(name)
  if (assignor === undefined) return { outcome: 'not-covered', what: `assignor ${name}` }
  const members = (arrayField(entry, 'members') as readonly MemberJson[]).map(memberOf)
  const topics = arrayField(entry, 'topics') as readonly TopicJson[]
  const counts = new Map(topics.map((topic) => [topic.name, topic.partitions]))
  const assignment = assignor.assign(counts, members, racksOf(entry, topics))
  const stats = entry['stats'] as Stats
  // Java's own result gives a member what it does not read: any assignment without that fault will do.
  if (stats.unsubscribed > 0) return resultOf(faults(counts, members, assignment))
  // Java's result depends on the order of a hash map: how even it is counts.
  if (entry['orderIndependent'] === false) {
    const { assigned, minPerMember, maxPerMember } = stats
    return resultOf([
      ...differences({ assigned, minPerMember, maxPerMember }, statsOf(assignment)),
      ...faults(counts, members, assignment),
    ])
  }
  const ours = [...assignment].map(([memberId, owned]) => [memberId, owned.map((of) => [of.topic, of.partition])])
  const expected = entry['assignment'] as Record<string, [string, number][]>
  return resultOf(differences(sorted(expected), sorted(Object.fromEntries(ours) as typeof expected)))
}

/** What no assignment may do: give a partition twice, to one who does not read it, or to nobody while nobody owns it. */
function faults(
  counts: ReadonlyMap<string, number>,
  members: readonly GroupMember[],
  assignment: Assignment,
): string[] {
  const found: string[] = []
  const owners = new Map<string, string>()
  for (const { memberId, topics } of members) {
    for (const { topic, partition } of assignment.get(memberId) ?? []) {
      const key = `${topic}-${partition}`
      if (!topics.includes(topic)) found.push(`${memberId} does not read ${key}`)
      if (owners.has(key)) found.push(`${key} is given to ${memberId} and ${owners.get(key)}`)
      owners.set(key, memberId)
    }
  }
  const owned = new Set(members.flatMap((of) => of.ownedPartitions.map((tp) => `${tp.topic}-${tp.partition}`)))
  for (const topic of new Set(members.flatMap((member) => member.topics))) {
    for (let partition = 0; partition < (counts.get(topic) ?? 0); partition++) {
      const key = `${topic}-${partition}`
      if (!owners.has(key) && !owned.has(key)) found.push(`${key} is given to nobody`)
    }
  }
  return found
}

function statsOf(assignment: Assignment): Omit<Stats, 'unsubscribed'> {
  const sizes = Array.from(assignment.values(), ({ length }) => length)
  return {
    assigned: sizes.reduce((sum, size) => sum + size, 0),
    minPerMember: Math.min(...sizes),
    maxPerMember: Math.max(...sizes),
  }
}

/** Java walks the topics in the order of a hash map: in which order a member has its partitions is no part of the rule. */
function sorted(assignment: Readonly<Record<string, readonly [string, number][]>>): object {
  const compare = ([a, i]: [string, number], [b, j]: [string, number]) => (a === b ? i - j : a < b ? -1 : 1)
  return Object.fromEntries(Object.entries(assignment).map(([member, owned]) => [member, [...owned].sort(compare)]))
}

function racksOf(entry: CorpusEntry, topics: readonly TopicJson[]): ReadonlyMap<string, ReadonlySet<string>[]> {
  const brokers = arrayField(entry, 'brokers') as readonly { id: number; rack: string | null }[]
  const racks = new Map(brokers.map(({ id, rack }) => [id, rack]))
  const ofReplicas = (replicas: readonly number[]) => new Set(replicas.flatMap((id) => racks.get(id) ?? []))
  return new Map(topics.map(({ name, replicas }) => [name, replicas.map(ofReplicas)]))
}

function memberOf(json: MemberJson): GroupMember {
  return {
    ...json,
    ownedPartitions: json.ownedPartitions.map(([topic, partition]) => ({ topic, partition })),
    userData: json.userData === null ? null : Buffer.from(json.userData, 'base64'),
  }
}
