import fc from 'fast-check'

import { encodeUtf8 } from '@odradek/bytes'
import { nodeCryptography, ScramClient, scramMechanisms } from '@odradek/network/internal'
import { AuthenticationError } from '@odradek/protocol'
import test from 'ava'

const make = (nonce = 'client-nonce') =>
  new ScramClient({ mechanism: scramMechanisms[0]!, cryptography: nodeCryptography, username: 'alice', nonce })
const salt = Buffer.from('a salt').toString('base64')

for (const [what, text] of [
  ['does not continue ours', `r=other-nonce,s=${salt},i=4096`],
  ['is ours and no more', `r=client-nonce,s=${salt},i=4096`],
] as const) {
  test(`a nonce that ${what} is refused`, (t) => {
    const error = t.throws(() => make().onServerFirst(encodeUtf8(text)), { instanceOf: AuthenticationError })
    t.is(error?.reason, 'server-signature')
    t.regex(error!.message, /nonce does not continue/)
  })
}

for (const iterations of [1, 4095, 1_000_001, 2_147_483_647]) {
  test(`${iterations} iterations are too few or too many`, (t) => {
    const text = encodeUtf8(`r=client-nonce-and-more,s=${salt},i=${iterations}`)
    t.throws(() => make().onServerFirst(text), { message: /asks for \d+ iterations of SCRAM-SHA-256/ })
  })
}

test('whatever a server says first or last, it is taken or refused', (t) => {
  const pieces = fc.constantFrom(
    'r=',
    'client-nonce',
    'x',
    ',s=',
    salt,
    '=',
    ',i=',
    '4096',
    '-1',
    'v=',
    'e=',
    ',',
    '\0',
    'é',
  )
  const message = fc.array(pieces, { maxLength: 12 }).map((parts) => encodeUtf8(parts.join('')))
  fc.assert(
    fc.property(fc.oneof(message, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      for (const call of ['onServerFirst', 'onServerFinal'] as const) {
        try {
          make()[call](bytes)
        } catch (error) {
          if (!AuthenticationError.is(error)) throw error
        }
      }
    }),
    { numRuns: 500 },
  )
  t.pass()
})
