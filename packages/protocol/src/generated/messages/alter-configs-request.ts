// Generated from schemas/merged.json (AlterConfigsRequest) by generator/main.ts: not to be edited.
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
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt8,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterConfigsRequest, versions 0-2. */
export interface AlterConfigsRequest {
  /** []AlterConfigsResource, versions 0+. */
  resources: AlterConfigsRequestAlterConfigsResource[]
  /** bool, versions 0+. */
  validateOnly: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterConfigsResource of AlterConfigsRequest. */
export interface AlterConfigsRequestAlterConfigsResource {
  /** int8, versions 0+, unique in its array. */
  resourceType: number
  /** string, versions 0+, unique in its array. */
  resourceName: string
  /** []AlterableConfig, versions 0+. */
  configs: AlterConfigsRequestAlterableConfig[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterableConfig of AlterConfigsRequest. */
export interface AlterConfigsRequestAlterableConfig {
  /** string, versions 0+, unique in its array. */
  name: string
  /** string, versions 0+, nullable. */
  value: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterableConfig(
  writer: ByteWriter,
  input: MessageInput<AlterConfigsRequestAlterableConfig>,
  version: number,
): void {
  checkStruct(input, 'AlterConfigsRequest.resources.configs')
  const { name = '', value = '', unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'AlterConfigsRequest.resources.configs.name')
  } else {
    writeString(writer, name, 'AlterConfigsRequest.resources.configs.name')
  }
  if (version >= 2) {
    writeCompactNullableString(writer, value, 'AlterConfigsRequest.resources.configs.value')
  } else {
    writeNullableString(writer, value, 'AlterConfigsRequest.resources.configs.value')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterConfigsRequest.resources.configs')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterConfigsRequest.resources.configs.unknownTaggedFields', version)
  }
}

function decodeAlterableConfig(reader: ByteReader, version: number): AlterConfigsRequestAlterableConfig {
  const decoded: AlterConfigsRequestAlterableConfig = {
    name: '',
    value: '',
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.value = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterConfigsResource(
  writer: ByteWriter,
  input: MessageInput<AlterConfigsRequestAlterConfigsResource>,
  version: number,
): void {
  checkStruct(input, 'AlterConfigsRequest.resources')
  const { resourceType = 0, resourceName = '', configs = [], unknownTaggedFields } = input
  writeInt8(writer, resourceType, 'AlterConfigsRequest.resources.resourceType')
  if (version >= 2) {
    writeCompactString(writer, resourceName, 'AlterConfigsRequest.resources.resourceName')
  } else {
    writeString(writer, resourceName, 'AlterConfigsRequest.resources.resourceName')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, configs, 'AlterConfigsRequest.resources.configs')
  } else {
    writeArrayLength(writer, configs, 'AlterConfigsRequest.resources.configs')
  }
  for (const element of configs) {
    encodeAlterableConfig(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterConfigsRequest.resources')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterConfigsRequest.resources.unknownTaggedFields', version)
  }
}

function decodeAlterConfigsResource(reader: ByteReader, version: number): AlterConfigsRequestAlterConfigsResource {
  const decoded: AlterConfigsRequestAlterConfigsResource = {
    resourceType: 0,
    resourceName: '',
    configs: [],
  }
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.configs.push(decodeAlterableConfig(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterConfigsRequest(
  writer: ByteWriter,
  input: MessageInput<AlterConfigsRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterConfigsRequest', version, 0, 2)
  checkStruct(input, 'AlterConfigsRequest')
  const { resources = [], validateOnly = false, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, resources, 'AlterConfigsRequest.resources')
  } else {
    writeArrayLength(writer, resources, 'AlterConfigsRequest.resources')
  }
  for (const element of resources) {
    encodeAlterConfigsResource(writer, element, version)
  }
  writeBool(writer, validateOnly, 'AlterConfigsRequest.validateOnly')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterConfigsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterConfigsRequest.unknownTaggedFields', version)
  }
}

function decodeAlterConfigsRequest(reader: ByteReader, version: number): AlterConfigsRequest {
  checkDecodeVersion(reader, 'AlterConfigsRequest', version, 0, 2)
  const decoded: AlterConfigsRequest = {
    resources: [],
    validateOnly: false,
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.resources.push(decodeAlterConfigsResource(reader, version))
  }
  decoded.validateOnly = reader.readBoolean()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AlterConfigsRequest. */
export const alterConfigsRequest: MessageCodec<AlterConfigsRequest> = {
  name: 'AlterConfigsRequest',
  apiKey: 33,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeAlterConfigsRequest,
  decode: decodeAlterConfigsRequest,
}
