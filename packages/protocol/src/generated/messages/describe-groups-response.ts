// Generated from schemas/merged.json (DescribeGroupsResponse) by generator/main.ts: not to be edited.
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
  writeArrayLength,
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

/** DescribeGroupsResponse, versions 0-6. */
export interface DescribeGroupsResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []DescribedGroup, versions 0+. */
  groups: DescribeGroupsResponseDescribedGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedGroup of DescribeGroupsResponse. */
export interface DescribeGroupsResponseDescribedGroup {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 6+, nullable, default null. */
  errorMessage: string | null
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0+. */
  groupState: string
  /** string, versions 0+. */
  protocolType: string
  /** string, versions 0+. */
  protocolData: string
  /** []DescribedGroupMember, versions 0+. */
  members: DescribeGroupsResponseDescribedGroupMember[]
  /** int32, versions 3+, default -2147483648. */
  authorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedGroupMember of DescribeGroupsResponse. */
export interface DescribeGroupsResponseDescribedGroupMember {
  /** string, versions 0+. */
  memberId: string
  /** string, versions 4+, nullable, ignored where the version lacks it, default null. */
  groupInstanceId: string | null
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** bytes, versions 0+. */
  memberMetadata: Uint8Array
  /** bytes, versions 0+. */
  memberAssignment: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribedGroupMember(
  writer: ByteWriter,
  input: MessageInput<DescribeGroupsResponseDescribedGroupMember>,
  version: number,
): void {
  checkStruct(input, 'DescribeGroupsResponse.groups.members')
  const {
    memberId = '',
    groupInstanceId = null,
    clientId = '',
    clientHost = '',
    memberMetadata = EMPTY_BYTES,
    memberAssignment = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  if (version >= 5) {
    writeCompactString(writer, memberId, 'DescribeGroupsResponse.groups.members.memberId')
  } else {
    writeString(writer, memberId, 'DescribeGroupsResponse.groups.members.memberId')
  }
  if (version >= 4) {
    if (version >= 5) {
      writeCompactNullableString(writer, groupInstanceId, 'DescribeGroupsResponse.groups.members.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'DescribeGroupsResponse.groups.members.groupInstanceId')
    }
  }
  if (version >= 5) {
    writeCompactString(writer, clientId, 'DescribeGroupsResponse.groups.members.clientId')
  } else {
    writeString(writer, clientId, 'DescribeGroupsResponse.groups.members.clientId')
  }
  if (version >= 5) {
    writeCompactString(writer, clientHost, 'DescribeGroupsResponse.groups.members.clientHost')
  } else {
    writeString(writer, clientHost, 'DescribeGroupsResponse.groups.members.clientHost')
  }
  if (version >= 5) {
    writeCompactBytes(writer, memberMetadata, 'DescribeGroupsResponse.groups.members.memberMetadata')
  } else {
    writeBytes(writer, memberMetadata, 'DescribeGroupsResponse.groups.members.memberMetadata')
  }
  if (version >= 5) {
    writeCompactBytes(writer, memberAssignment, 'DescribeGroupsResponse.groups.members.memberAssignment')
  } else {
    writeBytes(writer, memberAssignment, 'DescribeGroupsResponse.groups.members.memberAssignment')
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeGroupsResponse.groups.members')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeGroupsResponse.groups.members.unknownTaggedFields', version)
  }
}

function decodeDescribedGroupMember(reader: ByteReader, version: number): DescribeGroupsResponseDescribedGroupMember {
  const decoded: DescribeGroupsResponseDescribedGroupMember = {
    memberId: '',
    groupInstanceId: null,
    clientId: '',
    clientHost: '',
    memberMetadata: EMPTY_BYTES,
    memberAssignment: EMPTY_BYTES,
  }
  decoded.memberId = version >= 5 ? readCompactString(reader) : readString(reader)
  if (version >= 4) {
    decoded.groupInstanceId = version >= 5 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  decoded.clientId = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.clientHost = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.memberMetadata = version >= 5 ? readCompactBytes(reader) : readBytes(reader)
  decoded.memberAssignment = version >= 5 ? readCompactBytes(reader) : readBytes(reader)
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribedGroup(
  writer: ByteWriter,
  input: MessageInput<DescribeGroupsResponseDescribedGroup>,
  version: number,
): void {
  checkStruct(input, 'DescribeGroupsResponse.groups')
  const {
    errorCode = 0,
    errorMessage = null,
    groupId = '',
    groupState = '',
    protocolType = '',
    protocolData = '',
    members = [],
    authorizedOperations = -2147483648,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DescribeGroupsResponse.groups.errorCode')
  if (version === 6) {
    writeCompactNullableString(writer, errorMessage, 'DescribeGroupsResponse.groups.errorMessage')
  } else if (errorMessage !== null) {
    throw notInVersion('DescribeGroupsResponse.groups.errorMessage', version)
  }
  if (version >= 5) {
    writeCompactString(writer, groupId, 'DescribeGroupsResponse.groups.groupId')
  } else {
    writeString(writer, groupId, 'DescribeGroupsResponse.groups.groupId')
  }
  if (version >= 5) {
    writeCompactString(writer, groupState, 'DescribeGroupsResponse.groups.groupState')
  } else {
    writeString(writer, groupState, 'DescribeGroupsResponse.groups.groupState')
  }
  if (version >= 5) {
    writeCompactString(writer, protocolType, 'DescribeGroupsResponse.groups.protocolType')
  } else {
    writeString(writer, protocolType, 'DescribeGroupsResponse.groups.protocolType')
  }
  if (version >= 5) {
    writeCompactString(writer, protocolData, 'DescribeGroupsResponse.groups.protocolData')
  } else {
    writeString(writer, protocolData, 'DescribeGroupsResponse.groups.protocolData')
  }
  if (version >= 5) {
    writeCompactArrayLength(writer, members, 'DescribeGroupsResponse.groups.members')
  } else {
    writeArrayLength(writer, members, 'DescribeGroupsResponse.groups.members')
  }
  for (const element of members) {
    encodeDescribedGroupMember(writer, element, version)
  }
  if (version >= 3) {
    writeInt32(writer, authorizedOperations, 'DescribeGroupsResponse.groups.authorizedOperations')
  } else if (authorizedOperations !== -2147483648) {
    throw notInVersion('DescribeGroupsResponse.groups.authorizedOperations', version)
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeGroupsResponse.groups')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeGroupsResponse.groups.unknownTaggedFields', version)
  }
}

function decodeDescribedGroup(reader: ByteReader, version: number): DescribeGroupsResponseDescribedGroup {
  const decoded: DescribeGroupsResponseDescribedGroup = {
    errorCode: 0,
    errorMessage: null,
    groupId: '',
    groupState: '',
    protocolType: '',
    protocolData: '',
    members: [],
    authorizedOperations: -2147483648,
  }
  decoded.errorCode = reader.readInt16()
  if (version === 6) {
    decoded.errorMessage = readCompactNullableString(reader)
  }
  decoded.groupId = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.groupState = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.protocolType = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.protocolData = version >= 5 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.members.push(decodeDescribedGroupMember(reader, version))
  }
  if (version >= 3) {
    decoded.authorizedOperations = reader.readInt32()
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeGroupsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeGroupsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeGroupsResponse', version, 0, 6)
  checkStruct(input, 'DescribeGroupsResponse')
  const { throttleTimeMs = 0, groups = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'DescribeGroupsResponse.throttleTimeMs')
  }
  if (version >= 5) {
    writeCompactArrayLength(writer, groups, 'DescribeGroupsResponse.groups')
  } else {
    writeArrayLength(writer, groups, 'DescribeGroupsResponse.groups')
  }
  for (const element of groups) {
    encodeDescribedGroup(writer, element, version)
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeGroupsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeGroupsResponse.unknownTaggedFields', version)
  }
}

function decodeDescribeGroupsResponse(reader: ByteReader, version: number): DescribeGroupsResponse {
  checkDecodeVersion(reader, 'DescribeGroupsResponse', version, 0, 6)
  const decoded: DescribeGroupsResponse = {
    throttleTimeMs: 0,
    groups: [],
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.groups.push(decodeDescribedGroup(reader, version))
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeGroupsResponse. */
export const describeGroupsResponse: MessageCodec<DescribeGroupsResponse> = {
  name: 'DescribeGroupsResponse',
  apiKey: 15,
  type: 'response',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 5,
  encode: encodeDescribeGroupsResponse,
  decode: decodeDescribeGroupsResponse,
}
