import test from 'ava'
import {
  ARRAY_BYTES,
  BALANCED_RECORD_BYTES,
  Counterweight,
  MOST_OWED_BYTES,
} from '../../../src/core/fetch/counterweight.ts'

test('half as much is laid down as there is in buffers, but for records that leave enough anyhow', (t) => {
  const weight = new Counterweight()
  const lays = (bytes: number, records: number) => {
    const before = weight.array
    weight.onReceived(bytes, records)
    weight.layDown()
    return weight.array !== before
  }
  t.false(lays(2 * ARRAY_BYTES - 2, 0), 'not enough for one array')
  t.true(lays(2, 0), 'the rest of before counts')
  t.false(lays(2 ** 20, 2 ** 20 / 1000), 'records of 1 KB leave enough')
  t.false(lays(2 * ARRAY_BYTES - 2, 0), 'which is no credit')
  t.true(lays(2 + BALANCED_RECORD_BYTES, 1))
})

test('what came while nothing could be laid down is let go, beyond what one go may take', (t) => {
  const weight = new Counterweight()
  const arrays = (): number => {
    const laid = new Set<unknown>()
    // Each assignment of the field is one array that was laid down.
    Object.defineProperty(weight, 'array', { set: (array: unknown) => laid.add(array), configurable: true })
    weight.layDown()
    return laid.size
  }
  weight.onReceived(100 * 2 ** 20, 10)
  t.is(arrays(), Math.floor(MOST_OWED_BYTES / ARRAY_BYTES))
  t.is(arrays(), 0)
})
