import test, { type ExecutionContext } from 'ava'
import { ByteWriter, EncodeError, DecodeError } from '@odradek/bytes'
import { decodeMessage } from '../src/decode-message.ts'
import { encodeMessage } from '../src/encode-message.ts'
import type { MessageCodec, MessageInput } from '../src/message-codec.ts'
import { allMessages } from '../src/generated/all-messages.ts'
import { describeTopicPartitionsRequest } from '../src/generated/messages/describe-topic-partitions-request.ts'
import { fetchRequest } from '../src/generated/messages/fetch-request.ts'
import { fetchResponse } from '../src/generated/messages/fetch-response.ts'
import { fetchSnapshotRequest } from '../src/generated/messages/fetch-snapshot-request.ts'
import { joinGroupRequest } from '../src/generated/messages/join-group-request.ts'
import { metadataRequest } from '../src/generated/messages/metadata-request.ts'
import { offsetFetchRequest } from '../src/generated/messages/offset-fetch-request.ts'
import { produceRequest } from '../src/generated/messages/produce-request.ts'
import { produceResponse } from '../src/generated/messages/produce-response.ts'
import { updateMetadataRequest } from '../src/generated/messages/update-metadata-request.ts'
import { toHex } from './support/golden-messages.ts'

const refused = test.macro(
  <T>(t: ExecutionContext, codec: MessageCodec<T>, version: number, message: MessageInput<T>, expected: RegExp) => {
    const error = t.throws(() => encodeMessage(codec, message, version), { instanceOf: EncodeError })
    t.regex(error.message, expected)
  },
)

test(
  'a value in a field that the version lacks',
  refused,
  produceRequest,
  2,
  { transactionalId: 'tx' },
  /^ProduceRequest\.transactionalId does not exist in version 2/,
)
test(
  'an array in a version without it',
  refused,
  fetchRequest,
  6,
  { forgottenTopicsData: [{}] },
  /^FetchRequest\.forgottenTopicsData does not exist in version 6/,
)
test(
  'a tagged value before its version',
  refused,
  fetchRequest,
  14,
  { replicaState: { replicaId: 1 } },
  /^FetchRequest\.replicaState does not exist in version 14/,
)
test(
  'a nested value that the version lacks',
  refused,
  offsetFetchRequest,
  9,
  { groups: [{ topics: [{ partitionIndexes: [1] }] }], requireStable: true, groupId: 'g' },
  /^OffsetFetchRequest\.groupId does not exist in version 9/,
)
test(
  'null in a version that knows none',
  refused,
  metadataRequest,
  0,
  { topics: null },
  /^MetadataRequest\.topics cannot be null in version 0/,
)
test(
  'null in a field that is never null',
  refused,
  joinGroupRequest,
  5,
  { groupId: null as unknown as string },
  /^JoinGroupRequest\.groupId must be a string, not null/,
)
test(
  'null for an array that is never null',
  refused,
  produceRequest,
  9,
  { topicData: null as unknown as [] },
  /^ProduceRequest\.topicData must be an array, not null/,
)
test(
  'null for a struct that is never null',
  refused,
  fetchSnapshotRequest,
  0,
  { topics: [{ partitions: [{ snapshotId: null as unknown as object }] }] },
  /^FetchSnapshotRequest\.topics\.partitions\.snapshotId must be an object, not null/,
)
test(
  'a hole in an array of structs',
  refused,
  produceRequest,
  9,
  { topicData: [undefined as unknown as object] },
  /^ProduceRequest\.topicData must be an object, not undefined/,
)
test(
  'an int16 out of range',
  refused,
  produceRequest,
  9,
  { acks: 40_000 },
  /^ProduceRequest\.acks must be an integer from -32768 to 32767, not 40000/,
)
test(
  'an int32 that is no integer',
  refused,
  produceRequest,
  9,
  { timeoutMs: 0.5 },
  /^ProduceRequest\.timeoutMs must be an integer/,
)
test('an int32 that is NaN', refused, produceRequest, 9, { timeoutMs: NaN }, /not NaN/)
test(
  'a number for an int64',
  refused,
  produceResponse,
  9,
  { responses: [{ partitionResponses: [{ baseOffset: 5 as unknown as bigint }] }] },
  /baseOffset must be a bigint/,
)
test(
  'an int64 of more than 64 bits',
  refused,
  produceResponse,
  9,
  { responses: [{ partitionResponses: [{ baseOffset: 2n ** 63n }] }] },
  /baseOffset must be a bigint/,
)
test(
  'text for bytes',
  refused,
  produceRequest,
  9,
  { topicData: [{ partitionData: [{ records: 'x' as unknown as Uint8Array }] }] },
  /records must be a Uint8Array, not "x"/,
)
test(
  'a string over 32,767 bytes',
  refused,
  joinGroupRequest,
  0,
  { groupId: 'x'.repeat(32_768) },
  /groupId takes 32768 bytes/,
)
test(
  'a compact string over 32,767 bytes',
  refused,
  joinGroupRequest,
  9,
  { groupId: 'ä'.repeat(16_384) },
  /groupId takes 32768 bytes/,
)
test('a version above the latest', refused, produceRequest, 14, {}, /^ProduceRequest has versions 0 to 13, not 14/)
test('a version below the oldest', refused, produceRequest, -1, {}, /not -1/)
test('a version that is no integer', refused, produceRequest, 2.5, {}, /not 2\.5/)

