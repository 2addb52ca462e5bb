// Generated from schemas/merged.json (BeginQuorumEpochRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeNullableString,
  writeString,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** BeginQuorumEpochRequest, versions 0-1. */
export interface BeginQuorumEpochRequest {
  /** string, versions 0+, nullable, default null. */
  clusterId: string | null
  /** int32, versions 1+, a brokerId, ignored where the version lacks it, default -1. */
  voterId: number
  /** []TopicData, versions 0+. */
  topics: BeginQuorumEpochRequestTopicData[]
  /** []LeaderEndpoint, versions 1+, ignored where the version lacks it. */
  leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderEndpoint of BeginQuorumEpochRequest. */
export interface BeginQuorumEpochRequestLeaderEndpoint {
  /** string, versions 1+, unique in its array. */
  name: string
  /** string, versions 1+. */
  host: string
  /** uint16, versions 1+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of BeginQuorumEpochRequest. */
export interface BeginQuorumEpochRequestTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: BeginQuorumEpochRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of BeginQuorumEpochRequest. */
export interface BeginQuorumEpochRequestPartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** uuid, versions 1+, ignored where the version lacks it. */
  voterDirectoryId: string
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochRequestPartitionData>,
  version: number,
): void {
  checkStruct(input, 'BeginQuorumEpochRequest.topics.partitions')
  const {
    partitionIndex = 0,
    voterDirectoryId = ZERO_UUID,
    leaderId = 0,
    leaderEpoch = 0,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'BeginQuorumEpochRequest.topics.partitions.partitionIndex')
  if (version === 1) {
    writeUuid(writer, voterDirectoryId, 'BeginQuorumEpochRequest.topics.partitions.voterDirectoryId')
  }
  writeInt32(writer, leaderId, 'BeginQuorumEpochRequest.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'BeginQuorumEpochRequest.topics.partitions.leaderEpoch')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('BeginQuorumEpochRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodePartitionData(reader: ByteReader, version: number): BeginQuorumEpochRequestPartitionData {
  const decoded: BeginQuorumEpochRequestPartitionData = {
    partitionIndex: 0,
    voterDirectoryId: ZERO_UUID,
    leaderId: 0,
    leaderEpoch: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  if (version === 1) {
    decoded.voterDirectoryId = reader.readUuid()
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochRequestTopicData>,
  version: number,
): void {
  checkStruct(input, 'BeginQuorumEpochRequest.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, topicName, 'BeginQuorumEpochRequest.topics.topicName')
  } else {
    writeString(writer, topicName, 'BeginQuorumEpochRequest.topics.topicName')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitions, 'BeginQuorumEpochRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'BeginQuorumEpochRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('BeginQuorumEpochRequest.topics.unknownTaggedFields', version)
  }
}

function decodeTopicData(reader: ByteReader, version: number): BeginQuorumEpochRequestTopicData {
  const decoded: BeginQuorumEpochRequestTopicData = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = version >= 1 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaderEndpoint(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochRequestLeaderEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'BeginQuorumEpochRequest.leaderEndpoints')
  const { name = '', host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'BeginQuorumEpochRequest.leaderEndpoints.name')
  writeCompactString(writer, host, 'BeginQuorumEpochRequest.leaderEndpoints.host')
  writeUint16(writer, port, 'BeginQuorumEpochRequest.leaderEndpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochRequest.leaderEndpoints')
}

function decodeLeaderEndpoint(reader: ByteReader, _version: number): BeginQuorumEpochRequestLeaderEndpoint {
  const decoded: BeginQuorumEpochRequestLeaderEndpoint = {
    name: '',
    host: '',
    port: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeBeginQuorumEpochRequest(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochRequest>,
  version: number,
): void {
  checkEncodeVersion('BeginQuorumEpochRequest', version, 0, 1)
  checkStruct(input, 'BeginQuorumEpochRequest')
  const { clusterId = null, voterId = -1, topics = [], leaderEndpoints = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactNullableString(writer, clusterId, 'BeginQuorumEpochRequest.clusterId')
  } else {
    writeNullableString(writer, clusterId, 'BeginQuorumEpochRequest.clusterId')
  }
  if (version === 1) {
    writeInt32(writer, voterId, 'BeginQuorumEpochRequest.voterId')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, topics, 'BeginQuorumEpochRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'BeginQuorumEpochRequest.topics')
  }
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  if (version === 1) {
    writeCompactArrayLength(writer, leaderEndpoints, 'BeginQuorumEpochRequest.leaderEndpoints')
    for (const element of leaderEndpoints) {
      encodeLeaderEndpoint(writer, element, version)
    }
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('BeginQuorumEpochRequest.unknownTaggedFields', version)
  }
}

function decodeBeginQuorumEpochRequest(reader: ByteReader, version: number): BeginQuorumEpochRequest {
  checkDecodeVersion(reader, 'BeginQuorumEpochRequest', version, 0, 1)
  const decoded: BeginQuorumEpochRequest = {
    clusterId: null,
    voterId: -1,
    topics: [],
    leaderEndpoints: [],
  }
  decoded.clusterId = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 1) {
    decoded.voterId = reader.readInt32()
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  if (version === 1) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.leaderEndpoints.push(decodeLeaderEndpoint(reader, version))
    }
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes BeginQuorumEpochRequest. */
export const beginQuorumEpochRequest: MessageCodec<BeginQuorumEpochRequest> = {
  name: 'BeginQuorumEpochRequest',
  apiKey: 53,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeBeginQuorumEpochRequest,
  decode: decodeBeginQuorumEpochRequest,
}
