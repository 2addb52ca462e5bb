import test from 'ava'
import { isDeepStrictEqual } from 'node:util'
import { ByteReader, DecodeError, EncodeError } from '@odradek/bytes'
import { allApis } from '@odradek/protocol/all-apis'
import { messageFromJson, type JsonObject } from '@odradek/protocol/json'
import { readGolden } from '@odradek/test-kit'
import { decodeResponseFrame, encodeRequestFrame, encodeResponseChunks, encodeResponseFrame } from '../src/frames.ts'
import { FrameSplitter } from '../src/frame-splitter.ts'
import { apiVersionsApi } from '../src/generated/apis/api-versions.ts'
import { controlledShutdownApi } from '../src/generated/apis/controlled-shutdown.ts'
import { fetchApi } from '../src/generated/apis/fetch.ts'
import { produceApi } from '../src/generated/apis/produce.ts'
import { decodeRequestHeader } from '../src/request-header.ts'
import { fromHex, toHex } from './support/golden-messages.ts'

interface GoldenFrame {
  readonly name: string
  readonly apiKey: number
  readonly type: 'request' | 'response'
  readonly version: number
  readonly headerVersion: number
  readonly correlationId: number
  readonly clientId?: string | null
  readonly json: JsonObject
  readonly hex: string
}

const apis = new Map(allApis.map((api) => [api.key, api]))

function requestFault(line: GoldenFrame, frame: Uint8Array): string | undefined {
  const api = apis.get(line.apiKey)!
  const reader = new ByteReader(frame)
  const header = decodeRequestHeader(reader)
  const expected = {
    apiKey: line.apiKey,
    apiVersion: line.version,
    correlationId: line.correlationId,
    headerVersion: line.headerVersion,
    clientId: line.clientId ?? null,
  }
  if (!isDeepStrictEqual(header, expected)) return `header ${JSON.stringify(header)}`
  const request = api.request.decode(reader, header.apiVersion)
  if (reader.remaining > 0) return 'bytes are left'
  if (!isDeepStrictEqual(request, messageFromJson(api.request, line.json, line.version))) return 'the body differs'
  const encoded = encodeRequestFrame(api, line.version, line.correlationId, line.clientId ?? null, request as object, 8)
  return toHex(encoded) === line.hex ? undefined : 'encoding differs'
}

function responseFault(line: GoldenFrame, frame: Uint8Array): string | undefined {
  const api = apis.get(line.apiKey)!
  const { correlationId, response } = decodeResponseFrame(api, line.version, frame)
  if (correlationId !== line.correlationId) return `correlation id ${correlationId}`
  if (api.responseHeaderVersion(line.version) !== line.headerVersion) return 'the header version differs'
  if (!isDeepStrictEqual(response, messageFromJson(api.response, line.json, line.version))) return 'the body differs'
  const encoded = encodeResponseFrame(api, line.version, correlationId, response as object, 8)
  return toHex(encoded) === line.hex ? undefined : 'encoding differs'
}

const wholeFile = test.macro((t, name: string, count: number) => {
  const lines = readGolden<GoldenFrame>(name)
  const faults = lines.flatMap((line) => {
    const [frame] = new FrameSplitter(1e6).push(fromHex(line.hex))
    const fault = line.type === 'request' ? requestFault(line, frame!) : responseFault(line, frame!)
    return fault === undefined ? [] : [`${line.name} ${line.version}: ${fault}`]
  })
  t.deepEqual(faults, [])
  t.is(lines.length, count)
  t.log(`${lines.length} frames of ${name} decoded and encoded`)
})

test('every whole frame of Kafka 4.3 is read and written', wholeFile, 'frames.jsonl', 306)
test('every whole frame of the versions that Kafka 4 removed is too', wholeFile, 'frames-legacy.jsonl', 76)

test('ApiVersions answers with header 0 in every version', (t) => {
  for (const version of [0, 1, 2, 3, 4]) t.is(apiVersionsApi.responseHeaderVersion(version), 0)
  t.is(apiVersionsApi.requestHeaderVersion(3), 2)
})

test('the header of an ApiVersions request of a later version can be read, so that a broker can answer it', (t) => {
  const reader = new ByteReader(fromHex('0012' + '0063' + '00000007' + '000161' + '00' + 'ffff'))
  t.deepEqual(decodeRequestHeader(reader), {
    apiKey: 18,
    apiVersion: 99,
    correlationId: 7,
    headerVersion: 2,
    clientId: 'a',
  })
  t.is(reader.remaining, 2)
})

test('unknown tagged fields of a request header are given out', (t) => {
  const reader = new ByteReader(fromHex('0012' + '0003' + '00000007' + 'ffff' + '01' + '0502abcd'))
  const header = decodeRequestHeader(reader)
  t.is(header.clientId, null)
  t.deepEqual(header.unknownTaggedFields, [{ tag: 5, data: fromHex('abcd') }])
})

test('a request of an API that is not known: DecodeError with reason unsupported', (t) => {
  const error = t.throws(() => decodeRequestHeader(new ByteReader(fromHex('7fff' + '0000' + '00000001' + 'ffff'))), {
    instanceOf: DecodeError,
  })
  t.is(error.reason, 'unsupported')
})

test('a request header that is cut off: DecodeError', (t) => {
  const whole = fromHex('0012' + '0003' + '00000007' + '000161' + '00')
  for (let cut = 0; cut < whole.length; cut++) {
    t.throws(() => decodeRequestHeader(new ByteReader(whole.subarray(0, cut))), { instanceOf: DecodeError })
  }
})

test('ControlledShutdown 0 goes without a client id', (t) => {
  const frame = encodeRequestFrame(controlledShutdownApi, 0, 9, 'client', { brokerId: 1 })
  t.is(toHex(frame), '0000000c' + '0007' + '0000' + '00000009' + '00000001')
})

test('a response that goes on after its end, or answers another version: DecodeError', (t) => {
  const frame = encodeResponseFrame(produceApi, 13, 1, { throttleTimeMs: 5 }).subarray(4)
  t.is(decodeResponseFrame(produceApi, 13, frame).response.throttleTimeMs, 5)
  const longer = new Uint8Array(frame.length + 1)
  longer.set(frame)
  t.throws(() => decodeResponseFrame(produceApi, 13, longer), { instanceOf: DecodeError, message: /1 bytes are left/ })
  t.throws(() => decodeResponseFrame(produceApi, 3, frame), { instanceOf: DecodeError })
})

test('a frame whose request the version cannot carry is not made: EncodeError', (t) => {
  t.throws(() => encodeRequestFrame(produceApi, 99, 1, null, {}), { instanceOf: EncodeError })
})

test('a response in pieces is the same response, and long records in it are not copied', (t) => {
  const lengths = [0, 5, 8191, 8192, 20_000, 8192]
  const records = lengths.map((length, index) => new Uint8Array(length).fill(index + 1))
  const partitions = records.map((bytes, partitionIndex) => ({ partitionIndex, records: bytes }))
  for (const version of [4, 11, 12, 18]) {
    const response = { responses: [{ topic: version < 13 ? 't' : '', partitions }] }
    const whole = encodeResponseFrame(fetchApi, version, 7, response)
    const chunks = encodeResponseChunks(fetchApi, version, 7, response)
    t.deepEqual(Buffer.concat(chunks), Buffer.from(whole))
    const kept = records.filter(({ length }) => length >= 8192)
    t.deepEqual(
      chunks.filter((chunk) => records.some((bytes) => bytes === chunk)),
      kept,
    )
  }
  const small = encodeResponseChunks(apiVersionsApi, 3, 1, {})
  t.is(small.length, 1)
})
