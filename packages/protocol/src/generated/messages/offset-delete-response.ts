// Generated from schemas/merged.json (OffsetDeleteResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readArrayLength, readString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeArrayLength,
  writeInt16,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** OffsetDeleteResponse, versions 0. */
export interface OffsetDeleteResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []OffsetDeleteResponseTopic, versions 0+. */
  topics: OffsetDeleteResponseTopic[]
}

/** OffsetDeleteResponseTopic of OffsetDeleteResponse. */
export interface OffsetDeleteResponseTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** []OffsetDeleteResponsePartition, versions 0+. */
  partitions: OffsetDeleteResponsePartition[]
}

/** OffsetDeleteResponsePartition of OffsetDeleteResponse. */
export interface OffsetDeleteResponsePartition {
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
}

function encodeOffsetDeleteResponsePartition(
  writer: ByteWriter,
  input: MessageInput<OffsetDeleteResponsePartition>,
  _version: number,
): void {
  checkStruct(input, 'OffsetDeleteResponse.topics.partitions')
  const { partitionIndex = 0, errorCode = 0 } = input
  writeInt32(writer, partitionIndex, 'OffsetDeleteResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'OffsetDeleteResponse.topics.partitions.errorCode')
}

function decodeOffsetDeleteResponsePartition(reader: ByteReader, _version: number): OffsetDeleteResponsePartition {
  const decoded: OffsetDeleteResponsePartition = {
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  return decoded
}

function encodeOffsetDeleteResponseTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetDeleteResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetDeleteResponse.topics')
  const { name = '', partitions = [] } = input
  writeString(writer, name, 'OffsetDeleteResponse.topics.name')
  writeArrayLength(writer, partitions, 'OffsetDeleteResponse.topics.partitions')
  for (const element of partitions) {
    encodeOffsetDeleteResponsePartition(writer, element, version)
  }
}

function decodeOffsetDeleteResponseTopic(reader: ByteReader, version: number): OffsetDeleteResponseTopic {
  const decoded: OffsetDeleteResponseTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = readString(reader)
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOffsetDeleteResponsePartition(reader, version))
  }
  return decoded
}

function encodeOffsetDeleteResponse(
  writer: ByteWriter,
  input: MessageInput<OffsetDeleteResponse>,
  version: number,
): void {
  checkEncodeVersion('OffsetDeleteResponse', version, 0, 0)
  checkStruct(input, 'OffsetDeleteResponse')
  const { errorCode = 0, throttleTimeMs = 0, topics = [] } = input
  writeInt16(writer, errorCode, 'OffsetDeleteResponse.errorCode')
  writeInt32(writer, throttleTimeMs, 'OffsetDeleteResponse.throttleTimeMs')
  writeArrayLength(writer, topics, 'OffsetDeleteResponse.topics')
  for (const element of topics) {
    encodeOffsetDeleteResponseTopic(writer, element, version)
  }
}

function decodeOffsetDeleteResponse(reader: ByteReader, version: number): OffsetDeleteResponse {
  checkDecodeVersion(reader, 'OffsetDeleteResponse', version, 0, 0)
  const decoded: OffsetDeleteResponse = {
    errorCode: 0,
    throttleTimeMs: 0,
    topics: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetDeleteResponseTopic(reader, version))
  }
  return decoded
}

/** Encodes and decodes OffsetDeleteResponse. */
export const offsetDeleteResponse: MessageCodec<OffsetDeleteResponse> = {
  name: 'OffsetDeleteResponse',
  apiKey: 47,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeOffsetDeleteResponse,
  decode: decodeOffsetDeleteResponse,
}
