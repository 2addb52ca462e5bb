// Generated from schemas/merged.json (GroupMetadataValue) by generator/main.ts: not to be edited.
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
  writeInt32,
  writeInt64,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** GroupMetadataValue, versions 0-4. */
export interface GroupMetadataValue {
  /** string, versions 0+. */
  protocolType: string
  /** int32, versions 0+. */
  generation: number
  /** string, versions 0+, nullable. */
  protocol: string | null
  /** string, versions 0+, nullable. */
  leader: string | null
  /** int64, versions 2+, ignored where the version lacks it, default -1. */
  currentStateTimestamp: bigint
  /** []MemberMetadata, versions 0+. */
  members: GroupMetadataValueMemberMetadata[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MemberMetadata of GroupMetadataValue. */
export interface GroupMetadataValueMemberMetadata {
  /** string, versions 0+. */
  memberId: string
  /** string, versions 3+, nullable, ignored where the version lacks it, default null. */
  groupInstanceId: string | null
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** int32, versions 1+, ignored where the version lacks it, default -1. */
  rebalanceTimeout: number
  /** int32, versions 0+. */
  sessionTimeout: number
  /** bytes, versions 0+. */
  subscription: Uint8Array
  /** bytes, versions 0+. */
  assignment: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeMemberMetadata(
  writer: ByteWriter,
  input: MessageInput<GroupMetadataValueMemberMetadata>,
  version: number,
): void {
  checkStruct(input, 'GroupMetadataValue.MemberMetadata')
  const {
    memberId = '',
    groupInstanceId = null,
    clientId = '',
    clientHost = '',
    rebalanceTimeout = -1,
    sessionTimeout = 0,
    subscription = EMPTY_BYTES,
    assignment = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  if (version >= 4) {
    writeCompactString(writer, memberId, 'GroupMetadataValue.MemberMetadata.memberId')
  } else {
    writeString(writer, memberId, 'GroupMetadataValue.MemberMetadata.memberId')
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactNullableString(writer, groupInstanceId, 'GroupMetadataValue.MemberMetadata.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'GroupMetadataValue.MemberMetadata.groupInstanceId')
    }
  }
  if (version >= 4) {
    writeCompactString(writer, clientId, 'GroupMetadataValue.MemberMetadata.clientId')
  } else {
    writeString(writer, clientId, 'GroupMetadataValue.MemberMetadata.clientId')
  }
  if (version >= 4) {
    writeCompactString(writer, clientHost, 'GroupMetadataValue.MemberMetadata.clientHost')
  } else {
    writeString(writer, clientHost, 'GroupMetadataValue.MemberMetadata.clientHost')
  }
  if (version >= 1) {
    writeInt32(writer, rebalanceTimeout, 'GroupMetadataValue.MemberMetadata.rebalanceTimeout')
  }
  writeInt32(writer, sessionTimeout, 'GroupMetadataValue.MemberMetadata.sessionTimeout')
  if (version >= 4) {
    writeCompactBytes(writer, subscription, 'GroupMetadataValue.MemberMetadata.subscription')
  } else {
    writeBytes(writer, subscription, 'GroupMetadataValue.MemberMetadata.subscription')
  }
  if (version >= 4) {
    writeCompactBytes(writer, assignment, 'GroupMetadataValue.MemberMetadata.assignment')
  } else {
    writeBytes(writer, assignment, 'GroupMetadataValue.MemberMetadata.assignment')
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'GroupMetadataValue.MemberMetadata')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('GroupMetadataValue.MemberMetadata.unknownTaggedFields', version)
  }
}

function decodeMemberMetadata(reader: ByteReader, version: number): GroupMetadataValueMemberMetadata {
  const decoded: GroupMetadataValueMemberMetadata = {
    memberId: '',
    groupInstanceId: null,
    clientId: '',
    clientHost: '',
    rebalanceTimeout: -1,
    sessionTimeout: 0,
    subscription: EMPTY_BYTES,
    assignment: EMPTY_BYTES,
  }
  decoded.memberId = version >= 4 ? readCompactString(reader) : readString(reader)
  if (version >= 3) {
    decoded.groupInstanceId = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  decoded.clientId = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.clientHost = version >= 4 ? readCompactString(reader) : readString(reader)
  if (version >= 1) {
    decoded.rebalanceTimeout = reader.readInt32()
  }
  decoded.sessionTimeout = reader.readInt32()
  decoded.subscription = version >= 4 ? readCompactBytes(reader) : readBytes(reader)
  decoded.assignment = version >= 4 ? readCompactBytes(reader) : readBytes(reader)
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeGroupMetadataValue(writer: ByteWriter, input: MessageInput<GroupMetadataValue>, version: number): void {
  checkEncodeVersion('GroupMetadataValue', version, 0, 4)
  checkStruct(input, 'GroupMetadataValue')
  const {
    protocolType = '',
    generation = 0,
    protocol = '',
    leader = '',
    currentStateTimestamp = -1n,
    members = [],
    unknownTaggedFields,
  } = input
  if (version >= 4) {
    writeCompactString(writer, protocolType, 'GroupMetadataValue.protocolType')
  } else {
    writeString(writer, protocolType, 'GroupMetadataValue.protocolType')
  }
  writeInt32(writer, generation, 'GroupMetadataValue.generation')
  if (version >= 4) {
    writeCompactNullableString(writer, protocol, 'GroupMetadataValue.protocol')
  } else {
    writeNullableString(writer, protocol, 'GroupMetadataValue.protocol')
  }
  if (version >= 4) {
    writeCompactNullableString(writer, leader, 'GroupMetadataValue.leader')
  } else {
    writeNullableString(writer, leader, 'GroupMetadataValue.leader')
  }
  if (version >= 2) {
    writeInt64(writer, currentStateTimestamp, 'GroupMetadataValue.currentStateTimestamp')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, members, 'GroupMetadataValue.members')
  } else {
    writeArrayLength(writer, members, 'GroupMetadataValue.members')
  }
  for (const element of members) {
    encodeMemberMetadata(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'GroupMetadataValue')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('GroupMetadataValue.unknownTaggedFields', version)
  }
}

function decodeGroupMetadataValue(reader: ByteReader, version: number): GroupMetadataValue {
  checkDecodeVersion(reader, 'GroupMetadataValue', version, 0, 4)
  const decoded: GroupMetadataValue = {
    protocolType: '',
    generation: 0,
    protocol: '',
    leader: '',
    currentStateTimestamp: -1n,
    members: [],
  }
  decoded.protocolType = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.generation = reader.readInt32()
  decoded.protocol = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.leader = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 2) {
    decoded.currentStateTimestamp = reader.readInt64()
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.members.push(decodeMemberMetadata(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes GroupMetadataValue. */
export const groupMetadataValue: MessageCodec<GroupMetadataValue> = {
  name: 'GroupMetadataValue',
  apiKey: 2,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeGroupMetadataValue,
  decode: decodeGroupMetadataValue,
}
