// Generated from schemas/merged.json (ConsumerProtocolAssignment) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readArrayLength, readNullableBytes, readString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeArrayLength,
  writeInt32,
  writeNullableBytes,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerProtocolAssignment, versions 0-3. */
export interface ConsumerProtocolAssignment {
  /** []TopicPartition, versions 0+. */
  assignedPartitions: ConsumerProtocolAssignmentTopicPartition[]
  /** bytes, versions 0+, nullable, default null. */
  userData: Uint8Array | null
}

/** TopicPartition of ConsumerProtocolAssignment. */
export interface ConsumerProtocolAssignmentTopicPartition {
  /** string, versions 0+, unique in its array, a topicName. */
  topic: string
  /** []int32, versions 0+. */
  partitions: number[]
}

function encodeTopicPartition(
  writer: ByteWriter,
  input: MessageInput<ConsumerProtocolAssignmentTopicPartition>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerProtocolAssignment.assignedPartitions')
  const { topic = '', partitions = [] } = input
  writeString(writer, topic, 'ConsumerProtocolAssignment.assignedPartitions.topic')
  writeArrayLength(writer, partitions, 'ConsumerProtocolAssignment.assignedPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerProtocolAssignment.assignedPartitions.partitions')
  }
}

function decodeTopicPartition(reader: ByteReader, _version: number): ConsumerProtocolAssignmentTopicPartition {
  const decoded: ConsumerProtocolAssignmentTopicPartition = {
    topic: '',
    partitions: [],
  }
  decoded.topic = readString(reader)
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  return decoded
}

function encodeConsumerProtocolAssignment(
  writer: ByteWriter,
  input: MessageInput<ConsumerProtocolAssignment>,
  version: number,
): void {
  checkEncodeVersion('ConsumerProtocolAssignment', version, 0, 3)
  checkStruct(input, 'ConsumerProtocolAssignment')
  const { assignedPartitions = [], userData = null } = input
  writeArrayLength(writer, assignedPartitions, 'ConsumerProtocolAssignment.assignedPartitions')
  for (const element of assignedPartitions) {
    encodeTopicPartition(writer, element, version)
  }
  writeNullableBytes(writer, userData, 'ConsumerProtocolAssignment.userData')
}

function decodeConsumerProtocolAssignment(reader: ByteReader, version: number): ConsumerProtocolAssignment {
  checkDecodeVersion(reader, 'ConsumerProtocolAssignment', version, 0, 3)
  const decoded: ConsumerProtocolAssignment = {
    assignedPartitions: [],
    userData: null,
  }
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.assignedPartitions.push(decodeTopicPartition(reader, version))
  }
  decoded.userData = readNullableBytes(reader)
  return decoded
}

/** Encodes and decodes ConsumerProtocolAssignment. */
export const consumerProtocolAssignment: MessageCodec<ConsumerProtocolAssignment> = {
  name: 'ConsumerProtocolAssignment',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: undefined,
  encode: encodeConsumerProtocolAssignment,
  decode: decodeConsumerProtocolAssignment,
}
