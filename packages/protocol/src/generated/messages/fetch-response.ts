// Generated from schemas/merged.json (FetchResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableBytes,
  readCompactNullableString,
  readCompactString,
  readNullableArrayLength,
  readNullableBytes,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableBytes,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeNullableArrayLength,
  writeNullableBytes,
  writeString,
  writeUuid,
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

/** FetchResponse, versions 0-18. */
export interface FetchResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 7+, ignored where the version lacks it. */
  errorCode: number
  /** int32, versions 7+, default 0. */
  sessionId: number
  /** []FetchableTopicResponse, versions 0+. */
  responses: FetchResponseFetchableTopicResponse[]
  /** []NodeEndpoint, versions 16+, tag 0. */
  nodeEndpoints: FetchResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of FetchResponse. */
export interface FetchResponseNodeEndpoint {
  /** int32, versions 16+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 16+. */
  host: string
  /** int32, versions 16+. */
  port: number
  /** string, versions 16+, nullable, default null. */
  rack: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FetchableTopicResponse of FetchResponse. */
export interface FetchResponseFetchableTopicResponse {
  /** string, versions 0-12, a topicName, ignored where the version lacks it. */
  topic: string
  /** uuid, versions 13+, ignored where the version lacks it. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: FetchResponsePartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of FetchResponse. */
export interface FetchResponsePartitionData {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+. */
  highWatermark: bigint
  /** int64, versions 4+, ignored where the version lacks it, default -1. */
  lastStableOffset: bigint
  /** int64, versions 5+, ignored where the version lacks it, default -1. */
  logStartOffset: bigint
  /** EpochEndOffset, versions 12+, tag 0. */
  divergingEpoch: FetchResponseEpochEndOffset
  /** LeaderIdAndEpoch, versions 12+, tag 1. */
  currentLeader: FetchResponseLeaderIdAndEpoch
  /** SnapshotId, versions 12+, tag 2. */
  snapshotId: FetchResponseSnapshotId
  /** []AbortedTransaction, versions 4+, nullable, ignored where the version lacks it. */
  abortedTransactions: FetchResponseAbortedTransaction[] | null
  /** int32, versions 11+, a brokerId, default -1. */
  preferredReadReplica: number
  /** records, versions 0+, nullable. */
  records: Uint8Array | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AbortedTransaction of FetchResponse. */
export interface FetchResponseAbortedTransaction {
  /** int64, versions 4+, a producerId. */
  producerId: bigint
  /** int64, versions 4+. */
  firstOffset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** SnapshotId of FetchResponse. */
export interface FetchResponseSnapshotId {
  /** int64, versions 12+, default -1. */
  endOffset: bigint
  /** int32, versions 12+, default -1. */
  epoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderIdAndEpoch of FetchResponse. */
export interface FetchResponseLeaderIdAndEpoch {
  /** int32, versions 12+, a brokerId, default -1. */
  leaderId: number
  /** int32, versions 12+, default -1. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** EpochEndOffset of FetchResponse. */
export interface FetchResponseEpochEndOffset {
  /** int32, versions 12+, default -1. */
  epoch: number
  /** int64, versions 12+, default -1. */
  endOffset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultEpochEndOffset(): FetchResponseEpochEndOffset {
  return {
    epoch: -1,
    endOffset: -1n,
  }
}

function isDefaultEpochEndOffset(input: MessageInput<FetchResponseEpochEndOffset>): boolean {
  checkStruct(input, 'FetchResponse.responses.partitions.divergingEpoch')
  const { epoch = -1, endOffset = -1n, unknownTaggedFields } = input
  return epoch === -1 && endOffset === -1n && !unknownTaggedFields?.length
}

function encodeEpochEndOffset(
  writer: ByteWriter,
  input: MessageInput<FetchResponseEpochEndOffset>,
  _version: number,
): void {
  checkStruct(input, 'FetchResponse.responses.partitions.divergingEpoch')
  const { epoch = -1, endOffset = -1n, unknownTaggedFields } = input
  writeInt32(writer, epoch, 'FetchResponse.responses.partitions.divergingEpoch.epoch')
  writeInt64(writer, endOffset, 'FetchResponse.responses.partitions.divergingEpoch.endOffset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchResponse.responses.partitions.divergingEpoch')
}

function decodeEpochEndOffset(reader: ByteReader, _version: number): FetchResponseEpochEndOffset {
  const decoded: FetchResponseEpochEndOffset = {
    epoch: -1,
    endOffset: -1n,
  }
  decoded.epoch = reader.readInt32()
  decoded.endOffset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultLeaderIdAndEpoch(): FetchResponseLeaderIdAndEpoch {
  return {
    leaderId: -1,
    leaderEpoch: -1,
  }
}

function isDefaultLeaderIdAndEpoch(input: MessageInput<FetchResponseLeaderIdAndEpoch>): boolean {
  checkStruct(input, 'FetchResponse.responses.partitions.currentLeader')
  const { leaderId = -1, leaderEpoch = -1, unknownTaggedFields } = input
  return leaderId === -1 && leaderEpoch === -1 && !unknownTaggedFields?.length
}

function encodeLeaderIdAndEpoch(
  writer: ByteWriter,
  input: MessageInput<FetchResponseLeaderIdAndEpoch>,
  _version: number,
): void {
  checkStruct(input, 'FetchResponse.responses.partitions.currentLeader')
  const { leaderId = -1, leaderEpoch = -1, unknownTaggedFields } = input
  writeInt32(writer, leaderId, 'FetchResponse.responses.partitions.currentLeader.leaderId')
  writeInt32(writer, leaderEpoch, 'FetchResponse.responses.partitions.currentLeader.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchResponse.responses.partitions.currentLeader')
}

function decodeLeaderIdAndEpoch(reader: ByteReader, _version: number): FetchResponseLeaderIdAndEpoch {
  const decoded: FetchResponseLeaderIdAndEpoch = {
    leaderId: -1,
    leaderEpoch: -1,
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultSnapshotId(): FetchResponseSnapshotId {
  return {
    endOffset: -1n,
    epoch: -1,
  }
}

function isDefaultSnapshotId(input: MessageInput<FetchResponseSnapshotId>): boolean {
  checkStruct(input, 'FetchResponse.responses.partitions.snapshotId')
  const { endOffset = -1n, epoch = -1, unknownTaggedFields } = input
  return endOffset === -1n && epoch === -1 && !unknownTaggedFields?.length
}

function encodeSnapshotId(writer: ByteWriter, input: MessageInput<FetchResponseSnapshotId>, _version: number): void {
  checkStruct(input, 'FetchResponse.responses.partitions.snapshotId')
  const { endOffset = -1n, epoch = -1, unknownTaggedFields } = input
  writeInt64(writer, endOffset, 'FetchResponse.responses.partitions.snapshotId.endOffset')
  writeInt32(writer, epoch, 'FetchResponse.responses.partitions.snapshotId.epoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchResponse.responses.partitions.snapshotId')
}

function decodeSnapshotId(reader: ByteReader, _version: number): FetchResponseSnapshotId {
  const decoded: FetchResponseSnapshotId = {
    endOffset: -1n,
    epoch: -1,
  }
  decoded.endOffset = reader.readInt64()
  decoded.epoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAbortedTransaction(
  writer: ByteWriter,
  input: MessageInput<FetchResponseAbortedTransaction>,
  version: number,
): void {
  checkStruct(input, 'FetchResponse.responses.partitions.abortedTransactions')
  const { producerId = 0n, firstOffset = 0n, unknownTaggedFields } = input
  writeInt64(writer, producerId, 'FetchResponse.responses.partitions.abortedTransactions.producerId')
  writeInt64(writer, firstOffset, 'FetchResponse.responses.partitions.abortedTransactions.firstOffset')
  if (version >= 12) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchResponse.responses.partitions.abortedTransactions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchResponse.responses.partitions.abortedTransactions.unknownTaggedFields', version)
  }
}

function decodeAbortedTransaction(reader: ByteReader, version: number): FetchResponseAbortedTransaction {
  const decoded: FetchResponseAbortedTransaction = {
    producerId: 0n,
    firstOffset: 0n,
  }
  decoded.producerId = reader.readInt64()
  decoded.firstOffset = reader.readInt64()
  if (version >= 12) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<FetchResponsePartitionData>,
  version: number,
): void {
  checkStruct(input, 'FetchResponse.responses.partitions')
  const {
    partitionIndex = 0,
    errorCode = 0,
    highWatermark = 0n,
    lastStableOffset = -1n,
    logStartOffset = -1n,
    divergingEpoch = {},
    currentLeader = {},
    snapshotId = {},
    abortedTransactions = [],
    preferredReadReplica = -1,
    records = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'FetchResponse.responses.partitions.partitionIndex')
  writeInt16(writer, errorCode, 'FetchResponse.responses.partitions.errorCode')
  writeInt64(writer, highWatermark, 'FetchResponse.responses.partitions.highWatermark')
  if (version >= 4) {
    writeInt64(writer, lastStableOffset, 'FetchResponse.responses.partitions.lastStableOffset')
  }
  if (version >= 5) {
    writeInt64(writer, logStartOffset, 'FetchResponse.responses.partitions.logStartOffset')
  }
  if (version >= 4) {
    if (version >= 12) {
      writeCompactNullableArrayLength(writer, abortedTransactions, 'FetchResponse.responses.partitions.abortedTransactions')
    } else {
      writeNullableArrayLength(writer, abortedTransactions, 'FetchResponse.responses.partitions.abortedTransactions')
    }
    if (abortedTransactions !== null) {
      for (const element of abortedTransactions) {
        encodeAbortedTransaction(writer, element, version)
      }
    }
  }
  if (version >= 11) {
    writeInt32(writer, preferredReadReplica, 'FetchResponse.responses.partitions.preferredReadReplica')
  } else if (preferredReadReplica !== -1) {
    throw notInVersion('FetchResponse.responses.partitions.preferredReadReplica', version)
  }
  if (version >= 12) {
    writeCompactNullableBytes(writer, records, 'FetchResponse.responses.partitions.records')
  } else {
    writeNullableBytes(writer, records, 'FetchResponse.responses.partitions.records')
  }
  const hasDivergingEpoch = !isDefaultEpochEndOffset(divergingEpoch)
  if (hasDivergingEpoch && version < 12) throw notInVersion('FetchResponse.responses.partitions.divergingEpoch', version)
  const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(currentLeader)
  if (hasCurrentLeader && version < 12) throw notInVersion('FetchResponse.responses.partitions.currentLeader', version)
  const hasSnapshotId = !isDefaultSnapshotId(snapshotId)
  if (hasSnapshotId && version < 12) throw notInVersion('FetchResponse.responses.partitions.snapshotId', version)
  if (version >= 12) {
    writer.writeUnsignedVarint((hasDivergingEpoch ? 1 : 0) + (hasCurrentLeader ? 1 : 0) + (hasSnapshotId ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasDivergingEpoch) {
      const start = beginTaggedField(writer, 0)
      encodeEpochEndOffset(writer, divergingEpoch, version)
      endTaggedField(writer, start)
    }
    if (hasCurrentLeader) {
      const start = beginTaggedField(writer, 1)
      encodeLeaderIdAndEpoch(writer, currentLeader, version)
      endTaggedField(writer, start)
    }
    if (hasSnapshotId) {
      const start = beginTaggedField(writer, 2)
      encodeSnapshotId(writer, snapshotId, version)
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 2, 'FetchResponse.responses.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchResponse.responses.partitions.unknownTaggedFields', version)
  }
}

function decodePartitionData(reader: ByteReader, version: number): FetchResponsePartitionData {
  const decoded: FetchResponsePartitionData = {
    partitionIndex: 0,
    errorCode: 0,
    highWatermark: 0n,
    lastStableOffset: -1n,
    logStartOffset: -1n,
    divergingEpoch: defaultEpochEndOffset(),
    currentLeader: defaultLeaderIdAndEpoch(),
    snapshotId: defaultSnapshotId(),
    abortedTransactions: [],
    preferredReadReplica: -1,
    records: EMPTY_BYTES,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.highWatermark = reader.readInt64()
  if (version >= 4) {
    decoded.lastStableOffset = reader.readInt64()
  }
  if (version >= 5) {
    decoded.logStartOffset = reader.readInt64()
  }
  if (version >= 4) {
    const abortedTransactionsLength = version >= 12 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
    if (abortedTransactionsLength < 0) {
      decoded.abortedTransactions = null
    } else {
      const abortedTransactionsElements: FetchResponseAbortedTransaction[] = []
      for (let i = 0; i < abortedTransactionsLength; i++) abortedTransactionsElements.push(decodeAbortedTransaction(reader, version))
      decoded.abortedTransactions = abortedTransactionsElements
    }
  }
  if (version >= 11) {
    decoded.preferredReadReplica = reader.readInt32()
  }
  decoded.records = version >= 12 ? readCompactNullableBytes(reader) : readNullableBytes(reader)
  if (version >= 12) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        decoded.divergingEpoch = decodeEpochEndOffset(reader, version)
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 1) {
        decoded.currentLeader = decodeLeaderIdAndEpoch(reader, version)
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 2) {
        decoded.snapshotId = decodeSnapshotId(reader, version)
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeFetchableTopicResponse(
  writer: ByteWriter,
  input: MessageInput<FetchResponseFetchableTopicResponse>,
  version: number,
): void {
  checkStruct(input, 'FetchResponse.responses')
  const { topic = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 12) {
    if (version >= 12) {
      writeCompactString(writer, topic, 'FetchResponse.responses.topic')
    } else {
      writeString(writer, topic, 'FetchResponse.responses.topic')
    }
  }
  if (version >= 13) {
    writeUuid(writer, topicId, 'FetchResponse.responses.topicId')
  }
  if (version >= 12) {
    writeCompactArrayLength(writer, partitions, 'FetchResponse.responses.partitions')
  } else {
    writeArrayLength(writer, partitions, 'FetchResponse.responses.partitions')
  }
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  if (version >= 12) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchResponse.responses')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchResponse.responses.unknownTaggedFields', version)
  }
}

function decodeFetchableTopicResponse(reader: ByteReader, version: number): FetchResponseFetchableTopicResponse {
  const decoded: FetchResponseFetchableTopicResponse = {
    topic: '',
    topicId: ZERO_UUID,
    partitions: [],
  }
  if (version <= 12) {
    decoded.topic = version >= 12 ? readCompactString(reader) : readString(reader)
  }
  if (version >= 13) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = version >= 12 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  if (version >= 12) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeNodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<FetchResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'FetchResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, rack = null, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'FetchResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'FetchResponse.nodeEndpoints.host')
  writeInt32(writer, port, 'FetchResponse.nodeEndpoints.port')
  writeCompactNullableString(writer, rack, 'FetchResponse.nodeEndpoints.rack')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): FetchResponseNodeEndpoint {
  const decoded: FetchResponseNodeEndpoint = {
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

function encodeFetchResponse(writer: ByteWriter, input: MessageInput<FetchResponse>, version: number): void {
  checkEncodeVersion('FetchResponse', version, 0, 18)
  checkStruct(input, 'FetchResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    sessionId = 0,
    responses = [],
    nodeEndpoints = [],
    unknownTaggedFields,
  } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'FetchResponse.throttleTimeMs')
  }
  if (version >= 7) {
    writeInt16(writer, errorCode, 'FetchResponse.errorCode')
  }
  if (version >= 7) {
    writeInt32(writer, sessionId, 'FetchResponse.sessionId')
  } else if (sessionId !== 0) {
    throw notInVersion('FetchResponse.sessionId', version)
  }
  if (version >= 12) {
    writeCompactArrayLength(writer, responses, 'FetchResponse.responses')
  } else {
    writeArrayLength(writer, responses, 'FetchResponse.responses')
  }
  for (const element of responses) {
    encodeFetchableTopicResponse(writer, element, version)
  }
  const hasNodeEndpoints = nodeEndpoints?.length !== 0
  if (hasNodeEndpoints && version < 16) throw notInVersion('FetchResponse.nodeEndpoints', version)
  if (version >= 12) {
    writer.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasNodeEndpoints) {
      const start = beginTaggedField(writer, 0)
      writeCompactArrayLength(writer, nodeEndpoints, 'FetchResponse.nodeEndpoints')
      for (const element of nodeEndpoints) {
        encodeNodeEndpoint(writer, element, version)
      }
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 16 ? 0 : -1, 'FetchResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchResponse.unknownTaggedFields', version)
  }
}

function decodeFetchResponse(reader: ByteReader, version: number): FetchResponse {
  checkDecodeVersion(reader, 'FetchResponse', version, 0, 18)
  const decoded: FetchResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    sessionId: 0,
    responses: [],
    nodeEndpoints: [],
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  if (version >= 7) {
    decoded.errorCode = reader.readInt16()
  }
  if (version >= 7) {
    decoded.sessionId = reader.readInt32()
  }
  for (let left = version >= 12 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeFetchableTopicResponse(reader, version))
  }
  if (version >= 12) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0 && version >= 16) {
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

/** Encodes and decodes FetchResponse. */
export const fetchResponse: MessageCodec<FetchResponse> = {
  name: 'FetchResponse',
  apiKey: 1,
  type: 'response',
  minVersion: 0,
  maxVersion: 18,
  flexibleFrom: 12,
  encode: encodeFetchResponse,
  decode: decodeFetchResponse,
}
