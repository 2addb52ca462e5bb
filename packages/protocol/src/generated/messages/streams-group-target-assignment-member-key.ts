// Generated from schemas/merged.json (StreamsGroupTargetAssignmentMemberKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** StreamsGroupTargetAssignmentMemberKey, versions 0. */
export interface StreamsGroupTargetAssignmentMemberKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeStreamsGroupTargetAssignmentMemberKey(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTargetAssignmentMemberKey>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupTargetAssignmentMemberKey', version, 0, 0)
  checkStruct(input, 'StreamsGroupTargetAssignmentMemberKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'StreamsGroupTargetAssignmentMemberKey.groupId')
  writeString(writer, memberId, 'StreamsGroupTargetAssignmentMemberKey.memberId')
}

function decodeStreamsGroupTargetAssignmentMemberKey(
  reader: ByteReader,
  version: number,
): StreamsGroupTargetAssignmentMemberKey {
  checkDecodeVersion(reader, 'StreamsGroupTargetAssignmentMemberKey', version, 0, 0)
  const decoded: StreamsGroupTargetAssignmentMemberKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes StreamsGroupTargetAssignmentMemberKey. */
export const streamsGroupTargetAssignmentMemberKey: MessageCodec<StreamsGroupTargetAssignmentMemberKey> = {
  name: 'StreamsGroupTargetAssignmentMemberKey',
  apiKey: 21,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeStreamsGroupTargetAssignmentMemberKey,
  decode: decodeStreamsGroupTargetAssignmentMemberKey,
}
