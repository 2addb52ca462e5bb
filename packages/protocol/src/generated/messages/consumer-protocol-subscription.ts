// Generated from schemas/merged.json (ConsumerProtocolSubscription) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readNullableBytes,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeArrayLength,
  writeInt32,
  writeNullableBytes,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerProtocolSubscription, versions 0-3. */
export interface ConsumerProtocolSubscription {
  /** []string, versions 0+. */
  topics: string[]
  /** bytes, versions 0+, nullable, default null. */
  userData: Uint8Array | null
  /** []TopicPartition, versions 1+, ignored where the version lacks it. */
  ownedPartitions: ConsumerProtocolSubscriptionTopicPartition[]
  /** int32, versions 2+, ignored where the version lacks it, default -1. */
  generationId: number
  /** string, versions 3+, nullable, ignored where the version lacks it, default null. */
  rackId: string | null
}

/** TopicPartition of ConsumerProtocolSubscription. */
export interface ConsumerProtocolSubscriptionTopicPartition {
  /** string, versions 1+, unique in its array, a topicName. */
  topic: string
  /** []int32, versions 1+. */
  partitions: number[]
}

function encodeTopicPartition(
  writer: ByteWriter,
  input: MessageInput<ConsumerProtocolSubscriptionTopicPartition>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerProtocolSubscription.ownedPartitions')
  const { topic = '', partitions = [] } = input
  writeString(writer, topic, 'ConsumerProtocolSubscription.ownedPartitions.topic')
  writeArrayLength(writer, partitions, 'ConsumerProtocolSubscription.ownedPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerProtocolSubscription.ownedPartitions.partitions')
  }
}

function decodeTopicPartition(reader: ByteReader, _version: number): ConsumerProtocolSubscriptionTopicPartition {
  const decoded: ConsumerProtocolSubscriptionTopicPartition = {
    topic: '',
    partitions: [],
  }
  decoded.topic = readString(reader)
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  return decoded
}

function encodeConsumerProtocolSubscription(
  writer: ByteWriter,
  input: MessageInput<ConsumerProtocolSubscription>,
  version: number,
): void {
  checkEncodeVersion('ConsumerProtocolSubscription', version, 0, 3)
  checkStruct(input, 'ConsumerProtocolSubscription')
  const { topics = [], userData = null, ownedPartitions = [], generationId = -1, rackId = null } = input
  writeArrayLength(writer, topics, 'ConsumerProtocolSubscription.topics')
  for (const element of topics) {
    writeString(writer, element, 'ConsumerProtocolSubscription.topics')
  }
  writeNullableBytes(writer, userData, 'ConsumerProtocolSubscription.userData')
  if (version >= 1) {
    writeArrayLength(writer, ownedPartitions, 'ConsumerProtocolSubscription.ownedPartitions')
    for (const element of ownedPartitions) {
      encodeTopicPartition(writer, element, version)
    }
  }
  if (version >= 2) {
    writeInt32(writer, generationId, 'ConsumerProtocolSubscription.generationId')
  }
  if (version === 3) {
    writeNullableString(writer, rackId, 'ConsumerProtocolSubscription.rackId')
  }
}

function decodeConsumerProtocolSubscription(reader: ByteReader, version: number): ConsumerProtocolSubscription {
  checkDecodeVersion(reader, 'ConsumerProtocolSubscription', version, 0, 3)
  const decoded: ConsumerProtocolSubscription = {
    topics: [],
    userData: null,
    ownedPartitions: [],
    generationId: -1,
    rackId: null,
  }
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(readString(reader))
  }
  decoded.userData = readNullableBytes(reader)
  if (version >= 1) {
    for (let left = readArrayLength(reader); left > 0; left--) {
      decoded.ownedPartitions.push(decodeTopicPartition(reader, version))
    }
  }
  if (version >= 2) {
    decoded.generationId = reader.readInt32()
  }
  if (version === 3) {
    decoded.rackId = readNullableString(reader)
  }
  return decoded
}

/** Encodes and decodes ConsumerProtocolSubscription. */
export const consumerProtocolSubscription: MessageCodec<ConsumerProtocolSubscription> = {
  name: 'ConsumerProtocolSubscription',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: undefined,
  encode: encodeConsumerProtocolSubscription,
  decode: decodeConsumerProtocolSubscription,
}
