// Generated from schemas/merged.json (DescribeConfigsResponse) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeInt8,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeConfigsResponse, versions 0-4. */
export interface DescribeConfigsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DescribeConfigsResult, versions 0+. */
  results: DescribeConfigsResponseDescribeConfigsResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeConfigsResult of DescribeConfigsResponse. */
export interface DescribeConfigsResponseDescribeConfigsResult {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** int8, versions 0+. */
  resourceType: number
  /** string, versions 0+. */
  resourceName: string
  /** []DescribeConfigsResourceResult, versions 0+. */
  configs: DescribeConfigsResponseDescribeConfigsResourceResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeConfigsResourceResult of DescribeConfigsResponse. */
export interface DescribeConfigsResponseDescribeConfigsResourceResult {
  /** string, versions 0+. */
  name: string
  /** string, versions 0+, nullable. */
  value: string | null
  /** bool, versions 0+. */
  readOnly: boolean
  /** bool, versions 0. */
  isDefault: boolean
  /** int8, versions 1+, ignored where the version lacks it, default -1. */
  configSource: number
  /** bool, versions 0+. */
  isSensitive: boolean
  /** []DescribeConfigsSynonym, versions 1+, ignored where the version lacks it. */
  synonyms: DescribeConfigsResponseDescribeConfigsSynonym[]
  /** int8, versions 3+, ignored where the version lacks it, default 0. */
  configType: number
  /** string, versions 3+, nullable, ignored where the version lacks it. */
  documentation: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeConfigsSynonym of DescribeConfigsResponse. */
export interface DescribeConfigsResponseDescribeConfigsSynonym {
  /** string, versions 1+. */
  name: string
  /** string, versions 1+, nullable. */
  value: string | null
  /** int8, versions 1+. */
  source: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeConfigsSynonym(
  writer: ByteWriter,
  input: MessageInput<DescribeConfigsResponseDescribeConfigsSynonym>,
  version: number,
): void {
  checkStruct(input, 'DescribeConfigsResponse.results.configs.synonyms')
  const { name = '', value = '', source = 0, unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, name, 'DescribeConfigsResponse.results.configs.synonyms.name')
  } else {
    writeString(writer, name, 'DescribeConfigsResponse.results.configs.synonyms.name')
  }
  if (version >= 4) {
    writeCompactNullableString(writer, value, 'DescribeConfigsResponse.results.configs.synonyms.value')
  } else {
    writeNullableString(writer, value, 'DescribeConfigsResponse.results.configs.synonyms.value')
  }
  writeInt8(writer, source, 'DescribeConfigsResponse.results.configs.synonyms.source')
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeConfigsResponse.results.configs.synonyms')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeConfigsResponse.results.configs.synonyms.unknownTaggedFields', version)
  }
}

function decodeDescribeConfigsSynonym(
  reader: ByteReader,
  version: number,
): DescribeConfigsResponseDescribeConfigsSynonym {
  const decoded: DescribeConfigsResponseDescribeConfigsSynonym = {
    name: '',
    value: '',
    source: 0,
  }
  decoded.name = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.value = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.source = reader.readInt8()
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeConfigsResourceResult(
  writer: ByteWriter,
  input: MessageInput<DescribeConfigsResponseDescribeConfigsResourceResult>,
  version: number,
): void {
  checkStruct(input, 'DescribeConfigsResponse.results.configs')
  const {
    name = '',
    value = '',
    readOnly = false,
    isDefault = false,
    configSource = -1,
    isSensitive = false,
    synonyms = [],
    configType = 0,
    documentation = '',
    unknownTaggedFields,
  } = input
  if (version >= 4) {
    writeCompactString(writer, name, 'DescribeConfigsResponse.results.configs.name')
  } else {
    writeString(writer, name, 'DescribeConfigsResponse.results.configs.name')
  }
  if (version >= 4) {
    writeCompactNullableString(writer, value, 'DescribeConfigsResponse.results.configs.value')
  } else {
    writeNullableString(writer, value, 'DescribeConfigsResponse.results.configs.value')
  }
  writeBool(writer, readOnly, 'DescribeConfigsResponse.results.configs.readOnly')
  if (version === 0) {
    writeBool(writer, isDefault, 'DescribeConfigsResponse.results.configs.isDefault')
  } else if (isDefault !== false) {
    throw notInVersion('DescribeConfigsResponse.results.configs.isDefault', version)
  }
  if (version >= 1) {
    writeInt8(writer, configSource, 'DescribeConfigsResponse.results.configs.configSource')
  }
  writeBool(writer, isSensitive, 'DescribeConfigsResponse.results.configs.isSensitive')
  if (version >= 1) {
    if (version >= 4) {
      writeCompactArrayLength(writer, synonyms, 'DescribeConfigsResponse.results.configs.synonyms')
    } else {
      writeArrayLength(writer, synonyms, 'DescribeConfigsResponse.results.configs.synonyms')
    }
    for (const element of synonyms) {
      encodeDescribeConfigsSynonym(writer, element, version)
    }
  }
  if (version >= 3) {
    writeInt8(writer, configType, 'DescribeConfigsResponse.results.configs.configType')
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactNullableString(writer, documentation, 'DescribeConfigsResponse.results.configs.documentation')
    } else {
      writeNullableString(writer, documentation, 'DescribeConfigsResponse.results.configs.documentation')
    }
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeConfigsResponse.results.configs')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeConfigsResponse.results.configs.unknownTaggedFields', version)
  }
}

