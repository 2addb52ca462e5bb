import { InvariantError } from '@odradek/protocol'
import test from 'ava'
import { type MemberState, memberStateMoves, MemberStateMachine } from '../../../src/core/group/member-state.ts'

const states = Object.keys(memberStateMoves) as MemberState[]

/** The moves that take a new member into each state. */
const pathTo: Record<MemberState, readonly MemberState[]> = {
  unsubscribed: [],
  joining: ['joining'],
  syncing: ['joining', 'syncing'],
  reconciling: ['joining', 'syncing', 'reconciling'],
  acknowledging: ['joining', 'stable', 'reconciling', 'acknowledging'],
  stable: ['joining', 'syncing', 'reconciling', 'stable'],
  preparing: ['joining', 'syncing', 'reconciling', 'stable', 'preparing'],
  fenced: ['joining', 'fenced'],
  stale: ['joining', 'stale'],
  'preparing-leaving': ['joining', 'preparing-leaving'],
  leaving: ['joining', 'preparing-leaving', 'leaving'],
  fatal: ['joining', 'fatal'],
}

function memberIn(state: MemberState): MemberStateMachine {
  const machine = new MemberStateMachine()
  for (const next of pathTo[state]) machine.transitionTo(next)
  return machine
}

for (const from of states) {
  test(`from ${from} a member moves where the table says, and nowhere else`, (t) => {
    for (const to of states) {
      const machine = memberIn(from)
      t.is(machine.state, from)
      t.is(machine.canMoveTo(to), memberStateMoves[from].includes(to))
      if (memberStateMoves[from].includes(to)) {
        t.is(machine.transitionTo(to), from)
        t.is(machine.state, to)
      } else {
        const error = t.throws(() => machine.transitionTo(to), { instanceOf: InvariantError })
        t.regex(error.message, new RegExp(`from ${from} to ${to}`))
        t.is(machine.state, from)
      }
    }
  })
}

test('every state can be left, and reached', (t) => {
  for (const state of states) {
    t.true(memberStateMoves[state].length > 0, state)
    if (state !== 'unsubscribed')
      t.true(
        Object.values(memberStateMoves).some((moves) => moves.includes(state)),
        state,
      )
  }
})

test('a member that owns partitions under a generation may commit, one that does not may not', (t) => {
  const mayCommit = states.filter((state) => memberIn(state).mayCommit)
  t.deepEqual(mayCommit, ['reconciling', 'acknowledging', 'stable', 'preparing', 'preparing-leaving'])
})

test('heartbeats go out from the answer to JoinGroup until LeaveGroup', (t) => {
  const sends = states.filter((state) => memberIn(state).sendsHeartbeats)
  t.deepEqual(sends, ['syncing', 'reconciling', 'acknowledging', 'stable', 'preparing', 'preparing-leaving'])
})
