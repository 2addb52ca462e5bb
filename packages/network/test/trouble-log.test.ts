import { AuthenticationError } from '@odradek/protocol'
import test from 'ava'

import { TroubleLog } from '../src/trouble-log.ts'

test('a broker that refuses us is an error, told again after 30 seconds', (t) => {
  const lines: string[] = []
  const log = new TroubleLog((level, text) => void lines.push(`${level}: ${text}`))
  for (const nowMs of [0, 1000, 29_999, 30_000, 31_000])
    log.onConnectionLost(3, new AuthenticationError('broker-3 refuses the password'), nowMs)
  const line = 'error: no connection to broker 3: broker-3 refuses the password'
  t.deepEqual(lines, [line, line])
})
