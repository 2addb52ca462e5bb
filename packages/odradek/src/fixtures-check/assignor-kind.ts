import { type PartitionAssignor, rangeAssignor } from '@odradek/consumer/internal'

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

const assignors: ReadonlyMap<string, PartitionAssignor> = new Map([[rangeAssignor.name, rangeAssignor]])

interface MemberJson {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly rackId: string | null
  readonly topics: readonly string[]
  readonly ownedPartitions: readonly (readonly [string, number])[]
  readonly generationId: number
  readonly userData: string | null
}

function check(entry: CorpusEntry): CaseResult {
  const name = stringField(entry, 'assignor')
  const assignor = assignors.get(name)
  if (assignor === undefined) return { outcome: 'not-covered', what: `assignor ${name}` }
  const members = (arrayField(entry, 'members') as readonly MemberJson[]).map(memberOf)
  if (members.some(({ rackId }) => rackId !== null))
    return { outcome: 'not-covered', what: `assignor ${name} with racks` }
  const topics = arrayField(entry, 'topics') as readonly { name: string; partitions: number }[]
  const counts = new Map(topics.map((topic) => [topic.name, topic.partitions]))
  const assignment = assignor.assign(counts, members)
  const ours = [...assignment].map(([memberId, owned]) => [memberId, owned.map((of) => [of.topic, of.partition])])
  const expected = entry['assignment'] as Record<string, [string, number][]>
  return resultOf(differences(sorted(expected), sorted(Object.fromEntries(ours) as typeof expected)))
}

/** Java walks the topics in the order of a hash map: in which order a member has its partitions is no part of the rule. */
function sorted(assignment: Readonly<Record<string, readonly [string, number][]>>): object {
  const compare = ([a, i]: [string, number], [b, j]: [string, number]) => (a === b ? i - j : a < b ? -1 : 1)
  return Object.fromEntries(Object.entries(assignment).map(([member, owned]) => [member, [...owned].sort(compare)]))
}

function memberOf(json: MemberJson): Parameters<PartitionAssignor['assign']>[1][number] {
  return {
    ...json,
    ownedPartitions: json.ownedPartitions.map(([topic, partition]) => ({ topic, partition })),
    userData: json.userData === null ? null : Buffer.from(json.userData, 'base64'),
  }
}
