// Generated from schemas/merged.json (StreamsGroupTopologyKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** StreamsGroupTopologyKey, versions 0. */
export interface StreamsGroupTopologyKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeStreamsGroupTopologyKey(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTopologyKey>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupTopologyKey', version, 0, 0)
  checkStruct(input, 'StreamsGroupTopologyKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'StreamsGroupTopologyKey.groupId')
}

function decodeStreamsGroupTopologyKey(reader: ByteReader, version: number): StreamsGroupTopologyKey {
  checkDecodeVersion(reader, 'StreamsGroupTopologyKey', version, 0, 0)
  const decoded: StreamsGroupTopologyKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes StreamsGroupTopologyKey. */
export const streamsGroupTopologyKey: MessageCodec<StreamsGroupTopologyKey> = {
  name: 'StreamsGroupTopologyKey',
  apiKey: 23,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeStreamsGroupTopologyKey,
  decode: decodeStreamsGroupTopologyKey,
}
