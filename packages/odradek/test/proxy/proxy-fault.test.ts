import test from 'ava'
import { CommandError } from '../../src/cli/command-error.ts'
import { checkedFault, parseFault } from '../../src/proxy/proxy-fault.ts'

test('faults are read from flags', (t) => {
  t.deepEqual(parseFault('api=Produce,topic=orders,error=NOT_LEADER_OR_FOLLOWER,times=2'), {
    api: 'Produce',
    topic: 'orders',
    error: 'NOT_LEADER_OR_FOLLOWER',
    times: 2,
  })
  t.deepEqual(parseFault('delayMs=50, drop'), { delayMs: 50, drop: true })
})

test('what is no fault is refused with what is wrong', (t) => {
  const wrong: [string, RegExp][] = [
    ['', /does nothing/],
    ['api=Produce', /does nothing/],
    ['api=Prodce,drop', /no API 'Prodce'/],
    ['delay=5', /no 'delay'/],
    ['delayMs=soon', /is a number/],
    ['error=NOPE', /no error 'NOPE'/],
    ['drop,disconnect', /one of drop and disconnect/],
  ]
  for (const [text, message] of wrong) t.throws(() => parseFault(text), { instanceOf: CommandError, message })
  for (const given of [null, [], 'drop', { drop: 'yes' }])
    t.throws(() => checkedFault(given), { instanceOf: CommandError })
})
