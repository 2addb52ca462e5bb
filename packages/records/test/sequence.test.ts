import test from 'ava'

import { incrementSequence } from '../src/sequence.ts'

test('sequence numbers wrap to 0 after 2^31 - 1', (t) => {
  t.is(incrementSequence(0, 5), 5)
  t.is(incrementSequence(0x7fffffff, 0), 0x7fffffff)
  t.is(incrementSequence(0x7fffffff, 1), 0)
  t.is(incrementSequence(0x7ffffffe, 5), 3)
  t.is(incrementSequence(0, 0x7fffffff), 0x7fffffff)
})
