// The arithmetic by which the soak runs judge a group: what is lost, doubled, doubled behind a commit, out of order.
import test from 'ava'
import { deliveryFigures, type HandledEntry, readEntries } from '../soak/delivery-ledger.ts'

const nothingCommitted = () => undefined

/** Records of one partition whose number is their offset, handled 10 ms apart. */
function handled(
  ...places: readonly { readonly offset: number; readonly member?: number; readonly atMs?: number }[]
): HandledEntry[] {
  return places.map(({ offset, member = 0, atMs }, i) => ({
    number: offset,
    partition: 0,
    offset,
    atMs: atMs ?? i * 10,
    member,
  }))
}

test('what a member has written is read again, without what it was just writing when it was killed', (t) => {
  const bytes = Buffer.alloc(16 * 2 + 7)
  for (const [i, value] of [7, 1, 42, 1000, 8, 1, 43, 1010].entries()) bytes.writeInt32LE(value, i * 4)
  t.deepEqual(readEntries(bytes, 3), [
    { number: 7, partition: 1, offset: 42, atMs: 1000, member: 3 },
    { number: 8, partition: 1, offset: 43, atMs: 1010, member: 3 },
  ])
})

test('each record once and in order: nothing is missing, doubled or out of order', (t) => {
  const entries = handled({ offset: 0 }, { offset: 1 }, { offset: 2 })
  t.deepEqual(deliveryFigures(entries, 3, nothingCommitted), {
    missing: 0,
    duplicated: 0,
    behindCommit: 0,
    reordered: 0,
    longestGapMs: 10,
  })
})

test('records that nobody handled are missing', (t) => {
  t.is(deliveryFigures(handled({ offset: 0 }, { offset: 3 }), 5, nothingCommitted).missing, 3)
})

test('what another member handles again after a takeover is doubled, and nothing worse, as long as it was not committed', (t) => {
  const entries = handled(
    { offset: 0 },
    { offset: 1 },
    { offset: 2 },
    { offset: 1, member: 1 },
    { offset: 2, member: 1 },
    { offset: 3, member: 1 },
  )
  const committedBefore = () => ({ atMs: 0, offsets: [1] })
  t.like(deliveryFigures(entries, 4, committedBefore), { missing: 0, duplicated: 2, behindCommit: 0, reordered: 0 })
})

test('a record that was committed when its partition was taken over must not come again', (t) => {
  const entries = handled(
    { offset: 0 },
    { offset: 1 },
    { offset: 2 },
    { offset: 1, member: 1 },
    { offset: 2, member: 1 },
  )
  const committedBefore = (atMs: number) => ({ atMs, offsets: [2] })
  t.like(deliveryFigures(entries, 3, committedBefore), { duplicated: 2, behindCommit: 1 })
})

test('what was committed after a takeover does not count against it', (t) => {
  const entries = handled({ offset: 0 }, { offset: 0, member: 1 }, { offset: 1, member: 1 })
  const committedBefore = (atMs: number) => ({ atMs, offsets: [atMs > 10 ? 2 : 0] })
  t.like(deliveryFigures(entries, 2, committedBefore), { duplicated: 1, behindCommit: 0 })
})

test('a step back of a member to a record that it has not handled yet is out of order', (t) => {
  t.is(deliveryFigures(handled({ offset: 0 }, { offset: 2 }, { offset: 1 }), 3, nothingCommitted).reordered, 1)
  const takeover = handled({ offset: 0 }, { offset: 1 }, { offset: 0 }, { offset: 1 }, { offset: 2 })
  t.is(deliveryFigures(takeover, 3, nothingCommitted).reordered, 0)
})

test('the longest time in which nobody handled anything is told, whoever it was', (t) => {
  const entries = handled({ offset: 0, atMs: 100 }, { offset: 1, atMs: 150 }, { offset: 2, atMs: 2150, member: 1 })
  t.is(deliveryFigures(entries, 3, nothingCommitted).longestGapMs, 2000)
})
