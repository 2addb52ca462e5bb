// Generated from schemas/merged.json (MetadataRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  notNull,
  writeArrayLength,
  writeBool,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeNullableArrayLength,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** MetadataRequest, versions 0-13. */
export interface MetadataRequest {
  /** []MetadataRequestTopic, versions 0+, nullable in 1+. */
  topics: MetadataRequestTopic[] | null
  /** bool, versions 4+, default true. */
  allowAutoTopicCreation: boolean
  /** bool, versions 8-10. */
  includeClusterAuthorizedOperations: boolean
  /** bool, versions 8+. */
  includeTopicAuthorizedOperations: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MetadataRequestTopic of MetadataRequest. */
export interface MetadataRequestTopic {
  /** uuid, versions 10+, ignored where the version lacks it. */
  topicId: string
  /** string, versions 0+, nullable in 10+, a topicName. */
  name: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeMetadataRequestTopic(
  writer: ByteWriter,
  input: MessageInput<MetadataRequestTopic>,
  version: number,
): void {
  checkStruct(input, 'MetadataRequest.topics')
  const { topicId = ZERO_UUID, name = '', unknownTaggedFields } = input
  if (version >= 10) {
    writeUuid(writer, topicId, 'MetadataRequest.topics.topicId')
  }
  if (version >= 10) {
    writeCompactNullableString(writer, name, 'MetadataRequest.topics.name')
  } else if (version >= 9) {
    writeCompactString(writer, notNull(name, 'MetadataRequest.topics.name', version), 'MetadataRequest.topics.name')
  } else {
    writeString(writer, notNull(name, 'MetadataRequest.topics.name', version), 'MetadataRequest.topics.name')
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'MetadataRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('MetadataRequest.topics.unknownTaggedFields', version)
  }
}

function decodeMetadataRequestTopic(reader: ByteReader, version: number): MetadataRequestTopic {
  const decoded: MetadataRequestTopic = {
    topicId: ZERO_UUID,
    name: '',
  }
  if (version >= 10) {
    decoded.topicId = reader.readUuid()
  }
  decoded.name = version >= 10 ? readCompactNullableString(reader) : version >= 9 ? readCompactString(reader) : readString(reader)
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeMetadataRequest(writer: ByteWriter, input: MessageInput<MetadataRequest>, version: number): void {
  checkEncodeVersion('MetadataRequest', version, 0, 13)
  checkStruct(input, 'MetadataRequest')
  const {
    topics = [],
    allowAutoTopicCreation = true,
    includeClusterAuthorizedOperations = false,
    includeTopicAuthorizedOperations = false,
    unknownTaggedFields,
  } = input
  if (version >= 9) {
    writeCompactNullableArrayLength(writer, topics, 'MetadataRequest.topics')
  } else if (version >= 1) {
    writeNullableArrayLength(writer, topics, 'MetadataRequest.topics')
  } else {
    writeArrayLength(writer, notNull(topics, 'MetadataRequest.topics', version), 'MetadataRequest.topics')
  }
  if (topics !== null) {
    for (const element of topics) {
      encodeMetadataRequestTopic(writer, element, version)
    }
  }
  if (version >= 4) {
    writeBool(writer, allowAutoTopicCreation, 'MetadataRequest.allowAutoTopicCreation')
  } else if (allowAutoTopicCreation !== true) {
    throw notInVersion('MetadataRequest.allowAutoTopicCreation', version)
  }
  if (version >= 8 && version <= 10) {
    writeBool(writer, includeClusterAuthorizedOperations, 'MetadataRequest.includeClusterAuthorizedOperations')
  } else if (includeClusterAuthorizedOperations !== false) {
    throw notInVersion('MetadataRequest.includeClusterAuthorizedOperations', version)
  }
  if (version >= 8) {
    writeBool(writer, includeTopicAuthorizedOperations, 'MetadataRequest.includeTopicAuthorizedOperations')
  } else if (includeTopicAuthorizedOperations !== false) {
    throw notInVersion('MetadataRequest.includeTopicAuthorizedOperations', version)
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'MetadataRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('MetadataRequest.unknownTaggedFields', version)
  }
}

function decodeMetadataRequest(reader: ByteReader, version: number): MetadataRequest {
  checkDecodeVersion(reader, 'MetadataRequest', version, 0, 13)
  const decoded: MetadataRequest = {
    topics: [],
    allowAutoTopicCreation: true,
    includeClusterAuthorizedOperations: false,
    includeTopicAuthorizedOperations: false,
  }
  const topicsLength = version >= 9 ? readCompactNullableArrayLength(reader) : version >= 1 ? readNullableArrayLength(reader) : readArrayLength(reader)
  if (topicsLength < 0) {
    decoded.topics = null
  } else {
    const topicsElements: MetadataRequestTopic[] = []
    for (let i = 0; i < topicsLength; i++) topicsElements.push(decodeMetadataRequestTopic(reader, version))
    decoded.topics = topicsElements
  }
  if (version >= 4) {
    decoded.allowAutoTopicCreation = reader.readBoolean()
  }
  if (version >= 8 && version <= 10) {
    decoded.includeClusterAuthorizedOperations = reader.readBoolean()
  }
  if (version >= 8) {
    decoded.includeTopicAuthorizedOperations = reader.readBoolean()
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes MetadataRequest. */
export const metadataRequest: MessageCodec<MetadataRequest> = {
  name: 'MetadataRequest',
  apiKey: 3,
  type: 'request',
  minVersion: 0,
  maxVersion: 13,
  flexibleFrom: 9,
  encode: encodeMetadataRequest,
  decode: decodeMetadataRequest,
}
