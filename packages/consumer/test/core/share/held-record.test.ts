import { InvariantError } from '@odradek/protocol'
import test from 'ava'
import { heldMoves, HeldRecord, type HeldState } from '../../../src/core/share/held-record.ts'
import { ShareSession } from '../../../src/core/share/share-session.ts'

const expected: Record<HeldState, HeldState[]> = {
  'in-hand': ['decided', 'lapsed'],
  decided: ['telling', 'lapsed'],
  telling: ['decided', 'settled', 'lapsed'],
  settled: [],
  lapsed: [],
}
const states = Object.keys(expected) as HeldState[]

const ways: Record<HeldState, HeldState[]> = {
  'in-hand': [],
  decided: ['decided'],
  telling: ['decided', 'telling'],
  settled: ['decided', 'telling', 'settled'],
  lapsed: ['lapsed'],
}

function recordIn(state: HeldState): HeldRecord {
  const source = { topic: 'orders', partition: 0, topicId: 'id', key: 'orders-0', session: new ShareSession(1) }
  const record = new HeldRecord(7n, source, 1000, { onDecided: () => undefined, onRenewal: () => undefined })
  for (const step of ways[state]) record.moveTo(step)
  return record
}

for (const from of states)
  test(`from ${from} a held record moves where the table says, and nowhere else`, (t) => {
    t.deepEqual([...heldMoves[from]].sort(), [...expected[from]].sort())
    for (const to of states) {
      const record = recordIn(from)
      if (expected[from].includes(to)) {
        record.moveTo(to)
        t.is(record.state, to)
      } else t.throws(() => record.moveTo(to), { instanceOf: InvariantError })
    }
  })

test('a session knows of a record until it is settled or lapsed', (t) => {
  for (const state of states) {
    const record = recordIn(state)
    t.is(record.source.session.held.has(record), state !== 'settled' && state !== 'lapsed', state)
  }
})

test('whoever loses the lock is told once', (t) => {
  const record = recordIn('decided')
  let calls = 0
  record.onLapsed = () => calls++
  record.moveTo('lapsed')
  t.is(calls, 1)
})
