import { readGolden } from '@odradek/test-kit'
import test from 'ava'
import type { GroupMember } from '../../../src/core/group/assignor.ts'
import { rangeAssignor } from '../../../src/core/group/range-assignor.ts'

interface GoldenAssignment {
  name: string
  assignor: string
  brokers: { id: number; rack: string | null }[]
  topics: { name: string; partitions: number }[]
  members: {
    memberId: string
    groupInstanceId: string | null
    rackId: string | null
    topics: string[]
    generationId: number
  }[]
  assignment: Record<string, [string, number][]>
  orderIndependent: boolean
}

const golden = readGolden<GoldenAssignment>('assignors.jsonl').filter(({ assignor }) => assignor === 'range')
// Members with racks are assigned by racks (KIP-881), which this assignor does not do.
const withoutRacks = golden.filter(({ members }) => members.every(({ rackId }) => rackId === null))

function member(golden: GoldenAssignment['members'][number]): GroupMember {
  return { ...golden, ownedPartitions: [], userData: null }
}

for (const entry of withoutRacks) {
  test(`assigns as Java does: ${entry.name}`, (t) => {
    const counts = new Map(entry.topics.map(({ name, partitions }) => [name, partitions]))
    const assignment = rangeAssignor.assign(counts, entry.members.map(member))
    t.true(entry.orderIndependent)
    t.deepEqual([...assignment.keys()].sort(), Object.keys(entry.assignment).sort())
    for (const [memberId, partitions] of assignment) {
      // Java lists a member's topics in the order of a hash map: which partitions it has is what counts.
      const expected = entry.assignment[memberId]!.map(([topic, partition]) => `${topic}-${partition}`)
      t.deepEqual(partitions.map(({ topic, partition }) => `${topic}-${partition}`).sort(), expected.sort(), memberId)
    }
  })
}

test('the golden corpus holds assignments without racks', (t) => {
  t.log(`${withoutRacks.length} of ${golden.length} range assignments are without racks`)
  t.true(withoutRacks.length >= 40)
})

test('a topic that does not exist gives nobody anything', (t) => {
  const one: GroupMember = {
    memberId: 'a',
    groupInstanceId: null,
    topics: ['missing'],
    ownedPartitions: [],
    generationId: -1,
    rackId: null,
    userData: null,
  }
  t.deepEqual([...rangeAssignor.assign(new Map(), [one])], [['a', []]])
})

test('a topic that a member names twice counts once', (t) => {
  const one = (memberId: string, topics: string[]): GroupMember => ({
    memberId,
    groupInstanceId: null,
    topics,
    ownedPartitions: [],
    generationId: -1,
    rackId: null,
    userData: null,
  })
  const assignment = rangeAssignor.assign(new Map([['t', 4]]), [one('a', ['t', 't']), one('b', ['t'])])
  t.is(assignment.get('a')!.length, 2)
  t.is(assignment.get('b')!.length, 2)
})
