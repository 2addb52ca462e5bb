// Generated from schemas/merged.json (CreateTopicsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
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
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt8,
  writeNullableString,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** CreateTopicsResponse, versions 0-7. */
export interface CreateTopicsResponse {
  /** int32, versions 2+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []CreatableTopicResult, versions 0+. */
  topics: CreateTopicsResponseCreatableTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatableTopicResult of CreateTopicsResponse. */
export interface CreateTopicsResponseCreatableTopicResult {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** uuid, versions 7+, ignored where the version lacks it. */
  topicId: string
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 1+, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** int16, versions 5+, tag 0, ignored where the version lacks it. */
  topicConfigErrorCode: number
  /** int32, versions 5+, ignored where the version lacks it, default -1. */
  numPartitions: number
  /** int16, versions 5+, ignored where the version lacks it, default -1. */
  replicationFactor: number
  /** []CreatableTopicConfigs, versions 5+, nullable, ignored where the version lacks it. */
  configs: CreateTopicsResponseCreatableTopicConfigs[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatableTopicConfigs of CreateTopicsResponse. */
export interface CreateTopicsResponseCreatableTopicConfigs {
  /** string, versions 5+. */
  name: string
  /** string, versions 5+, nullable. */
  value: string | null
  /** bool, versions 5+. */
  readOnly: boolean
  /** int8, versions 5+, ignored where the version lacks it, default -1. */
  configSource: number
  /** bool, versions 5+. */
  isSensitive: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCreatableTopicConfigs(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsResponseCreatableTopicConfigs>,
  _version: number,
): void {
  checkStruct(input, 'CreateTopicsResponse.topics.configs')
  const {
    name = '',
    value = '',
    readOnly = false,
    configSource = -1,
    isSensitive = false,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, name, 'CreateTopicsResponse.topics.configs.name')
  writeCompactNullableString(writer, value, 'CreateTopicsResponse.topics.configs.value')
  writeBool(writer, readOnly, 'CreateTopicsResponse.topics.configs.readOnly')
  writeInt8(writer, configSource, 'CreateTopicsResponse.topics.configs.configSource')
  writeBool(writer, isSensitive, 'CreateTopicsResponse.topics.configs.isSensitive')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateTopicsResponse.topics.configs')
}

function decodeCreatableTopicConfigs(reader: ByteReader, _version: number): CreateTopicsResponseCreatableTopicConfigs {
  const decoded: CreateTopicsResponseCreatableTopicConfigs = {
    name: '',
    value: '',
    readOnly: false,
    configSource: -1,
    isSensitive: false,
  }
  decoded.name = readCompactString(reader)
  decoded.value = readCompactNullableString(reader)
  decoded.readOnly = reader.readBoolean()
  decoded.configSource = reader.readInt8()
  decoded.isSensitive = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeCreatableTopicResult(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsResponseCreatableTopicResult>,
  version: number,
): void {
  checkStruct(input, 'CreateTopicsResponse.topics')
  const {
    name = '',
    topicId = ZERO_UUID,
    errorCode = 0,
    errorMessage = '',
    topicConfigErrorCode = 0,
    numPartitions = -1,
    replicationFactor = -1,
    configs = [],
    unknownTaggedFields,
  } = input
  if (version >= 5) {
    writeCompactString(writer, name, 'CreateTopicsResponse.topics.name')
  } else {
    writeString(writer, name, 'CreateTopicsResponse.topics.name')
  }
  if (version === 7) {
    writeUuid(writer, topicId, 'CreateTopicsResponse.topics.topicId')
  }
  writeInt16(writer, errorCode, 'CreateTopicsResponse.topics.errorCode')
  if (version >= 1) {
    if (version >= 5) {
      writeCompactNullableString(writer, errorMessage, 'CreateTopicsResponse.topics.errorMessage')
    } else {
      writeNullableString(writer, errorMessage, 'CreateTopicsResponse.topics.errorMessage')
    }
  }
  if (version >= 5) {
    writeInt32(writer, numPartitions, 'CreateTopicsResponse.topics.numPartitions')
  }
  if (version >= 5) {
    writeInt16(writer, replicationFactor, 'CreateTopicsResponse.topics.replicationFactor')
  }
  if (version >= 5) {
    writeCompactNullableArrayLength(writer, configs, 'CreateTopicsResponse.topics.configs')
    if (configs !== null) {
      for (const element of configs) {
        encodeCreatableTopicConfigs(writer, element, version)
      }
    }
  }
  const hasTopicConfigErrorCode = version >= 5 && topicConfigErrorCode !== 0
  if (version >= 5) {
    writer.writeUnsignedVarint((hasTopicConfigErrorCode ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasTopicConfigErrorCode) {
      const start = beginTaggedField(writer, 0)
      writeInt16(writer, topicConfigErrorCode, 'CreateTopicsResponse.topics.topicConfigErrorCode')
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'CreateTopicsResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateTopicsResponse.topics.unknownTaggedFields', version)
  }
}

function decodeCreatableTopicResult(reader: ByteReader, version: number): CreateTopicsResponseCreatableTopicResult {
  const decoded: CreateTopicsResponseCreatableTopicResult = {
    name: '',
    topicId: ZERO_UUID,
    errorCode: 0,
    errorMessage: '',
    topicConfigErrorCode: 0,
    numPartitions: -1,
    replicationFactor: -1,
    configs: [],
  }
  decoded.name = version >= 5 ? readCompactString(reader) : readString(reader)
  if (version === 7) {
    decoded.topicId = reader.readUuid()
  }
  decoded.errorCode = reader.readInt16()
  if (version >= 1) {
    decoded.errorMessage = version >= 5 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version >= 5) {
    decoded.numPartitions = reader.readInt32()
  }
  if (version >= 5) {
    decoded.replicationFactor = reader.readInt16()
  }
  if (version >= 5) {
    const configsLength = readCompactNullableArrayLength(reader)
    if (configsLength < 0) {
      decoded.configs = null
    } else {
      const configsElements: CreateTopicsResponseCreatableTopicConfigs[] = []
      for (let i = 0; i < configsLength; i++) configsElements.push(decodeCreatableTopicConfigs(reader, version))
      decoded.configs = configsElements
    }
  }
  if (version >= 5) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        decoded.topicConfigErrorCode = reader.readInt16()
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreateTopicsResponse(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsResponse>,
  version: number,
): void {
  checkEncodeVersion('CreateTopicsResponse', version, 0, 7)
  checkStruct(input, 'CreateTopicsResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeInt32(writer, throttleTimeMs, 'CreateTopicsResponse.throttleTimeMs')
  }
  if (version >= 5) {
    writeCompactArrayLength(writer, topics, 'CreateTopicsResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'CreateTopicsResponse.topics')
  }
  for (const element of topics) {
    encodeCreatableTopicResult(writer, element, version)
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateTopicsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateTopicsResponse.unknownTaggedFields', version)
  }
}

function decodeCreateTopicsResponse(reader: ByteReader, version: number): CreateTopicsResponse {
  checkDecodeVersion(reader, 'CreateTopicsResponse', version, 0, 7)
  const decoded: CreateTopicsResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  if (version >= 2) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeCreatableTopicResult(reader, version))
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreateTopicsResponse. */
export const createTopicsResponse: MessageCodec<CreateTopicsResponse> = {
  name: 'CreateTopicsResponse',
  apiKey: 19,
  type: 'response',
  minVersion: 0,
  maxVersion: 7,
  flexibleFrom: 5,
  encode: encodeCreateTopicsResponse,
  decode: decodeCreateTopicsResponse,
}
