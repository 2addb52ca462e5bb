// Generated from schemas/merged.json (ConsumerGroupPartitionMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupPartitionMetadataKey, versions 0. */
export interface ConsumerGroupPartitionMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeConsumerGroupPartitionMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupPartitionMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupPartitionMetadataKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupPartitionMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'ConsumerGroupPartitionMetadataKey.groupId')
}

function decodeConsumerGroupPartitionMetadataKey(
  reader: ByteReader,
  version: number,
): ConsumerGroupPartitionMetadataKey {
  checkDecodeVersion(reader, 'ConsumerGroupPartitionMetadataKey', version, 0, 0)
  const decoded: ConsumerGroupPartitionMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupPartitionMetadataKey. */
export const consumerGroupPartitionMetadataKey: MessageCodec<ConsumerGroupPartitionMetadataKey> = {
  name: 'ConsumerGroupPartitionMetadataKey',
  apiKey: 4,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupPartitionMetadataKey,
  decode: decodeConsumerGroupPartitionMetadataKey,
}
