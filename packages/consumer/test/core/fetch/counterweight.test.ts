import test from 'ava'
import { ARRAY_BYTES, BALANCED_RECORD_BYTES, Counterweight } from '../../../src/core/fetch/counterweight.ts'

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
