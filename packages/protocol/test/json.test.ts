import test from 'ava'
import { EncodeError } from '@odradek/bytes'
import { clientQuotaRecord } from '../src/generated/messages/client-quota-record.ts'
import { fetchRequest } from '../src/generated/messages/fetch-request.ts'
import { metadataRequest } from '../src/generated/messages/metadata-request.ts'
import { produceRequest } from '../src/generated/messages/produce-request.ts'
import { produceResponse } from '../src/generated/messages/produce-response.ts'
import { messageFromJson, messageToJson, type JsonValue } from '../src/json.ts'

test('bytes are base64, int64 a string, fields in the order of the definition', (t) => {
  const message = { topicData: [{ name: 'a', partitionData: [{ records: new Uint8Array([1, 2, 3, 255]) }] }] }
  t.is(
    JSON.stringify(messageToJson(produceRequest, message, 9)),
    '{"transactionalId":null,"acks":0,"timeoutMs":0,"topicData":[{"name":"a","partitionData":[{"index":0,"records":"AQID/w=="}]}]}',
  )
  t.is(
    messageToJson(produceResponse, { responses: [{ partitionResponses: [{ baseOffset: 2n ** 60n }] }] }, 0)['acks'],
    undefined,
  )
})

test('base64 of every remainder comes back', (t) => {
  for (let length = 0; length < 70; length++) {
    const clusterBytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff)
    const message = { topicData: [{ partitionData: [{ records: clusterBytes }] }] }
    const json = messageToJson(produceRequest, message, 9)
    const records = messageFromJson(produceRequest, json, 9).topicData[0]!.partitionData[0]!.records
    t.deepEqual(records, clusterBytes)
    t.true(JSON.stringify(json).includes(`"${Buffer.from(clusterBytes).toString('base64')}"`))
  }
})

test('numbers that JSON lacks are strings', (t) => {
  for (const value of [NaN, Infinity, -Infinity, -0, 0.1]) {
    const json = JSON.parse(JSON.stringify(messageToJson(clientQuotaRecord, { value }, 0))) as JsonValue
    t.is(messageFromJson(clientQuotaRecord, json, 0).value, Object.is(value, -0) ? 0 : value)
  }
  t.is(messageToJson(clientQuotaRecord, { value: NaN }, 0)['value'], 'NaN')
})

test('fields that the JSON leaves out have their defaults', (t) => {
  const request = messageFromJson(fetchRequest, {}, 17)
  t.is(request.sessionEpoch, -1)
  t.is(request.maxBytes, 0x7fffffff)
  t.deepEqual(request.replicaState, { replicaId: -1, replicaEpoch: -1n })
})

const badJson: readonly (readonly [string, JsonValue, number, RegExp])[] = [
  ['no object', [], 9, /^ProduceRequest must be an object/],
  ['a field that there is not', { nonsense: 1 }, 9, /^ProduceRequest has no field nonsense/],
  [
    'a field of another version',
    { transactionalId: 'a' },
    2,
    /^ProduceRequest\.transactionalId does not exist in version 2/,
  ],
  ['null where none is known', { acks: null }, 9, /^ProduceRequest\.acks cannot be null/],
  ['text for an integer', { acks: '1' }, 9, /^ProduceRequest\.acks must be an integer, not "1"/],
  ['a fraction for an integer', { acks: 1.5 }, 9, /^ProduceRequest\.acks must be an integer/],
  ['no array', { topicData: {} }, 9, /^ProduceRequest\.topicData must be an array/],
  ['a number for text', { topicData: [{ name: 1 }] }, 9, /^ProduceRequest\.topicData\.name must be a string/],
  ['base64 of a wrong length', { topicData: [{ partitionData: [{ records: 'AAA' }] }] }, 9, /records must be base64/],
  ['base64 of other letters', { topicData: [{ partitionData: [{ records: 'AA-_' }] }] }, 9, /records must be base64/],
  ['a tag without data', { _unknownTaggedFields: [{ tag: 1 }] }, 9, /_unknownTaggedFields needs a tag and data/],
  ['an unknown version', {}, 99, /^ProduceRequest has versions 0 to 13, not 99/],
]
for (const [what, json, version, message] of badJson) {
  test(`${what}: EncodeError that names the field`, (t) => {
    t.throws(() => messageFromJson(produceRequest, json, version), { instanceOf: EncodeError, message })
  })
}

test('a value that the version cannot carry has no JSON in it', (t) => {
  t.throws(() => messageToJson(produceRequest, { transactionalId: 'a' }, 2), { instanceOf: EncodeError })
  t.throws(() => messageToJson(metadataRequest, { topics: null }, 0), { instanceOf: EncodeError })
  t.throws(() => messageToJson(fetchRequest, { replicaState: { replicaEpoch: 4n } }, 14), { instanceOf: EncodeError })
  t.notThrows(() => messageToJson(fetchRequest, { replicaState: {} }, 14))
})
