// Generated from schemas/merged.json (ShareGroupMemberMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareGroupMemberMetadataKey, versions 0. */
export interface ShareGroupMemberMetadataKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeShareGroupMemberMetadataKey(
  writer: ByteWriter,
  input: MessageInput<ShareGroupMemberMetadataKey>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupMemberMetadataKey', version, 0, 0)
  checkStruct(input, 'ShareGroupMemberMetadataKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'ShareGroupMemberMetadataKey.groupId')
  writeString(writer, memberId, 'ShareGroupMemberMetadataKey.memberId')
}

function decodeShareGroupMemberMetadataKey(reader: ByteReader, version: number): ShareGroupMemberMetadataKey {
  checkDecodeVersion(reader, 'ShareGroupMemberMetadataKey', version, 0, 0)
  const decoded: ShareGroupMemberMetadataKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes ShareGroupMemberMetadataKey. */
export const shareGroupMemberMetadataKey: MessageCodec<ShareGroupMemberMetadataKey> = {
  name: 'ShareGroupMemberMetadataKey',
  apiKey: 10,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareGroupMemberMetadataKey,
  decode: decodeShareGroupMemberMetadataKey,
}
