// Generated from schemas/merged.json (FetchRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
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
  writeInt64,
  writeInt8,
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

/** FetchRequest, versions 0-18. */
export interface FetchRequest {
  /** string, versions 12+, nullable, tag 0, ignored where the version lacks it, default null. */
  clusterId: string | null
  /** int32, versions 0-14, a brokerId, default -1. */
  replicaId: number
  /** ReplicaState, versions 15+, tag 1. */
  replicaState: FetchRequestReplicaState
  /** int32, versions 0+. */
  maxWaitMs: number
  /** int32, versions 0+. */
  minBytes: number
  /** int32, versions 3+, ignored where the version lacks it, default 0x7fffffff. */
  maxBytes: number
  /** int8, versions 4+, ignored where the version lacks it, default 0. */
  isolationLevel: number
  /** int32, versions 7+, ignored where the version lacks it, default 0. */
  sessionId: number
  /** int32, versions 7+, ignored where the version lacks it, default -1. */
  sessionEpoch: number
  /** []FetchTopic, versions 0+. */
  topics: FetchRequestFetchTopic[]
  /** []ForgottenTopic, versions 7+. */
  forgottenTopicsData: FetchRequestForgottenTopic[]
  /** string, versions 11+, ignored where the version lacks it, default empty. */
  rackId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ForgottenTopic of FetchRequest. */
export interface FetchRequestForgottenTopic {
  /** string, versions 7-12, a topicName, ignored where the version lacks it. */
  topic: string
  /** uuid, versions 13+, ignored where the version lacks it. */
  topicId: string
  /** []int32, versions 7+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FetchTopic of FetchRequest. */
export interface FetchRequestFetchTopic {
  /** string, versions 0-12, a topicName, ignored where the version lacks it. */
  topic: string
  /** uuid, versions 13+, ignored where the version lacks it. */
  topicId: string
  /** []FetchPartition, versions 0+. */
  partitions: FetchRequestFetchPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** FetchPartition of FetchRequest. */
export interface FetchRequestFetchPartition {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 9+, ignored where the version lacks it, default -1. */
  currentLeaderEpoch: number
  /** int64, versions 0+. */
  fetchOffset: bigint
  /** int32, versions 12+, default -1. */
  lastFetchedEpoch: number
  /** int64, versions 5+, ignored where the version lacks it, default -1. */
  logStartOffset: bigint
  /** int32, versions 0+. */
  partitionMaxBytes: number
  /** uuid, versions 17+, tag 0, ignored where the version lacks it. */
  replicaDirectoryId: string
  /** int64, versions 18+, tag 1, ignored where the version lacks it, default 9223372036854775807. */
  highWatermark: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReplicaState of FetchRequest. */
export interface FetchRequestReplicaState {
  /** int32, versions 15+, a brokerId, default -1. */
  replicaId: number
  /** int64, versions 15+, default -1. */
  replicaEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultReplicaState(): FetchRequestReplicaState {
  return {
    replicaId: -1,
    replicaEpoch: -1n,
  }
}

function isDefaultReplicaState(input: MessageInput<FetchRequestReplicaState>): boolean {
  checkStruct(input, 'FetchRequest.replicaState')
  const { replicaId = -1, replicaEpoch = -1n, unknownTaggedFields } = input
  return replicaId === -1 && replicaEpoch === -1n && !unknownTaggedFields?.length
}

function encodeReplicaState(writer: ByteWriter, input: MessageInput<FetchRequestReplicaState>, _version: number): void {
  checkStruct(input, 'FetchRequest.replicaState')
  const { replicaId = -1, replicaEpoch = -1n, unknownTaggedFields } = input
  writeInt32(writer, replicaId, 'FetchRequest.replicaState.replicaId')
  writeInt64(writer, replicaEpoch, 'FetchRequest.replicaState.replicaEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchRequest.replicaState')
}

function decodeReplicaState(reader: ByteReader, _version: number): FetchRequestReplicaState {
  const decoded: FetchRequestReplicaState = {
    replicaId: -1,
    replicaEpoch: -1n,
  }
  decoded.replicaId = reader.readInt32()
  decoded.replicaEpoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFetchPartition(
  writer: ByteWriter,
  input: MessageInput<FetchRequestFetchPartition>,
  version: number,
): void {
  checkStruct(input, 'FetchRequest.topics.partitions')
  const {
    partition = 0,
    currentLeaderEpoch = -1,
    fetchOffset = 0n,
    lastFetchedEpoch = -1,
    logStartOffset = -1n,
    partitionMaxBytes = 0,
    replicaDirectoryId = ZERO_UUID,
    highWatermark = 9223372036854775807n,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partition, 'FetchRequest.topics.partitions.partition')
  if (version >= 9) {
    writeInt32(writer, currentLeaderEpoch, 'FetchRequest.topics.partitions.currentLeaderEpoch')
  }
  writeInt64(writer, fetchOffset, 'FetchRequest.topics.partitions.fetchOffset')
  if (version >= 12) {
    writeInt32(writer, lastFetchedEpoch, 'FetchRequest.topics.partitions.lastFetchedEpoch')
  } else if (lastFetchedEpoch !== -1) {
    throw notInVersion('FetchRequest.topics.partitions.lastFetchedEpoch', version)
  }
  if (version >= 5) {
    writeInt64(writer, logStartOffset, 'FetchRequest.topics.partitions.logStartOffset')
  }
  writeInt32(writer, partitionMaxBytes, 'FetchRequest.topics.partitions.partitionMaxBytes')
  const hasReplicaDirectoryId = version >= 17 && replicaDirectoryId !== ZERO_UUID
  const hasHighWatermark = version === 18 && highWatermark !== 9223372036854775807n
  if (version >= 12) {
    writer.writeUnsignedVarint((hasReplicaDirectoryId ? 1 : 0) + (hasHighWatermark ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasReplicaDirectoryId) {
      const start = beginTaggedField(writer, 0)
      writeUuid(writer, replicaDirectoryId, 'FetchRequest.topics.partitions.replicaDirectoryId')
      endTaggedField(writer, start)
    }
    if (hasHighWatermark) {
      const start = beginTaggedField(writer, 1)
      writeInt64(writer, highWatermark, 'FetchRequest.topics.partitions.highWatermark')
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 18 ? 1 : version >= 17 ? 0 : -1, 'FetchRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeFetchPartition(reader: ByteReader, version: number): FetchRequestFetchPartition {
  const decoded: FetchRequestFetchPartition = {
    partition: 0,
    currentLeaderEpoch: -1,
    fetchOffset: 0n,
    lastFetchedEpoch: -1,
    logStartOffset: -1n,
    partitionMaxBytes: 0,
    replicaDirectoryId: ZERO_UUID,
    highWatermark: 9223372036854775807n,
  }
  decoded.partition = reader.readInt32()
  if (version >= 9) {
    decoded.currentLeaderEpoch = reader.readInt32()
  }
  decoded.fetchOffset = reader.readInt64()
  if (version >= 12) {
    decoded.lastFetchedEpoch = reader.readInt32()
  }
  if (version >= 5) {
    decoded.logStartOffset = reader.readInt64()
  }
  decoded.partitionMaxBytes = reader.readInt32()
  if (version >= 12) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0 && version >= 17) {
        decoded.replicaDirectoryId = reader.readUuid()
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 1 && version === 18) {
        decoded.highWatermark = reader.readInt64()
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeFetchTopic(writer: ByteWriter, input: MessageInput<FetchRequestFetchTopic>, version: number): void {
  checkStruct(input, 'FetchRequest.topics')
  const { topic = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 12) {
    if (version >= 12) {
      writeCompactString(writer, topic, 'FetchRequest.topics.topic')
    } else {
      writeString(writer, topic, 'FetchRequest.topics.topic')
    }
  }
  if (version >= 13) {
    writeUuid(writer, topicId, 'FetchRequest.topics.topicId')
  }
  if (version >= 12) {
    writeCompactArrayLength(writer, partitions, 'FetchRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'FetchRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodeFetchPartition(writer, element, version)
  }
  if (version >= 12) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchRequest.topics.unknownTaggedFields', version)
  }
}

function decodeFetchTopic(reader: ByteReader, version: number): FetchRequestFetchTopic {
  const decoded: FetchRequestFetchTopic = {
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
    decoded.partitions.push(decodeFetchPartition(reader, version))
  }
  if (version >= 12) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeForgottenTopic(
  writer: ByteWriter,
  input: MessageInput<FetchRequestForgottenTopic>,
  version: number,
): void {
  checkStruct(input, 'FetchRequest.forgottenTopicsData')
  const { topic = '', topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  if (version <= 12) {
    if (version >= 12) {
      writeCompactString(writer, topic, 'FetchRequest.forgottenTopicsData.topic')
    } else {
      writeString(writer, topic, 'FetchRequest.forgottenTopicsData.topic')
    }
  }
  if (version >= 13) {
    writeUuid(writer, topicId, 'FetchRequest.forgottenTopicsData.topicId')
  }
  if (version >= 12) {
    writeCompactArrayLength(writer, partitions, 'FetchRequest.forgottenTopicsData.partitions')
  } else {
    writeArrayLength(writer, partitions, 'FetchRequest.forgottenTopicsData.partitions')
  }
  for (const element of partitions) {
    writeInt32(writer, element, 'FetchRequest.forgottenTopicsData.partitions')
  }
  if (version >= 12) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FetchRequest.forgottenTopicsData')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchRequest.forgottenTopicsData.unknownTaggedFields', version)
  }
}

function decodeForgottenTopic(reader: ByteReader, version: number): FetchRequestForgottenTopic {
  const decoded: FetchRequestForgottenTopic = {
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
    decoded.partitions.push(reader.readInt32())
  }
  if (version >= 12) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeFetchRequest(writer: ByteWriter, input: MessageInput<FetchRequest>, version: number): void {
  checkEncodeVersion('FetchRequest', version, 0, 18)
  checkStruct(input, 'FetchRequest')
  const {
    clusterId = null,
    replicaId = -1,
    replicaState = {},
    maxWaitMs = 0,
    minBytes = 0,
    maxBytes = 2147483647,
    isolationLevel = 0,
    sessionId = 0,
    sessionEpoch = -1,
    topics = [],
    forgottenTopicsData = [],
    rackId = '',
    unknownTaggedFields,
  } = input
  if (version <= 14) {
    writeInt32(writer, replicaId, 'FetchRequest.replicaId')
  } else if (replicaId !== -1) {
    throw notInVersion('FetchRequest.replicaId', version)
  }
  writeInt32(writer, maxWaitMs, 'FetchRequest.maxWaitMs')
  writeInt32(writer, minBytes, 'FetchRequest.minBytes')
  if (version >= 3) {
    writeInt32(writer, maxBytes, 'FetchRequest.maxBytes')
  }
  if (version >= 4) {
    writeInt8(writer, isolationLevel, 'FetchRequest.isolationLevel')
  }
  if (version >= 7) {
    writeInt32(writer, sessionId, 'FetchRequest.sessionId')
  }
  if (version >= 7) {
    writeInt32(writer, sessionEpoch, 'FetchRequest.sessionEpoch')
  }
  if (version >= 12) {
    writeCompactArrayLength(writer, topics, 'FetchRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'FetchRequest.topics')
  }
  for (const element of topics) {
    encodeFetchTopic(writer, element, version)
  }
  if (version >= 7) {
    if (version >= 12) {
      writeCompactArrayLength(writer, forgottenTopicsData, 'FetchRequest.forgottenTopicsData')
    } else {
      writeArrayLength(writer, forgottenTopicsData, 'FetchRequest.forgottenTopicsData')
    }
    for (const element of forgottenTopicsData) {
      encodeForgottenTopic(writer, element, version)
    }
  } else if (forgottenTopicsData?.length !== 0) {
    throw notInVersion('FetchRequest.forgottenTopicsData', version)
  }
  if (version >= 11) {
    if (version >= 12) {
      writeCompactString(writer, rackId, 'FetchRequest.rackId')
    } else {
      writeString(writer, rackId, 'FetchRequest.rackId')
    }
  }
  const hasClusterId = version >= 12 && clusterId !== null
  const hasReplicaState = !isDefaultReplicaState(replicaState)
  if (hasReplicaState && version < 15) throw notInVersion('FetchRequest.replicaState', version)
  if (version >= 12) {
    writer.writeUnsignedVarint((hasClusterId ? 1 : 0) + (hasReplicaState ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasClusterId) {
      const start = beginTaggedField(writer, 0)
      writeCompactNullableString(writer, clusterId, 'FetchRequest.clusterId')
      endTaggedField(writer, start)
    }
    if (hasReplicaState) {
      const start = beginTaggedField(writer, 1)
      encodeReplicaState(writer, replicaState, version)
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 15 ? 1 : 0, 'FetchRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FetchRequest.unknownTaggedFields', version)
  }
}

function decodeFetchRequest(reader: ByteReader, version: number): FetchRequest {
  checkDecodeVersion(reader, 'FetchRequest', version, 0, 18)
  const decoded: FetchRequest = {
    clusterId: null,
    replicaId: -1,
    replicaState: defaultReplicaState(),
    maxWaitMs: 0,
    minBytes: 0,
    maxBytes: 2147483647,
    isolationLevel: 0,
    sessionId: 0,
    sessionEpoch: -1,
    topics: [],
    forgottenTopicsData: [],
    rackId: '',
  }
  if (version <= 14) {
    decoded.replicaId = reader.readInt32()
  }
  decoded.maxWaitMs = reader.readInt32()
  decoded.minBytes = reader.readInt32()
  if (version >= 3) {
    decoded.maxBytes = reader.readInt32()
  }
  if (version >= 4) {
    decoded.isolationLevel = reader.readInt8()
  }
  if (version >= 7) {
    decoded.sessionId = reader.readInt32()
  }
  if (version >= 7) {
    decoded.sessionEpoch = reader.readInt32()
  }
  for (let left = version >= 12 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeFetchTopic(reader, version))
  }
  if (version >= 7) {
    for (let left = version >= 12 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.forgottenTopicsData.push(decodeForgottenTopic(reader, version))
    }
  }
  if (version >= 11) {
    decoded.rackId = version >= 12 ? readCompactString(reader) : readString(reader)
  }
  if (version >= 12) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        decoded.clusterId = readCompactNullableString(reader)
        checkTaggedFieldEnd(reader, tag, end)
      } else if (tag === 1 && version >= 15) {
        decoded.replicaState = decodeReplicaState(reader, version)
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes FetchRequest. */
export const fetchRequest: MessageCodec<FetchRequest> = {
  name: 'FetchRequest',
  apiKey: 1,
  type: 'request',
  minVersion: 0,
  maxVersion: 18,
  flexibleFrom: 12,
  encode: encodeFetchRequest,
  decode: decodeFetchRequest,
}
