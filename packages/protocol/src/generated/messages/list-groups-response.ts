// Generated from schemas/merged.json (ListGroupsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListGroupsResponse, versions 0-5. */
export interface ListGroupsResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []ListedGroup, versions 0+. */
  groups: ListGroupsResponseListedGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ListedGroup of ListGroupsResponse. */
export interface ListGroupsResponseListedGroup {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0+. */
  protocolType: string
  /** string, versions 4+, ignored where the version lacks it. */
  groupState: string
  /** string, versions 5+, ignored where the version lacks it. */
  groupType: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListedGroup(
  writer: ByteWriter,
  input: MessageInput<ListGroupsResponseListedGroup>,
  version: number,
): void {
  checkStruct(input, 'ListGroupsResponse.groups')
  const { groupId = '', protocolType = '', groupState = '', groupType = '', unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, groupId, 'ListGroupsResponse.groups.groupId')
  } else {
    writeString(writer, groupId, 'ListGroupsResponse.groups.groupId')
  }
  if (version >= 3) {
    writeCompactString(writer, protocolType, 'ListGroupsResponse.groups.protocolType')
  } else {
    writeString(writer, protocolType, 'ListGroupsResponse.groups.protocolType')
  }
  if (version >= 4) {
    writeCompactString(writer, groupState, 'ListGroupsResponse.groups.groupState')
  }
  if (version === 5) {
    writeCompactString(writer, groupType, 'ListGroupsResponse.groups.groupType')
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListGroupsResponse.groups')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListGroupsResponse.groups.unknownTaggedFields', version)
  }
}

function decodeListedGroup(reader: ByteReader, version: number): ListGroupsResponseListedGroup {
  const decoded: ListGroupsResponseListedGroup = {
    groupId: '',
    protocolType: '',
    groupState: '',
    groupType: '',
  }
  decoded.groupId = version >= 3 ? readCompactString(reader) : readString(reader)
  decoded.protocolType = version >= 3 ? readCompactString(reader) : readString(reader)
  if (version >= 4) {
    decoded.groupState = readCompactString(reader)
  }
  if (version === 5) {
    decoded.groupType = readCompactString(reader)
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeListGroupsResponse(writer: ByteWriter, input: MessageInput<ListGroupsResponse>, version: number): void {
  checkEncodeVersion('ListGroupsResponse', version, 0, 5)
  checkStruct(input, 'ListGroupsResponse')
  const { throttleTimeMs = 0, errorCode = 0, groups = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'ListGroupsResponse.throttleTimeMs')
  }
  writeInt16(writer, errorCode, 'ListGroupsResponse.errorCode')
  if (version >= 3) {
    writeCompactArrayLength(writer, groups, 'ListGroupsResponse.groups')
  } else {
    writeArrayLength(writer, groups, 'ListGroupsResponse.groups')
  }
  for (const element of groups) {
    encodeListedGroup(writer, element, version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListGroupsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListGroupsResponse.unknownTaggedFields', version)
  }
}

function decodeListGroupsResponse(reader: ByteReader, version: number): ListGroupsResponse {
  checkDecodeVersion(reader, 'ListGroupsResponse', version, 0, 5)
  const decoded: ListGroupsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    groups: [],
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  decoded.errorCode = reader.readInt16()
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.groups.push(decodeListedGroup(reader, version))
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ListGroupsResponse. */
export const listGroupsResponse: MessageCodec<ListGroupsResponse> = {
  name: 'ListGroupsResponse',
  apiKey: 16,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeListGroupsResponse,
  decode: decodeListGroupsResponse,
}
