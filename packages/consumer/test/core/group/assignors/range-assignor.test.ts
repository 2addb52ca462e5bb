import test from 'ava'
import fc from 'fast-check'
import { rangeAssignor } from '../../../../src/core/group/assignors/range-assignor.ts'
import { groupMember } from '../../../support/golden-assignment.ts'

test('a topic that does not exist gives nobody anything', (t) => {
  t.deepEqual([...rangeAssignor.assign(new Map(), [groupMember('a', ['missing'])])], [['a', []]])
})

test('a topic that a member names twice counts once', (t) => {
  const members = [groupMember('a', ['t', 't']), groupMember('b', ['t'])]
  const assignment = rangeAssignor.assign(new Map([['t', 4]]), members)
  t.is(assignment.get('a')!.length, 2)
  t.is(assignment.get('b')!.length, 2)
})

test('the arithmetic of the consumers that ZooKeeper coordinated (Kafka 0.7 and 0.8) is that of range', (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 }),
      (count, ids) => {
        const assignment = rangeAssignor.assign(
          new Map([['t', count]]),
          ids.map((id) => groupMember(id, ['t'])),
        )
        const sorted = [...ids].sort((a, b) => (a < b ? -1 : 1))
        sorted.forEach((id, position) => {
          // "Consumer rebalancing algorithm" of the Kafka 0.8 documentation, as ZookeeperConsumerConnector does it.
          const each = Math.floor(count / ids.length)
          const withOneMore = count % ids.length
          const start = each * position + Math.min(position, withOneMore)
          const length = each + (position + 1 > withOneMore ? 0 : 1)
          const expected = Array.from({ length }, (_, i) => start + i)
          t.deepEqual(
            assignment.get(id)!.map(({ partition }) => partition),
            expected,
          )
        })
      },
    ),
  )
})
