// Generated from schemas/merged.json (WriteTxnMarkersResponse) by generator/main.ts: not to be edited.
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
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** WriteTxnMarkersResponse, versions 0-2. */
export interface WriteTxnMarkersResponse {
  /** []WritableTxnMarkerResult, versions 0+. */
  markers: WriteTxnMarkersResponseWritableTxnMarkerResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WritableTxnMarkerResult of WriteTxnMarkersResponse. */
export interface WriteTxnMarkersResponseWritableTxnMarkerResult {
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** []WritableTxnMarkerTopicResult, versions 0+. */
  topics: WriteTxnMarkersResponseWritableTxnMarkerTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WritableTxnMarkerTopicResult of WriteTxnMarkersResponse. */
export interface WriteTxnMarkersResponseWritableTxnMarkerTopicResult {
  /** string, versions 0+, a topicName. */
  name: string
  /** []WritableTxnMarkerPartitionResult, versions 0+. */
  partitions: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WritableTxnMarkerPartitionResult of WriteTxnMarkersResponse. */
export interface WriteTxnMarkersResponseWritableTxnMarkerPartitionResult {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeWritableTxnMarkerPartitionResult(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersResponseWritableTxnMarkerPartitionResult>,
  version: number,
): void {
  checkStruct(input, 'WriteTxnMarkersResponse.markers.topics.partitions')
  const { partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'WriteTxnMarkersResponse.markers.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'WriteTxnMarkersResponse.markers.topics.partitions.errorCode')
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersResponse.markers.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersResponse.markers.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeWritableTxnMarkerPartitionResult(
  reader: ByteReader,
  version: number,
): WriteTxnMarkersResponseWritableTxnMarkerPartitionResult {
  const decoded: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult = {
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeWritableTxnMarkerTopicResult(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersResponseWritableTxnMarkerTopicResult>,
  version: number,
): void {
  checkStruct(input, 'WriteTxnMarkersResponse.markers.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, name, 'WriteTxnMarkersResponse.markers.topics.name')
  } else {
    writeString(writer, name, 'WriteTxnMarkersResponse.markers.topics.name')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitions, 'WriteTxnMarkersResponse.markers.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'WriteTxnMarkersResponse.markers.topics.partitions')
  }
  for (const element of partitions) {
    encodeWritableTxnMarkerPartitionResult(writer, element, version)
  }
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersResponse.markers.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersResponse.markers.topics.unknownTaggedFields', version)
  }
}

function decodeWritableTxnMarkerTopicResult(
  reader: ByteReader,
  version: number,
): WriteTxnMarkersResponseWritableTxnMarkerTopicResult {
  const decoded: WriteTxnMarkersResponseWritableTxnMarkerTopicResult = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 1 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeWritableTxnMarkerPartitionResult(reader, version))
  }
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeWritableTxnMarkerResult(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersResponseWritableTxnMarkerResult>,
  version: number,
): void {
  checkStruct(input, 'WriteTxnMarkersResponse.markers')
  const { producerId = 0n, topics = [], unknownTaggedFields } = input
  writeInt64(writer, producerId, 'WriteTxnMarkersResponse.markers.producerId')
  if (version >= 1) {
    writeCompactArrayLength(writer, topics, 'WriteTxnMarkersResponse.markers.topics')
  } else {
    writeArrayLength(writer, topics, 'WriteTxnMarkersResponse.markers.topics')
  }
  for (const element of topics) {
    encodeWritableTxnMarkerTopicResult(writer, element, version)
  }
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersResponse.markers')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersResponse.markers.unknownTaggedFields', version)
  }
}

function decodeWritableTxnMarkerResult(
  reader: ByteReader,
  version: number,
): WriteTxnMarkersResponseWritableTxnMarkerResult {
  const decoded: WriteTxnMarkersResponseWritableTxnMarkerResult = {
    producerId: 0n,
    topics: [],
  }
  decoded.producerId = reader.readInt64()
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeWritableTxnMarkerTopicResult(reader, version))
  }
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeWriteTxnMarkersResponse(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersResponse>,
  version: number,
): void {
  checkEncodeVersion('WriteTxnMarkersResponse', version, 0, 2)
  checkStruct(input, 'WriteTxnMarkersResponse')
  const { markers = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, markers, 'WriteTxnMarkersResponse.markers')
  } else {
    writeArrayLength(writer, markers, 'WriteTxnMarkersResponse.markers')
  }
  for (const element of markers) {
    encodeWritableTxnMarkerResult(writer, element, version)
  }
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersResponse.unknownTaggedFields', version)
  }
}

function decodeWriteTxnMarkersResponse(reader: ByteReader, version: number): WriteTxnMarkersResponse {
  checkDecodeVersion(reader, 'WriteTxnMarkersResponse', version, 0, 2)
  const decoded: WriteTxnMarkersResponse = {
    markers: [],
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.markers.push(decodeWritableTxnMarkerResult(reader, version))
  }
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes WriteTxnMarkersResponse. */
export const writeTxnMarkersResponse: MessageCodec<WriteTxnMarkersResponse> = {
  name: 'WriteTxnMarkersResponse',
  apiKey: 27,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 1,
  encode: encodeWriteTxnMarkersResponse,
  decode: decodeWriteTxnMarkersResponse,
}
