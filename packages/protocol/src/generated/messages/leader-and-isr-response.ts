// Generated from schemas/merged.json (LeaderAndIsrResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  writeInt16,
  writeInt32,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** LeaderAndIsrResponse, versions 0-7. */
export interface LeaderAndIsrResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []LeaderAndIsrPartitionError, versions 0-4. */
  partitionErrors: LeaderAndIsrResponseLeaderAndIsrPartitionError[]
  /** []LeaderAndIsrTopicError, versions 5+. */
  topics: LeaderAndIsrResponseLeaderAndIsrTopicError[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderAndIsrTopicError of LeaderAndIsrResponse. */
export interface LeaderAndIsrResponseLeaderAndIsrTopicError {
  /** uuid, versions 5+, unique in its array. */
  topicId: string
  /** []LeaderAndIsrPartitionError, versions 5+. */
  partitionErrors: LeaderAndIsrResponseLeaderAndIsrPartitionError[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderAndIsrPartitionError of LeaderAndIsrResponse. */
export interface LeaderAndIsrResponseLeaderAndIsrPartitionError {
  /** string, versions 0-4, a topicName, ignored where the version lacks it. */
  topicName: string
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeLeaderAndIsrPartitionError(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrResponseLeaderAndIsrPartitionError>,
  version: number,
): void {
  checkStruct(input, 'LeaderAndIsrResponse.LeaderAndIsrPartitionError')
  const { topicName = '', partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  if (version <= 4) {
    if (version >= 4) {
      writeCompactString(writer, topicName, 'LeaderAndIsrResponse.LeaderAndIsrPartitionError.topicName')
    } else {
      writeString(writer, topicName, 'LeaderAndIsrResponse.LeaderAndIsrPartitionError.topicName')
    }
  }
  writeInt32(writer, partitionIndex, 'LeaderAndIsrResponse.LeaderAndIsrPartitionError.partitionIndex')
  writeInt16(writer, errorCode, 'LeaderAndIsrResponse.LeaderAndIsrPartitionError.errorCode')
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrResponse.LeaderAndIsrPartitionError')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaderAndIsrResponse.LeaderAndIsrPartitionError.unknownTaggedFields', version)
  }
}

function decodeLeaderAndIsrPartitionError(
  reader: ByteReader,
  version: number,
): LeaderAndIsrResponseLeaderAndIsrPartitionError {
  const decoded: LeaderAndIsrResponseLeaderAndIsrPartitionError = {
    topicName: '',
    partitionIndex: 0,
    errorCode: 0,
  }
  if (version <= 4) {
    decoded.topicName = version >= 4 ? readCompactString(reader) : readString(reader)
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaderAndIsrTopicError(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrResponseLeaderAndIsrTopicError>,
  version: number,
): void {
  checkStruct(input, 'LeaderAndIsrResponse.topics')
  const { topicId = ZERO_UUID, partitionErrors = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'LeaderAndIsrResponse.topics.topicId')
  writeCompactArrayLength(writer, partitionErrors, 'LeaderAndIsrResponse.topics.partitionErrors')
  for (const element of partitionErrors) {
    encodeLeaderAndIsrPartitionError(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrResponse.topics')
}

function decodeLeaderAndIsrTopicError(reader: ByteReader, version: number): LeaderAndIsrResponseLeaderAndIsrTopicError {
  const decoded: LeaderAndIsrResponseLeaderAndIsrTopicError = {
    topicId: ZERO_UUID,
    partitionErrors: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitionErrors.push(decodeLeaderAndIsrPartitionError(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeLeaderAndIsrResponse(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrResponse>,
  version: number,
): void {
  checkEncodeVersion('LeaderAndIsrResponse', version, 0, 7)
  checkStruct(input, 'LeaderAndIsrResponse')
  const { errorCode = 0, partitionErrors = [], topics = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'LeaderAndIsrResponse.errorCode')
  if (version <= 4) {
    if (version >= 4) {
      writeCompactArrayLength(writer, partitionErrors, 'LeaderAndIsrResponse.partitionErrors')
    } else {
      writeArrayLength(writer, partitionErrors, 'LeaderAndIsrResponse.partitionErrors')
    }
    for (const element of partitionErrors) {
      encodeLeaderAndIsrPartitionError(writer, element, version)
    }
  } else if (partitionErrors?.length !== 0) {
    throw notInVersion('LeaderAndIsrResponse.partitionErrors', version)
  }
  if (version >= 5) {
    writeCompactArrayLength(writer, topics, 'LeaderAndIsrResponse.topics')
    for (const element of topics) {
      encodeLeaderAndIsrTopicError(writer, element, version)
    }
  } else if (topics?.length !== 0) {
    throw notInVersion('LeaderAndIsrResponse.topics', version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaderAndIsrResponse.unknownTaggedFields', version)
  }
}

function decodeLeaderAndIsrResponse(reader: ByteReader, version: number): LeaderAndIsrResponse {
  checkDecodeVersion(reader, 'LeaderAndIsrResponse', version, 0, 7)
  const decoded: LeaderAndIsrResponse = {
    errorCode: 0,
    partitionErrors: [],
    topics: [],
  }
  decoded.errorCode = reader.readInt16()
  if (version <= 4) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.partitionErrors.push(decodeLeaderAndIsrPartitionError(reader, version))
    }
  }
  if (version >= 5) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.topics.push(decodeLeaderAndIsrTopicError(reader, version))
    }
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes LeaderAndIsrResponse. */
export const leaderAndIsrResponse: MessageCodec<LeaderAndIsrResponse> = {
  name: 'LeaderAndIsrResponse',
  apiKey: 4,
  type: 'response',
  minVersion: 0,
  maxVersion: 7,
  flexibleFrom: 4,
  encode: encodeLeaderAndIsrResponse,
  decode: decodeLeaderAndIsrResponse,
}
