// Generated from schemas/merged.json (DescribeAclsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableString, readNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactNullableString,
  writeInt8,
  writeNullableString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeAclsRequest, versions 0-3. */
export interface DescribeAclsRequest {
  /** int8, versions 0+. */
  resourceTypeFilter: number
  /** string, versions 0+, nullable. */
  resourceNameFilter: string | null
  /** int8, versions 1+, default 3. */
  patternTypeFilter: number
  /** string, versions 0+, nullable. */
  principalFilter: string | null
  /** string, versions 0+, nullable. */
  hostFilter: string | null
  /** int8, versions 0+. */
  operation: number
  /** int8, versions 0+. */
  permissionType: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeAclsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeAclsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeAclsRequest', version, 0, 3)
  checkStruct(input, 'DescribeAclsRequest')
  const {
    resourceTypeFilter = 0,
    resourceNameFilter = '',
    patternTypeFilter = 3,
    principalFilter = '',
    hostFilter = '',
    operation = 0,
    permissionType = 0,
    unknownTaggedFields,
  } = input
  writeInt8(writer, resourceTypeFilter, 'DescribeAclsRequest.resourceTypeFilter')
  if (version >= 2) {
    writeCompactNullableString(writer, resourceNameFilter, 'DescribeAclsRequest.resourceNameFilter')
  } else {
    writeNullableString(writer, resourceNameFilter, 'DescribeAclsRequest.resourceNameFilter')
  }
  if (version >= 1) {
    writeInt8(writer, patternTypeFilter, 'DescribeAclsRequest.patternTypeFilter')
  } else if (patternTypeFilter !== 3) {
    throw notInVersion('DescribeAclsRequest.patternTypeFilter', version)
  }
  if (version >= 2) {
    writeCompactNullableString(writer, principalFilter, 'DescribeAclsRequest.principalFilter')
  } else {
    writeNullableString(writer, principalFilter, 'DescribeAclsRequest.principalFilter')
  }
  if (version >= 2) {
    writeCompactNullableString(writer, hostFilter, 'DescribeAclsRequest.hostFilter')
  } else {
    writeNullableString(writer, hostFilter, 'DescribeAclsRequest.hostFilter')
  }
  writeInt8(writer, operation, 'DescribeAclsRequest.operation')
  writeInt8(writer, permissionType, 'DescribeAclsRequest.permissionType')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeAclsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeAclsRequest.unknownTaggedFields', version)
  }
}

function decodeDescribeAclsRequest(reader: ByteReader, version: number): DescribeAclsRequest {
  checkDecodeVersion(reader, 'DescribeAclsRequest', version, 0, 3)
  const decoded: DescribeAclsRequest = {
    resourceTypeFilter: 0,
    resourceNameFilter: '',
    patternTypeFilter: 3,
    principalFilter: '',
    hostFilter: '',
    operation: 0,
    permissionType: 0,
  }
  decoded.resourceTypeFilter = reader.readInt8()
  decoded.resourceNameFilter = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 1) {
    decoded.patternTypeFilter = reader.readInt8()
  }
  decoded.principalFilter = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.hostFilter = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.operation = reader.readInt8()
  decoded.permissionType = reader.readInt8()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeAclsRequest. */
export const describeAclsRequest: MessageCodec<DescribeAclsRequest> = {
  name: 'DescribeAclsRequest',
  apiKey: 29,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeDescribeAclsRequest,
  decode: decodeDescribeAclsRequest,
}
