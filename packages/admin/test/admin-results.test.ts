import { AdminItemsError, AdminResults } from '@odradek/admin'
import { BrokerError, ErrorCode } from '@odradek/protocol'
import test from 'ava'

const failure = (errorCode: number) => new BrokerError({ api: 'DeleteTopics', errorCode })

test('awaited, results are the values in order', async (t) => {
  const results = new AdminResults<string, number>(
    'call',
    Promise.resolve([
      { item: 'a', value: 1 },
      { item: 'b', value: 2 },
    ]),
  )
  t.deepEqual(await results, [1, 2])
  t.is((await results.settled())[1]!.value, 2)
  let isOver = false
  await results.finally(() => (isOver = true))
  t.true(isOver)
})

test('several failures are one error with all results; many are not all told in its message', async (t) => {
  const items = Array.from({ length: 9 }, (_, i) => ({ item: `t${i}`, error: failure(ErrorCode.NOT_CONTROLLER) }))
  const results = new AdminResults<string, void>('deleteTopics', Promise.resolve(items))
  const error = await results.then(
    () => undefined,
    (reason: unknown) => reason as AdminItemsError,
  )
  t.true(AdminItemsError.is(error))
  t.is(error!.failures.length, 9)
  t.true(error!.retriable)
  t.regex(error!.message, /^9 of 9 items of deleteTopics failed: .*and 6 more$/)
  t.is(await results.catch(() => 'caught'), 'caught')
})

test('who looks at each result gets no unhandled rejection; a call that failed as a whole rejects both ways', async (t) => {
  const settled = await new AdminResults<string, void>(
    'call',
    Promise.resolve([{ item: 'a', error: failure(ErrorCode.TOPIC_ALREADY_EXISTS) }]),
  ).settled()
  t.is((settled[0]!.error as BrokerError).errorName, 'TOPIC_ALREADY_EXISTS')
  const whole = new AdminResults<string, void>('call', Promise.reject(failure(ErrorCode.UNKNOWN_SERVER_ERROR)))
  await t.throwsAsync(whole.settled(), { instanceOf: BrokerError })
  await t.throwsAsync(Promise.resolve(whole), { instanceOf: BrokerError })
})
