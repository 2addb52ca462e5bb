// Generated from schemas/merged.json (CreateAclsRequest) by generator/main.ts: not to be edited.
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
  writeInt8,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreateAclsRequest, versions 0-3. */
export interface CreateAclsRequest {
  /** []AclCreation, versions 0+. */
  creations: CreateAclsRequestAclCreation[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AclCreation of CreateAclsRequest. */
export interface CreateAclsRequestAclCreation {
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** int8, versions 1+, default 3. */
  resourcePatternType: number
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

function encodeAclCreation(
  writer: ByteWriter,
  input: MessageInput<CreateAclsRequestAclCreation>,
  version: number,
): void {
  checkStruct(input, 'CreateAclsRequest.creations')
  const {
    resourceType = 0,
    resourceName = '',
    resourcePatternType = 3,
    principal = '',
    host = '',
    operation = 0,
    permissionType = 0,
    unknownTaggedFields,
  } = input
  writeInt8(writer, resourceType, 'CreateAclsRequest.creations.resourceType')
  if (version >= 2) {
    writeCompactString(writer, resourceName, 'CreateAclsRequest.creations.resourceName')
  } else {
    writeString(writer, resourceName, 'CreateAclsRequest.creations.resourceName')
  }
  if (version >= 1) {
    writeInt8(writer, resourcePatternType, 'CreateAclsRequest.creations.resourcePatternType')
  } else if (resourcePatternType !== 3) {
    throw notInVersion('CreateAclsRequest.creations.resourcePatternType', version)
  }
  if (version >= 2) {
    writeCompactString(writer, principal, 'CreateAclsRequest.creations.principal')
  } else {
    writeString(writer, principal, 'CreateAclsRequest.creations.principal')
  }
  if (version >= 2) {
    writeCompactString(writer, host, 'CreateAclsRequest.creations.host')
  } else {
    writeString(writer, host, 'CreateAclsRequest.creations.host')
  }
  writeInt8(writer, operation, 'CreateAclsRequest.creations.operation')
  writeInt8(writer, permissionType, 'CreateAclsRequest.creations.permissionType')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateAclsRequest.creations')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateAclsRequest.creations.unknownTaggedFields', version)
  }
}

function decodeAclCreation(reader: ByteReader, version: number): CreateAclsRequestAclCreation {
  const decoded: CreateAclsRequestAclCreation = {
    resourceType: 0,
    resourceName: '',
    resourcePatternType: 3,
    principal: '',
    host: '',
    operation: 0,
    permissionType: 0,
  }
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version >= 1) {
    decoded.resourcePatternType = reader.readInt8()
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

function encodeCreateAclsRequest(writer: ByteWriter, input: MessageInput<CreateAclsRequest>, version: number): void {
  checkEncodeVersion('CreateAclsRequest', version, 0, 3)
  checkStruct(input, 'CreateAclsRequest')
  const { creations = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, creations, 'CreateAclsRequest.creations')
  } else {
    writeArrayLength(writer, creations, 'CreateAclsRequest.creations')
  }
  for (const element of creations) {
    encodeAclCreation(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateAclsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateAclsRequest.unknownTaggedFields', version)
  }
}

function decodeCreateAclsRequest(reader: ByteReader, version: number): CreateAclsRequest {
  checkDecodeVersion(reader, 'CreateAclsRequest', version, 0, 3)
  const decoded: CreateAclsRequest = {
    creations: [],
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.creations.push(decodeAclCreation(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreateAclsRequest. */
export const createAclsRequest: MessageCodec<CreateAclsRequest> = {
  name: 'CreateAclsRequest',
  apiKey: 30,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeCreateAclsRequest,
  decode: decodeCreateAclsRequest,
}
