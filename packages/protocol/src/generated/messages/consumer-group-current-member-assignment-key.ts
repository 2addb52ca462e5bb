// Generated from schemas/merged.json (ConsumerGroupCurrentMemberAssignmentKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupCurrentMemberAssignmentKey, versions 0. */
export interface ConsumerGroupCurrentMemberAssignmentKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeConsumerGroupCurrentMemberAssignmentKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupCurrentMemberAssignmentKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupCurrentMemberAssignmentKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupCurrentMemberAssignmentKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'ConsumerGroupCurrentMemberAssignmentKey.groupId')
  writeString(writer, memberId, 'ConsumerGroupCurrentMemberAssignmentKey.memberId')
}

function decodeConsumerGroupCurrentMemberAssignmentKey(
  reader: ByteReader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentKey {
  checkDecodeVersion(reader, 'ConsumerGroupCurrentMemberAssignmentKey', version, 0, 0)
  const decoded: ConsumerGroupCurrentMemberAssignmentKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupCurrentMemberAssignmentKey. */
export const consumerGroupCurrentMemberAssignmentKey: MessageCodec<ConsumerGroupCurrentMemberAssignmentKey> = {
  name: 'ConsumerGroupCurrentMemberAssignmentKey',
  apiKey: 8,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupCurrentMemberAssignmentKey,
  decode: decodeConsumerGroupCurrentMemberAssignmentKey,
}
