import { InvariantError } from '@odradek/protocol'
import test from 'ava'
import { newTransaction, transitionTo } from '../../../src/core/transaction/transaction-metadata.ts'
import {
  type TransactionState,
  transactionStates,
  transactionTransitions,
} from '../../../src/core/transaction/transaction-state.ts'

// Kafka's TransactionState, which names for each state those that may come before it.
const kafka: Record<TransactionState, TransactionState[]> = {
  Empty: ['Empty', 'CompleteCommit', 'CompleteAbort'],
  Ongoing: ['Ongoing', 'Empty', 'CompleteCommit', 'CompleteAbort'],
  PrepareCommit: ['Ongoing'],
  PrepareAbort: ['Ongoing', 'PrepareEpochFence', 'Empty', 'CompleteCommit', 'CompleteAbort'],
  CompleteCommit: ['PrepareCommit'],
  CompleteAbort: ['PrepareAbort'],
  Dead: ['Empty', 'CompleteAbort', 'CompleteCommit'],
  PrepareEpochFence: ['Ongoing'],
}

const pathTo: Record<TransactionState, TransactionState[]> = {
  Empty: [],
  Ongoing: ['Ongoing'],
  PrepareCommit: ['Ongoing', 'PrepareCommit'],
  PrepareAbort: ['PrepareAbort'],
  CompleteCommit: ['Ongoing', 'PrepareCommit', 'CompleteCommit'],
  CompleteAbort: ['PrepareAbort', 'CompleteAbort'],
  Dead: ['Dead'],
  PrepareEpochFence: ['Ongoing', 'PrepareEpochFence'],
}

function transactionIn(state: TransactionState) {
  return pathTo[state].reduce((metadata, next) => transitionTo(metadata, next), newTransaction('tx', 1n, 1000))
}

test('states are stored by the numbers that Kafka gives them', (t) => {
  t.deepEqual(transactionStates, [
    'Empty',
    'Ongoing',
    'PrepareCommit',
    'PrepareAbort',
    'CompleteCommit',
    'CompleteAbort',
    'Dead',
    'PrepareEpochFence',
  ])
})

for (const from of Object.keys(transactionTransitions) as TransactionState[]) {
  for (const to of transactionStates) {
    if (kafka[to].includes(from)) {
      test(`a transaction goes from ${from} to ${to}`, (t) => {
        t.is(transitionTo(transactionIn(from), to).state, to)
      })
    } else {
      test(`a transaction does not go from ${from} to ${to}`, (t) => {
        t.throws(() => transitionTo(transactionIn(from), to), {
          instanceOf: InvariantError,
          message: new RegExp(`from ${from} to ${to}`),
        })
      })
    }
  }
}
