import test from 'ava'

import { InvariantError } from '@odradek/protocol'

import { type ConnectionState, connectionStateDiagram, connectionStateMoves } from '../../src/core/connection-state.ts'
import { StateMachine } from '../../src/core/state-machine.ts'

const states = Object.keys(connectionStateMoves) as ConnectionState[]

for (const from of states) {
  for (const to of states) {
    const isAllowed = connectionStateMoves[from].includes(to)
    test(`a connection ${isAllowed ? 'may' : 'cannot'} go from ${from} to ${to}`, (t) => {
      const machine = new StateMachine('connection', connectionStateMoves, from)
      if (isAllowed) {
        machine.transitionTo(to)
        t.is(machine.current, to)
      } else {
        t.throws(() => machine.transitionTo(to), {
          instanceOf: InvariantError,
          message: `a connection cannot go from ${from} to ${to}`,
        })
        t.is(machine.current, from)
      }
    })
  }
}

test('every state is reached from disconnected, and closed is the one end', (t) => {
  const reached = new Set<ConnectionState>(['disconnected'])
  for (const state of reached) for (const next of connectionStateMoves[state]) reached.add(next)
  t.deepEqual([...reached].sort(), [...states].sort())
  t.deepEqual(
    states.filter((state) => connectionStateMoves[state].length === 0),
    ['closed'],
  )
  t.true(states.every((state) => state === 'closed' || connectionStateMoves[state].includes('closed')))
})

test('the diagram has every move', (t) => {
  const moves = states.flatMap((from) => connectionStateMoves[from].map((to) => `  ${from} --> ${to}`))
  t.deepEqual(connectionStateDiagram().split('\n').slice(1), moves)
})
