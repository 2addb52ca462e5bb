// Generated from schemas/merged.json (AlterReplicaLogDirsResponse) by generator/main.ts: not to be edited.
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

/** AlterReplicaLogDirsResponse, versions 0-2. */
export interface AlterReplicaLogDirsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []AlterReplicaLogDirTopicResult, versions 0+. */
  results: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterReplicaLogDirTopicResult of AlterReplicaLogDirsResponse. */
export interface AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []AlterReplicaLogDirPartitionResult, versions 0+. */
  partitions: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterReplicaLogDirPartitionResult of AlterReplicaLogDirsResponse. */
export interface AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterReplicaLogDirPartitionResult(
  writer: ByteWriter,
  input: MessageInput<AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult>,
  version: number,
): void {
  checkStruct(input, 'AlterReplicaLogDirsResponse.results.partitions')
  const { partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AlterReplicaLogDirsResponse.results.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'AlterReplicaLogDirsResponse.results.partitions.errorCode')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterReplicaLogDirsResponse.results.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterReplicaLogDirsResponse.results.partitions.unknownTaggedFields', version)
  }
}

function decodeAlterReplicaLogDirPartitionResult(
  reader: ByteReader,
  version: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult {
  const decoded: AlterReplicaLogDirsResponseAlterReplicaLogDirPartitionResult = {
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterReplicaLogDirTopicResult(
  writer: ByteWriter,
  input: MessageInput<AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult>,
  version: number,
): void {
  checkStruct(input, 'AlterReplicaLogDirsResponse.results')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, topicName, 'AlterReplicaLogDirsResponse.results.topicName')
  } else {
    writeString(writer, topicName, 'AlterReplicaLogDirsResponse.results.topicName')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'AlterReplicaLogDirsResponse.results.partitions')
  } else {
    writeArrayLength(writer, partitions, 'AlterReplicaLogDirsResponse.results.partitions')
  }
  for (const element of partitions) {
    encodeAlterReplicaLogDirPartitionResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterReplicaLogDirsResponse.results')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterReplicaLogDirsResponse.results.unknownTaggedFields', version)
  }
}

function decodeAlterReplicaLogDirTopicResult(
  reader: ByteReader,
  version: number,
): AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult {
  const decoded: AlterReplicaLogDirsResponseAlterReplicaLogDirTopicResult = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeAlterReplicaLogDirPartitionResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterReplicaLogDirsResponse(
  writer: ByteWriter,
  input: MessageInput<AlterReplicaLogDirsResponse>,
  version: number,
): void {
  checkEncodeVersion('AlterReplicaLogDirsResponse', version, 0, 2)
  checkStruct(input, 'AlterReplicaLogDirsResponse')
  const { throttleTimeMs = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AlterReplicaLogDirsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, results, 'AlterReplicaLogDirsResponse.results')
  } else {
    writeArrayLength(writer, results, 'AlterReplicaLogDirsResponse.results')
  }
  for (const element of results) {
    encodeAlterReplicaLogDirTopicResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterReplicaLogDirsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterReplicaLogDirsResponse.unknownTaggedFields', version)
  }
}

function decodeAlterReplicaLogDirsResponse(reader: ByteReader, version: number): AlterReplicaLogDirsResponse {
  checkDecodeVersion(reader, 'AlterReplicaLogDirsResponse', version, 0, 2)
  const decoded: AlterReplicaLogDirsResponse = {
    throttleTimeMs: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeAlterReplicaLogDirTopicResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AlterReplicaLogDirsResponse. */
export const alterReplicaLogDirsResponse: MessageCodec<AlterReplicaLogDirsResponse> = {
  name: 'AlterReplicaLogDirsResponse',
  apiKey: 34,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeAlterReplicaLogDirsResponse,
  decode: decodeAlterReplicaLogDirsResponse,
}
