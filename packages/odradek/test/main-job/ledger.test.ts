import test from 'ava'

import { Ledger, type Delivery, type FaultKind, type Verdict } from '../../src/main-job/ledger.ts'
import { recordHash } from '../../src/main-job/record-hash.ts'

const KEY = 'file.txt'
const key = Buffer.from(KEY)

function record(offset: number, text = `line ${offset}`): Delivery {
  return { offset: BigInt(offset), key, value: Buffer.from(text) }
}

/** A ledger of one partition, in which `count` records are acknowledged at offsets 0, 1, 2 and so on. */
function acknowledged(count: number): Ledger {
  const ledger = new Ledger(1)
  for (let i = 0; i < count; i++) ledger.onAcknowledged(0, BigInt(i), KEY, recordHash(key, Buffer.from(`line ${i}`)), i)
  return ledger
}

function kinds(verdict: Verdict): Partial<Record<FaultKind, number>> {
  return verdict.faultCounts
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => record(i))

test('everything consumed once and in order is no fault', (t) => {
  const ledger = acknowledged(5000)
  ledger.onConsumed('a', 0, upTo(5000))
  ledger.onCommitted(0, 5000n, 5000n)
  t.is(ledger.outstanding, 0)
  const verdict = ledger.verdict()
  t.deepEqual(kinds(verdict), {})
  t.deepEqual(verdict.partitions, [{ partition: 0, produced: 5000, consumed: 5000, duplicates: 0 }])
})

test('a record may be consumed before its acknowledgement arrives', (t) => {
  const ledger = new Ledger(1)
  ledger.onConsumed('a', 0, upTo(2))
  t.is(ledger.outstanding, 0)
  for (const i of [0, 1]) ledger.onAcknowledged(0, BigInt(i), KEY, recordHash(key, Buffer.from(`line ${i}`)), i)
  t.is(ledger.outstanding, 0)
  t.deepEqual(kinds(ledger.verdict()), {})
})

test('a lost record is found', (t) => {
  const ledger = acknowledged(4)
  ledger.onConsumed('a', 0, [record(0), record(1), record(3)])
  t.is(ledger.outstanding, 1)
  const verdict = ledger.verdict()
  t.deepEqual(kinds(verdict), { lost: 1 })
  t.like(verdict.faults[0], { kind: 'lost', partition: 0, offset: 2 })
})

test('a record that stands in the log twice is found', (t) => {
  const ledger = acknowledged(2)
  ledger.onConsumed('a', 0, [record(0), record(1), record(2, 'line 1')])
  const verdict = ledger.verdict()
  t.deepEqual(kinds(verdict), { unexpected: 1 })
  t.is(verdict.faults[0]!.offset, 2)
})

test('a changed value, a changed key, and a value that became null are found', (t) => {
  const ledger = acknowledged(3)
  const others = [record(0, 'line O'), { ...record(1), key: Buffer.from('File.txt') }, { ...record(2), value: null }]
  ledger.onConsumed('a', 0, others)
  t.deepEqual(kinds(ledger.verdict()), { changed: 3 })
})

test('a second delivery with other bytes than the first is found', (t) => {
  const ledger = acknowledged(1)
  ledger.onConsumed('a', 0, [record(0)])
  ledger.onConsumed('b', 0, [record(0, 'something else')])
  t.deepEqual(kinds(ledger.verdict()), { changed: 1 })
})

test('records given in another order than they lie in the log are found', (t) => {
  const ledger = acknowledged(4)
  ledger.onConsumed('a', 0, [record(0), record(2), record(1), record(3)])
  t.true(kinds(ledger.verdict())['out-of-order']! >= 1)
})

test('a gap that is filled later, by another member, is out of order', (t) => {
  const ledger = acknowledged(4)
  ledger.onConsumed('a', 0, [record(0), record(3)])
  ledger.onAssigned('b', 0)
  ledger.onConsumed('b', 0, [record(1), record(2), record(3)])
  const verdict = ledger.verdict()
  t.deepEqual(kinds(verdict), { 'out-of-order': 2 })
  t.is(verdict.partitions[0]!.duplicates, 1)
})

test('a member that is given records again without a new assignment is out of order', (t) => {
  const ledger = acknowledged(3)
  ledger.onConsumed('a', 0, upTo(3))
  ledger.onConsumed('a', 0, [record(1)])
  t.deepEqual(kinds(ledger.verdict()), { 'out-of-order': 1 })
})

