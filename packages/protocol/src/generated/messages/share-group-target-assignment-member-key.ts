// Generated from schemas/merged.json (ShareGroupTargetAssignmentMemberKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareGroupTargetAssignmentMemberKey, versions 0. */
export interface ShareGroupTargetAssignmentMemberKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
}

function encodeShareGroupTargetAssignmentMemberKey(
  writer: ByteWriter,
  input: MessageInput<ShareGroupTargetAssignmentMemberKey>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupTargetAssignmentMemberKey', version, 0, 0)
  checkStruct(input, 'ShareGroupTargetAssignmentMemberKey')
  const { groupId = '', memberId = '' } = input
  writeString(writer, groupId, 'ShareGroupTargetAssignmentMemberKey.groupId')
  writeString(writer, memberId, 'ShareGroupTargetAssignmentMemberKey.memberId')
}

function decodeShareGroupTargetAssignmentMemberKey(
  reader: ByteReader,
  version: number,
): ShareGroupTargetAssignmentMemberKey {
  checkDecodeVersion(reader, 'ShareGroupTargetAssignmentMemberKey', version, 0, 0)
  const decoded: ShareGroupTargetAssignmentMemberKey = {
    groupId: '',
    memberId: '',
  }
  decoded.groupId = readString(reader)
  decoded.memberId = readString(reader)
  return decoded
}

/** Encodes and decodes ShareGroupTargetAssignmentMemberKey. */
export const shareGroupTargetAssignmentMemberKey: MessageCodec<ShareGroupTargetAssignmentMemberKey> = {
  name: 'ShareGroupTargetAssignmentMemberKey',
  apiKey: 13,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareGroupTargetAssignmentMemberKey,
  decode: decodeShareGroupTargetAssignmentMemberKey,
}
