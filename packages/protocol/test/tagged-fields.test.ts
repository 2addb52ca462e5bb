import test from 'ava'
import fc from 'fast-check'
import { ByteReader, ByteWriter, DecodeError, EncodeError } from '@odradek/bytes'
import { fetchRequest } from '../src/generated/messages/fetch-request.ts'
import { brokerRegistrationChangeRecord } from '../src/generated/messages/broker-registration-change-record.ts'
import { decodeMessage } from '../src/decode-message.ts'
import { encodeMessage } from '../src/encode-message.ts'
import { beginTaggedField, endTaggedField, readTag, readTaggedFieldEnd } from '../src/tagged-fields.ts'
import { fromHex } from './support/golden-messages.ts'

test('a tagged field of any size is written in place, whatever the capacity of the writer', (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 127, 128, 16383, 16384, 70000),
      fc.integer({ min: 1, max: 300 }),
      (size, capacity) => {
        const writer = new ByteWriter(capacity)
        const data = Uint8Array.from({ length: size }, (_, i) => i)
        const start = beginTaggedField(writer, 300)
        writer.writeBytes(data)
        endTaggedField(writer, start)
        writer.writeInt8(-1)
        const reader = new ByteReader(writer.bytes())
        t.is(readTag(reader, -1), 300)
        const end = readTaggedFieldEnd(reader)
        t.deepEqual(reader.readBytes(end - reader.offset), data)
        t.is(reader.readInt8(), -1)
        t.is(reader.remaining, 0)
      },
    ),
  )
})

test('unknown tagged fields are kept through decoding and encoding, behind those that are known', (t) => {
  const unknownTaggedFields = [
    { tag: 9, data: new Uint8Array([1, 2]) },
    { tag: 4_000_000_000, data: new Uint8Array() },
  ]
  const bytes = encodeMessage(fetchRequest, { clusterId: 'c', unknownTaggedFields }, 17)
  const decoded = decodeMessage(fetchRequest, bytes, 17)
  t.is(decoded.clusterId, 'c')
  t.deepEqual(decoded.unknownTaggedFields, unknownTaggedFields)
  t.deepEqual(encodeMessage(fetchRequest, decoded, 17), bytes)
})

test('a decoded message without unknown tagged fields has no property for them', (t) => {
  t.false('unknownTaggedFields' in decodeMessage(fetchRequest, encodeMessage(fetchRequest, {}, 17), 17))
})

test('unknown tagged fields that collide with known ones, descend, or have no place in the version are refused', (t) => {
  const data = new Uint8Array()
  const encode = (tags: number[], version: number) => () =>
    encodeMessage(fetchRequest, { unknownTaggedFields: tags.map((tag) => ({ tag, data })) }, version)
  t.throws(encode([0], 12), { instanceOf: EncodeError, message: /unknownTaggedFields: tag 0 must be greater than 0/ })
  t.throws(encode([8, 7], 12), { instanceOf: EncodeError, message: /tag 7 must be greater than 8/ })
  t.throws(encode([8, 8], 12), { instanceOf: EncodeError })
  t.throws(encode([2 ** 32], 12), { instanceOf: EncodeError })
  t.throws(encode([8], 11), {
    instanceOf: EncodeError,
    message: /FetchRequest.unknownTaggedFields does not exist in version 11/,
  })
  t.notThrows(encode([], 11))
})

test('a tag that only a later version defines counts as unknown', (t) => {
  // BrokerRegistrationChange 0 defines tag 0; tags 1 and 2 came with versions 1 and 2.
  const bytes = fromHex('00000001' + '0000000000000002' + '02' + '000105' + '010106')
  const decoded = decodeMessage(brokerRegistrationChangeRecord, bytes, 0)
  t.is(decoded.fenced, 5)
  t.is(decoded.inControlledShutdown, 0)
  t.deepEqual(decoded.unknownTaggedFields, [{ tag: 1, data: new Uint8Array([6]) }])
  t.deepEqual(encodeMessage(brokerRegistrationChangeRecord, decoded, 0), bytes)
  t.is(decodeMessage(brokerRegistrationChangeRecord, bytes, 1).inControlledShutdown, 6)
})

const badTags = {
  'tags that descend': '02' + '010106' + '000105',
  'the same tag twice': '02' + '000105' + '000105',
  'a known tag with more data than its field takes': '01' + '00020505',
  'a known tag with less': '01' + '00000500',
  'more data than there is': '01' + '64ff01',
  'more tags than there are': 'ffffffff0f' + '000105',
}
for (const [what, tags] of Object.entries(badTags)) {
  test(`${what}: DecodeError`, (t) => {
    const bytes = fromHex('00000001' + '0000000000000002' + tags)
    t.throws(() => decodeMessage(brokerRegistrationChangeRecord, bytes, 0), { instanceOf: DecodeError })
  })
}
