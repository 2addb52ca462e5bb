// Generated from schemas/merged.json (SyncGroupRequest) by generator/main.ts: not to be edited.
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
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** SyncGroupRequest, versions 0-5. */
export interface SyncGroupRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** int32, versions 0+. */
  generationId: number
  /** string, versions 0+. */
  memberId: string
  /** string, versions 3+, nullable, default null. */
  groupInstanceId: string | null
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  protocolType: string | null
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  protocolName: string | null
  /** []SyncGroupRequestAssignment, versions 0+. */
  assignments: SyncGroupRequestAssignment[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** SyncGroupRequestAssignment of SyncGroupRequest. */
export interface SyncGroupRequestAssignment {
  /** string, versions 0+. */
  memberId: string
  /** bytes, versions 0+. */
  assignment: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSyncGroupRequestAssignment(
  writer: ByteWriter,
  input: MessageInput<SyncGroupRequestAssignment>,
  version: number,
): void {
  checkStruct(input, 'SyncGroupRequest.assignments')
  const { memberId = '', assignment = EMPTY_BYTES, unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, memberId, 'SyncGroupRequest.assignments.memberId')
  } else {
    writeString(writer, memberId, 'SyncGroupRequest.assignments.memberId')
  }
  if (version >= 4) {
    writeCompactBytes(writer, assignment, 'SyncGroupRequest.assignments.assignment')
  } else {
    writeBytes(writer, assignment, 'SyncGroupRequest.assignments.assignment')
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SyncGroupRequest.assignments')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('SyncGroupRequest.assignments.unknownTaggedFields', version)
  }
}

function decodeSyncGroupRequestAssignment(reader: ByteReader, version: number): SyncGroupRequestAssignment {
  const decoded: SyncGroupRequestAssignment = {
    memberId: '',
    assignment: EMPTY_BYTES,
  }
  decoded.memberId = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.assignment = version >= 4 ? readCompactBytes(reader) : readBytes(reader)
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeSyncGroupRequest(writer: ByteWriter, input: MessageInput<SyncGroupRequest>, version: number): void {
  checkEncodeVersion('SyncGroupRequest', version, 0, 5)
  checkStruct(input, 'SyncGroupRequest')
  const {
    groupId = '',
    generationId = 0,
    memberId = '',
    groupInstanceId = null,
    protocolType = null,
    protocolName = null,
    assignments = [],
    unknownTaggedFields,
  } = input
  if (version >= 4) {
    writeCompactString(writer, groupId, 'SyncGroupRequest.groupId')
  } else {
    writeString(writer, groupId, 'SyncGroupRequest.groupId')
  }
  writeInt32(writer, generationId, 'SyncGroupRequest.generationId')
  if (version >= 4) {
    writeCompactString(writer, memberId, 'SyncGroupRequest.memberId')
  } else {
    writeString(writer, memberId, 'SyncGroupRequest.memberId')
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactNullableString(writer, groupInstanceId, 'SyncGroupRequest.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'SyncGroupRequest.groupInstanceId')
    }
  } else if (groupInstanceId !== null) {
    throw notInVersion('SyncGroupRequest.groupInstanceId', version)
  }
  if (version === 5) {
    writeCompactNullableString(writer, protocolType, 'SyncGroupRequest.protocolType')
  }
  if (version === 5) {
    writeCompactNullableString(writer, protocolName, 'SyncGroupRequest.protocolName')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, assignments, 'SyncGroupRequest.assignments')
  } else {
    writeArrayLength(writer, assignments, 'SyncGroupRequest.assignments')
  }
  for (const element of assignments) {
    encodeSyncGroupRequestAssignment(writer, element, version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SyncGroupRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('SyncGroupRequest.unknownTaggedFields', version)
  }
}

function decodeSyncGroupRequest(reader: ByteReader, version: number): SyncGroupRequest {
  checkDecodeVersion(reader, 'SyncGroupRequest', version, 0, 5)
  const decoded: SyncGroupRequest = {
    groupId: '',
    generationId: 0,
    memberId: '',
    groupInstanceId: null,
    protocolType: null,
    protocolName: null,
    assignments: [],
  }
  decoded.groupId = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.generationId = reader.readInt32()
  decoded.memberId = version >= 4 ? readCompactString(reader) : readString(reader)
  if (version >= 3) {
    decoded.groupInstanceId = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version === 5) {
    decoded.protocolType = readCompactNullableString(reader)
  }
  if (version === 5) {
    decoded.protocolName = readCompactNullableString(reader)
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.assignments.push(decodeSyncGroupRequestAssignment(reader, version))
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes SyncGroupRequest. */
export const syncGroupRequest: MessageCodec<SyncGroupRequest> = {
  name: 'SyncGroupRequest',
  apiKey: 14,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 4,
  encode: encodeSyncGroupRequest,
  decode: decodeSyncGroupRequest,
}
