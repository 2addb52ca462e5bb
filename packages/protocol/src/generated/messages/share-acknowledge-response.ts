// Generated from schemas/merged.json (ShareAcknowledgeResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareAcknowledgeResponse, versions 0-2. */
export interface ShareAcknowledgeResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** int32, versions 2+, ignored where the version lacks it. */
  acquisitionLockTimeoutMs: number
  /** []ShareAcknowledgeTopicResponse, versions 0+. */
  responses: ShareAcknowledgeResponseShareAcknowledgeTopicResponse[]
  /** []NodeEndpoint, versions 0+. */
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of ShareAcknowledgeResponse. */
export interface ShareAcknowledgeResponseNodeEndpoint {
  /** int32, versions 0+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 0+. */
  host: string
  /** int32, versions 0+. */
  port: number
  /** string, versions 0+, nullable, default null. */
  rack: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ShareAcknowledgeTopicResponse of ShareAcknowledgeResponse. */
export interface ShareAcknowledgeResponseShareAcknowledgeTopicResponse {
  /** uuid, versions 0+, unique in its array. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: ShareAcknowledgeResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of ShareAcknowledgeResponse. */
export interface ShareAcknowledgeResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** LeaderIdAndEpoch, versions 0+. */
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpoch
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderIdAndEpoch of ShareAcknowledgeResponse. */
export interface ShareAcknowledgeResponseLeaderIdAndEpoch {
  /** int32, versions 0+. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultLeaderIdAndEpoch(): ShareAcknowledgeResponseLeaderIdAndEpoch {
  return {
    leaderId: 0,
    leaderEpoch: 0,
  }
}

function encodeLeaderIdAndEpoch(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeResponseLeaderIdAndEpoch>,
  _version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeResponse.responses.partitions.currentLeader')
  const { leaderId = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, leaderId, 'ShareAcknowledgeResponse.responses.partitions.currentLeader.leaderId')
  writeInt32(writer, leaderEpoch, 'ShareAcknowledgeResponse.responses.partitions.currentLeader.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeResponse.responses.partitions.currentLeader')
}

function decodeLeaderIdAndEpoch(reader: ByteReader, _version: number): ShareAcknowledgeResponseLeaderIdAndEpoch {
  const decoded: ShareAcknowledgeResponseLeaderIdAndEpoch = {
    leaderId: 0,
    leaderEpoch: 0,
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeResponse.responses.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    errorMessage = null,
    currentLeader = {},
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'ShareAcknowledgeResponse.responses.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'ShareAcknowledgeResponse.responses.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ShareAcknowledgeResponse.responses.partitions.errorMessage')
  encodeLeaderIdAndEpoch(writer, currentLeader, version)
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeResponse.responses.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): ShareAcknowledgeResponsePartitionData {
  const decoded: ShareAcknowledgeResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    errorMessage: null,
    currentLeader: defaultLeaderIdAndEpoch(),
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.currentLeader = decodeLeaderIdAndEpoch(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareAcknowledgeTopicResponse(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeResponseShareAcknowledgeTopicResponse>,
  version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeResponse.responses')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareAcknowledgeResponse.responses.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareAcknowledgeResponse.responses.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeResponse.responses')
}

function decodeShareAcknowledgeTopicResponse(
  reader: ByteReader,
  version: number,
): ShareAcknowledgeResponseShareAcknowledgeTopicResponse {
  const decoded: ShareAcknowledgeResponseShareAcknowledgeTopicResponse = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeNodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'ShareAcknowledgeResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, rack = null, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'ShareAcknowledgeResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'ShareAcknowledgeResponse.nodeEndpoints.host')
  writeInt32(writer, port, 'ShareAcknowledgeResponse.nodeEndpoints.port')
  writeCompactNullableString(writer, rack, 'ShareAcknowledgeResponse.nodeEndpoints.rack')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): ShareAcknowledgeResponseNodeEndpoint {
  const decoded: ShareAcknowledgeResponseNodeEndpoint = {
    nodeId: 0,
    host: '',
    port: 0,
    rack: null,
  }
  decoded.nodeId = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readInt32()
  decoded.rack = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareAcknowledgeResponse(
  writer: ByteWriter,
  input: MessageInput<ShareAcknowledgeResponse>,
  version: number,
): void {
  checkEncodeVersion('ShareAcknowledgeResponse', version, 0, 2)
  checkStruct(input, 'ShareAcknowledgeResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    acquisitionLockTimeoutMs = 0,
    responses = [],
    nodeEndpoints = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'ShareAcknowledgeResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ShareAcknowledgeResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ShareAcknowledgeResponse.errorMessage')
  if (version === 2) {
    writeInt32(writer, acquisitionLockTimeoutMs, 'ShareAcknowledgeResponse.acquisitionLockTimeoutMs')
  }
  writeCompactArrayLength(writer, responses, 'ShareAcknowledgeResponse.responses')
  for (const element of responses) {
    encodeShareAcknowledgeTopicResponse(writer, element, version)
  }
  writeCompactArrayLength(writer, nodeEndpoints, 'ShareAcknowledgeResponse.nodeEndpoints')
  for (const element of nodeEndpoints) {
    encodeNodeEndpoint(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareAcknowledgeResponse')
}

function decodeShareAcknowledgeResponse(reader: ByteReader, version: number): ShareAcknowledgeResponse {
  checkDecodeVersion(reader, 'ShareAcknowledgeResponse', version, 0, 2)
  const decoded: ShareAcknowledgeResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: null,
    acquisitionLockTimeoutMs: 0,
    responses: [],
    nodeEndpoints: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  if (version === 2) {
    decoded.acquisitionLockTimeoutMs = reader.readInt32()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeShareAcknowledgeTopicResponse(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.nodeEndpoints.push(decodeNodeEndpoint(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareAcknowledgeResponse. */
export const shareAcknowledgeResponse: MessageCodec<ShareAcknowledgeResponse> = {
  name: 'ShareAcknowledgeResponse',
  apiKey: 79,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeShareAcknowledgeResponse,
  decode: decodeShareAcknowledgeResponse,
}
