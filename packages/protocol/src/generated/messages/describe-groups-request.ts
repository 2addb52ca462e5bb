// Generated from schemas/merged.json (DescribeGroupsRequest) by generator/main.ts: not to be edited.
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
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeGroupsRequest, versions 0-6. */
export interface DescribeGroupsRequest {
  /** []string, versions 0+, a groupId. */
  groups: string[]
  /** bool, versions 3+. */
  includeAuthorizedOperations: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeGroupsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeGroupsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeGroupsRequest', version, 0, 6)
  checkStruct(input, 'DescribeGroupsRequest')
  const { groups = [], includeAuthorizedOperations = false, unknownTaggedFields } = input
  if (version >= 5) {
    writeCompactArrayLength(writer, groups, 'DescribeGroupsRequest.groups')
  } else {
    writeArrayLength(writer, groups, 'DescribeGroupsRequest.groups')
  }
  for (const element of groups) {
    if (version >= 5) {
      writeCompactString(writer, element, 'DescribeGroupsRequest.groups')
    } else {
      writeString(writer, element, 'DescribeGroupsRequest.groups')
    }
  }
  if (version >= 3) {
    writeBool(writer, includeAuthorizedOperations, 'DescribeGroupsRequest.includeAuthorizedOperations')
  } else if (includeAuthorizedOperations !== false) {
    throw notInVersion('DescribeGroupsRequest.includeAuthorizedOperations', version)
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeGroupsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeGroupsRequest.unknownTaggedFields', version)
  }
}

function decodeDescribeGroupsRequest(reader: ByteReader, version: number): DescribeGroupsRequest {
  checkDecodeVersion(reader, 'DescribeGroupsRequest', version, 0, 6)
  const decoded: DescribeGroupsRequest = {
    groups: [],
    includeAuthorizedOperations: false,
  }
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.groups.push(version >= 5 ? readCompactString(reader) : readString(reader))
  }
  if (version >= 3) {
    decoded.includeAuthorizedOperations = reader.readBoolean()
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeGroupsRequest. */
export const describeGroupsRequest: MessageCodec<DescribeGroupsRequest> = {
  name: 'DescribeGroupsRequest',
  apiKey: 15,
  type: 'request',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 5,
  encode: encodeDescribeGroupsRequest,
  decode: decodeDescribeGroupsRequest,
}
