import test from 'ava'
import { rangeAssignor } from '../../../../src/core/group/assignors/range-assignor.ts'
import { roundRobinAssignor } from '../../../../src/core/group/assignors/round-robin-assignor.ts'
import { cooperativeStickyAssignor, stickyAssignor } from '../../../../src/core/group/assignors/sticky-assignor.ts'
import { encodeStickyUserData } from '../../../../src/core/group/assignors/sticky/sticky-user-data.ts'
import { assignmentText, goldenAssignments } from '../../../support/golden-assignment.ts'

const cases = goldenAssignments()
const assignors = new Map(
  [rangeAssignor, roundRobinAssignor, stickyAssignor, cooperativeStickyAssignor].map((one) => [one.name, one]),
)

for (const { json, counts, members, racks } of cases) {
  const { name, assignor, stats } = json
  const isExact = json.orderIndependent && stats.unsubscribed === 0
  test(`${isExact ? 'assigns as Java does' : 'assigns as evenly as Java does'}: ${assignor} ${name}`, (t) => {
    const assignment = assignors.get(assignor)!.assign(counts, members, racks)
    t.deepEqual([...assignment.keys()].sort(), Object.keys(json.assignment).sort())
    for (const { memberId, topics } of members)
      for (const tp of assignment.get(memberId)!) t.true(topics.includes(tp.topic), `${memberId} gets ${tp.topic}`)
    const all = [...assignment.values()].flat().map(({ topic, partition }) => `${topic}-${partition}`)
    t.is(new Set(all).size, all.length, 'no partition is given twice')
    if (isExact) {
      const expected = Object.entries(json.assignment).map(
        ([memberId, owned]) =>
          [memberId, owned.map(([topic, partition]) => ({ topic, partition }))] as [
            string,
            { topic: string; partition: number }[],
          ],
      )
      t.deepEqual(assignmentText(assignment), assignmentText(expected))
    } else if (stats.unsubscribed === 0) {
      const sizes = Array.from(assignment.values(), ({ length }) => length)
      t.is(all.length, stats.assigned)
      t.is(Math.min(...sizes), stats.minPerMember)
      t.is(Math.max(...sizes), stats.maxPerMember)
    }
  })
}

test('the corpus holds all four assignors, with and without racks', (t) => {
  t.is(cases.length, 340)
  for (const name of assignors.keys()) {
    const ofAssignor = cases.filter(({ json }) => json.assignor === name)
    t.true(ofAssignor.some(({ members }) => members.some(({ rackId }) => rackId !== null)))
    t.true(ofAssignor.some(({ members }) => members.every(({ rackId }) => rackId === null)))
  }
})

test("the sticky assignor's user data is Java's, byte for byte", (t) => {
  let compared = 0
  for (const { json, members } of cases) {
    if (json.assignor !== 'sticky') continue
    for (const { userData } of members) {
      if (userData === null) continue
      const { ownedPartitions, generation } = decoded(userData)
      t.deepEqual(encodeStickyUserData(ownedPartitions, generation), userData)
      compared++
    }
  }
  t.true(compared > 100, `${compared} compared`)
})

test("the cooperative assignor's user data is Java's, byte for byte", (t) => {
  const userData = cases
    .filter(({ json }) => json.assignor === 'cooperative-sticky')
    .flatMap(({ members }) => members.filter(({ generationId }) => generationId >= 0))
  t.true(userData.length > 100)
  for (const { generationId, userData: bytes } of userData)
    t.deepEqual(cooperativeStickyAssignor.userData!({ partitions: [], generation: generationId }), bytes)
})

/** Reads the layout by hand, apart from the code under test. */
function decoded(bytes: Uint8Array): { ownedPartitions: { topic: string; partition: number }[]; generation: number } {
  const buffer = Buffer.from(bytes)
  let at = 0
  const int32 = () => buffer.readInt32BE((at += 4) - 4)
  const ownedPartitions: { topic: string; partition: number }[] = []
  for (let topics = int32(); topics > 0; topics--) {
    const length = buffer.readInt16BE(at)
    const topic = buffer.toString('utf8', at + 2, at + 2 + length)
    at += 2 + length
    for (let left = int32(); left > 0; left--) ownedPartitions.push({ topic, partition: int32() })
  }
  return { ownedPartitions, generation: int32() }
}