test('null against the types, anywhere: EncodeError', (t) => {
  const nothing = null as unknown as undefined
  const encode = (message: object, version: number) => () => encodeMessage(fetchResponse, message, version)
  const inPartition = (fields: object) => ({ responses: [{ partitions: [fields] }] })
  for (const version of [4, 17]) {
    t.throws(encode({ responses: nothing }, version), { instanceOf: EncodeError })
    t.throws(encode({ nodeEndpoints: null }, version), { instanceOf: EncodeError }, `nodeEndpoints in ${version}`)
    t.throws(encode(inPartition({ currentLeader: null }), version), { instanceOf: EncodeError })
    t.throws(encode(inPartition({ highWatermark: null }), version), { instanceOf: EncodeError })
  }
})

test('a string of 32,767 bytes is carried in both forms', (t) => {
  for (const version of [0, 9]) {
    const groupId = 'x'.repeat(32_767)
    t.is(
      decodeMessage(joinGroupRequest, encodeMessage(joinGroupRequest, { groupId }, version), version).groupId,
      groupId,
    )
  }
})

test('strings around every size of a compact length come back, whatever the capacity of the writer', (t) => {
  for (const length of [0, 1, 24, 25, 41, 42, 43, 60, 126, 127, 128, 200, 5461, 10_922]) {
    for (const unit of ['x', 'é', '水', '😀']) {
      const groupId = unit.repeat(Math.floor(length / Math.max(1, unit.length)))
      for (const version of [0, 9]) {
        const writer = new ByteWriter(1)
        joinGroupRequest.encode(writer, { groupId, memberId: 'after' }, version)
        const decoded = decodeMessage(joinGroupRequest, writer.bytes(), version)
        t.is(decoded.groupId, groupId)
        t.is(decoded.memberId, 'after')
      }
    }
  }
})

test('an ignorable field is left out of versions that lack it', (t) => {
  t.is(toHex(encodeMessage(fetchRequest, { rackId: 'rack' }, 4)), toHex(encodeMessage(fetchRequest, {}, 4)))
  t.is(decodeMessage(fetchRequest, encodeMessage(fetchRequest, { rackId: 'rack' }, 11), 11).rackId, 'rack')
})

test('a field at its default may be given to versions that lack it', (t) => {
  t.notThrows(() => encodeMessage(produceRequest, { transactionalId: null }, 2))
  t.notThrows(() => encodeMessage(fetchRequest, { replicaState: { replicaId: -1, replicaEpoch: -1n } }, 14))
})

test('a nullable struct is carried as null and as a value', (t) => {
  for (const cursor of [null, { topicName: 't', partitionIndex: 3 }]) {
    const bytes = encodeMessage(describeTopicPartitionsRequest, { cursor }, 0)
    t.deepEqual(decodeMessage(describeTopicPartitionsRequest, bytes, 0).cursor, cursor)
  }
})

test('a message without any field given is the message of defaults in every version', (t) => {
  for (const codec of allMessages) {
    for (let version = codec.minVersion; version <= codec.maxVersion; version++) {
      const bytes = encodeMessage(codec, {}, version)
      const decoded = decodeMessage(codec, bytes, version)
      t.deepEqual(encodeMessage(codec, decoded as object, version), bytes, `${codec.name} ${version}`)
    }
  }
})

test('fields that a version lacks have their defaults when decoded', (t) => {
  const decoded = decodeMessage(updateMetadataRequest, encodeMessage(updateMetadataRequest, {}, 0), 0)
  t.is(decoded.brokerEpoch, -1n)
  t.deepEqual(decoded.topicStates, [])
  t.deepEqual(
    Object.keys(decoded),
    Object.keys(decodeMessage(updateMetadataRequest, encodeMessage(updateMetadataRequest, {}, 8), 8)),
  )
})

test('an unknown version to decode: DecodeError with reason unsupported', (t) => {
  for (const version of [-1, 14, 1.5, NaN]) {
    const error = t.throws(() => decodeMessage(produceRequest, new Uint8Array(100), version), {
      instanceOf: DecodeError,
    })
    t.is(error.reason, 'unsupported')
  }
})

test('bytes are views on what was decoded, not copies', (t) => {
  const message = { topicData: [{ partitionData: [{ records: new Uint8Array([1, 2, 3]) }] }] }
  const bytes = encodeMessage(produceRequest, message, 9)
  const { records } = decodeMessage(produceRequest, bytes, 9).topicData[0]!.partitionData[0]!
  t.is(records!.buffer, bytes.buffer)
  t.deepEqual(records, new Uint8Array([1, 2, 3]))
})
