import test from 'ava'
import { editDistance, nearestName } from '../src/nearest-name.ts'

test('the distance is the number of single-character edits', (t) => {
  t.is(editDistance('', ''), 0)
  t.is(editDistance('', 'abc'), 3)
  t.is(editDistance('kitten', 'sitting'), 3)
  t.is(editDistance('4.31', '4.3.1'), 1)
})

test('the nearest name wins, the first of equals, and an empty list has none', (t) => {
  t.is(nearestName('console-comsumer', ['console-producer', 'console-consumer']), 'console-consumer')
  t.is(nearestName('x', ['a', 'b']), 'a')
  t.is(nearestName('x', []), undefined)
})
