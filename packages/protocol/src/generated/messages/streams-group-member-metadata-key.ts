// Generated from schemas/merged.json (StreamsGroupMemberMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** StreamsGroupMemberMetadataKey, versions 0. */
export interface StreamsGroupMemberMetadataKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeStreamsGroupMemberMetadataKey(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMemberMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupMemberMetadataKey', version, 0, 0)
  checkStruct(input, 'StreamsGroupMemberMetadataKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'StreamsGroupMemberMetadataKey.groupId')
  writeString(writer, memberId, 'StreamsGroupMemberMetadataKey.memberId')
}

function decodeStreamsGroupMemberMetadataKey(reader: ByteReader, version: number): StreamsGroupMemberMetadataKey {
  checkDecodeVersion(reader, 'StreamsGroupMemberMetadataKey', version, 0, 0)
  const decoded: StreamsGroupMemberMetadataKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes StreamsGroupMemberMetadataKey. */
export const streamsGroupMemberMetadataKey: MessageCodec<StreamsGroupMemberMetadataKey> = {
  name: 'StreamsGroupMemberMetadataKey',
  apiKey: 19,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeStreamsGroupMemberMetadataKey,
  decode: decodeStreamsGroupMemberMetadataKey,
}
