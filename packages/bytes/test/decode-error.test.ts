import test from 'ava'

import { DecodeError } from '../src/decode-error.ts'
import { EncodeError } from '../src/encode-error.ts'

test('a DecodeError says why, where, and what it was caused by', (t) => {
  const cause = new Error('inner')
  const error = new DecodeError('checksum', 'the CRC is wrong', 17, { cause })
  t.like(error, { name: 'DecodeError', code: 'DECODE_ERROR', reason: 'checksum', offset: 17, cause })
  t.is(error.message, 'the CRC is wrong (at byte 17)')
})

test('errors are told apart by their brand, which another copy of the package shares', (t) => {
  const foreign = Object.assign(new Error('from another copy'), { [Symbol.for('odradek.DecodeError')]: true })
  t.true(DecodeError.is(foreign))
  t.true(DecodeError.is(new DecodeError('malformed', 'm', 0)))
  t.true(EncodeError.is(new EncodeError('m')))
  for (const other of [new EncodeError('m'), new Error('m'), null, undefined, 'text', {}])
    t.false(DecodeError.is(other))
  for (const other of [foreign, new Error('m'), null, 5]) t.false(EncodeError.is(other))
})
