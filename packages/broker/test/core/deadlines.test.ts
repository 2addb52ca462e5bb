import test from 'ava'
import fc from 'fast-check'
import { Deadlines } from '../../src/core/deadlines.ts'

test('deadlines come out in the order of their times, each key once, at its latest time', (t) => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    atMs: fc.option(fc.nat(50), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const deadlines = new Deadlines<string>()
      const model = new Map<string, number>()
      for (const { key, atMs } of steps) {
        if (atMs === undefined) {
          deadlines.cancel(key)
          model.delete(key)
        } else {
          deadlines.set(key, atMs, key)
          model.set(key, atMs)
        }
        t.is(deadlines.nextAtMs, Math.min(Infinity, ...model.values()))
      }
      let lastMs = -1
      for (let due = deadlines.takeDue(50); due !== undefined; due = deadlines.takeDue(50)) {
        t.true(model.get(due)! >= lastMs)
        lastMs = model.get(due)!
        model.delete(due)
      }
      t.is(model.size, 0)
    }),
  )
})

test('what is not due yet stays', (t) => {
  const deadlines = new Deadlines<string>()
  deadlines.set('a', 10, 'first')
  t.is(deadlines.takeDue(9), undefined)
  t.is(deadlines.takeDue(10), 'first')
  t.is(deadlines.nextAtMs, Infinity)
})
