// Generated from schemas/merged.json (OffsetDeleteRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readArrayLength, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeArrayLength, writeInt32, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** OffsetDeleteRequest, versions 0. */
export interface OffsetDeleteRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** []OffsetDeleteRequestTopic, versions 0+. */
  topics: OffsetDeleteRequestTopic[]
}

/** OffsetDeleteRequestTopic of OffsetDeleteRequest. */
export interface OffsetDeleteRequestTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** []OffsetDeleteRequestPartition, versions 0+. */
  partitions: OffsetDeleteRequestPartition[]
}

/** OffsetDeleteRequestPartition of OffsetDeleteRequest. */
export interface OffsetDeleteRequestPartition {
  /** int32, versions 0+. */
  partitionIndex: number
}

function encodeOffsetDeleteRequestPartition(
  writer: ByteWriter,
  input: MessageInput<OffsetDeleteRequestPartition>,
  _version: number,
): void {
  checkStruct(input, 'OffsetDeleteRequest.topics.partitions')
  const { partitionIndex = 0 } = input
  writeInt32(writer, partitionIndex, 'OffsetDeleteRequest.topics.partitions.partitionIndex')
}

function decodeOffsetDeleteRequestPartition(reader: ByteReader, _version: number): OffsetDeleteRequestPartition {
  const decoded: OffsetDeleteRequestPartition = {
    partitionIndex: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  return decoded
}

function encodeOffsetDeleteRequestTopic(
  writer: ByteWriter,
  input: MessageInput<OffsetDeleteRequestTopic>,
  version: number,
): void {
  checkStruct(input, 'OffsetDeleteRequest.topics')
  const { name = '', partitions = [] } = input
  writeString(writer, name, 'OffsetDeleteRequest.topics.name')
  writeArrayLength(writer, partitions, 'OffsetDeleteRequest.topics.partitions')
  for (const element of partitions) {
    encodeOffsetDeleteRequestPartition(writer, element, version)
  }
}

function decodeOffsetDeleteRequestTopic(reader: ByteReader, version: number): OffsetDeleteRequestTopic {
  const decoded: OffsetDeleteRequestTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = readString(reader)
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeOffsetDeleteRequestPartition(reader, version))
  }
  return decoded
}

function encodeOffsetDeleteRequest(
  writer: ByteWriter,
  input: MessageInput<OffsetDeleteRequest>,
  version: number,
): void {
  checkEncodeVersion('OffsetDeleteRequest', version, 0, 0)
  checkStruct(input, 'OffsetDeleteRequest')
  const { groupId = '', topics = [] } = input
  writeString(writer, groupId, 'OffsetDeleteRequest.groupId')
  writeArrayLength(writer, topics, 'OffsetDeleteRequest.topics')
  for (const element of topics) {
    encodeOffsetDeleteRequestTopic(writer, element, version)
  }
}

function decodeOffsetDeleteRequest(reader: ByteReader, version: number): OffsetDeleteRequest {
  checkDecodeVersion(reader, 'OffsetDeleteRequest', version, 0, 0)
  const decoded: OffsetDeleteRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readString(reader)
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeOffsetDeleteRequestTopic(reader, version))
  }
  return decoded
}

/** Encodes and decodes OffsetDeleteRequest. */
export const offsetDeleteRequest: MessageCodec<OffsetDeleteRequest> = {
  name: 'OffsetDeleteRequest',
  apiKey: 47,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeOffsetDeleteRequest,
  decode: decodeOffsetDeleteRequest,
}
