// Generated from schemas/merged.json (ShareFetchResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactBytes,
  readCompactNullableBytes,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  notNull,
  writeCompactArrayLength,
  writeCompactBytes,
  writeCompactNullableBytes,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareFetchResponse, versions 0-2. */
export interface ShareFetchResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** int32, versions 1+. */
  acquisitionLockTimeoutMs: number
  /** []ShareFetchableTopicResponse, versions 0+. */
  responses: ShareFetchResponseShareFetchableTopicResponse[]
  /** []NodeEndpoint, versions 0+. */
  nodeEndpoints: ShareFetchResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of ShareFetchResponse. */
export interface ShareFetchResponseNodeEndpoint {
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

/** ShareFetchableTopicResponse of ShareFetchResponse. */
export interface ShareFetchResponseShareFetchableTopicResponse {
  /** uuid, versions 0+, unique in its array. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: ShareFetchResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of ShareFetchResponse. */
export interface ShareFetchResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** int16, versions 0+. */
  acknowledgeErrorCode: number
  /** string, versions 0+, nullable, default null. */
  acknowledgeErrorMessage: string | null
  /** LeaderIdAndEpoch, versions 0+. */
  currentLeader: ShareFetchResponseLeaderIdAndEpoch
  /** records, versions 0+, nullable in 0. */
  records: Uint8Array | null
  /** []AcquiredRecords, versions 0+. */
  acquiredRecords: ShareFetchResponseAcquiredRecords[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AcquiredRecords of ShareFetchResponse. */
export interface ShareFetchResponseAcquiredRecords {
  /** int64, versions 0+. */
  firstOffset: bigint
  /** int64, versions 0+. */
  lastOffset: bigint
  /** int16, versions 0+. */
  deliveryCount: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderIdAndEpoch of ShareFetchResponse. */
export interface ShareFetchResponseLeaderIdAndEpoch {
  /** int32, versions 0+. */
  leaderId: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultLeaderIdAndEpoch(): ShareFetchResponseLeaderIdAndEpoch {
  return {
    leaderId: 0,
    leaderEpoch: 0,
  }
}

function encodeLeaderIdAndEpoch(
  writer: ByteWriter,
  input: MessageInput<ShareFetchResponseLeaderIdAndEpoch>,
  _version: number,
): void {
  checkStruct(input, 'ShareFetchResponse.responses.partitions.currentLeader')
  const { leaderId = 0, leaderEpoch = 0, unknownTaggedFields } = input
  writeInt32(writer, leaderId, 'ShareFetchResponse.responses.partitions.currentLeader.leaderId')
  writeInt32(writer, leaderEpoch, 'ShareFetchResponse.responses.partitions.currentLeader.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchResponse.responses.partitions.currentLeader')
}

function decodeLeaderIdAndEpoch(reader: ByteReader, _version: number): ShareFetchResponseLeaderIdAndEpoch {
  const decoded: ShareFetchResponseLeaderIdAndEpoch = {
    leaderId: 0,
    leaderEpoch: 0,
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAcquiredRecords(
  writer: ByteWriter,
  input: MessageInput<ShareFetchResponseAcquiredRecords>,
  _version: number,
): void {
  checkStruct(input, 'ShareFetchResponse.responses.partitions.acquiredRecords')
  const { firstOffset = 0n, lastOffset = 0n, deliveryCount = 0, unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'ShareFetchResponse.responses.partitions.acquiredRecords.firstOffset')
  writeInt64(writer, lastOffset, 'ShareFetchResponse.responses.partitions.acquiredRecords.lastOffset')
  writeInt16(writer, deliveryCount, 'ShareFetchResponse.responses.partitions.acquiredRecords.deliveryCount')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchResponse.responses.partitions.acquiredRecords')
}

function decodeAcquiredRecords(reader: ByteReader, _version: number): ShareFetchResponseAcquiredRecords {
  const decoded: ShareFetchResponseAcquiredRecords = {
    firstOffset: 0n,
    lastOffset: 0n,
    deliveryCount: 0,
  }
  decoded.firstOffset = reader.readInt64()
  decoded.lastOffset = reader.readInt64()
  decoded.deliveryCount = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<ShareFetchResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'ShareFetchResponse.responses.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    errorMessage = null,
    acknowledgeErrorCode = 0,
    acknowledgeErrorMessage = null,
    currentLeader = {},
    records = EMPTY_BYTES,
    acquiredRecords = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'ShareFetchResponse.responses.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'ShareFetchResponse.responses.partitions.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ShareFetchResponse.responses.partitions.errorMessage')
  writeInt16(writer, acknowledgeErrorCode, 'ShareFetchResponse.responses.partitions.acknowledgeErrorCode')
  writeCompactNullableString(writer, acknowledgeErrorMessage, 'ShareFetchResponse.responses.partitions.acknowledgeErrorMessage')
  encodeLeaderIdAndEpoch(writer, currentLeader, version)
  if (version >= 1) {
    writeCompactBytes(writer, notNull(records, 'ShareFetchResponse.responses.partitions.records', version), 'ShareFetchResponse.responses.partitions.records')
  } else {
    writeCompactNullableBytes(writer, records, 'ShareFetchResponse.responses.partitions.records')
  }
  writeCompactArrayLength(writer, acquiredRecords, 'ShareFetchResponse.responses.partitions.acquiredRecords')
  for (const element of acquiredRecords) {
    encodeAcquiredRecords(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchResponse.responses.partitions')
}

function decodePartitionData(reader: ByteReader, version: number): ShareFetchResponsePartitionData {
  const decoded: ShareFetchResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    errorMessage: null,
    acknowledgeErrorCode: 0,
    acknowledgeErrorMessage: null,
    currentLeader: defaultLeaderIdAndEpoch(),
    records: EMPTY_BYTES,
    acquiredRecords: [],
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  decoded.acknowledgeErrorCode = reader.readInt16()
  decoded.acknowledgeErrorMessage = readCompactNullableString(reader)
  decoded.currentLeader = decodeLeaderIdAndEpoch(reader, version)
  decoded.records = version >= 1 ? readCompactBytes(reader) : readCompactNullableBytes(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.acquiredRecords.push(decodeAcquiredRecords(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareFetchableTopicResponse(
  writer: ByteWriter,
  input: MessageInput<ShareFetchResponseShareFetchableTopicResponse>,
  version: number,
): void {
  checkStruct(input, 'ShareFetchResponse.responses')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareFetchResponse.responses.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareFetchResponse.responses.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchResponse.responses')
}

function decodeShareFetchableTopicResponse(
  reader: ByteReader,
  version: number,
): ShareFetchResponseShareFetchableTopicResponse {
  const decoded: ShareFetchResponseShareFetchableTopicResponse = {
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
  input: MessageInput<ShareFetchResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'ShareFetchResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, rack = null, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'ShareFetchResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'ShareFetchResponse.nodeEndpoints.host')
  writeInt32(writer, port, 'ShareFetchResponse.nodeEndpoints.port')
  writeCompactNullableString(writer, rack, 'ShareFetchResponse.nodeEndpoints.rack')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): ShareFetchResponseNodeEndpoint {
  const decoded: ShareFetchResponseNodeEndpoint = {
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

function encodeShareFetchResponse(writer: ByteWriter, input: MessageInput<ShareFetchResponse>, version: number): void {
  checkEncodeVersion('ShareFetchResponse', version, 0, 2)
  checkStruct(input, 'ShareFetchResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    acquisitionLockTimeoutMs = 0,
    responses = [],
    nodeEndpoints = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'ShareFetchResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ShareFetchResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ShareFetchResponse.errorMessage')
  if (version >= 1) {
    writeInt32(writer, acquisitionLockTimeoutMs, 'ShareFetchResponse.acquisitionLockTimeoutMs')
  } else if (acquisitionLockTimeoutMs !== 0) {
    throw notInVersion('ShareFetchResponse.acquisitionLockTimeoutMs', version)
  }
  writeCompactArrayLength(writer, responses, 'ShareFetchResponse.responses')
  for (const element of responses) {
    encodeShareFetchableTopicResponse(writer, element, version)
  }
  writeCompactArrayLength(writer, nodeEndpoints, 'ShareFetchResponse.nodeEndpoints')
  for (const element of nodeEndpoints) {
    encodeNodeEndpoint(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareFetchResponse')
}

function decodeShareFetchResponse(reader: ByteReader, version: number): ShareFetchResponse {
  checkDecodeVersion(reader, 'ShareFetchResponse', version, 0, 2)
  const decoded: ShareFetchResponse = {
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
  if (version >= 1) {
    decoded.acquisitionLockTimeoutMs = reader.readInt32()
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeShareFetchableTopicResponse(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.nodeEndpoints.push(decodeNodeEndpoint(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareFetchResponse. */
export const shareFetchResponse: MessageCodec<ShareFetchResponse> = {
  name: 'ShareFetchResponse',
  apiKey: 78,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeShareFetchResponse,
  decode: decodeShareFetchResponse,
}
