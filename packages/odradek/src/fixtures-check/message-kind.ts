import { ByteWriter } from '@odradek/bytes'
import { decodeMessage, encodeMessage, requestHeaderVersion, responseHeaderVersion } from '@odradek/protocol'
import type { MessageCodec } from '@odradek/protocol'
import { allMessages } from '@odradek/protocol/all-messages'
import { messageFromJson, messageToJson, type JsonValue } from '@odradek/protocol/json'

import { CorpusEntryError, hexField, integerField, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { bytesDifference, differences } from './difference.ts'

/** `messages/` and `messages-legacy/`: one message, without header and frame. */
export const messageKind: CorpusKind = {
  name: 'message',
  recognises: (entry) => 'name' in entry && 'version' in entry && 'hex' in entry,
  describe: (entry) => `${String(entry['name'])} version ${String(entry['version'])} ${String(entry['case'])}`,
  check,
}

const codecs = new Map(allMessages.map((codec) => [codec.name, codec]))

/** The codec of a message. Throws CorpusEntryError where there is none of that name. */
export function codecNamed(name: string): MessageCodec<unknown> {
  const codec = codecs.get(name)
  if (codec === undefined) throw new CorpusEntryError(`there is no message ${name}`)
  return codec
}

/** A copy of an entry's message as JSON. Throws CorpusEntryError where it has none. */
export function jsonField(entry: CorpusEntry): JsonValue {
  const json = entry['json']
  if (json === undefined) throw new CorpusEntryError('the field json is missing')
  return json as JsonValue
}

function check(entry: CorpusEntry): CaseResult {
  const codec = codecNamed(stringField(entry, 'name'))
  const version = integerField(entry, 'version')
  const hex = hexField(entry, 'hex')
  const json = jsonField(entry)
  const decoded = messageToJson(codec, decodeMessage(codec, hex, version) as object, version)
  const encoded = encodeMessage(codec, messageFromJson(codec, json, version) as object, version)
  return resultOf([
    ...factDifferences(entry, codec, version),
    ...differences(json, decoded, 3).map((difference) => `decoded json: ${difference}`),
    labelled('encoded hex', bytesDifference(hex, encoded)),
    ...('prefixedHex' in entry ? prefixedDifferences(entry, codec, version) : []),
  ])
}

/** What the entry says of the message beside its content, as far as it says it. */
function factDifferences(entry: CorpusEntry, codec: MessageCodec<unknown>, version: number): string[] {
  const ours: Record<string, unknown> = {
    type: codec.type,
    apiKey: codec.apiKey,
    flexible: codec.flexibleFrom !== undefined && version >= codec.flexibleFrom,
    headerVersion: 'headerVersion' in entry ? headerVersionOf(codec, version) : undefined,
  }
  const stated = Object.keys(ours).filter((name) => name in entry)
  const pick = (facts: CorpusEntry) => Object.fromEntries(stated.map((name) => [name, facts[name]]))
  return differences(pick(entry), pick(ours))
}

function headerVersionOf(codec: MessageCodec<unknown>, version: number): number {
  if (codec.apiKey === undefined) throw new CorpusEntryError(`${codec.name} has no API key, so no header goes with it`)
  const headerVersion =
    codec.type === 'response'
      ? responseHeaderVersion(codec.apiKey, version)
      : requestHeaderVersion(codec.apiKey, version)
  if (headerVersion === undefined) throw new CorpusEntryError(`there is no API of key ${codec.apiKey}`)
  return headerVersion
}

/** The stored form: int16 and the message; the int16 is the entry's type for a coordinator's key, else the message's version. */
function prefixedDifferences(
  entry: CorpusEntry,
  codec: MessageCodec<unknown>,
  version: number,
): (string | undefined)[] {
  const prefixed = hexField(entry, 'prefixedHex')
  const prefix = codec.type === 'coordinator-key' ? codec.apiKey! : version
  const writer = new ByteWriter()
  writer.writeInt16(prefix)
  codec.encode(writer, messageFromJson(codec, jsonField(entry), version) as never, version)
  const decoded = messageToJson(codec, decodeMessage(codec, prefixed.subarray(2), version) as object, version)
  return [
    labelled('encoded prefixedHex', bytesDifference(prefixed, writer.bytes())),
    ...differences(jsonField(entry), decoded, 3).map((difference) => `decoded prefixedHex: ${difference}`),
  ]
}

function labelled(label: string, difference: string | undefined): string | undefined {
  return difference === undefined ? undefined : `${label}: ${difference}`
}
