// Generated from schemas/merged.json (LeaveGroupRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** LeaveGroupRequest, versions 0-5. */
export interface LeaveGroupRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0-2. */
  memberId: string
  /** []MemberIdentity, versions 3+. */
  members: LeaveGroupRequestMemberIdentity[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MemberIdentity of LeaveGroupRequest. */
export interface LeaveGroupRequestMemberIdentity {
  /** string, versions 3+. */
  memberId: string
  /** string, versions 3+, nullable, default null. */
  groupInstanceId: string | null
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  reason: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeMemberIdentity(
  writer: ByteWriter,
  input: MessageInput<LeaveGroupRequestMemberIdentity>,
  version: number,
): void {
  checkStruct(input, 'LeaveGroupRequest.members')
  const { memberId = '', groupInstanceId = null, reason = null, unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, memberId, 'LeaveGroupRequest.members.memberId')
  } else {
    writeString(writer, memberId, 'LeaveGroupRequest.members.memberId')
  }
  if (version >= 4) {
    writeCompactNullableString(writer, groupInstanceId, 'LeaveGroupRequest.members.groupInstanceId')
  } else {
    writeNullableString(writer, groupInstanceId, 'LeaveGroupRequest.members.groupInstanceId')
  }
  if (version === 5) {
    writeCompactNullableString(writer, reason, 'LeaveGroupRequest.members.reason')
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaveGroupRequest.members')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaveGroupRequest.members.unknownTaggedFields', version)
  }
}

function decodeMemberIdentity(reader: ByteReader, version: number): LeaveGroupRequestMemberIdentity {
  const decoded: LeaveGroupRequestMemberIdentity = {
    memberId: '',
    groupInstanceId: null,
    reason: null,
  }
  decoded.memberId = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.groupInstanceId = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 5) {
    decoded.reason = readCompactNullableString(reader)
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaveGroupRequest(writer: ByteWriter, input: MessageInput<LeaveGroupRequest>, version: number): void {
  checkEncodeVersion('LeaveGroupRequest', version, 0, 5)
  checkStruct(input, 'LeaveGroupRequest')
  const { groupId = '', memberId = '', members = [], unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, groupId, 'LeaveGroupRequest.groupId')
  } else {
    writeString(writer, groupId, 'LeaveGroupRequest.groupId')
  }
  if (version <= 2) {
    writeString(writer, memberId, 'LeaveGroupRequest.memberId')
  } else if (memberId !== '') {
    throw notInVersion('LeaveGroupRequest.memberId', version)
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactArrayLength(writer, members, 'LeaveGroupRequest.members')
    } else {
      writeArrayLength(writer, members, 'LeaveGroupRequest.members')
    }
    for (const element of members) {
      encodeMemberIdentity(writer, element, version)
    }
  } else if (members?.length !== 0) {
    throw notInVersion('LeaveGroupRequest.members', version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaveGroupRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaveGroupRequest.unknownTaggedFields', version)
  }
}

function decodeLeaveGroupRequest(reader: ByteReader, version: number): LeaveGroupRequest {
  checkDecodeVersion(reader, 'LeaveGroupRequest', version, 0, 5)
  const decoded: LeaveGroupRequest = {
    groupId: '',
    memberId: '',
    members: [],
  }
  decoded.groupId = version >= 4 ? readCompactString(reader) : readString(reader)
  if (version <= 2) {
    decoded.memberId = readString(reader)
  }
  if (version >= 3) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.members.push(decodeMemberIdentity(reader, version))
    }
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes LeaveGroupRequest. */
export const leaveGroupRequest: MessageCodec<LeaveGroupRequest> = {
  name: 'LeaveGroupRequest',
  apiKey: 13,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 4,
  encode: encodeLeaveGroupRequest,
  decode: decodeLeaveGroupRequest,
}
