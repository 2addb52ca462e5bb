// Generated from schemas/merged.json (ConsumerGroupTargetAssignmentMemberKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupTargetAssignmentMemberKey, versions 0. */
export interface ConsumerGroupTargetAssignmentMemberKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeConsumerGroupTargetAssignmentMemberKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupTargetAssignmentMemberKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupTargetAssignmentMemberKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupTargetAssignmentMemberKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'ConsumerGroupTargetAssignmentMemberKey.groupId')
  writeString(writer, memberId, 'ConsumerGroupTargetAssignmentMemberKey.memberId')
}

function decodeConsumerGroupTargetAssignmentMemberKey(
  reader: ByteReader,
  version: number,
): ConsumerGroupTargetAssignmentMemberKey {
  checkDecodeVersion(reader, 'ConsumerGroupTargetAssignmentMemberKey', version, 0, 0)
  const decoded: ConsumerGroupTargetAssignmentMemberKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupTargetAssignmentMemberKey. */
export const consumerGroupTargetAssignmentMemberKey: MessageCodec<ConsumerGroupTargetAssignmentMemberKey> = {
  name: 'ConsumerGroupTargetAssignmentMemberKey',
  apiKey: 7,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupTargetAssignmentMemberKey,
  decode: decodeConsumerGroupTargetAssignmentMemberKey,
}
