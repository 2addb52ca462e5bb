// Generated from schemas/merged.json (TxnOffsetCommitResponse) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** TxnOffsetCommitResponse, versions 0-5. */
export interface TxnOffsetCommitResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []TxnOffsetCommitResponseTopic, versions 0+. */
  topics: TxnOffsetCommitResponseTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TxnOffsetCommitResponseTopic of TxnOffsetCommitResponse. */
export interface TxnOffsetCommitResponseTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []TxnOffsetCommitResponsePartition, versions 0+. */
  partitions: TxnOffsetCommitResponsePartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TxnOffsetCommitResponsePartition of TxnOffsetCommitResponse. */
export interface TxnOffsetCommitResponsePartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTxnOffsetCommitResponsePartition(
  writer: ByteWriter,
  input: MessageInput<TxnOffsetCommitResponsePartition>,
  version: number,
): void {
  checkStruct(input, 'TxnOffsetCommitResponse.topics.partitions')
  const { partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'TxnOffsetCommitResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'TxnOffsetCommitResponse.topics.partitions.errorCode')
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TxnOffsetCommitResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TxnOffsetCommitResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeTxnOffsetCommitResponsePartition(reader: ByteReader, version: number): TxnOffsetCommitResponsePartition {
  const decoded: TxnOffsetCommitResponsePartition = {
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTxnOffsetCommitResponseTopic(
  writer: ByteWriter,
  input: MessageInput<TxnOffsetCommitResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'TxnOffsetCommitResponse.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, name, 'TxnOffsetCommitResponse.topics.name')
  } else {
    writeString(writer, name, 'TxnOffsetCommitResponse.topics.name')
  }
  if (version >= 3) {
    writeCompactArrayLength(writer, partitions, 'TxnOffsetCommitResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'TxnOffsetCommitResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeTxnOffsetCommitResponsePartition(writer, element, version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TxnOffsetCommitResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TxnOffsetCommitResponse.topics.unknownTaggedFields', version)
  }
}

function decodeTxnOffsetCommitResponseTopic(reader: ByteReader, version: number): TxnOffsetCommitResponseTopic {
  const decoded: TxnOffsetCommitResponseTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 3 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeTxnOffsetCommitResponsePartition(reader, version))
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTxnOffsetCommitResponse(
  writer: ByteWriter,
  input: MessageInput<TxnOffsetCommitResponse>,
  version: number,
): void {
  checkEncodeVersion('TxnOffsetCommitResponse', version, 0, 5)
  checkStruct(input, 'TxnOffsetCommitResponse')
  const { throttleTimeMs = 0, topics = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'TxnOffsetCommitResponse.throttleTimeMs')
  if (version >= 3) {
    writeCompactArrayLength(writer, topics, 'TxnOffsetCommitResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'TxnOffsetCommitResponse.topics')
  }
  for (const element of topics) {
    encodeTxnOffsetCommitResponseTopic(writer, element, version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TxnOffsetCommitResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TxnOffsetCommitResponse.unknownTaggedFields', version)
  }
}

function decodeTxnOffsetCommitResponse(reader: ByteReader, version: number): TxnOffsetCommitResponse {
  checkDecodeVersion(reader, 'TxnOffsetCommitResponse', version, 0, 5)
  const decoded: TxnOffsetCommitResponse = {
    throttleTimeMs: 0,
    topics: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTxnOffsetCommitResponseTopic(reader, version))
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes TxnOffsetCommitResponse. */
export const txnOffsetCommitResponse: MessageCodec<TxnOffsetCommitResponse> = {
  name: 'TxnOffsetCommitResponse',
  apiKey: 28,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeTxnOffsetCommitResponse,
  decode: decodeTxnOffsetCommitResponse,
}
