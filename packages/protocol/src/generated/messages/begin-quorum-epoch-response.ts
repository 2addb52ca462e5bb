// Generated from schemas/merged.json (BeginQuorumEpochResponse) by generator/main.ts: not to be edited.
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
  writeUint16,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** BeginQuorumEpochResponse, versions 0-1. */
export interface BeginQuorumEpochResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []TopicData, versions 0+. */
  topics: BeginQuorumEpochResponseTopicData[]
  /** []NodeEndpoint, versions 1+, tag 0. */
  nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of BeginQuorumEpochResponse. */
export interface BeginQuorumEpochResponseNodeEndpoint {
  /** int32, versions 1+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 1+. */
  host: string
  /** uint16, versions 1+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of BeginQuorumEpochResponse. */
export interface BeginQuorumEpochResponseTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: BeginQuorumEpochResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of BeginQuorumEpochResponse. */
export interface BeginQuorumEpochResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'BeginQuorumEpochResponse.topics.partitions')
  const { partitionIndex = 0, errorCode = 0, leaderId = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'BeginQuorumEpochResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'BeginQuorumEpochResponse.topics.partitions.errorCode')
  writeInt32(writer, leaderId, 'BeginQuorumEpochResponse.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'BeginQuorumEpochResponse.topics.partitions.leaderEpoch')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('BeginQuorumEpochResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodePartitionData(reader: ByteReader, version: number): BeginQuorumEpochResponsePartitionData {
  const decoded: BeginQuorumEpochResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    leaderId: 0,
    leaderEpoch: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
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
  input: MessageInput<BeginQuorumEpochResponseTopicData>,
  version: number,
): void {
  checkStruct(input, 'BeginQuorumEpochResponse.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, topicName, 'BeginQuorumEpochResponse.topics.topicName')
  } else {
    writeString(writer, topicName, 'BeginQuorumEpochResponse.topics.topicName')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitions, 'BeginQuorumEpochResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'BeginQuorumEpochResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('BeginQuorumEpochResponse.topics.unknownTaggedFields', version)
  }
}

function decodeTopicData(reader: ByteReader, version: number): BeginQuorumEpochResponseTopicData {
  const decoded: BeginQuorumEpochResponseTopicData = {
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

function encodeNodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'BeginQuorumEpochResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'BeginQuorumEpochResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'BeginQuorumEpochResponse.nodeEndpoints.host')
  writeUint16(writer, port, 'BeginQuorumEpochResponse.nodeEndpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BeginQuorumEpochResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): BeginQuorumEpochResponseNodeEndpoint {
  const decoded: BeginQuorumEpochResponseNodeEndpoint = {
    nodeId: 0,
    host: '',
    port: 0,
  }
  decoded.nodeId = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeBeginQuorumEpochResponse(
  writer: ByteWriter,
  input: MessageInput<BeginQuorumEpochResponse>,
  version: number,
): void {
  checkEncodeVersion('BeginQuorumEpochResponse', version, 0, 1)
  checkStruct(input, 'BeginQuorumEpochResponse')
  const { errorCode = 0, topics = [], nodeEndpoints = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'BeginQuorumEpochResponse.errorCode')
  if (version >= 1) {
    writeCompactArrayLength(writer, topics, 'BeginQuorumEpochResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'BeginQuorumEpochResponse.topics')
  }
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  const hasNodeEndpoints = nodeEndpoints?.length !== 0
  if (hasNodeEndpoints && version !== 1) throw notInVersion('BeginQuorumEpochResponse.nodeEndpoints', version)
  if (version === 1) {
    writer.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasNodeEndpoints) {
      const start = beginTaggedField(writer, 0)
      writeCompactArrayLength(writer, nodeEndpoints, 'BeginQuorumEpochResponse.nodeEndpoints')
      for (const element of nodeEndpoints) {
        encodeNodeEndpoint(writer, element, version)
      }
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'BeginQuorumEpochResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('BeginQuorumEpochResponse.unknownTaggedFields', version)
  }
}

function decodeBeginQuorumEpochResponse(reader: ByteReader, version: number): BeginQuorumEpochResponse {
  checkDecodeVersion(reader, 'BeginQuorumEpochResponse', version, 0, 1)
  const decoded: BeginQuorumEpochResponse = {
    errorCode: 0,
    topics: [],
    nodeEndpoints: [],
  }
  decoded.errorCode = reader.readInt16()
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  if (version === 1) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        for (let left = readCompactArrayLength(reader); left > 0; left--) {
          decoded.nodeEndpoints.push(decodeNodeEndpoint(reader, version))
        }
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes BeginQuorumEpochResponse. */
export const beginQuorumEpochResponse: MessageCodec<BeginQuorumEpochResponse> = {
  name: 'BeginQuorumEpochResponse',
  apiKey: 53,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeBeginQuorumEpochResponse,
  decode: decodeBeginQuorumEpochResponse,
}
