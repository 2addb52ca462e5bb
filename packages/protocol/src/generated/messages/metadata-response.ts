// Generated from schemas/merged.json (MetadataResponse) by generator/main.ts: not to be edited.
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
  notNull,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeNullableString,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** MetadataResponse, versions 0-13. */
export interface MetadataResponse {
  /** int32, versions 3+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** []MetadataResponseBroker, versions 0+. */
  brokers: MetadataResponseBroker[]
  /** string, versions 2+, nullable, ignored where the version lacks it, default null. */
  clusterId: string | null
  /** int32, versions 1+, a brokerId, ignored where the version lacks it, default -1. */
  controllerId: number
  /** []MetadataResponseTopic, versions 0+. */
  topics: MetadataResponseTopic[]
  /** int32, versions 8-10, default -2147483648. */
  clusterAuthorizedOperations: number
  /** int16, versions 13+, ignored where the version lacks it. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MetadataResponseTopic of MetadataResponse. */
export interface MetadataResponseTopic {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable in 12+, unique in its array, a topicName. */
  name: string | null
  /** uuid, versions 10+, ignored where the version lacks it. */
  topicId: string
  /** bool, versions 1+, ignored where the version lacks it, default false. */
  isInternal: boolean
  /** []MetadataResponsePartition, versions 0+. */
  partitions: MetadataResponsePartition[]
  /** int32, versions 8+, default -2147483648. */
  topicAuthorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MetadataResponsePartition of MetadataResponse. */
export interface MetadataResponsePartition {
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 7+, ignored where the version lacks it, default -1. */
  leaderEpoch: number
  /** []int32, versions 0+, a brokerId. */
  replicaNodes: number[]
  /** []int32, versions 0+, a brokerId. */
  isrNodes: number[]
  /** []int32, versions 5+, a brokerId, ignored where the version lacks it. */
  offlineReplicas: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** MetadataResponseBroker of MetadataResponse. */
export interface MetadataResponseBroker {
  /** int32, versions 0+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 0+. */
  host: string
  /** int32, versions 0+. */
  port: number
  /** string, versions 1+, nullable, ignored where the version lacks it, default null. */
  rack: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeMetadataResponseBroker(
  writer: ByteWriter,
  input: MessageInput<MetadataResponseBroker>,
  version: number,
): void {
  checkStruct(input, 'MetadataResponse.brokers')
  const { nodeId = 0, host = '', port = 0, rack = null, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'MetadataResponse.brokers.nodeId')
  if (version >= 9) {
    writeCompactString(writer, host, 'MetadataResponse.brokers.host')
  } else {
    writeString(writer, host, 'MetadataResponse.brokers.host')
  }
  writeInt32(writer, port, 'MetadataResponse.brokers.port')
  if (version >= 1) {
    if (version >= 9) {
      writeCompactNullableString(writer, rack, 'MetadataResponse.brokers.rack')
    } else {
      writeNullableString(writer, rack, 'MetadataResponse.brokers.rack')
    }
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'MetadataResponse.brokers')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('MetadataResponse.brokers.unknownTaggedFields', version)
  }
}

function decodeMetadataResponseBroker(reader: ByteReader, version: number): MetadataResponseBroker {
  const decoded: MetadataResponseBroker = {
    nodeId: 0,
    host: '',
    port: 0,
    rack: null,
  }
  decoded.nodeId = reader.readInt32()
  decoded.host = version >= 9 ? readCompactString(reader) : readString(reader)
  decoded.port = reader.readInt32()
  if (version >= 1) {
    decoded.rack = version >= 9 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeMetadataResponsePartition(
  writer: ByteWriter,
  input: MessageInput<MetadataResponsePartition>,
  version: number,
): void {
  checkStruct(input, 'MetadataResponse.topics.partitions')
  const {
    errorCode = 0,
    partitionIndex = 0,
    leaderId = 0,
    leaderEpoch = -1,
    replicaNodes = [],
    isrNodes = [],
    offlineReplicas = [],
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'MetadataResponse.topics.partitions.errorCode')
  writeInt32(writer, partitionIndex, 'MetadataResponse.topics.partitions.partitionIndex')
  writeInt32(writer, leaderId, 'MetadataResponse.topics.partitions.leaderId')
  if (version >= 7) {
    writeInt32(writer, leaderEpoch, 'MetadataResponse.topics.partitions.leaderEpoch')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, replicaNodes, 'MetadataResponse.topics.partitions.replicaNodes')
  } else {
    writeArrayLength(writer, replicaNodes, 'MetadataResponse.topics.partitions.replicaNodes')
  }
  for (const element of replicaNodes) {
    writeInt32(writer, element, 'MetadataResponse.topics.partitions.replicaNodes')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, isrNodes, 'MetadataResponse.topics.partitions.isrNodes')
  } else {
    writeArrayLength(writer, isrNodes, 'MetadataResponse.topics.partitions.isrNodes')
  }
  for (const element of isrNodes) {
    writeInt32(writer, element, 'MetadataResponse.topics.partitions.isrNodes')
  }
  if (version >= 5) {
    if (version >= 9) {
      writeCompactArrayLength(writer, offlineReplicas, 'MetadataResponse.topics.partitions.offlineReplicas')
    } else {
      writeArrayLength(writer, offlineReplicas, 'MetadataResponse.topics.partitions.offlineReplicas')
    }
    for (const element of offlineReplicas) {
      writeInt32(writer, element, 'MetadataResponse.topics.partitions.offlineReplicas')
    }
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'MetadataResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('MetadataResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeMetadataResponsePartition(reader: ByteReader, version: number): MetadataResponsePartition {
  const decoded: MetadataResponsePartition = {
    errorCode: 0,
    partitionIndex: 0,
    leaderId: 0,
    leaderEpoch: -1,
    replicaNodes: [],
    isrNodes: [],
    offlineReplicas: [],
  }
  decoded.errorCode = reader.readInt16()
  decoded.partitionIndex = reader.readInt32()
  decoded.leaderId = reader.readInt32()
  if (version >= 7) {
    decoded.leaderEpoch = reader.readInt32()
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.replicaNodes.push(reader.readInt32())
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.isrNodes.push(reader.readInt32())
  }
  if (version >= 5) {
    for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.offlineReplicas.push(reader.readInt32())
    }
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeMetadataResponseTopic(
  writer: ByteWriter,
  input: MessageInput<MetadataResponseTopic>,
  version: number,
): void {
  checkStruct(input, 'MetadataResponse.topics')
  const {
    errorCode = 0,
    name = '',
    topicId = ZERO_UUID,
    isInternal = false,
    partitions = [],
    topicAuthorizedOperations = -2147483648,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'MetadataResponse.topics.errorCode')
  if (version >= 12) {
    writeCompactNullableString(writer, name, 'MetadataResponse.topics.name')
  } else if (version >= 9) {
    writeCompactString(writer, notNull(name, 'MetadataResponse.topics.name', version), 'MetadataResponse.topics.name')
  } else {
    writeString(writer, notNull(name, 'MetadataResponse.topics.name', version), 'MetadataResponse.topics.name')
  }
  if (version >= 10) {
    writeUuid(writer, topicId, 'MetadataResponse.topics.topicId')
  }
  if (version >= 1) {
    writeBool(writer, isInternal, 'MetadataResponse.topics.isInternal')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, partitions, 'MetadataResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'MetadataResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodeMetadataResponsePartition(writer, element, version)
  }
  if (version >= 8) {
    writeInt32(writer, topicAuthorizedOperations, 'MetadataResponse.topics.topicAuthorizedOperations')
  } else if (topicAuthorizedOperations !== -2147483648) {
    throw notInVersion('MetadataResponse.topics.topicAuthorizedOperations', version)
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'MetadataResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('MetadataResponse.topics.unknownTaggedFields', version)
  }
}

function decodeMetadataResponseTopic(reader: ByteReader, version: number): MetadataResponseTopic {
  const decoded: MetadataResponseTopic = {
    errorCode: 0,
    name: '',
    topicId: ZERO_UUID,
    isInternal: false,
    partitions: [],
    topicAuthorizedOperations: -2147483648,
  }
  decoded.errorCode = reader.readInt16()
  decoded.name = version >= 12 ? readCompactNullableString(reader) : version >= 9 ? readCompactString(reader) : readString(reader)
  if (version >= 10) {
    decoded.topicId = reader.readUuid()
  }
  if (version >= 1) {
    decoded.isInternal = reader.readBoolean()
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeMetadataResponsePartition(reader, version))
  }
  if (version >= 8) {
    decoded.topicAuthorizedOperations = reader.readInt32()
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeMetadataResponse(writer: ByteWriter, input: MessageInput<MetadataResponse>, version: number): void {
  checkEncodeVersion('MetadataResponse', version, 0, 13)
  checkStruct(input, 'MetadataResponse')
  const {
    throttleTimeMs = 0,
    brokers = [],
    clusterId = null,
    controllerId = -1,
    topics = [],
    clusterAuthorizedOperations = -2147483648,
    errorCode = 0,
    unknownTaggedFields,
  } = input
  if (version >= 3) {
    writeInt32(writer, throttleTimeMs, 'MetadataResponse.throttleTimeMs')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, brokers, 'MetadataResponse.brokers')
  } else {
    writeArrayLength(writer, brokers, 'MetadataResponse.brokers')
  }
  for (const element of brokers) {
    encodeMetadataResponseBroker(writer, element, version)
  }
  if (version >= 2) {
    if (version >= 9) {
      writeCompactNullableString(writer, clusterId, 'MetadataResponse.clusterId')
    } else {
      writeNullableString(writer, clusterId, 'MetadataResponse.clusterId')
    }
  }
  if (version >= 1) {
    writeInt32(writer, controllerId, 'MetadataResponse.controllerId')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, topics, 'MetadataResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'MetadataResponse.topics')
  }
  for (const element of topics) {
    encodeMetadataResponseTopic(writer, element, version)
  }
  if (version >= 8 && version <= 10) {
    writeInt32(writer, clusterAuthorizedOperations, 'MetadataResponse.clusterAuthorizedOperations')
  } else if (clusterAuthorizedOperations !== -2147483648) {
    throw notInVersion('MetadataResponse.clusterAuthorizedOperations', version)
  }
  if (version === 13) {
    writeInt16(writer, errorCode, 'MetadataResponse.errorCode')
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'MetadataResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('MetadataResponse.unknownTaggedFields', version)
  }
}

function decodeMetadataResponse(reader: ByteReader, version: number): MetadataResponse {
  checkDecodeVersion(reader, 'MetadataResponse', version, 0, 13)
  const decoded: MetadataResponse = {
    throttleTimeMs: 0,
    brokers: [],
    clusterId: null,
    controllerId: -1,
    topics: [],
    clusterAuthorizedOperations: -2147483648,
    errorCode: 0,
  }
  if (version >= 3) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.brokers.push(decodeMetadataResponseBroker(reader, version))
  }
  if (version >= 2) {
    decoded.clusterId = version >= 9 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version >= 1) {
    decoded.controllerId = reader.readInt32()
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeMetadataResponseTopic(reader, version))
  }
  if (version >= 8 && version <= 10) {
    decoded.clusterAuthorizedOperations = reader.readInt32()
  }
  if (version === 13) {
    decoded.errorCode = reader.readInt16()
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes MetadataResponse. */
export const metadataResponse: MessageCodec<MetadataResponse> = {
  name: 'MetadataResponse',
  apiKey: 3,
  type: 'response',
  minVersion: 0,
  maxVersion: 13,
  flexibleFrom: 9,
  encode: encodeMetadataResponse,
  decode: decodeMetadataResponse,
}
