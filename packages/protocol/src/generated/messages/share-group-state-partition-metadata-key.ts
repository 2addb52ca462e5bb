// Generated from schemas/merged.json (ShareGroupStatePartitionMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareGroupStatePartitionMetadataKey, versions 0. */
export interface ShareGroupStatePartitionMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeShareGroupStatePartitionMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ShareGroupStatePartitionMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupStatePartitionMetadataKey', version, 0, 0)
  checkStruct(input, 'ShareGroupStatePartitionMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'ShareGroupStatePartitionMetadataKey.groupId')
}

function decodeShareGroupStatePartitionMetadataKey(
  reader: ByteReader,
  version: number,
): ShareGroupStatePartitionMetadataKey {
  checkDecodeVersion(reader, 'ShareGroupStatePartitionMetadataKey', version, 0, 0)
  const decoded: ShareGroupStatePartitionMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes ShareGroupStatePartitionMetadataKey. */
export const shareGroupStatePartitionMetadataKey: MessageCodec<ShareGroupStatePartitionMetadataKey> = {
  name: 'ShareGroupStatePartitionMetadataKey',
  apiKey: 15,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareGroupStatePartitionMetadataKey,
  decode: decodeShareGroupStatePartitionMetadataKey,
}
