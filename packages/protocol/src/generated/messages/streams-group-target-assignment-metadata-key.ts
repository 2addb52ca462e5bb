// Generated from schemas/merged.json (StreamsGroupTargetAssignmentMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** StreamsGroupTargetAssignmentMetadataKey, versions 0. */
export interface StreamsGroupTargetAssignmentMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeStreamsGroupTargetAssignmentMetadataKey(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTargetAssignmentMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupTargetAssignmentMetadataKey', version, 0, 0)
  checkStruct(input, 'StreamsGroupTargetAssignmentMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'StreamsGroupTargetAssignmentMetadataKey.groupId')
}

function decodeStreamsGroupTargetAssignmentMetadataKey(
  reader: ByteReader,
  version: number,
): StreamsGroupTargetAssignmentMetadataKey {
  checkDecodeVersion(reader, 'StreamsGroupTargetAssignmentMetadataKey', version, 0, 0)
  const decoded: StreamsGroupTargetAssignmentMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes StreamsGroupTargetAssignmentMetadataKey. */
export const streamsGroupTargetAssignmentMetadataKey: MessageCodec<StreamsGroupTargetAssignmentMetadataKey> = {
  name: 'StreamsGroupTargetAssignmentMetadataKey',
  apiKey: 20,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeStreamsGroupTargetAssignmentMetadataKey,
  decode: decodeStreamsGroupTargetAssignmentMetadataKey,
}
