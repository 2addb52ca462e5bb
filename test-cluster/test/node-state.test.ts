import test from 'ava'
import { mayFollow, nextState, nodeStates } from '../src/node-state.ts'

const allowed = [
  'stopped → running',
  'running → frozen',
  'running → ending',
  'running → died',
  'frozen → running',
  'frozen → ending',
  'frozen → died',
  'ending → stopped',
  'died → running',
]

for (const from of nodeStates) {
  for (const to of nodeStates) {
    const move = `${from} → ${to}`
    if (allowed.includes(move)) {
      test(`${move} is a move of the table`, (t) => {
        t.true(mayFollow(from, to))
        t.is(nextState('Broker 1', from, to), to)
      })
    } else {
      test(`${move} is refused`, (t) => {
        t.false(mayFollow(from, to))
        t.throws(() => nextState('Broker 1', from, to), {
          code: 'wrong-state',
          message: new RegExp(`Broker 1 is ${from}`),
        })
      })
    }
  }
}
