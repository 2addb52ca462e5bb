// Generated from schemas/merged.json (ShareGroupMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareGroupMetadataKey, versions 0. */
export interface ShareGroupMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeShareGroupMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ShareGroupMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupMetadataKey', version, 0, 0)
  checkStruct(input, 'ShareGroupMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'ShareGroupMetadataKey.groupId')
}

function decodeShareGroupMetadataKey(reader: ByteReader, version: number): ShareGroupMetadataKey {
  checkDecodeVersion(reader, 'ShareGroupMetadataKey', version, 0, 0)
  const decoded: ShareGroupMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes ShareGroupMetadataKey. */
export const shareGroupMetadataKey: MessageCodec<ShareGroupMetadataKey> = {
  name: 'ShareGroupMetadataKey',
  apiKey: 11,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareGroupMetadataKey,
  decode: decodeShareGroupMetadataKey,
}
