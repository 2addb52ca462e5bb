import { ErrorCode } from '@odradek/protocol'
import test from 'ava'
import { FetchSession, type SessionPartition } from '../../../src/core/fetch/fetch-session.ts'

const partition = (index: number, fetchOffset = 0n): SessionPartition => ({
  key: `orders-${index}`,
  topic: 'orders',
  topicId: 'b3JkZXJzLW9yZGVycy0xMg',
  partition: index,
  fetchOffset,
  fetchEpoch: -1,
  leaderEpoch: 1,
  maxBytes: 100,
})

const names = (partitions: readonly SessionPartition[]) => partitions.map(({ key }) => key)

test('a session begins with everything, then names what is new, changed or gone', (t) => {
  const session = new FetchSession()
  const first = [partition(0), partition(1)]
  t.deepEqual(session.next(first), { sessionId: 0, sessionEpoch: 0, toSend: first, toForget: [] })
  session.onResponse(first, 77, 0)
  t.deepEqual(session.next(first), { sessionId: 77, sessionEpoch: 1, toSend: [], toForget: [] })
  session.onResponse(first, 77, 0)
  const second = [partition(0, 9n), partition(2)]
  const next = session.next(second)
  t.is(next.sessionEpoch, 2)
  t.deepEqual(names(next.toSend), ['orders-0', 'orders-2'])
  t.deepEqual(names(next.toForget), ['orders-1'])
})

for (const [code, sessionId] of [
  [ErrorCode.FETCH_SESSION_ID_NOT_FOUND, 0],
  [ErrorCode.INVALID_FETCH_SESSION_EPOCH, 77],
  [ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR, 77],
] as const)
  test(`after error ${code} everything is named again, with session id ${sessionId}`, (t) => {
    const session = new FetchSession()
    session.onResponse([partition(0)], 77, 0)
    session.onResponse([partition(0)], 0, code)
    t.deepEqual(session.next([partition(0)]), { sessionId, sessionEpoch: 0, toSend: [partition(0)], toForget: [] })
  })

test('a request that was not answered ends the session', (t) => {
  const session = new FetchSession()
  session.onResponse([partition(0)], 77, 0)
  session.onFailure()
  t.deepEqual(session.next([partition(0)]), { sessionId: 77, sessionEpoch: 0, toSend: [partition(0)], toForget: [] })
})

test('a broker that keeps no session is told everything each time', (t) => {
  const session = new FetchSession()
  session.onResponse([partition(0)], 0, 0)
  t.is(session.next([partition(0)]).toSend.length, 1)
})
