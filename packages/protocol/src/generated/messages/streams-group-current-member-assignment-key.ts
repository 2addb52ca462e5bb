// Generated from schemas/merged.json (StreamsGroupCurrentMemberAssignmentKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** StreamsGroupCurrentMemberAssignmentKey, versions 0. */
export interface StreamsGroupCurrentMemberAssignmentKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeStreamsGroupCurrentMemberAssignmentKey(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupCurrentMemberAssignmentKey>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupCurrentMemberAssignmentKey', version, 0, 0)
  checkStruct(input, 'StreamsGroupCurrentMemberAssignmentKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'StreamsGroupCurrentMemberAssignmentKey.groupId')
  writeString(writer, memberId, 'StreamsGroupCurrentMemberAssignmentKey.memberId')
}

function decodeStreamsGroupCurrentMemberAssignmentKey(
  reader: ByteReader,
  version: number,
): StreamsGroupCurrentMemberAssignmentKey {
  checkDecodeVersion(reader, 'StreamsGroupCurrentMemberAssignmentKey', version, 0, 0)
  const decoded: StreamsGroupCurrentMemberAssignmentKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes StreamsGroupCurrentMemberAssignmentKey. */
export const streamsGroupCurrentMemberAssignmentKey: MessageCodec<StreamsGroupCurrentMemberAssignmentKey> = {
  name: 'StreamsGroupCurrentMemberAssignmentKey',
  apiKey: 22,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeStreamsGroupCurrentMemberAssignmentKey,
  decode: decodeStreamsGroupCurrentMemberAssignmentKey,
}
