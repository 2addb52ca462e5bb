// Generated from schemas/merged.json (DescribeConfigsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt8,
  writeNullableArrayLength,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeConfigsRequest, versions 0-4. */
export interface DescribeConfigsRequest {
  /** []DescribeConfigsResource, versions 0+. */
  resources: DescribeConfigsRequestDescribeConfigsResource[]
  /** bool, versions 1+, default false. */
  includeSynonyms: boolean
  /** bool, versions 3+, default false. */
  includeDocumentation: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeConfigsResource of DescribeConfigsRequest. */
export interface DescribeConfigsRequestDescribeConfigsResource {
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** []string, versions 0+, nullable. */
  configurationKeys: string[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeConfigsResource(
  writer: ByteWriter,
  input: MessageInput<DescribeConfigsRequestDescribeConfigsResource>,
  version: number,
): void {
  checkStruct(input, 'DescribeConfigsRequest.resources')
  const { resourceType = 0, resourceName = '', configurationKeys = [], unknownTaggedFields } = input
  writeInt8(writer, resourceType, 'DescribeConfigsRequest.resources.resourceType')
  if (version >= 4) {
    writeCompactString(writer, resourceName, 'DescribeConfigsRequest.resources.resourceName')
  } else {
    writeString(writer, resourceName, 'DescribeConfigsRequest.resources.resourceName')
  }
  if (version >= 4) {
    writeCompactNullableArrayLength(writer, configurationKeys, 'DescribeConfigsRequest.resources.configurationKeys')
  } else {
    writeNullableArrayLength(writer, configurationKeys, 'DescribeConfigsRequest.resources.configurationKeys')
  }
  if (configurationKeys !== null) {
    for (const element of configurationKeys) {
      if (version >= 4) {
        writeCompactString(writer, element, 'DescribeConfigsRequest.resources.configurationKeys')
      } else {
        writeString(writer, element, 'DescribeConfigsRequest.resources.configurationKeys')
      }
    }
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeConfigsRequest.resources')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeConfigsRequest.resources.unknownTaggedFields', version)
  }
}

function decodeDescribeConfigsResource(
  reader: ByteReader,
  version: number,
): DescribeConfigsRequestDescribeConfigsResource {
  const decoded: DescribeConfigsRequestDescribeConfigsResource = {
    resourceType: 0,
    resourceName: '',
    configurationKeys: [],
  }
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 4 ? readCompactString(reader) : readString(reader)
  const configurationKeysLength = version >= 4 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (configurationKeysLength < 0) {
    decoded.configurationKeys = null
  } else {
    const configurationKeysElements: string[] = []
    for (let i = 0; i < configurationKeysLength; i++) configurationKeysElements.push(version >= 4 ? readCompactString(reader) : readString(reader))
    decoded.configurationKeys = configurationKeysElements
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeConfigsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeConfigsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeConfigsRequest', version, 0, 4)
  checkStruct(input, 'DescribeConfigsRequest')
  const { resources = [], includeSynonyms = false, includeDocumentation = false, unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactArrayLength(writer, resources, 'DescribeConfigsRequest.resources')
  } else {
    writeArrayLength(writer, resources, 'DescribeConfigsRequest.resources')
  }
  for (const element of resources) {
    encodeDescribeConfigsResource(writer, element, version)
  }
  if (version >= 1) {
    writeBool(writer, includeSynonyms, 'DescribeConfigsRequest.includeSynonyms')
  } else if (includeSynonyms !== false) {
    throw notInVersion('DescribeConfigsRequest.includeSynonyms', version)
  }
  if (version >= 3) {
    writeBool(writer, includeDocumentation, 'DescribeConfigsRequest.includeDocumentation')
  } else if (includeDocumentation !== false) {
    throw notInVersion('DescribeConfigsRequest.includeDocumentation', version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeConfigsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeConfigsRequest.unknownTaggedFields', version)
  }
}

function decodeDescribeConfigsRequest(reader: ByteReader, version: number): DescribeConfigsRequest {
  checkDecodeVersion(reader, 'DescribeConfigsRequest', version, 0, 4)
  const decoded: DescribeConfigsRequest = {
    resources: [],
    includeSynonyms: false,
    includeDocumentation: false,
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.resources.push(decodeDescribeConfigsResource(reader, version))
  }
  if (version >= 1) {
    decoded.includeSynonyms = reader.readBoolean()
  }
  if (version >= 3) {
    decoded.includeDocumentation = reader.readBoolean()
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeConfigsRequest. */
export const describeConfigsRequest: MessageCodec<DescribeConfigsRequest> = {
  name: 'DescribeConfigsRequest',
  apiKey: 32,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeDescribeConfigsRequest,
  decode: decodeDescribeConfigsRequest,
}
