// Generated from schemas/merged.json (ListOffsetsRequest) by generator/main.ts: not to be edited.
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
  writeInt32,
  writeInt64,
  writeInt8,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListOffsetsRequest, versions 0-11. */
export interface ListOffsetsRequest {
  /** int32, versions 0+, a brokerId. */
  replicaId: number
  /** int8, versions 2+. */
  isolationLevel: number
  /** []ListOffsetsTopic, versions 0+. */
  topics: ListOffsetsRequestListOffsetsTopic[]
  /** int32, versions 10+, ignored where the version lacks it. */
  timeoutMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ListOffsetsTopic of ListOffsetsRequest. */
export interface ListOffsetsRequestListOffsetsTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []ListOffsetsPartition, versions 0+. */
  partitions: ListOffsetsRequestListOffsetsPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ListOffsetsPartition of ListOffsetsRequest. */
export interface ListOffsetsRequestListOffsetsPartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 4+, ignored where the version lacks it, default -1. */
  currentLeaderEpoch: number
  /** int64, versions 0+. */
  timestamp: bigint
  /** int32, versions 0, default 1. */
  maxNumOffsets: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListOffsetsPartition(
  writer: ByteWriter,
  input: MessageInput<ListOffsetsRequestListOffsetsPartition>,
  version: number,
): void {
  checkStruct(input, 'ListOffsetsRequest.topics.partitions')
  const {
    partitionIndex = 0,
    currentLeaderEpoch = -1,
    timestamp = 0n,
    maxNumOffsets = 1,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'ListOffsetsRequest.topics.partitions.partitionIndex')
  if (version >= 4) {
    writeInt32(writer, currentLeaderEpoch, 'ListOffsetsRequest.topics.partitions.currentLeaderEpoch')
  }
  writeInt64(writer, timestamp, 'ListOffsetsRequest.topics.partitions.timestamp')
  if (version === 0) {
    writeInt32(writer, maxNumOffsets, 'ListOffsetsRequest.topics.partitions.maxNumOffsets')
  } else if (maxNumOffsets !== 1) {
    throw notInVersion('ListOffsetsRequest.topics.partitions.maxNumOffsets', version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListOffsetsRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListOffsetsRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeListOffsetsPartition(reader: ByteReader, version: number): ListOffsetsRequestListOffsetsPartition {
  const decoded: ListOffsetsRequestListOffsetsPartition = {
    partitionIndex: 0,
    currentLeaderEpoch: -1,
    timestamp: 0n,
    maxNumOffsets: 1,
  }
  decoded.partitionIndex = reader.readInt32()
  if (version >= 4) {
    decoded.currentLeaderEpoch = reader.readInt32()
  }
  decoded.timestamp = reader.readInt64()
  if (version === 0) {
    decoded.maxNumOffsets = reader.readInt32()
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeListOffsetsTopic(
  writer: ByteWriter,
  input: MessageInput<ListOffsetsRequestListOffsetsTopic>,
  version: number,
): void {
  checkStruct(input, 'ListOffsetsRequest.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, name, 'ListOffsetsRequest.topics.name')
  } else {
    writeString(writer, name, 'ListOffsetsRequest.topics.name')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, partitions, 'ListOffsetsRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'ListOffsetsRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodeListOffsetsPartition(writer, element, version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListOffsetsRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListOffsetsRequest.topics.unknownTaggedFields', version)
  }
}

function decodeListOffsetsTopic(reader: ByteReader, version: number): ListOffsetsRequestListOffsetsTopic {
  const decoded: ListOffsetsRequestListOffsetsTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 6 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeListOffsetsPartition(reader, version))
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeListOffsetsRequest(writer: ByteWriter, input: MessageInput<ListOffsetsRequest>, version: number): void {
  checkEncodeVersion('ListOffsetsRequest', version, 0, 11)
  checkStruct(input, 'ListOffsetsRequest')
  const { replicaId = 0, isolationLevel = 0, topics = [], timeoutMs = 0, unknownTaggedFields } = input
  writeInt32(writer, replicaId, 'ListOffsetsRequest.replicaId')
  if (version >= 2) {
    writeInt8(writer, isolationLevel, 'ListOffsetsRequest.isolationLevel')
  } else if (isolationLevel !== 0) {
    throw notInVersion('ListOffsetsRequest.isolationLevel', version)
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, topics, 'ListOffsetsRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'ListOffsetsRequest.topics')
  }
  for (const element of topics) {
    encodeListOffsetsTopic(writer, element, version)
  }
  if (version >= 10) {
    writeInt32(writer, timeoutMs, 'ListOffsetsRequest.timeoutMs')
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListOffsetsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListOffsetsRequest.unknownTaggedFields', version)
  }
}

function decodeListOffsetsRequest(reader: ByteReader, version: number): ListOffsetsRequest {
  checkDecodeVersion(reader, 'ListOffsetsRequest', version, 0, 11)
  const decoded: ListOffsetsRequest = {
    replicaId: 0,
    isolationLevel: 0,
    topics: [],
    timeoutMs: 0,
  }
  decoded.replicaId = reader.readInt32()
  if (version >= 2) {
    decoded.isolationLevel = reader.readInt8()
  }
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeListOffsetsTopic(reader, version))
  }
  if (version >= 10) {
    decoded.timeoutMs = reader.readInt32()
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ListOffsetsRequest. */
export const listOffsetsRequest: MessageCodec<ListOffsetsRequest> = {
  name: 'ListOffsetsRequest',
  apiKey: 2,
  type: 'request',
  minVersion: 0,
  maxVersion: 11,
  flexibleFrom: 6,
  encode: encodeListOffsetsRequest,
  decode: decodeListOffsetsRequest,
}
