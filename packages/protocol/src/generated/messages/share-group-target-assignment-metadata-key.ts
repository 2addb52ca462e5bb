// Generated from schemas/merged.json (ShareGroupTargetAssignmentMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareGroupTargetAssignmentMetadataKey, versions 0. */
export interface ShareGroupTargetAssignmentMetadataKey {
  /** string, versions 0+. */
  groupId: string
}

function encodeShareGroupTargetAssignmentMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ShareGroupTargetAssignmentMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupTargetAssignmentMetadataKey', version, 0, 0)
  checkStruct(input, 'ShareGroupTargetAssignmentMetadataKey')
  const { groupId = '' } = input
  writeString(writer, groupId, 'ShareGroupTargetAssignmentMetadataKey.groupId')
}

function decodeShareGroupTargetAssignmentMetadataKey(
  reader: ByteReader,
  version: number,
): ShareGroupTargetAssignmentMetadataKey {
  checkDecodeVersion(reader, 'ShareGroupTargetAssignmentMetadataKey', version, 0, 0)
  const decoded: ShareGroupTargetAssignmentMetadataKey = {
    groupId: '',
  }
  decoded.groupId = readString(reader)
  return decoded
}

/** Encodes and decodes ShareGroupTargetAssignmentMetadataKey. */
export const shareGroupTargetAssignmentMetadataKey: MessageCodec<ShareGroupTargetAssignmentMetadataKey> = {
  name: 'ShareGroupTargetAssignmentMetadataKey',
  apiKey: 12,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareGroupTargetAssignmentMetadataKey,
  decode: decodeShareGroupTargetAssignmentMetadataKey,
}
