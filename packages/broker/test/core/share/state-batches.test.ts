import test from 'ava'
import fc from 'fast-check'
import { combineStateBatches, type StateBatch } from '../../../src/core/share/state-batches.ts'

const LAST = 20

function batch(first: number, last: number, deliveryState: number, deliveryCount: number): StateBatch {
  return { firstOffset: BigInt(first), lastOffset: BigInt(last), deliveryState, deliveryCount }
}

const batches = fc.array(
  fc
    .tuple(fc.nat(LAST), fc.nat(LAST), fc.constantFrom(0, 2, 4), fc.integer({ min: 1, max: 3 }))
    .map(([one, other, state, count]) => batch(Math.min(one, other), Math.max(one, other), state, count)),
  { maxLength: 8 },
)

/** What stands of each offset: the highest delivery count, and of those the highest state. */
function standing(list: readonly StateBatch[], offset: bigint): string | undefined {
  return list
    .filter(({ firstOffset, lastOffset }) => firstOffset <= offset && offset <= lastOffset)
    .map(({ deliveryCount, deliveryState }) => `${deliveryCount}/${deliveryState}`)
    .sort()
    .at(-1)
}

test('combined batches say of each record what the strongest of the given ones says, once, in as few batches as can be', (t) => {
  const property = fc.property(batches, fc.integer({ min: -1, max: LAST }), (given, start) => {
    const combined = combineStateBatches(given, BigInt(start))
    for (let offset = 0n; offset <= BigInt(LAST); offset++) {
      const expected = offset < BigInt(start) ? undefined : standing(given, offset)
      if (standing(combined, offset) !== expected) return false
    }
    return combined.every((one, index) => {
      const before = combined[index - 1]
      if (before === undefined) return true
      const isAlike = before.deliveryState === one.deliveryState && before.deliveryCount === one.deliveryCount
      return before.lastOffset < (isAlike ? one.firstOffset - 1n : one.firstOffset)
    })
  })
  t.notThrows(() => fc.assert(property))
})

test('batches that go on alike become one; what is before the start offset goes', (t) => {
  t.deepEqual(combineStateBatches([batch(4, 6, 2, 1), batch(0, 3, 2, 1), batch(5, 5, 0, 2)], 2n), [
    batch(2, 4, 2, 1),
    batch(5, 5, 0, 2),
    batch(6, 6, 2, 1),
  ])
})
