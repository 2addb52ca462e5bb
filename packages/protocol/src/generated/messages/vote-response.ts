// Generated from schemas/merged.json (VoteResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
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

/** VoteResponse, versions 0-2. */
export interface VoteResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []TopicData, versions 0+. */
  topics: VoteResponseTopicData[]
  /** []NodeEndpoint, versions 1+, tag 0. */
  nodeEndpoints: VoteResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of VoteResponse. */
export interface VoteResponseNodeEndpoint {
  /** int32, versions 1+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 1+. */
  host: string
  /** uint16, versions 1+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicData of VoteResponse. */
export interface VoteResponseTopicData {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** []PartitionData, versions 0+. */
  partitions: VoteResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of VoteResponse. */
export interface VoteResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** bool, versions 0+. */
  voteGranted: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<VoteResponsePartitionData>,
  _version: number,
): void {
  checkStruct(input, 'VoteResponse.topics.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    leaderId = 0,
    leaderEpoch = 0,
    voteGranted = false,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'VoteResponse.topics.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'VoteResponse.topics.partitions.errorCode')
  writeInt32(writer, leaderId, 'VoteResponse.topics.partitions.leaderId')
  writeInt32(writer, leaderEpoch, 'VoteResponse.topics.partitions.leaderEpoch')
  writeBool(writer, voteGranted, 'VoteResponse.topics.partitions.voteGranted')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VoteResponse.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): VoteResponsePartitionData {
  const decoded: VoteResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    leaderId: 0,
    leaderEpoch: 0,
    voteGranted: false,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.voteGranted = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicData(writer: ByteWriter, input: MessageInput<VoteResponseTopicData>, version: number): void {
  checkStruct(input, 'VoteResponse.topics')
  const { topicName = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'VoteResponse.topics.topicName')
  writeCompactArrayLength(writer, partitions, 'VoteResponse.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VoteResponse.topics')
}

function decodeTopicData(reader: ByteReader, version: number): VoteResponseTopicData {
  const decoded: VoteResponseTopicData = {
    topicName: '',
    partitions: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeNodeEndpoint(writer: ByteWriter, input: MessageInput<VoteResponseNodeEndpoint>, _version: number): void {
  checkStruct(input, 'VoteResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'VoteResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'VoteResponse.nodeEndpoints.host')
  writeUint16(writer, port, 'VoteResponse.nodeEndpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VoteResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): VoteResponseNodeEndpoint {
  const decoded: VoteResponseNodeEndpoint = {
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

function encodeVoteResponse(writer: ByteWriter, input: MessageInput<VoteResponse>, version: number): void {
  checkEncodeVersion('VoteResponse', version, 0, 2)
  checkStruct(input, 'VoteResponse')
  const { errorCode = 0, topics = [], nodeEndpoints = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'VoteResponse.errorCode')
  writeCompactArrayLength(writer, topics, 'VoteResponse.topics')
  for (const element of topics) {
    encodeTopicData(writer, element, version)
  }
  const hasNodeEndpoints = nodeEndpoints?.length !== 0
  if (hasNodeEndpoints && version < 1) throw notInVersion('VoteResponse.nodeEndpoints', version)
  writer.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasNodeEndpoints) {
    const start = beginTaggedField(writer, 0)
    writeCompactArrayLength(writer, nodeEndpoints, 'VoteResponse.nodeEndpoints')
    for (const element of nodeEndpoints) {
      encodeNodeEndpoint(writer, element, version)
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 1 ? 0 : -1, 'VoteResponse')
}

function decodeVoteResponse(reader: ByteReader, version: number): VoteResponse {
  checkDecodeVersion(reader, 'VoteResponse', version, 0, 2)
  const decoded: VoteResponse = {
    errorCode: 0,
    topics: [],
    nodeEndpoints: [],
  }
  decoded.errorCode = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTopicData(reader, version))
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0 && version >= 1) {
      for (let left = readCompactArrayLength(reader); left > 0; left--) {
        decoded.nodeEndpoints.push(decodeNodeEndpoint(reader, version))
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes VoteResponse. */
export const voteResponse: MessageCodec<VoteResponse> = {
  name: 'VoteResponse',
  apiKey: 52,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeVoteResponse,
  decode: decodeVoteResponse,
}