test('records repeated after a rebalance are counted and no fault', (t) => {
  const ledger = acknowledged(5)
  ledger.onAssigned('a', 0)
  ledger.onConsumed('a', 0, upTo(4))
  ledger.onAssigned('b', 0)
  ledger.onConsumed('b', 0, [record(2), record(3), record(4)])
  ledger.onAssigned('a', 0)
  ledger.onConsumed('a', 0, [record(4)])
  const verdict = ledger.verdict()
  t.deepEqual(kinds(verdict), {})
  t.is(ledger.duplicates, 3)
  t.like(verdict.partitions[0], { consumed: 5, duplicates: 3 })
})

test('records of one key that lie in the log in another order than they were sent are found', (t) => {
  const ledger = new Ledger(1)
  const hash = recordHash(key, null)
  ledger.onAcknowledged(0, 1n, KEY, hash, 0)
  ledger.onAcknowledged(0, 0n, KEY, hash, 1)
  ledger.onConsumed('a', 0, [
    { offset: 0n, key, value: null },
    { offset: 1n, key, value: null },
  ])
  t.deepEqual(kinds(ledger.verdict()), { reordered: 1 })
})

test('records of different keys may lie in any order', (t) => {
  const ledger = new Ledger(1)
  const other = Buffer.from('other')
  ledger.onAcknowledged(0, 1n, KEY, recordHash(key, null), 0)
  ledger.onAcknowledged(0, 0n, 'other', recordHash(other, null), 1)
  ledger.onConsumed('a', 0, [
    { offset: 0n, key: other, value: null },
    { offset: 1n, key, value: null },
  ])
  t.deepEqual(kinds(ledger.verdict()), {})
})

test('two records acknowledged with one offset are found', (t) => {
  const ledger = acknowledged(2)
  ledger.onAcknowledged(0, 1n, KEY, recordHash(key, Buffer.from('third')), 2)
  ledger.onConsumed('a', 0, upTo(2))
  t.deepEqual(kinds(ledger.verdict()), { collision: 1 })
})

test('a key that goes to two partitions is found', (t) => {
  const ledger = new Ledger(2)
  ledger.onAcknowledged(0, 0n, KEY, recordHash(key, null), 0)
  ledger.onAcknowledged(1, 0n, KEY, recordHash(key, null), 1)
  for (const partition of [0, 1]) ledger.onConsumed('a', partition, [{ offset: 0n, key, value: null }])
  t.deepEqual(kinds(ledger.verdict()), { 'key-moved': 1 })
})

test('a committed offset that is not the end of the log is found', (t) => {
  const ledger = new Ledger(3)
  ledger.onCommitted(0, 5n, 5n)
  ledger.onCommitted(1, 4n, 5n)
  ledger.onCommitted(2, undefined, 5n)
  const verdict = ledger.verdict()
  t.deepEqual(kinds(verdict), { commit: 2 })
  t.deepEqual(
    verdict.faults.map(({ partition }) => partition),
    [1, 2],
  )
})

test('many faults of a kind are counted, and the first ten listed', (t) => {
  const verdict = acknowledged(3000).verdict()
  t.deepEqual(kinds(verdict), { lost: 3000 })
  t.is(verdict.faults.length, 10)
})

test('offsets far from each other, partitions that do not exist and negative offsets do not harm', (t) => {
  const ledger = acknowledged(1)
  ledger.onConsumed('a', 0, [record(0), record(2 ** 40)])
  ledger.onConsumed('a', 7, [record(0)])
  ledger.onConsumed('b', 0, [record(-1)])
  ledger.onAcknowledged(9, 0n, KEY, 1, 1)
  const counts = kinds(ledger.verdict())
  t.is(counts.unexpected, 3)
  t.is(counts.collision, 1)
})

test('the hash tells null from empty, and where the key ends', (t) => {
  const [a, ab, b, empty] = ['a', 'ab', 'b', ''].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer, Buffer]
  const hashes = [
    recordHash(a, b),
    recordHash(ab, empty),
    recordHash(empty, ab),
    recordHash(null, ab),
    recordHash(ab, null),
    recordHash(null, null),
    recordHash(empty, empty),
  ]
  t.is(new Set(hashes).size, hashes.length)
})
