// Generated from schemas/merged.json (ConsumerGroupTargetAssignmentMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupTargetAssignmentMetadataKey, versions 0. */
export interface ConsumerGroupTargetAssignmentMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeConsumerGroupTargetAssignmentMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupTargetAssignmentMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupTargetAssignmentMetadataKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupTargetAssignmentMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'ConsumerGroupTargetAssignmentMetadataKey.groupId')
}

function decodeConsumerGroupTargetAssignmentMetadataKey(
  reader: ByteReader,
  version: number,
): ConsumerGroupTargetAssignmentMetadataKey {
  checkDecodeVersion(reader, 'ConsumerGroupTargetAssignmentMetadataKey', version, 0, 0)
  const decoded: ConsumerGroupTargetAssignmentMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupTargetAssignmentMetadataKey. */
export const consumerGroupTargetAssignmentMetadataKey: MessageCodec<ConsumerGroupTargetAssignmentMetadataKey> = {
  name: 'ConsumerGroupTargetAssignmentMetadataKey',
  apiKey: 6,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupTargetAssignmentMetadataKey,
  decode: decodeConsumerGroupTargetAssignmentMetadataKey,
}
