// Generated from schemas/merged.json (EndQuorumEpochResponse) by generator/main.ts: not to be edited.
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

/** EndQuorumEpochResponse, versions 0-1. */
export interface EndQuorumEpochResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []TopicData, versions 0+. */
  topics: EndQuorumEpochResponseTopicData[]
  /** []NodeEndpoint, versions 1+, tag 0. */
  nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of EndQuorumEpochResponse. */
export interface EndQuorumEpochResponseNodeEndpoint {
  /** int32, versions 1+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 1+. */
  host: string
  /** uint16, versions 1+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of EndQuorumEpochResponse. */
export interface EndQuorumEpochResponseTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: EndQuorumEpochResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of EndQuorumEpochResponse. */
export interface EndQuorumEpochResponsePartitionData {
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
  input: MessageInput<EndQuorumEpochResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'EndQuorumEpochResponse.topics.partitions')
  const { partitionIndex = 0, errorCode = 0, leaderId = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'EndQuorumEpochResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'EndQuorumEpochResponse.topics.partitions.errorCode')
  writeInt32(writer, leaderId, 'EndQuorumEpochResponse.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'EndQuorumEpochResponse.topics.partitions.leaderEpoch')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochResponse.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndQuorumEpochResponse.topics.partitions.unknownTaggedFields', version)
  }
}

function decodePartitionData(reader: ByteReader, version: number): EndQuorumEpochResponsePartitionData {
  const decoded: EndQuorumEpochResponsePartitionData = {
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
  input: MessageInput<EndQuorumEpochResponseTopicData>,
  version: number,
): void {
  checkStruct(input, 'EndQuorumEpochResponse.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, topicName, 'EndQuorumEpochResponse.topics.topicName')
  } else {
    writeString(writer, topicName, 'EndQuorumEpochResponse.topics.topicName')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitions, 'EndQuorumEpochResponse.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'EndQuorumEpochResponse.topics.partitions')
  }
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochResponse.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndQuorumEpochResponse.topics.unknownTaggedFields', version)
  }
}

function decodeTopicData(reader: ByteReader, version: number): EndQuorumEpochResponseTopicData {
  const decoded: EndQuorumEpochResponseTopicData = {
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
  input: MessageInput<EndQuorumEpochResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'EndQuorumEpochResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'EndQuorumEpochResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'EndQuorumEpochResponse.nodeEndpoints.host')
  writeUint16(writer, port, 'EndQuorumEpochResponse.nodeEndpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndQuorumEpochResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): EndQuorumEpochResponseNodeEndpoint {
  const decoded: EndQuorumEpochResponseNodeEndpoint = {
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

function encodeEndQuorumEpochResponse(
  writer: ByteWriter,
  input: MessageInput<EndQuorumEpochResponse>,
  version: number,
): void {
  checkEncodeVersion('EndQuorumEpochResponse', version, 0, 1)
  checkStruct(input, 'EndQuorumEpochResponse')
  const { errorCode = 0, topics = [], nodeEndpoints = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'EndQuorumEpochResponse.errorCode')
  if (version >= 1) {
    writeCompactArrayLength(writer, topics, 'EndQuorumEpochResponse.topics')
  } else {
    writeArrayLength(writer, topics, 'EndQuorumEpochResponse.topics')
  }
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  const hasNodeEndpoints = nodeEndpoints?.length !== 0
  if (hasNodeEndpoints && version !== 1) throw notInVersion('EndQuorumEpochResponse.nodeEndpoints', version)
  if (version === 1) {
    writer.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasNodeEndpoints) {
      const start = beginTaggedField(writer, 0)
      writeCompactArrayLength(writer, nodeEndpoints, 'EndQuorumEpochResponse.nodeEndpoints')
      for (const element of nodeEndpoints) {
        encodeNodeEndpoint(writer, element, version)
      }
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'EndQuorumEpochResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndQuorumEpochResponse.unknownTaggedFields', version)
  }
}

function decodeEndQuorumEpochResponse(reader: ByteReader, version: number): EndQuorumEpochResponse {
  checkDecodeVersion(reader, 'EndQuorumEpochResponse', version, 0, 1)
  const decoded: EndQuorumEpochResponse = {
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

/** Encodes and decodes EndQuorumEpochResponse. */
export const endQuorumEpochResponse: MessageCodec<EndQuorumEpochResponse> = {
  name: 'EndQuorumEpochResponse',
  apiKey: 54,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeEndQuorumEpochResponse,
  decode: decodeEndQuorumEpochResponse,
}
