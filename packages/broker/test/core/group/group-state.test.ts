import { InvariantError } from '@odradek/protocol'
import test from 'ava'
import { ClassicGroup } from '../../../src/core/group/classic-group.ts'
import { type GroupState, groupTransitions } from '../../../src/core/group/group-state.ts'

const states = Object.keys(groupTransitions) as GroupState[]

const pathTo: Record<GroupState, GroupState[]> = {
  Empty: [],
  PreparingRebalance: ['PreparingRebalance'],
  CompletingRebalance: ['PreparingRebalance', 'CompletingRebalance'],
  Stable: ['PreparingRebalance', 'CompletingRebalance', 'Stable'],
  Dead: ['Dead'],
}

// Kafka's ClassicGroupState, which names for each state those that may come before it.
const kafka: Record<GroupState, GroupState[]> = {
  Empty: ['PreparingRebalance'],
  PreparingRebalance: ['Stable', 'CompletingRebalance', 'Empty'],
  CompletingRebalance: ['PreparingRebalance'],
  Stable: ['CompletingRebalance'],
  Dead: ['Stable', 'PreparingRebalance', 'CompletingRebalance', 'Empty'],
}

function groupIn(state: GroupState): ClassicGroup {
  const group = new ClassicGroup('g')
  for (const next of pathTo[state]) group.transitionTo(next)
  return group
}

for (const from of states) {
  for (const to of states) {
    if (kafka[to].includes(from)) {
      test(`a group goes from ${from} to ${to}`, (t) => {
        const group = groupIn(from)
        group.transitionTo(to)
        t.is(group.state, to)
        t.is(group.previousState, from)
      })
    } else {
      test(`a group does not go from ${from} to ${to}`, (t) => {
        const group = groupIn(from)
        t.throws(() => group.transitionTo(to), {
          instanceOf: InvariantError,
          message: new RegExp(`from ${from} to ${to}`),
        })
        t.is(group.state, from)
      })
    }
  }
}
