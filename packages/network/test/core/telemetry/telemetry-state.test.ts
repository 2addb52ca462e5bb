import { InvariantError } from '@odradek/protocol'
import test from 'ava'

import { StateMachine } from '../../../src/core/state-machine.ts'
import { type TelemetryState, telemetryStateMoves } from '../../../src/core/telemetry/telemetry-state.ts'

const states = Object.keys(telemetryStateMoves) as TelemetryState[]

for (const from of states) {
  for (const to of states) {
    const isAllowed = telemetryStateMoves[from].includes(to)
    test(`telemetry ${isAllowed ? 'may' : 'cannot'} go from ${from} to ${to}`, (t) => {
      const machine = new StateMachine('telemetry', telemetryStateMoves, from)
      if (isAllowed) {
        machine.transitionTo(to)
        t.is(machine.current, to)
      } else {
        t.throws(() => machine.transitionTo(to), { instanceOf: InvariantError })
        t.is(machine.current, from)
      }
    })
  }
}

test('every state is reached, and terminated is the one end', (t) => {
  const reached = new Set<TelemetryState>(['subscription-needed'])
  for (const state of reached) for (const next of telemetryStateMoves[state]) reached.add(next)
  t.deepEqual([...reached].sort(), [...states].sort())
  t.deepEqual(
    states.filter((state) => telemetryStateMoves[state].length === 0),
    ['terminated'],
  )
})
