// Generated from schemas/merged.json (DeleteTopicsRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
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
  writeInt32,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteTopicsRequest, versions 0-6. */
export interface DeleteTopicsRequest {
  /** []DeleteTopicState, versions 6+. */
  topics: DeleteTopicsRequestDeleteTopicState[]
  /** []string, versions 0-5, a topicName, ignored where the version lacks it. */
  topicNames: string[]
  /** int32, versions 0+. */
  timeoutMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteTopicState of DeleteTopicsRequest. */
export interface DeleteTopicsRequestDeleteTopicState {
  /** string, versions 6+, nullable, a topicName, default null. */
  name: string | null
  /** uuid, versions 6+. */
  topicId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteTopicState(
  writer: ByteWriter,
  input: MessageInput<DeleteTopicsRequestDeleteTopicState>,
  _version: number,
): void {
  checkStruct(input, 'DeleteTopicsRequest.topics')
  const { name = null, topicId = ZERO_UUID, unknownTaggedFields } = input
  writeCompactNullableString(writer, name, 'DeleteTopicsRequest.topics.name')
  writeUuid(writer, topicId, 'DeleteTopicsRequest.topics.topicId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteTopicsRequest.topics')
}

function decodeDeleteTopicState(reader: ByteReader, _version: number): DeleteTopicsRequestDeleteTopicState {
  const decoded: DeleteTopicsRequestDeleteTopicState = {
    name: null,
    topicId: ZERO_UUID,
  }
  decoded.name = readCompactNullableString(reader)
  decoded.topicId = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDeleteTopicsRequest(
  writer: ByteWriter,
  input: MessageInput<DeleteTopicsRequest>,
  version: number,
): void {
  checkEncodeVersion('DeleteTopicsRequest', version, 0, 6)
  checkStruct(input, 'DeleteTopicsRequest')
  const { topics = [], topicNames = [], timeoutMs = 0, unknownTaggedFields } = input
  if (version === 6) {
    writeCompactArrayLength(writer, topics, 'DeleteTopicsRequest.topics')
    for (const element of topics) {
      encodeDeleteTopicState(writer, element, version)
    }
  } else if (topics?.length !== 0) {
    throw notInVersion('DeleteTopicsRequest.topics', version)
  }
  if (version <= 5) {
    if (version >= 4) {
      writeCompactArrayLength(writer, topicNames, 'DeleteTopicsRequest.topicNames')
    } else {
      writeArrayLength(writer, topicNames, 'DeleteTopicsRequest.topicNames')
    }
    for (const element of topicNames) {
      if (version >= 4) {
        writeCompactString(writer, element, 'DeleteTopicsRequest.topicNames')
      } else {
        writeString(writer, element, 'DeleteTopicsRequest.topicNames')
      }
    }
  }
  writeInt32(writer, timeoutMs, 'DeleteTopicsRequest.timeoutMs')
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteTopicsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteTopicsRequest.unknownTaggedFields', version)
  }
}

function decodeDeleteTopicsRequest(reader: ByteReader, version: number): DeleteTopicsRequest {
  checkDecodeVersion(reader, 'DeleteTopicsRequest', version, 0, 6)
  const decoded: DeleteTopicsRequest = {
    topics: [],
    topicNames: [],
    timeoutMs: 0,
  }
  if (version === 6) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.topics.push(decodeDeleteTopicState(reader, version))
    }
  }
  if (version <= 5) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.topicNames.push(version >= 4 ? readCompactString(reader) : readString(reader))
    }
  }
  decoded.timeoutMs = reader.readInt32()
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteTopicsRequest. */
export const deleteTopicsRequest: MessageCodec<DeleteTopicsRequest> = {
  name: 'DeleteTopicsRequest',
  apiKey: 20,
  type: 'request',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 4,
  encode: encodeDeleteTopicsRequest,
  decode: decodeDeleteTopicsRequest,
}
