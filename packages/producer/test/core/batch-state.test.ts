import { InvariantError } from '@odradek/protocol'
import test from 'ava'

import { type BatchState, batchTransitions, nextBatchState } from '../../src/core/batch-state.ts'

const states = Object.keys(batchTransitions) as BatchState[]
const legal = new Set([
  'open in-flight',
  'open done',
  'in-flight retrying',
  'in-flight abandoned',
  'in-flight done',
  'retrying in-flight',
  'retrying done',
  'abandoned done',
])

for (const from of states) {
  for (const to of states) {
    test(`a batch ${legal.has(`${from} ${to}`) ? 'can' : 'cannot'} go from ${from} to ${to}`, (t) => {
      if (legal.has(`${from} ${to}`)) t.is(nextBatchState(from, to), to)
      else t.true(InvariantError.is(t.throws(() => nextBatchState(from, to))))
    })
  }
}
