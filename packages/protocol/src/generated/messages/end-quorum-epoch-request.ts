// Generated from schemas/merged.json (EndQuorumEpochRequest) by generator/main.ts: not to be edited.
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

/** EndQuorumEpochRequest, versions 0-1. */
export interface EndQuorumEpochRequest {
  /** string, versions 0+, nullable, default null. */
  clusterId: string | null
  /** []TopicData, versions 0+. */
  topics: EndQuorumEpochRequestTopicData[]
  /** []LeaderEndpoint, versions 1+, ignored where the version lacks it. */
  leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderEndpoint of EndQuorumEpochRequest. */
export interface EndQuorumEpochRequestLeaderEndpoint {
  /** string, versions 1+, unique in its array. */
  name: string
  /** string, versions 1+. */
  host: string
  /** uint16, versions 1+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of EndQuorumEpochRequest. */
export interface EndQuorumEpochRequestTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: EndQuorumEpochRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of EndQuorumEpochRequest. */
export interface EndQuorumEpochRequestPartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** []int32, versions 0, ignored where the version lacks it. */
  preferredSuccessors: number[]
  /** []ReplicaInfo, versions 1+, ignored where the version lacks it. */
  preferredCandidates: EndQuorumEpochRequestReplicaInfo[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReplicaInfo of EndQuorumEpochRequest. */
export interface EndQuorumEpochRequestReplicaInfo {
  /** int32, versions 1+, a brokerId. */
  candidateId: number
  /** uuid, versions 1+. */
  candidateDirectoryId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeReplicaInfo(
  writer: ByteWriter,
  input: MessageInput<EndQuorumEpochRequestReplicaInfo>,
  _version: number,
): void {
  checkStruct(input, 'EndQuorumEpochRequest.topics.partitions.preferredCandidates')
  const { candidateId = 0, candidateDirectoryId = ZERO_UUID, unknownTaggedFields } = input
  writeInt32(writer, candidateId, 'EndQuorumEpochRequest.topics.partitions.preferredCandidates.candidateId')
  writeUuid(writer, candidateDirectoryId, 'EndQuorumEpochRequest.topics.partitions.preferredCandidates.candidateDirectoryId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochRequest.topics.partitions.preferredCandidates')
}

function decodeReplicaInfo(reader: ByteReader, _version: number): EndQuorumEpochRequestReplicaInfo {
  const decoded: EndQuorumEpochRequestReplicaInfo = {
    candidateId: 0,
    candidateDirectoryId: ZERO_UUID,
  }
  decoded.candidateId = reader.readInt32()
  decoded.candidateDirectoryId = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<EndQuorumEpochRequestPartitionData>,
  version: number,
): void {
  checkStruct(input, 'EndQuorumEpochRequest.topics.partitions')
  const {
    partitionIndex = 0,
    leaderId = 0,
    leaderEpoch = 0,
    preferredSuccessors = [],
    preferredCandidates = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'EndQuorumEpochRequest.topics.partitions.partitionIndex')
  writeInt32(writer, leaderId, 'EndQuorumEpochRequest.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'EndQuorumEpochRequest.topics.partitions.leaderEpoch')
  if (version === 0) {
    writeArrayLength(writer, preferredSuccessors, 'EndQuorumEpochRequest.topics.partitions.preferredSuccessors')
    for (const element of preferredSuccessors) {
      writeInt32(writer, element, 'EndQuorumEpochRequest.topics.partitions.preferredSuccessors')
    }
  }
  if (version === 1) {
    writeCompactArrayLength(writer, preferredCandidates, 'EndQuorumEpochRequest.topics.partitions.preferredCandidates')
    for (const element of preferredCandidates) {
      encodeReplicaInfo(writer, element, version)
    }
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndQuorumEpochRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodePartitionData(reader: ByteReader, version: number): EndQuorumEpochRequestPartitionData {
  const decoded: EndQuorumEpochRequestPartitionData = {
    partitionIndex: 0,
    leaderId: 0,
    leaderEpoch: 0,
    preferredSuccessors: [],
    preferredCandidates: [],
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  if (version === 0) {
    for (let left = readArrayLength(reader); left > 0; left--) {
      decoded.preferredSuccessors.push(reader.readInt32())
    }
  }
  if (version === 1) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.preferredCandidates.push(decodeReplicaInfo(reader, version))
    }
  }
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTopicData(
  writer: ByteWriter,
  input: MessageInput<EndQuorumEpochRequestTopicData>,
  version: number,
): void {
  checkStruct(input, 'EndQuorumEpochRequest.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, topicName, 'EndQuorumEpochRequest.topics.topicName')
  } else {
    writeString(writer, topicName, 'EndQuorumEpochRequest.topics.topicName')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitions, 'EndQuorumEpochRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'EndQuorumEpochRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndQuorumEpochRequest.topics.unknownTaggedFields', version)
  }
}

function decodeTopicData(reader: ByteReader, version: number): EndQuorumEpochRequestTopicData {
  const decoded: EndQuorumEpochRequestTopicData = {
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
  input: MessageInput<EndQuorumEpochRequestLeaderEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'EndQuorumEpochRequest.leaderEndpoints')
  const { name = '', host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'EndQuorumEpochRequest.leaderEndpoints.name')
  writeCompactString(writer, host, 'EndQuorumEpochRequest.leaderEndpoints.host')
  writeUint16(writer, port, 'EndQuorumEpochRequest.leaderEndpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochRequest.leaderEndpoints')
}

function decodeLeaderEndpoint(reader: ByteReader, _version: number): EndQuorumEpochRequestLeaderEndpoint {
  const decoded: EndQuorumEpochRequestLeaderEndpoint = {
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

function encodeEndQuorumEpochRequest(
  writer: ByteWriter,
  input: MessageInput<EndQuorumEpochRequest>,
  version: number,
): void {
  checkEncodeVersion('EndQuorumEpochRequest', version, 0, 1)
  checkStruct(input, 'EndQuorumEpochRequest')
  const { clusterId = null, topics = [], leaderEndpoints = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactNullableString(writer, clusterId, 'EndQuorumEpochRequest.clusterId')
  } else {
    writeNullableString(writer, clusterId, 'EndQuorumEpochRequest.clusterId')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, topics, 'EndQuorumEpochRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'EndQuorumEpochRequest.topics')
  }
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  if (version === 1) {
    writeCompactArrayLength(writer, leaderEndpoints, 'EndQuorumEpochRequest.leaderEndpoints')
    for (const element of leaderEndpoints) {
      encodeLeaderEndpoint(writer, element, version)
    }
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndQuorumEpochRequest.unknownTaggedFields', version)
  }
}

function decodeEndQuorumEpochRequest(reader: ByteReader, version: number): EndQuorumEpochRequest {
  checkDecodeVersion(reader, 'EndQuorumEpochRequest', version, 0, 1)
  const decoded: EndQuorumEpochRequest = {
    clusterId: null,
    topics: [],
    leaderEndpoints: [],
  }
  decoded.clusterId = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
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

/** Encodes and decodes EndQuorumEpochRequest. */
export const endQuorumEpochRequest: MessageCodec<EndQuorumEpochRequest> = {
  name: 'EndQuorumEpochRequest',
  apiKey: 54,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeEndQuorumEpochRequest,
  decode: decodeEndQuorumEpochRequest,
}
