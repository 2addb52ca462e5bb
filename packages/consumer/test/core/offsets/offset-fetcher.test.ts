import { ErrorCode, UnsupportedVersionError } from '@odradek/protocol'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import test from 'ava'
import { CoreHarness, metadataOf, ORDERS_ID } from '../../support/core-harness.ts'

/** A member that has just been given its partitions, and wants to know where to begin. */
function askingMember(): CoreHarness {
  const harness = new CoreHarness()
  harness.ask()
  harness.answerJoin()
  harness.answerSync()
  return harness
}

const asked = (harness: CoreHarness) => harness.pendingNames.filter((name) => name === 'OffsetFetch').length

test('a broker that cannot say where the group is ends the consumer: it is told once, and not asked without end', (t) => {
  const harness = askingMember()
  t.is(asked(harness), 1)
  const error = new UnsupportedVersionError('the broker has no OffsetFetch', { api: 'OffsetFetch' })
  harness.run.fail(offsetFetchApi, error)
  for (let i = 0; i < 5; i++) harness.poll()
  t.is(asked(harness), 0)
  t.deepEqual(harness.failures, [{ error, fatal: true }])
})

test('what passes is asked again after a while', (t) => {
  const harness = askingMember()
  const { COORDINATOR_LOAD_IN_PROGRESS: errorCode } = ErrorCode
  harness.run.answer(offsetFetchApi, { groups: [{ groupId: 'group', topics: [], errorCode }] }, 9)
  harness.poll()
  t.is(asked(harness), 0)
  harness.advance(150)
  t.is(asked(harness), 1)
})

test('the leaders are connected to while the positions are asked for', (t) => {
  const harness = new CoreHarness()
  harness.metadata = metadataOf('orders', ORDERS_ID, [1, 2])
  harness.ask()
  harness.answerJoin()
  t.false(harness.connections.has('2 fetch'))
  harness.answerSync()
  t.is(asked(harness), 1)
  t.false(harness.pendingNames.includes('Fetch'))
  t.true(harness.connections.has('1 fetch') && harness.connections.has('2 fetch'))
})

test('requireStable goes to the coordinator as the user wants it', (t) => {
  for (const requireStable of [true, false]) {
    const harness = new CoreHarness({ requireStable })
    harness.ask()
    harness.answerJoin()
    harness.answerSync()
    t.is(harness.run.request(offsetFetchApi, 9).requireStable, requireStable)
  }
})
