import test from 'ava'
import fc from 'fast-check'

import { InFlightRequests } from '../../src/core/in-flight-requests.ts'

test('answers are taken in the order of the requests, and one out of turn is none', (t) => {
  const inFlight = new InFlightRequests()
  for (const correlationId of [1, 2, 3]) inFlight.add({ correlationId, deadlineMs: 100 })
  t.is(inFlight.complete(2), undefined)
  t.is(inFlight.complete(1)?.correlationId, 1)
  t.is(inFlight.complete(1), undefined)
  t.is(inFlight.oldest?.correlationId, 2)
  t.deepEqual(
    inFlight.drain().map(({ correlationId }) => correlationId),
    [2, 3],
  )
  t.is(inFlight.count, 0)
  t.is(inFlight.complete(2), undefined)
})

test('the next deadline is the earliest of all that wait', (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(), (deadlines, completed) => {
      const inFlight = new InFlightRequests()
      deadlines.forEach((deadlineMs, correlationId) => inFlight.add({ correlationId, deadlineMs }))
      const taken = Math.min(completed, deadlines.length)
      for (let correlationId = 0; correlationId < taken; correlationId++) inFlight.complete(correlationId)
      return inFlight.nextDeadlineMs === Math.min(Infinity, ...deadlines.slice(taken))
    }),
  )
  t.pass()
})
