import test from 'ava'
import fc from 'fast-check'
import { cooperativeStickyAssignor, stickyAssignor } from '../../../../src/core/group/assignors/sticky-assignor.ts'
import { decodeStickyUserData } from '../../../../src/core/group/assignors/sticky/sticky-user-data.ts'
import type { TopicPartition } from '../../../../src/core/topic-partition.ts'
import { groupMember } from '../../../support/golden-assignment.ts'

test('user data that nobody could have written counts as nothing owned, quickly', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      t.true(decodeStickyUserData(bytes).partitions.length <= 16)
    }),
  )
  t.deepEqual(decodeStickyUserData(Uint8Array.of(0x7f, 0xff, 0xff, 0xff)), { partitions: [], generation: -1 })
})

test('members that join and leave by cooperative rebalances never share a partition and always end up even', (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 24 }),
      (sizes, partitionCount) => {
        let owned = new Map<string, TopicPartition[]>()
        let generation = 0
        for (const size of sizes) {
          const ids = Array.from({ length: size }, (_, i) => `m${(i * 3 + size) % 7}`)
          const names = [...new Set(ids)]
          owned = new Map(names.map((id) => [id, owned.get(id) ?? []]))
          for (let round = 0; round < 3; round++) {
            const members = names.map((id) =>
              groupMember(id, ['t'], { ownedPartitions: owned.get(id)!, generationId: generation }),
            )
            const before = owned
            owned = cooperativeStickyAssignor.assign(new Map([['t', partitionCount]]), members)
            generation++
            const stillOwned = new Map<number, string>()
            for (const [id, partitions] of before) for (const { partition } of partitions) stillOwned.set(partition, id)
            for (const [id, partitions] of owned)
              for (const { partition } of partitions) t.is(stillOwned.get(partition) ?? id, id)
          }
          const counts = Array.from(owned.values(), ({ length }) => length)
          t.is(
            counts.reduce((sum, count) => sum + count, 0),
            partitionCount,
          )
          t.true(Math.max(...counts) - Math.min(...counts) <= 1)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a member keeps what it had when another one joins', (t) => {
  const first = stickyAssignor.assign(new Map([['t', 6]]), [groupMember('a', ['t']), groupMember('b', ['t'])])
  const members = ['a', 'b', 'c'].map((id) =>
    groupMember(id, ['t'], {
      userData: first.has(id) ? stickyAssignor.userData!({ partitions: first.get(id)!, generation: 1 }) : null,
    }),
  )
  const second = stickyAssignor.assign(new Map([['t', 6]]), members)
  for (const id of ['a', 'b']) {
    const before = new Set(first.get(id)!.map(({ partition }) => partition))
    t.true(second.get(id)!.every(({ partition }) => before.has(partition)))
  }
})
