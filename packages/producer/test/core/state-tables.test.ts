import { StateMachine } from '@odradek/network/internal'
import { InvariantError } from '@odradek/protocol'
import test from 'ava'

import { producerIdStateMoves } from '../../src/core/producer-id-state.ts'
import { sequenceStateMoves } from '../../src/core/sequence-state.ts'
import { transactionStateMoves } from '../../src/core/transaction-state.ts'

type Moves = Readonly<Record<string, readonly string[]>>

const tables: readonly { name: string; moves: Moves; legal: readonly string[] }[] = [
  {
    name: 'partition sequence',
    moves: sequenceStateMoves,
    legal: [
      'unnumbered unproven',
      'unproven flowing',
      'unproven unresolved',
      'unproven restarting',
      'flowing unproven',
      'flowing unresolved',
      'flowing restarting',
      'unresolved flowing',
      'unresolved restarting',
      'restarting unproven',
      'restarting flowing',
    ],
  },
  {
    name: 'transaction',
    moves: transactionStateMoves,
    legal: [
      'uninitialized initializing',
      'initializing ready',
      'initializing uninitialized',
      'ready in-transaction',
      'in-transaction committing',
      'in-transaction abortable-error',
      'in-transaction aborting',
      'committing ready',
      'committing initializing',
      'committing abortable-error',
      'abortable-error aborting',
      'aborting ready',
      'aborting initializing',
      ...['uninitialized', 'initializing', 'ready', 'in-transaction', 'committing', 'abortable-error', 'aborting'].map(
        (state) => `${state} fatal-error`,
      ),
    ],
  },
  {
    name: 'producer id',
    moves: producerIdStateMoves,
    legal: [
      'unknown asking',
      'unknown failed',
      'asking known',
      'asking disabled',
      'asking failed',
      'known asking',
      'known failed',
      'disabled failed',
    ],
  },
]

for (const { name, moves, legal } of tables) {
  for (const from of Object.keys(moves)) {
    for (const to of Object.keys(moves)) {
      const isLegal = legal.includes(`${from} ${to}`)
      test(`a ${name} ${isLegal ? 'can' : 'cannot'} go from ${from} to ${to}`, (t) => {
        const machine = new StateMachine<string>(name, moves, from)
        if (!isLegal) t.true(InvariantError.is(t.throws(() => machine.transitionTo(to))))
        else {
          machine.transitionTo(to)
          t.is(machine.current, to)
        }
      })
    }
  }
}
