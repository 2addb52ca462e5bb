// Generated from schemas/merged.json (StreamsGroupMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** StreamsGroupMetadataKey, versions 0. */
export interface StreamsGroupMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeStreamsGroupMetadataKey(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupMetadataKey', version, 0, 0)
  checkStruct(input, 'StreamsGroupMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'StreamsGroupMetadataKey.groupId')
}

function decodeStreamsGroupMetadataKey(reader: ByteReader, version: number): StreamsGroupMetadataKey {
  checkDecodeVersion(reader, 'StreamsGroupMetadataKey', version, 0, 0)
  const decoded: StreamsGroupMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes StreamsGroupMetadataKey. */
export const streamsGroupMetadataKey: MessageCodec<StreamsGroupMetadataKey> = {
  name: 'StreamsGroupMetadataKey',
  apiKey: 17,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeStreamsGroupMetadataKey,
  decode: decodeStreamsGroupMetadataKey,
}
