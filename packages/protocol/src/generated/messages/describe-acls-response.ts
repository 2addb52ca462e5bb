// Generated from schemas/merged.json (DescribeAclsResponse) by generator/main.ts: not to be edited.
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

/** DescribeAclsResponse, versions 0-3. */
export interface DescribeAclsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** []DescribeAclsResource, versions 0+. */
  resources: DescribeAclsResponseDescribeAclsResource[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeAclsResource of DescribeAclsResponse. */
export interface DescribeAclsResponseDescribeAclsResource {
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** int8, versions 1+, default 3. */
  patternType: number
  /** []AclDescription, versions 0+. */
  acls: DescribeAclsResponseAclDescription[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AclDescription of DescribeAclsResponse. */
export interface DescribeAclsResponseAclDescription {
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

function encodeAclDescription(
  writer: ByteWriter,
  input: MessageInput<DescribeAclsResponseAclDescription>,
  version: number,
): void {
  checkStruct(input, 'DescribeAclsResponse.resources.acls')
  const { principal = '', host = '', operation = 0, permissionType = 0, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, principal, 'DescribeAclsResponse.resources.acls.principal')
  } else {
    writeString(writer, principal, 'DescribeAclsResponse.resources.acls.principal')
  }
  if (version >= 2) {
    writeCompactString(writer, host, 'DescribeAclsResponse.resources.acls.host')
  } else {
    writeString(writer, host, 'DescribeAclsResponse.resources.acls.host')
  }
  writeInt8(writer, operation, 'DescribeAclsResponse.resources.acls.operation')
  writeInt8(writer, permissionType, 'DescribeAclsResponse.resources.acls.permissionType')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeAclsResponse.resources.acls')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeAclsResponse.resources.acls.unknownTaggedFields', version)
  }
}

function decodeAclDescription(reader: ByteReader, version: number): DescribeAclsResponseAclDescription {
  const decoded: DescribeAclsResponseAclDescription = {
    principal: '',
    host: '',
    operation: 0,
    permissionType: 0,
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

function encodeDescribeAclsResource(
  writer: ByteWriter,
  input: MessageInput<DescribeAclsResponseDescribeAclsResource>,
  version: number,
): void {
  checkStruct(input, 'DescribeAclsResponse.resources')
  const { resourceType = 0, resourceName = '', patternType = 3, acls = [], unknownTaggedFields } = input
  writeInt8(writer, resourceType, 'DescribeAclsResponse.resources.resourceType')
  if (version >= 2) {
    writeCompactString(writer, resourceName, 'DescribeAclsResponse.resources.resourceName')
  } else {
    writeString(writer, resourceName, 'DescribeAclsResponse.resources.resourceName')
  }
  if (version >= 1) {
    writeInt8(writer, patternType, 'DescribeAclsResponse.resources.patternType')
  } else if (patternType !== 3) {
    throw notInVersion('DescribeAclsResponse.resources.patternType', version)
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, acls, 'DescribeAclsResponse.resources.acls')
  } else {
    writeArrayLength(writer, acls, 'DescribeAclsResponse.resources.acls')
  }
  for (const element of acls) {
    encodeAclDescription(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeAclsResponse.resources')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeAclsResponse.resources.unknownTaggedFields', version)
  }
}

function decodeDescribeAclsResource(reader: ByteReader, version: number): DescribeAclsResponseDescribeAclsResource {
  const decoded: DescribeAclsResponseDescribeAclsResource = {
    resourceType: 0,
    resourceName: '',
    patternType: 3,
    acls: [],
  }
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version >= 1) {
    decoded.patternType = reader.readInt8()
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.acls.push(decodeAclDescription(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeAclsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeAclsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeAclsResponse', version, 0, 3)
  checkStruct(input, 'DescribeAclsResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', resources = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeAclsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'DescribeAclsResponse.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'DescribeAclsResponse.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'DescribeAclsResponse.errorMessage')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, resources, 'DescribeAclsResponse.resources')
  } else {
    writeArrayLength(writer, resources, 'DescribeAclsResponse.resources')
  }
  for (const element of resources) {
    encodeDescribeAclsResource(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeAclsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeAclsResponse.unknownTaggedFields', version)
  }
}

function decodeDescribeAclsResponse(reader: ByteReader, version: number): DescribeAclsResponse {
  checkDecodeVersion(reader, 'DescribeAclsResponse', version, 0, 3)
  const decoded: DescribeAclsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
    resources: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.resources.push(decodeDescribeAclsResource(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeAclsResponse. */
export const describeAclsResponse: MessageCodec<DescribeAclsResponse> = {
  name: 'DescribeAclsResponse',
  apiKey: 29,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeDescribeAclsResponse,
  decode: decodeDescribeAclsResponse,
}
