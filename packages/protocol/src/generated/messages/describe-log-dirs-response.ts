// Generated from schemas/merged.json (DescribeLogDirsResponse) by generator/main.ts: not to be edited.
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
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeLogDirsResponse, versions 0-5. */
export interface DescribeLogDirsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 3+, ignored where the version lacks it. */
  errorCode: number
  /** []DescribeLogDirsResult, versions 0+. */
  results: DescribeLogDirsResponseDescribeLogDirsResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeLogDirsResult of DescribeLogDirsResponse. */
export interface DescribeLogDirsResponseDescribeLogDirsResult {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+. */
  logDir: string
  /** []DescribeLogDirsTopic, versions 0+. */
  topics: DescribeLogDirsResponseDescribeLogDirsTopic[]
  /** int64, versions 4+, ignored where the version lacks it, default -1. */
  totalBytes: bigint
  /** int64, versions 4+, ignored where the version lacks it, default -1. */
  usableBytes: bigint
  /** bool, versions 5+, ignored where the version lacks it, default false. */
  isCordoned: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeLogDirsTopic of DescribeLogDirsResponse. */
export interface DescribeLogDirsResponseDescribeLogDirsTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []DescribeLogDirsPartition, versions 0+. */
  partitions: DescribeLogDirsResponseDescribeLogDirsPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeLogDirsPartition of DescribeLogDirsResponse. */
export interface DescribeLogDirsResponseDescribeLogDirsPartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int64, versions 0+. */
  partitionSize: bigint
  /** int64, versions 0+. */
  offsetLag: bigint
  /** bool, versions 0+. */
  isFutureKey: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeLogDirsPartition(
  writer: ByteWriter,
  input: MessageInput<DescribeLogDirsResponseDescribeLogDirsPartition>,
  version: number,
): void {
  checkStruct(input, 'DescribeLogDirsResponse.results.topics.partitions')
  const {
    partitionIndex = 0,
    partitionSize = 0n,
    offsetLag = 0n,
    isFutureKey = false,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'DescribeLogDirsResponse.results.topics.partitions.partitionIndex')
  writeInt64(writer, partitionSize, 'DescribeLogDirsResponse.results.topics.partitions.partitionSize')
  writeInt64(writer, offsetLag, 'DescribeLogDirsResponse.results.topics.partitions.offsetLag')
  writeBool(writer, isFutureKey, 'DescribeLogDirsResponse.results.topics.partitions.isFutureKey')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeLogDirsResponse.results.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeLogDirsResponse.results.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeDescribeLogDirsPartition(
  reader: ByteReader,
  version: number,
): DescribeLogDirsResponseDescribeLogDirsPartition {
  const decoded: DescribeLogDirsResponseDescribeLogDirsPartition = {
    partitionIndex: 0,
    partitionSize: 0n,
    offsetLag: 0n,
    isFutureKey: false,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.partitionSize = reader.readInt64()
  decoded.offsetLag = reader.readInt64()
  decoded.isFutureKey = reader.readBoolean()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeLogDirsTopic(
  writer: ByteWriter,
  input: MessageInput<DescribeLogDirsResponseDescribeLogDirsTopic>,
  version: number,
): void {
  checkStruct(input, 'DescribeLogDirsResponse.results.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'DescribeLogDirsResponse.results.topics.name')
  } else {
    writeString(writer, name, 'DescribeLogDirsResponse.results.topics.name')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'DescribeLogDirsResponse.results.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'DescribeLogDirsResponse.results.topics.partitions')
  }
  for (const element of partitions) {
    encodeDescribeLogDirsPartition(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeLogDirsResponse.results.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeLogDirsResponse.results.topics.unknownTaggedFields', version)
  }
}

function decodeDescribeLogDirsTopic(reader: ByteReader, version: number): DescribeLogDirsResponseDescribeLogDirsTopic {
  const decoded: DescribeLogDirsResponseDescribeLogDirsTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeDescribeLogDirsPartition(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeLogDirsResult(
  writer: ByteWriter,
  input: MessageInput<DescribeLogDirsResponseDescribeLogDirsResult>,
  version: number,
): void {
  checkStruct(input, 'DescribeLogDirsResponse.results')
  const {
    errorCode = 0,
    logDir = '',
    topics = [],
    totalBytes = -1n,
    usableBytes = -1n,
    isCordoned = false,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'DescribeLogDirsResponse.results.errorCode')
  if (version >= 2) {
    writeCompactString(writer, logDir, 'DescribeLogDirsResponse.results.logDir')
  } else {
    writeString(writer, logDir, 'DescribeLogDirsResponse.results.logDir')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, topics, 'DescribeLogDirsResponse.results.topics')
  } else {
    writeArrayLength(writer, topics, 'DescribeLogDirsResponse.results.topics')
  }
  for (const element of topics) {
    encodeDescribeLogDirsTopic(writer, element, version)
  }
  if (version >= 4) {
    writeInt64(writer, totalBytes, 'DescribeLogDirsResponse.results.totalBytes')
  }
  if (version >= 4) {
    writeInt64(writer, usableBytes, 'DescribeLogDirsResponse.results.usableBytes')
  }
  if (version === 5) {
    writeBool(writer, isCordoned, 'DescribeLogDirsResponse.results.isCordoned')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeLogDirsResponse.results')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeLogDirsResponse.results.unknownTaggedFields', version)
  }
}

function decodeDescribeLogDirsResult(
  reader: ByteReader,
  version: number,
): DescribeLogDirsResponseDescribeLogDirsResult {
  const decoded: DescribeLogDirsResponseDescribeLogDirsResult = {
    errorCode: 0,
    logDir: '',
    topics: [],
    totalBytes: -1n,
    usableBytes: -1n,
    isCordoned: false,
  }
  decoded.errorCode = reader.readInt16()
  decoded.logDir = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDescribeLogDirsTopic(reader, version))
  }
  if (version >= 4) {
    decoded.totalBytes = reader.readInt64()
  }
  if (version >= 4) {
    decoded.usableBytes = reader.readInt64()
  }
  if (version === 5) {
    decoded.isCordoned = reader.readBoolean()
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeLogDirsResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeLogDirsResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeLogDirsResponse', version, 0, 5)
  checkStruct(input, 'DescribeLogDirsResponse')
  const { throttleTimeMs = 0, errorCode = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DescribeLogDirsResponse.throttleTimeMs')
  if (version >= 3) {
    writeInt16(writer, errorCode, 'DescribeLogDirsResponse.errorCode')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, results, 'DescribeLogDirsResponse.results')
  } else {
    writeArrayLength(writer, results, 'DescribeLogDirsResponse.results')
  }
  for (const element of results) {
    encodeDescribeLogDirsResult(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeLogDirsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeLogDirsResponse.unknownTaggedFields', version)
  }
}

function decodeDescribeLogDirsResponse(reader: ByteReader, version: number): DescribeLogDirsResponse {
  checkDecodeVersion(reader, 'DescribeLogDirsResponse', version, 0, 5)
  const decoded: DescribeLogDirsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  if (version >= 3) {
    decoded.errorCode = reader.readInt16()
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeDescribeLogDirsResult(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeLogDirsResponse. */
export const describeLogDirsResponse: MessageCodec<DescribeLogDirsResponse> = {
  name: 'DescribeLogDirsResponse',
  apiKey: 35,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 2,
  encode: encodeDescribeLogDirsResponse,
  decode: decodeDescribeLogDirsResponse,
}
