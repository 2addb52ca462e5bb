// Generated from schemas/merged.json (ShareGroupCurrentMemberAssignmentKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareGroupCurrentMemberAssignmentKey, versions 0. */
export interface ShareGroupCurrentMemberAssignmentKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeShareGroupCurrentMemberAssignmentKey(
  writer: ByteWriter,
  input: MessageInput<ShareGroupCurrentMemberAssignmentKey>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupCurrentMemberAssignmentKey', version, 0, 0)
  checkStruct(input, 'ShareGroupCurrentMemberAssignmentKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'ShareGroupCurrentMemberAssignmentKey.groupId')
  writeString(writer, memberId, 'ShareGroupCurrentMemberAssignmentKey.memberId')
}

function decodeShareGroupCurrentMemberAssignmentKey(
  reader: ByteReader,
  version: number,
): ShareGroupCurrentMemberAssignmentKey {
  checkDecodeVersion(reader, 'ShareGroupCurrentMemberAssignmentKey', version, 0, 0)
  const decoded: ShareGroupCurrentMemberAssignmentKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes ShareGroupCurrentMemberAssignmentKey. */
export const shareGroupCurrentMemberAssignmentKey: MessageCodec<ShareGroupCurrentMemberAssignmentKey> = {
  name: 'ShareGroupCurrentMemberAssignmentKey',
  apiKey: 14,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareGroupCurrentMemberAssignmentKey,
  decode: decodeShareGroupCurrentMemberAssignmentKey,
}
