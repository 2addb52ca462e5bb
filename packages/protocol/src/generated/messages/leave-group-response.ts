// Generated from schemas/merged.json (LeaveGroupResponse) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** LeaveGroupResponse, versions 0-5. */
export interface LeaveGroupResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []MemberResponse, versions 3+. */
  members: LeaveGroupResponseMemberResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MemberResponse of LeaveGroupResponse. */
export interface LeaveGroupResponseMemberResponse {
  /** string, versions 3+. */
  memberId: string
  /** string, versions 3+, nullable. */
  groupInstanceId: string | null
  /** int16, versions 3+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeMemberResponse(
  writer: ByteWriter,
  input: MessageInput<LeaveGroupResponseMemberResponse>,
  version: number,
): void {
  checkStruct(input, 'LeaveGroupResponse.members')
  const { memberId = '', groupInstanceId = '', errorCode = 0, unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, memberId, 'LeaveGroupResponse.members.memberId')
  } else {
    writeString(writer, memberId, 'LeaveGroupResponse.members.memberId')
  }
  if (version >= 4) {
    writeCompactNullableString(writer, groupInstanceId, 'LeaveGroupResponse.members.groupInstanceId')
  } else {
    writeNullableString(writer, groupInstanceId, 'LeaveGroupResponse.members.groupInstanceId')
  }
  writeInt16(writer, errorCode, 'LeaveGroupResponse.members.errorCode')
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaveGroupResponse.members')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaveGroupResponse.members.unknownTaggedFields', version)
  }
}

function decodeMemberResponse(reader: ByteReader, version: number): LeaveGroupResponseMemberResponse {
  const decoded: LeaveGroupResponseMemberResponse = {
    memberId: '',
    groupInstanceId: '',
    errorCode: 0,
  }
  decoded.memberId = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.groupInstanceId = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.errorCode = reader.readInt16()
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaveGroupResponse(writer: ByteWriter, input: MessageInput<LeaveGroupResponse>, version: number): void {
  checkEncodeVersion('LeaveGroupResponse', version, 0, 5)
  checkStruct(input, 'LeaveGroupResponse')
  const { throttleTimeMs = 0, errorCode = 0, members = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'LeaveGroupResponse.throttleTimeMs')
  }
  writeInt16(writer, errorCode, 'LeaveGroupResponse.errorCode')
  if (version >= 3) {
    if (version >= 4) {
      writeCompactArrayLength(writer, members, 'LeaveGroupResponse.members')
    } else {
      writeArrayLength(writer, members, 'LeaveGroupResponse.members')
    }
    for (const element of members) {
      encodeMemberResponse(writer, element, version)
    }
  } else if (members?.length !== 0) {
    throw notInVersion('LeaveGroupResponse.members', version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaveGroupResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaveGroupResponse.unknownTaggedFields', version)
  }
}

function decodeLeaveGroupResponse(reader: ByteReader, version: number): LeaveGroupResponse {
  checkDecodeVersion(reader, 'LeaveGroupResponse', version, 0, 5)
  const decoded: LeaveGroupResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    members: [],
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  decoded.errorCode = reader.readInt16()
  if (version >= 3) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.members.push(decodeMemberResponse(reader, version))
    }
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes LeaveGroupResponse. */
export const leaveGroupResponse: MessageCodec<LeaveGroupResponse> = {
  name: 'LeaveGroupResponse',
  apiKey: 13,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 4,
  encode: encodeLeaveGroupResponse,
  decode: decodeLeaveGroupResponse,
}
