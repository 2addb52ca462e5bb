// Generated from schemas/merged.json (ConsumerGroupMemberMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupMemberMetadataKey, versions 0. */
export interface ConsumerGroupMemberMetadataKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeConsumerGroupMemberMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupMemberMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupMemberMetadataKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupMemberMetadataKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'ConsumerGroupMemberMetadataKey.groupId')
  writeString(writer, memberId, 'ConsumerGroupMemberMetadataKey.memberId')
}

function decodeConsumerGroupMemberMetadataKey(reader: ByteReader, version: number): ConsumerGroupMemberMetadataKey {
  checkDecodeVersion(reader, 'ConsumerGroupMemberMetadataKey', version, 0, 0)
  const decoded: ConsumerGroupMemberMetadataKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupMemberMetadataKey. */
export const consumerGroupMemberMetadataKey: MessageCodec<ConsumerGroupMemberMetadataKey> = {
  name: 'ConsumerGroupMemberMetadataKey',
  apiKey: 5,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupMemberMetadataKey,
  decode: decodeConsumerGroupMemberMetadataKey,
}
