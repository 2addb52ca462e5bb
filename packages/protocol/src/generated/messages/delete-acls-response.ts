// Generated from schemas/merged.json (DeleteAclsResponse) by generator/main.ts: not to be edited.
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
  writeInt8,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteAclsResponse, versions 0-3. */
export interface DeleteAclsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DeleteAclsFilterResult, versions 0+. */
  filterResults: DeleteAclsResponseDeleteAclsFilterResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteAclsFilterResult of DeleteAclsResponse. */
export interface DeleteAclsResponseDeleteAclsFilterResult {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []DeleteAclsMatchingAcl, versions 0+. */
  matchingAcls: DeleteAclsResponseDeleteAclsMatchingAcl[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteAclsMatchingAcl of DeleteAclsResponse. */
export interface DeleteAclsResponseDeleteAclsMatchingAcl {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** int8, versions 1+, default 3. */
  patternType: number
  /** string, versions 0+. */
  principal: string
  /** string, versions 0+. */
  host: string
  /** int8, versions 0+. */
  operation: number
  /** int8, versions 0+. */
  permissionType: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteAclsMatchingAcl(
  writer: ByteWriter,
  input: MessageInput<DeleteAclsResponseDeleteAclsMatchingAcl>,
  version: number,
): void {
  checkStruct(input, 'DeleteAclsResponse.filterResults.matchingAcls')
  const {
    errorCode = 0,
    errorMessage = '',
    resourceType = 0,
    resourceName = '',
    patternType = 3,
    principal = '',
    host = '',
    operation = 0,
    permissionType = 0,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DeleteAclsResponse.filterResults.matchingAcls.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'DeleteAclsResponse.filterResults.matchingAcls.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'DeleteAclsResponse.filterResults.matchingAcls.errorMessage')
  }
  writeInt8(writer, resourceType, 'DeleteAclsResponse.filterResults.matchingAcls.resourceType')
  if (version >= 2) {
    writeCompactString(writer, resourceName, 'DeleteAclsResponse.filterResults.matchingAcls.resourceName')
  } else {
    writeString(writer, resourceName, 'DeleteAclsResponse.filterResults.matchingAcls.resourceName')
  }
  if (version >= 1) {
    writeInt8(writer, patternType, 'DeleteAclsResponse.filterResults.matchingAcls.patternType')
  } else if (patternType !== 3) {
    throw notInVersion('DeleteAclsResponse.filterResults.matchingAcls.patternType', version)
  }
  if (version >= 2) {
    writeCompactString(writer, principal, 'DeleteAclsResponse.filterResults.matchingAcls.principal')
  } else {
    writeString(writer, principal, 'DeleteAclsResponse.filterResults.matchingAcls.principal')
  }
  if (version >= 2) {
    writeCompactString(writer, host, 'DeleteAclsResponse.filterResults.matchingAcls.host')
  } else {
    writeString(writer, host, 'DeleteAclsResponse.filterResults.matchingAcls.host')
  }
  writeInt8(writer, operation, 'DeleteAclsResponse.filterResults.matchingAcls.operation')
  writeInt8(writer, permissionType, 'DeleteAclsResponse.filterResults.matchingAcls.permissionType')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteAclsResponse.filterResults.matchingAcls')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteAclsResponse.filterResults.matchingAcls.unknownTaggedFields', version)
  }
}

function decodeDeleteAclsMatchingAcl(reader: ByteReader, version: number): DeleteAclsResponseDeleteAclsMatchingAcl {
  const decoded: DeleteAclsResponseDeleteAclsMatchingAcl = {
    errorCode: 0,
    errorMessage: '',
    resourceType: 0,
    resourceName: '',
    patternType: 3,
    principal: '',
    host: '',
    operation: 0,
    permissionType: 0,
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version >= 1) {
    decoded.patternType = reader.readInt8()
  }
  decoded.principal = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.host = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.operation = reader.readInt8()
  decoded.permissionType = reader.readInt8()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteAclsFilterResult(
  writer: ByteWriter,
  input: MessageInput<DeleteAclsResponseDeleteAclsFilterResult>,
  version: number,
): void {
  checkStruct(input, 'DeleteAclsResponse.filterResults')
  const { errorCode = 0, errorMessage = '', matchingAcls = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'DeleteAclsResponse.filterResults.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'DeleteAclsResponse.filterResults.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'DeleteAclsResponse.filterResults.errorMessage')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, matchingAcls, 'DeleteAclsResponse.filterResults.matchingAcls')
  } else {
    writeArrayLength(writer, matchingAcls, 'DeleteAclsResponse.filterResults.matchingAcls')
  }
  for (const element of matchingAcls) {
    encodeDeleteAclsMatchingAcl(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteAclsResponse.filterResults')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteAclsResponse.filterResults.unknownTaggedFields', version)
  }
}

function decodeDeleteAclsFilterResult(reader: ByteReader, version: number): DeleteAclsResponseDeleteAclsFilterResult {
  const decoded: DeleteAclsResponseDeleteAclsFilterResult = {
    errorCode: 0,
    errorMessage: '',
    matchingAcls: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.matchingAcls.push(decodeDeleteAclsMatchingAcl(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteAclsResponse(writer: ByteWriter, input: MessageInput<DeleteAclsResponse>, version: number): void {
  checkEncodeVersion('DeleteAclsResponse', version, 0, 3)
  checkStruct(input, 'DeleteAclsResponse')
  const { throttleTimeMs = 0, filterResults = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DeleteAclsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, filterResults, 'DeleteAclsResponse.filterResults')
  } else {
    writeArrayLength(writer, filterResults, 'DeleteAclsResponse.filterResults')
  }
  for (const element of filterResults) {
    encodeDeleteAclsFilterResult(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteAclsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteAclsResponse.unknownTaggedFields', version)
  }
}

function decodeDeleteAclsResponse(reader: ByteReader, version: number): DeleteAclsResponse {
  checkDecodeVersion(reader, 'DeleteAclsResponse', version, 0, 3)
  const decoded: DeleteAclsResponse = {
    throttleTimeMs: 0,
    filterResults: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.filterResults.push(decodeDeleteAclsFilterResult(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteAclsResponse. */
export const deleteAclsResponse: MessageCodec<DeleteAclsResponse> = {
  name: 'DeleteAclsResponse',
  apiKey: 31,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeDeleteAclsResponse,
  decode: decodeDeleteAclsResponse,
}
