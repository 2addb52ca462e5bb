// Generated from schemas/merged.json (ConsumerGroupMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupMetadataKey, versions 0. */
export interface ConsumerGroupMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeConsumerGroupMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupMetadataKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'ConsumerGroupMetadataKey.groupId')
}

function decodeConsumerGroupMetadataKey(reader: ByteReader, version: number): ConsumerGroupMetadataKey {
  checkDecodeVersion(reader, 'ConsumerGroupMetadataKey', version, 0, 0)
  const decoded: ConsumerGroupMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupMetadataKey. */
export const consumerGroupMetadataKey: MessageCodec<ConsumerGroupMetadataKey> = {
  name: 'ConsumerGroupMetadataKey',
  apiKey: 3,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupMetadataKey,
  decode: decodeConsumerGroupMetadataKey,
}
