import { ByteReader } from '@odradek/bytes'
import { encodeRequestFrame, encodeResponseFrame, FrameSplitter, type Api, type MessageCodec } from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import { checkEnd } from '@odradek/protocol/internal'
import { messageFromJson, messageToJson } from '@odradek/protocol/json'
import { requestHeader } from '@odradek/protocol/messages/request-header'
import { responseHeader } from '@odradek/protocol/messages/response-header'

import { CorpusEntryError, hexField, integerField, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { bytesDifference, differences } from './difference.ts'
import { jsonField } from './message-kind.ts'

/** `frames` and `frames-legacy`: whole requests and responses, as they go over a connection. */
export const frameKind: CorpusKind = {
  name: 'frame',
  recognises: (entry) => 'correlationId' in entry && 'hex' in entry && 'json' in entry,
  describe: (entry) => `${String(entry['name'])} version ${String(entry['version'])} frame`,
  check,
}

const apis = new Map(allApis.map((api) => [api.key, api]))

function check(entry: CorpusEntry): CaseResult {
  const apiKey = integerField(entry, 'apiKey')
  const api = apis.get(apiKey)
  if (api === undefined) throw new CorpusEntryError(`there is no API ${apiKey}`)
  const hex = hexField(entry, 'hex')
  const isRequest = stringField(entry, 'type') === 'request'
  const encoded = isRequest ? encodeRequest(api, entry) : encodeResponse(api, entry)
  const difference = bytesDifference(hex, encoded)
  return resultOf([
    ...differences(expectedFacts(entry), decode(api, entry, isRequest)).map((found) => `decoded: ${found}`),
    difference === undefined ? undefined : `encoded hex: ${difference}`,
  ])
}

function expectedFacts(entry: CorpusEntry): Record<string, unknown> {
  const { name, headerVersion, correlationId, clientId, json } = entry
  return { name, headerVersion, correlationId, ...(clientId !== undefined && { clientId }), json }
}

function encodeRequest(api: Api<unknown, unknown>, entry: CorpusEntry): Uint8Array {
  const version = integerField(entry, 'version')
  const clientId = typeof entry['clientId'] === 'string' ? entry['clientId'] : null
  const message = messageFromJson(api.request, jsonField(entry), version)
  return encodeRequestFrame(api, version, integerField(entry, 'correlationId'), clientId, message as never)
}

function encodeResponse(api: Api<unknown, unknown>, entry: CorpusEntry): Uint8Array {
  const version = integerField(entry, 'version')
  const message = messageFromJson(api.response, jsonField(entry), version)
  return encodeResponseFrame(
    api as Api<never, unknown>,
    version,
    integerField(entry, 'correlationId'),
    message as never,
  )
}

/** What the bytes say, in the corpus's form. The frame is given to the splitter in two pieces, as a network may. */
function decode(api: Api<unknown, unknown>, entry: CorpusEntry, isRequest: boolean): Record<string, unknown> {
  const version = integerField(entry, 'version')
  const reader = new ByteReader(frameOf(hexField(entry, 'hex')))
  if (!isRequest) {
    const headerVersion = api.responseHeaderVersion(version)
    const { correlationId } = responseHeader.decode(reader, headerVersion)
    return { name: api.response.name, headerVersion, correlationId, json: bodyJson(api.response, reader, version) }
  }
  const headerVersion = api.requestHeaderVersion(version)
  const header = requestHeader.decode(reader, headerVersion)
  if (header.requestApiKey !== api.key || header.requestApiVersion !== version) {
    throw new CorpusEntryError(
      `the frame's header says API ${header.requestApiKey} version ${header.requestApiVersion}`,
    )
  }
  const clientId = headerVersion === 0 ? {} : { clientId: header.clientId }
  const json = bodyJson(api.request, reader, version)
  return { name: api.request.name, headerVersion, correlationId: header.correlationId, ...clientId, json }
}

function frameOf(bytes: Uint8Array): Uint8Array {
  const splitter = new FrameSplitter(Math.max(bytes.length, 1))
  const middle = bytes.length >> 1
  const frames = [...splitter.push(bytes.subarray(0, middle)), ...splitter.push(bytes.subarray(middle))]
  if (frames.length !== 1) throw new CorpusEntryError(`the bytes hold ${frames.length} whole frames, not one`)
  return frames[0]!
}

function bodyJson(codec: MessageCodec<unknown>, reader: ByteReader, version: number): unknown {
  const json = messageToJson(codec, codec.decode(reader, version) as never, version)
  checkEnd(reader, codec.name, version)
  return json
}
