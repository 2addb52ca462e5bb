// Generated from schemas/merged.json (JoinGroupResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readArrayLength,
  readBytes,
  readCompactArrayLength,
  readCompactBytes,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  notNull,
  writeArrayLength,
  writeBool,
  writeBytes,
  writeCompactArrayLength,
  writeCompactBytes,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** JoinGroupResponse, versions 0-9. */
export interface JoinGroupResponse {
  /** int32, versions 2+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+, default -1. */
  generationId: number
  /** string, versions 7+, nullable, ignored where the version lacks it, default null. */
  protocolType: string | null
  /** string, versions 0+, nullable in 7+. */
  protocolName: string | null
  /** string, versions 0+. */
  leader: string
  /** bool, versions 9+, default false. */
  skipAssignment: boolean
  /** string, versions 0+. */
  memberId: string
  /** []JoinGroupResponseMember, versions 0+. */
  members: JoinGroupResponseMember[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** JoinGroupResponseMember of JoinGroupResponse. */
export interface JoinGroupResponseMember {
  /** string, versions 0+. */
  memberId: string
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  groupInstanceId: string | null
  /** bytes, versions 0+. */
  metadata: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeJoinGroupResponseMember(
  writer: ByteWriter,
  input: MessageInput<JoinGroupResponseMember>,
  version: number,
): void {
  checkStruct(input, 'JoinGroupResponse.members')
  const { memberId = '', groupInstanceId = null, metadata = EMPTY_BYTES, unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, memberId, 'JoinGroupResponse.members.memberId')
  } else {
    writeString(writer, memberId, 'JoinGroupResponse.members.memberId')
  }
  if (version >= 5) {
    if (version >= 6) {
      writeCompactNullableString(writer, groupInstanceId, 'JoinGroupResponse.members.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'JoinGroupResponse.members.groupInstanceId')
    }
  }
  if (version >= 6) {
    writeCompactBytes(writer, metadata, 'JoinGroupResponse.members.metadata')
  } else {
    writeBytes(writer, metadata, 'JoinGroupResponse.members.metadata')
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'JoinGroupResponse.members')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('JoinGroupResponse.members.unknownTaggedFields', version)
  }
}

function decodeJoinGroupResponseMember(reader: ByteReader, version: number): JoinGroupResponseMember {
  const decoded: JoinGroupResponseMember = {
    memberId: '',
    groupInstanceId: null,
    metadata: EMPTY_BYTES,
  }
  decoded.memberId = version >= 6 ? readCompactString(reader) : readString(reader)
  if (version >= 5) {
    decoded.groupInstanceId = version >= 6 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  decoded.metadata = version >= 6 ? readCompactBytes(reader) : readBytes(reader)
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeJoinGroupResponse(writer: ByteWriter, input: MessageInput<JoinGroupResponse>, version: number): void {
  checkEncodeVersion('JoinGroupResponse', version, 0, 9)
  checkStruct(input, 'JoinGroupResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    generationId = -1,
    protocolType = null,
    protocolName = '',
    leader = '',
    skipAssignment = false,
    memberId = '',
    members = [],
    unknownTaggedFields,
  } = input
  if (version >= 2) {
    writeInt32(writer, throttleTimeMs, 'JoinGroupResponse.throttleTimeMs')
  }
  writeInt16(writer, errorCode, 'JoinGroupResponse.errorCode')
  writeInt32(writer, generationId, 'JoinGroupResponse.generationId')
  if (version >= 7) {
    writeCompactNullableString(writer, protocolType, 'JoinGroupResponse.protocolType')
  }
  if (version >= 7) {
    writeCompactNullableString(writer, protocolName, 'JoinGroupResponse.protocolName')
  } else if (version >= 6) {
    writeCompactString(writer, notNull(protocolName, 'JoinGroupResponse.protocolName', version), 'JoinGroupResponse.protocolName')
  } else {
    writeString(writer, notNull(protocolName, 'JoinGroupResponse.protocolName', version), 'JoinGroupResponse.protocolName')
  }
  if (version >= 6) {
    writeCompactString(writer, leader, 'JoinGroupResponse.leader')
  } else {
    writeString(writer, leader, 'JoinGroupResponse.leader')
  }
  if (version === 9) {
    writeBool(writer, skipAssignment, 'JoinGroupResponse.skipAssignment')
  } else if (skipAssignment !== false) {
    throw notInVersion('JoinGroupResponse.skipAssignment', version)
  }
  if (version >= 6) {
    writeCompactString(writer, memberId, 'JoinGroupResponse.memberId')
  } else {
    writeString(writer, memberId, 'JoinGroupResponse.memberId')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, members, 'JoinGroupResponse.members')
  } else {
    writeArrayLength(writer, members, 'JoinGroupResponse.members')
  }
  for (const element of members) {
    encodeJoinGroupResponseMember(writer, element, version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'JoinGroupResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('JoinGroupResponse.unknownTaggedFields', version)
  }
}

function decodeJoinGroupResponse(reader: ByteReader, version: number): JoinGroupResponse {
  checkDecodeVersion(reader, 'JoinGroupResponse', version, 0, 9)
  const decoded: JoinGroupResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    generationId: -1,
    protocolType: null,
    protocolName: '',
    leader: '',
    skipAssignment: false,
    memberId: '',
    members: [],
  }
  if (version >= 2) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  decoded.errorCode = reader.readInt16()
  decoded.generationId = reader.readInt32()
  if (version >= 7) {
    decoded.protocolType = readCompactNullableString(reader)
  }
  decoded.protocolName = version >= 7 ? readCompactNullableString(reader) : version >= 6 ? readCompactString(reader) : readString(reader)
  decoded.leader = version >= 6 ? readCompactString(reader) : readString(reader)
  if (version === 9) {
    decoded.skipAssignment = reader.readBoolean()
  }
  decoded.memberId = version >= 6 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.members.push(decodeJoinGroupResponseMember(reader, version))
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes JoinGroupResponse. */
export const joinGroupResponse: MessageCodec<JoinGroupResponse> = {
  name: 'JoinGroupResponse',
  apiKey: 11,
  type: 'response',
  minVersion: 0,
  maxVersion: 9,
  flexibleFrom: 6,
  encode: encodeJoinGroupResponse,
  decode: decodeJoinGroupResponse,
}
