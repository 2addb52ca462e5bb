// Generated from schemas/merged.json (DeleteAclsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readNullableString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeInt8,
  writeNullableString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteAclsRequest, versions 0-3. */
export interface DeleteAclsRequest {
  /** []DeleteAclsFilter, versions 0+. */
  filters: DeleteAclsRequestDeleteAclsFilter[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteAclsFilter of DeleteAclsRequest. */
export interface DeleteAclsRequestDeleteAclsFilter {
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

function encodeDeleteAclsFilter(
  writer: ByteWriter,
  input: MessageInput<DeleteAclsRequestDeleteAclsFilter>,
  version: number,
): void {
  checkStruct(input, 'DeleteAclsRequest.filters')
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
  writeInt8(writer, resourceTypeFilter, 'DeleteAclsRequest.filters.resourceTypeFilter')
  if (version >= 2) {
    writeCompactNullableString(writer, resourceNameFilter, 'DeleteAclsRequest.filters.resourceNameFilter')
  } else {
    writeNullableString(writer, resourceNameFilter, 'DeleteAclsRequest.filters.resourceNameFilter')
  }
  if (version >= 1) {
    writeInt8(writer, patternTypeFilter, 'DeleteAclsRequest.filters.patternTypeFilter')
  } else if (patternTypeFilter !== 3) {
    throw notInVersion('DeleteAclsRequest.filters.patternTypeFilter', version)
  }
  if (version >= 2) {
    writeCompactNullableString(writer, principalFilter, 'DeleteAclsRequest.filters.principalFilter')
  } else {
    writeNullableString(writer, principalFilter, 'DeleteAclsRequest.filters.principalFilter')
  }
  if (version >= 2) {
    writeCompactNullableString(writer, hostFilter, 'DeleteAclsRequest.filters.hostFilter')
  } else {
    writeNullableString(writer, hostFilter, 'DeleteAclsRequest.filters.hostFilter')
  }
  writeInt8(writer, operation, 'DeleteAclsRequest.filters.operation')
  writeInt8(writer, permissionType, 'DeleteAclsRequest.filters.permissionType')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteAclsRequest.filters')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteAclsRequest.filters.unknownTaggedFields', version)
  }
}

function decodeDeleteAclsFilter(reader: ByteReader, version: number): DeleteAclsRequestDeleteAclsFilter {
  const decoded: DeleteAclsRequestDeleteAclsFilter = {
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

function encodeDeleteAclsRequest(writer: ByteWriter, input: MessageInput<DeleteAclsRequest>, version: number): void {
  checkEncodeVersion('DeleteAclsRequest', version, 0, 3)
  checkStruct(input, 'DeleteAclsRequest')
  const { filters = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, filters, 'DeleteAclsRequest.filters')
  } else {
    writeArrayLength(writer, filters, 'DeleteAclsRequest.filters')
  }
  for (const element of filters) {
    encodeDeleteAclsFilter(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteAclsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteAclsRequest.unknownTaggedFields', version)
  }
}

function decodeDeleteAclsRequest(reader: ByteReader, version: number): DeleteAclsRequest {
  checkDecodeVersion(reader, 'DeleteAclsRequest', version, 0, 3)
  const decoded: DeleteAclsRequest = {
    filters: [],
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.filters.push(decodeDeleteAclsFilter(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteAclsRequest. */
export const deleteAclsRequest: MessageCodec<DeleteAclsRequest> = {
  name: 'DeleteAclsRequest',
  apiKey: 31,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeDeleteAclsRequest,
  decode: decodeDeleteAclsRequest,
}
