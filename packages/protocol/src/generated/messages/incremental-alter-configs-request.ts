// Generated from schemas/merged.json (IncrementalAlterConfigsRequest) by generator/main.ts: not to be edited.
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

/** IncrementalAlterConfigsRequest, versions 0-1. */
export interface IncrementalAlterConfigsRequest {
  /** []AlterConfigsResource, versions 0+. */
  resources: IncrementalAlterConfigsRequestAlterConfigsResource[]
  /** bool, versions 0+. */
  validateOnly: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterConfigsResource of IncrementalAlterConfigsRequest. */
export interface IncrementalAlterConfigsRequestAlterConfigsResource {
  /** int8, versions 0+, unique in its array. */
  resourceType: number
  /** string, versions 0+, unique in its array. */
  resourceName: string
  /** []AlterableConfig, versions 0+. */
  configs: IncrementalAlterConfigsRequestAlterableConfig[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterableConfig of IncrementalAlterConfigsRequest. */
export interface IncrementalAlterConfigsRequestAlterableConfig {
  /** string, versions 0+, unique in its array. */
  name: string
  /** int8, versions 0+, unique in its array. */
  configOperation: number
  /** string, versions 0+, nullable. */
  value: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterableConfig(
  writer: ByteWriter,
  input: MessageInput<IncrementalAlterConfigsRequestAlterableConfig>,
  version: number,
): void {
  checkStruct(input, 'IncrementalAlterConfigsRequest.resources.configs')
  const { name = '', configOperation = 0, value = '', unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, name, 'IncrementalAlterConfigsRequest.resources.configs.name')
  } else {
    writeString(writer, name, 'IncrementalAlterConfigsRequest.resources.configs.name')
  }
  writeInt8(writer, configOperation, 'IncrementalAlterConfigsRequest.resources.configs.configOperation')
  if (version >= 1) {
    writeCompactNullableString(writer, value, 'IncrementalAlterConfigsRequest.resources.configs.value')
  } else {
    writeNullableString(writer, value, 'IncrementalAlterConfigsRequest.resources.configs.value')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'IncrementalAlterConfigsRequest.resources.configs')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('IncrementalAlterConfigsRequest.resources.configs.unknownTaggedFields', version)
  }
}

function decodeAlterableConfig(reader: ByteReader, version: number): IncrementalAlterConfigsRequestAlterableConfig {
  const decoded: IncrementalAlterConfigsRequestAlterableConfig = {
    name: '',
    configOperation: 0,
    value: '',
  }
  decoded.name = version >= 1 ? readCompactString(reader) : readString(reader)
  decoded.configOperation = reader.readInt8()
  decoded.value = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterConfigsResource(
  writer: ByteWriter,
  input: MessageInput<IncrementalAlterConfigsRequestAlterConfigsResource>,
  version: number,
): void {
  checkStruct(input, 'IncrementalAlterConfigsRequest.resources')
  const { resourceType = 0, resourceName = '', configs = [], unknownTaggedFields } = input
  writeInt8(writer, resourceType, 'IncrementalAlterConfigsRequest.resources.resourceType')
  if (version >= 1) {
    writeCompactString(writer, resourceName, 'IncrementalAlterConfigsRequest.resources.resourceName')
  } else {
    writeString(writer, resourceName, 'IncrementalAlterConfigsRequest.resources.resourceName')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, configs, 'IncrementalAlterConfigsRequest.resources.configs')
  } else {
    writeArrayLength(writer, configs, 'IncrementalAlterConfigsRequest.resources.configs')
  }
  for (const element of configs) {
    encodeAlterableConfig(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'IncrementalAlterConfigsRequest.resources')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('IncrementalAlterConfigsRequest.resources.unknownTaggedFields', version)
  }
}

function decodeAlterConfigsResource(
  reader: ByteReader,
  version: number,
): IncrementalAlterConfigsRequestAlterConfigsResource {
  const decoded: IncrementalAlterConfigsRequestAlterConfigsResource = {
    resourceType: 0,
    resourceName: '',
    configs: [],
  }
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 1 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.configs.push(decodeAlterableConfig(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeIncrementalAlterConfigsRequest(
  writer: ByteWriter,
  input: MessageInput<IncrementalAlterConfigsRequest>,
  version: number,
): void {
  checkEncodeVersion('IncrementalAlterConfigsRequest', version, 0, 1)
  checkStruct(input, 'IncrementalAlterConfigsRequest')
  const { resources = [], validateOnly = false, unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, resources, 'IncrementalAlterConfigsRequest.resources')
  } else {
    writeArrayLength(writer, resources, 'IncrementalAlterConfigsRequest.resources')
  }
  for (const element of resources) {
    encodeAlterConfigsResource(writer, element, version)
  }
  writeBool(writer, validateOnly, 'IncrementalAlterConfigsRequest.validateOnly')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'IncrementalAlterConfigsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('IncrementalAlterConfigsRequest.unknownTaggedFields', version)
  }
}

function decodeIncrementalAlterConfigsRequest(reader: ByteReader, version: number): IncrementalAlterConfigsRequest {
  checkDecodeVersion(reader, 'IncrementalAlterConfigsRequest', version, 0, 1)
  const decoded: IncrementalAlterConfigsRequest = {
    resources: [],
    validateOnly: false,
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.resources.push(decodeAlterConfigsResource(reader, version))
  }
  decoded.validateOnly = reader.readBoolean()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes IncrementalAlterConfigsRequest. */
export const incrementalAlterConfigsRequest: MessageCodec<IncrementalAlterConfigsRequest> = {
  name: 'IncrementalAlterConfigsRequest',
  apiKey: 44,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeIncrementalAlterConfigsRequest,
  decode: decodeIncrementalAlterConfigsRequest,
}