function decodeDescribeConfigsResourceResult(
  reader: ByteReader,
  version: number,
): DescribeConfigsResponseDescribeConfigsResourceResult {
  const decoded: DescribeConfigsResponseDescribeConfigsResourceResult = {
    name: '',
    value: '',
    readOnly: false,
    isDefault: false,
    configSource: -1,
    isSensitive: false,
    synonyms: [],
    configType: 0,
    documentation: '',
  }
  decoded.name = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.value = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.readOnly = reader.readBoolean()
  if (version === 0) {
    decoded.isDefault = reader.readBoolean()
  }
  if (version >= 1) {
    decoded.configSource = reader.readInt8()
  }
  decoded.isSensitive = reader.readBoolean()
  if (version >= 1) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.synonyms.push(decodeDescribeConfigsSynonym(reader, version))
    }
  }
  if (version >= 3) {
    decoded.configType = reader.readInt8()
  }
  if (version >= 3) {
    decoded.documentation = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeConfigsResult(
  writer: ByteWriter,
  input: MessageInput<DescribeConfigsResponseDescribeConfigsResult>,
  version: number,
): void {
  checkStruct(input, 'DescribeConfigsResponse.results')
  const {
    errorCode = 0,
    errorMessage = '',
    resourceType = 0,
    resourceName = '',
    configs = [],
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DescribeConfigsResponse.results.errorCode')
  if (version >= 4) {
    writeCompactNullableString(writer, errorMessage, 'DescribeConfigsResponse.results.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'DescribeConfigsResponse.results.errorMessage')
  }
  writeInt8(writer, resourceType, 'DescribeConfigsResponse.results.resourceType')
  if (version >= 4) {
    writeCompactString(writer, resourceName, 'DescribeConfigsResponse.results.resourceName')
  } else {
    writeString(writer, resourceName, 'DescribeConfigsResponse.results.resourceName')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, configs, 'DescribeConfigsResponse.results.configs')
  } else {
    writeArrayLength(writer, configs, 'DescribeConfigsResponse.results.configs')
  }
  for (const element of configs) {
    encodeDescribeConfigsResourceResult(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeConfigsResponse.results')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeConfigsResponse.results.unknownTaggedFields', version)
  }
}

function decodeDescribeConfigsResult(
  reader: ByteReader,
  version: number,
): DescribeConfigsResponseDescribeConfigsResult {
  const decoded: DescribeConfigsResponseDescribeConfigsResult = {
    errorCode: 0,
    errorMessage: '',
    resourceType: 0,
    resourceName: '',
    configs: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.resourceType = reader.readInt8()
  decoded.resourceName = version >= 4 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.configs.push(decodeDescribeConfigsResourceResult(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeConfigsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeConfigsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeConfigsResponse', version, 0, 4)
  checkStruct(input, 'DescribeConfigsResponse')
  const { throttleTimeMs = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeConfigsResponse.throttleTimeMs')
  if (version >= 4) {
    writeCompactArrayLength(writer, results, 'DescribeConfigsResponse.results')
  } else {
    writeArrayLength(writer, results, 'DescribeConfigsResponse.results')
  }
  for (const element of results) {
    encodeDescribeConfigsResult(writer, element, version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeConfigsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeConfigsResponse.unknownTaggedFields', version)
  }
}

function decodeDescribeConfigsResponse(reader: ByteReader, version: number): DescribeConfigsResponse {
  checkDecodeVersion(reader, 'DescribeConfigsResponse', version, 0, 4)
  const decoded: DescribeConfigsResponse = {
    throttleTimeMs: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeDescribeConfigsResult(reader, version))
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeConfigsResponse. */
export const describeConfigsResponse: MessageCodec<DescribeConfigsResponse> = {
  name: 'DescribeConfigsResponse',
  apiKey: 32,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeDescribeConfigsResponse,
  decode: decodeDescribeConfigsResponse,
}
