import test from 'ava'
import fc from 'fast-check'
import { rangeAssignor } from '../../../../src/core/group/assignors/range-assignor.ts'
import type {
  AssignorInput,
  AssignorMember,
  GroupAssignment,
} from '../../../../src/core/group/assignors/server-assignor.ts'
import { uniformAssignor } from '../../../../src/core/group/assignors/uniform-assignor.ts'
import type { TopicPartitions } from '../../../../src/core/group/topic-partitions.ts'

type Spec = Record<string, { topics: string; has?: Record<string, number[]>; instanceId?: string }>

function inputOf(counts: Record<string, number>, spec: Spec): AssignorInput {
  const members = Object.entries(spec).map(([memberId, { topics, has = {}, instanceId = null }]): AssignorMember => {
    const assignment = new Map(Object.entries(has).map(([topicId, partitions]) => [topicId, new Set(partitions)]))
    return { memberId, instanceId, rackId: null, topicIds: new Set(topics), assignment }
  })
  const isHomogeneous = new Set(Object.values(spec).map(({ topics }) => [...topics].sort().join(''))).size <= 1
  return { members, partitionCounts: new Map(Object.entries(counts)), isHomogeneous }
}

function plain(assignment: GroupAssignment) {
  const of = (partitions: TopicPartitions) =>
    Object.fromEntries([...partitions].map(([topicId, set]) => [topicId, [...set].sort((a, b) => a - b)]))
  return Object.fromEntries([...assignment].map(([memberId, partitions]) => [memberId, of(partitions)]))
}

const sizeOf = (partitions: TopicPartitions) => [...partitions.values()].reduce((sum, set) => sum + set.size, 0)

test('range: runs of each topic, the same numbers of each to the same member', (t) => {
  const assigned = rangeAssignor.assign(inputOf({ a: 3, b: 3 }, { m1: { topics: 'ab' }, m2: { topics: 'ab' } }))
  t.deepEqual(plain(assigned), { m1: { a: [0, 1], b: [0, 1] }, m2: { a: [2], b: [2] } })
})

test('range: only subscribers share a topic, and who gets nothing is there all the same', (t) => {
  const spec = { m1: { topics: 'ab' }, m2: { topics: 'b' }, m3: { topics: 'b' } }
  t.deepEqual(plain(rangeAssignor.assign(inputOf({ a: 2, b: 2 }, spec))), {
    m1: { a: [0, 1], b: [0] },
    m2: { b: [1] },
    m3: {},
  })
})

test('range: static members come first, by their instance ids', (t) => {
  const spec = { m1: { topics: 'a' }, m2: { topics: 'a', instanceId: 'y' }, m3: { topics: 'a', instanceId: 'x' } }
  t.deepEqual(plain(rangeAssignor.assign(inputOf({ a: 3 }, spec))), { m3: { a: [0] }, m2: { a: [1] }, m1: { a: [2] } })
})

test('uniform: a member that joins takes no more than its share from the others', (t) => {
  const spec = {
    m1: { topics: 'a', has: { a: [0, 1, 2] } },
    m2: { topics: 'a', has: { a: [3, 4, 5] } },
    m3: { topics: 'a' },
  }
  t.deepEqual(plain(uniformAssignor.assign(inputOf({ a: 6 }, spec))), {
    m1: { a: [0, 1] },
    m2: { a: [3, 4] },
    m3: { a: [2, 5] },
  })
})

test('uniform: members with different subscriptions are evened out, sticky where that does not matter', (t) => {
  const spec = { m1: { topics: 'ab', has: { a: [0, 1, 2], b: [0, 1] } }, m2: { topics: 'b' } }
  const assigned = uniformAssignor.assign(inputOf({ a: 3, b: 2 }, spec))
  t.deepEqual(plain(assigned), { m1: { a: [0, 1, 2] }, m2: { b: [0, 1] } })
})

const world = fc.record({
  counts: fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }),
  subscriptions: fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 1, maxLength: 6 }),
})

for (const assignor of [rangeAssignor, uniformAssignor]) {
  test(`${assignor.name}: each partition with a subscriber goes to exactly one, which subscribes to it`, (t) => {
    fc.assert(
      fc.property(world, ({ counts, subscriptions }) => {
        const input = inputFor(counts, subscriptions)
        const assigned = assignor.assign(input)
        const given = input.members.flatMap(({ memberId, topicIds }) =>
          [...(assigned.get(memberId) ?? [])].flatMap(([topicId, set]) => {
            t.true(topicIds.has(topicId))
            return [...set].map((partition) => `${topicId}/${partition}`)
          }),
        )
        const wanted = [...input.partitionCounts].flatMap(([topicId, count]) =>
          input.members.some(({ topicIds }) => topicIds.has(topicId))
            ? Array.from({ length: count }, (_, partition) => `${topicId}/${partition}`)
            : [],
        )
        t.deepEqual(given.sort(), wanted.sort())
      }),
    )
  })
}

test('uniform: assigning again what was assigned moves nothing', (t) => {
  fc.assert(
    fc.property(world, ({ counts, subscriptions }) => {
      const input = inputFor(counts, subscriptions)
      const first = uniformAssignor.assign(input)
      const members = input.members.map((member) => ({
        ...member,
        assignment: first.get(member.memberId) ?? new Map(),
      }))
      t.deepEqual(plain(uniformAssignor.assign({ ...input, members })), plain(first))
    }),
  )
})

test('uniform: members with the same topics differ by one partition at most', (t) => {
  fc.assert(
    fc.property(fc.nat(30), fc.integer({ min: 1, max: 7 }), (count, size) => {
      const spec = Object.fromEntries(Array.from({ length: size }, (_, index) => [`m${index}`, { topics: 'a' }]))
      const sizes = [...uniformAssignor.assign(inputOf({ a: count }, spec)).values()].map(sizeOf)
      t.true(Math.max(...sizes) - Math.min(...sizes) <= 1)
    }),
  )
})

function inputFor(counts: readonly number[], subscriptions: readonly number[][]): AssignorInput {
  const names = 'abcd'
  const partitionCounts = Object.fromEntries(counts.map((count, index) => [names[index]!, count]))
  const spec = subscriptions.map((topics, index) => [
    `m${index}`,
    { topics: topics.flatMap((topic) => (topic < counts.length ? [names[topic]!] : [])).join('') },
  ])
  return inputOf(partitionCounts, Object.fromEntries(spec) as Spec)
}
