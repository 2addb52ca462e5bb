import { readGolden } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import { DecodeError } from '../src/decode-error.ts'
import { EncodeError } from '../src/encode-error.ts'
import { decodeUuid, encodeUuid, ZERO_UUID } from '../src/uuid.ts'

test('the text form is the unpadded base64url of the sixteen bytes', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.integer({ min: 0, max: 3 }), (bytes, offset) => {
      const within = new Uint8Array(20)
      within.set(bytes, offset)
      const text = decodeUuid(within, offset)
      t.is(text, Buffer.from(bytes).toString('base64url'))
      const target = new Uint8Array(20)
      encodeUuid(text, target, offset)
      t.deepEqual(target, within)
    }),
  )
  t.is(decodeUuid(new Uint8Array(16)), ZERO_UUID)
})

test('the topic ids of golden messages come back to the same text', (t) => {
  const ids = new Set<string>()
  for (const { json } of readGolden<{ json: { topics?: { topicId?: string }[] } }>(
    'messages/DeleteTopicsRequest.jsonl',
  )) {
    for (const { topicId } of json.topics ?? []) if (topicId !== undefined) ids.add(topicId)
  }
  for (const id of ids) {
    const bytes = new Uint8Array(16)
    encodeUuid(id, bytes)
    t.is(decodeUuid(bytes), id)
  }
  t.true(ids.size > 3, String(ids.size))
})

test('what is not a UUID is refused', (t) => {
  for (const text of [
    '',
    'AAAA',
    `${ZERO_UUID}A`,
    'AAAAAAAAAAAAAAAAAAAAA=',
    'AAAAAAAAAAAAAAAAAAAAA+',
    'AAAAAAAAAAAAAAAAAAAAAé',
  ]) {
    t.throws(() => encodeUuid(text, new Uint8Array(16)), { instanceOf: EncodeError, message: /22 characters/ })
  }
  for (let length = 0; length < 16; length++) {
    t.is(t.throws(() => decodeUuid(new Uint8Array(length)), { instanceOf: DecodeError })?.reason, 'truncated')
  }
})
