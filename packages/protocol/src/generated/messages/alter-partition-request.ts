// Generated from schemas/merged.json (AlterPartitionRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterPartitionRequest, versions 0-3. */
export interface AlterPartitionRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+, default -1. */
  brokerEpoch: bigint
  /** []TopicData, versions 0+. */
  topics: AlterPartitionRequestTopicData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of AlterPartitionRequest. */
export interface AlterPartitionRequestTopicData {
  /** string, versions 0-1, a topicName, ignored where the version lacks it. */
  topicName: string
  /** uuid, versions 2+, ignored where the version lacks it. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: AlterPartitionRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of AlterPartitionRequest. */
export interface AlterPartitionRequestPartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** []int32, versions 0-2, a brokerId. */
  newIsr: number[]
  /** []BrokerState, versions 3+. */
  newIsrWithEpochs: AlterPartitionRequestBrokerState[]
  /** int8, versions 1+, default 0. */
  leaderRecoveryState: number
  /** int32, versions 0+. */
  partitionEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** BrokerState of AlterPartitionRequest. */
export interface AlterPartitionRequestBrokerState {
  /** int32, versions 3+, a brokerId. */
  brokerId: number
  /** int64, versions 3+, default -1. */
  brokerEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBrokerState(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionRequestBrokerState>,
  _version: number,
): void {
  checkStruct(input, 'AlterPartitionRequest.topics.partitions.newIsrWithEpochs')
  const { brokerId = 0, brokerEpoch = -1n, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'AlterPartitionRequest.topics.partitions.newIsrWithEpochs.brokerId')
  writeInt64(writer, brokerEpoch, 'AlterPartitionRequest.topics.partitions.newIsrWithEpochs.brokerEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionRequest.topics.partitions.newIsrWithEpochs')
}

function decodeBrokerState(reader: ByteReader, _version: number): AlterPartitionRequestBrokerState {
  const decoded: AlterPartitionRequestBrokerState = {
    brokerId: 0,
    brokerEpoch: -1n,
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionRequestPartitionData>,
  version: number,
): void {
  checkStruct(input, 'AlterPartitionRequest.topics.partitions')
  const {
    partitionIndex = 0,
    leaderEpoch = 0,
    newIsr = [],
    newIsrWithEpochs = [],
    leaderRecoveryState = 0,
    partitionEpoch = 0,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'AlterPartitionRequest.topics.partitions.partitionIndex')
  writeInt32(writer, leaderEpoch, 'AlterPartitionRequest.topics.partitions.leaderEpoch')
  if (version <= 2) {
    writeCompactArrayLength(writer, newIsr, 'AlterPartitionRequest.topics.partitions.newIsr')
    for (const element of newIsr) {
      writeInt32(writer, element, 'AlterPartitionRequest.topics.partitions.newIsr')
    }
  } else if (newIsr?.length !== 0) {
    throw notInVersion('AlterPartitionRequest.topics.partitions.newIsr', version)
  }
  if (version === 3) {
    writeCompactArrayLength(writer, newIsrWithEpochs, 'AlterPartitionRequest.topics.partitions.newIsrWithEpochs')
    for (const element of newIsrWithEpochs) {
      encodeBrokerState(writer, element, version)
    }
  } else if (newIsrWithEpochs?.length !== 0) {
    throw notInVersion('AlterPartitionRequest.topics.partitions.newIsrWithEpochs', version)
  }
  if (version >= 1) {
    writeInt8(writer, leaderRecoveryState, 'AlterPartitionRequest.topics.partitions.leaderRecoveryState')
  } else if (leaderRecoveryState !== 0) {
    throw notInVersion('AlterPartitionRequest.topics.partitions.leaderRecoveryState', version)
  }
  writeInt32(writer, partitionEpoch, 'AlterPartitionRequest.topics.partitions.partitionEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): AlterPartitionRequestPartitionData {
  const decoded: AlterPartitionRequestPartitionData = {
    partitionIndex: 0,
    leaderEpoch: 0,
    newIsr: [],
    newIsrWithEpochs: [],
    leaderRecoveryState: 0,
    partitionEpoch: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  if (version <= 2) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.newIsr.push(reader.readInt32())
    }
  }
  if (version === 3) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.newIsrWithEpochs.push(decodeBrokerState(reader, version))
    }
  }
  if (version >= 1) {
    decoded.leaderRecoveryState = reader.readInt8()
  }
  decoded.partitionEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionRequestTopicData>,
  version: number,
): void {
  checkStruct(input, 'AlterPartitionRequest.topics')
  const { topicName = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 1) {
    writeCompactString(writer, topicName, 'AlterPartitionRequest.topics.topicName')
  }
  if (version >= 2) {
    writeUuid(writer, topicId, 'AlterPartitionRequest.topics.topicId')
  }
  writeCompactArrayLength(writer, partitions, 'AlterPartitionRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionRequest.topics')
}

function decodeTopicData(reader: ByteReader, version: number): AlterPartitionRequestTopicData {
  const decoded: AlterPartitionRequestTopicData = {
    topicName: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  if (version <= 1) {
    decoded.topicName = readCompactString(reader)
  }
  if (version >= 2) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterPartitionRequest(
  writer: ByteWriter,
  input: MessageInput<AlterPartitionRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterPartitionRequest', version, 0, 3)
  checkStruct(input, 'AlterPartitionRequest')
  const { brokerId = 0, brokerEpoch = -1n, topics = [], unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'AlterPartitionRequest.brokerId')
  writeInt64(writer, brokerEpoch, 'AlterPartitionRequest.brokerEpoch')
  writeCompactArrayLength(writer, topics, 'AlterPartitionRequest.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterPartitionRequest')
}

function decodeAlterPartitionRequest(reader: ByteReader, version: number): AlterPartitionRequest {
  checkDecodeVersion(reader, 'AlterPartitionRequest', version, 0, 3)
  const decoded: AlterPartitionRequest = {
    brokerId: 0,
    brokerEpoch: -1n,
    topics: [],
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterPartitionRequest. */
export const alterPartitionRequest: MessageCodec<AlterPartitionRequest> = {
  name: 'AlterPartitionRequest',
  apiKey: 56,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 0,
  encode: encodeAlterPartitionRequest,
  decode: decodeAlterPartitionRequest,
}
