// Generated from schemas/merged.json (StopReplicaRequest) by generator/main.ts: not to be edited.
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
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StopReplicaRequest, versions 0-4. */
export interface StopReplicaRequest {
  /** int32, versions 0+, a brokerId. */
  controllerId: number
  /** bool, versions 4+, default false. */
  isKRaftController: boolean
  /** int32, versions 0+. */
  controllerEpoch: number
  /** int64, versions 1+, ignored where the version lacks it, default -1. */
  brokerEpoch: bigint
  /** bool, versions 0-2. */
  deletePartitions: boolean
  /** []StopReplicaPartitionV0, versions 0. */
  ungroupedPartitions: StopReplicaRequestStopReplicaPartitionV0[]
  /** []StopReplicaTopicV1, versions 1-2. */
  topics: StopReplicaRequestStopReplicaTopicV1[]
  /** []StopReplicaTopicState, versions 3+. */
  topicStates: StopReplicaRequestStopReplicaTopicState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StopReplicaTopicState of StopReplicaRequest. */
export interface StopReplicaRequestStopReplicaTopicState {
  /** string, versions 3+, a topicName. */
  topicName: string
  /** []StopReplicaPartitionState, versions 3+. */
  partitionStates: StopReplicaRequestStopReplicaPartitionState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StopReplicaPartitionState of StopReplicaRequest. */
export interface StopReplicaRequestStopReplicaPartitionState {
  /** int32, versions 3+. */
  partitionIndex: number
  /** int32, versions 3+, default -1. */
  leaderEpoch: number
  /** bool, versions 3+. */
  deletePartition: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StopReplicaTopicV1 of StopReplicaRequest. */
export interface StopReplicaRequestStopReplicaTopicV1 {
  /** string, versions 1-2, a topicName. */
  name: string
  /** []int32, versions 1-2. */
  partitionIndexes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StopReplicaPartitionV0 of StopReplicaRequest. */
export interface StopReplicaRequestStopReplicaPartitionV0 {
  /** string, versions 0, a topicName. */
  topicName: string
  /** int32, versions 0. */
  partitionIndex: number
}

function encodeStopReplicaPartitionV0(
  writer: ByteWriter,
  input: MessageInput<StopReplicaRequestStopReplicaPartitionV0>,
  _version: number,
): void {
  checkStruct(input, 'StopReplicaRequest.ungroupedPartitions')
  const { topicName = '', partitionIndex = 0 } = input
  writeString(writer, topicName, 'StopReplicaRequest.ungroupedPartitions.topicName')
  writeInt32(writer, partitionIndex, 'StopReplicaRequest.ungroupedPartitions.partitionIndex')
}

function decodeStopReplicaPartitionV0(reader: ByteReader, _version: number): StopReplicaRequestStopReplicaPartitionV0 {
  const decoded: StopReplicaRequestStopReplicaPartitionV0 = {
    topicName: '',
    partitionIndex: 0,
  }
  decoded.topicName = readString(reader)
  decoded.partitionIndex = reader.readInt32()
  return decoded
}

function encodeStopReplicaTopicV1(
  writer: ByteWriter,
  input: MessageInput<StopReplicaRequestStopReplicaTopicV1>,
  version: number,
): void {
  checkStruct(input, 'StopReplicaRequest.topics')
  const { name = '', partitionIndexes = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'StopReplicaRequest.topics.name')
  } else {
    writeString(writer, name, 'StopReplicaRequest.topics.name')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitionIndexes, 'StopReplicaRequest.topics.partitionIndexes')
  } else {
    writeArrayLength(writer, partitionIndexes, 'StopReplicaRequest.topics.partitionIndexes')
  }
  for (const element of partitionIndexes) {
    writeInt32(writer, element, 'StopReplicaRequest.topics.partitionIndexes')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StopReplicaRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('StopReplicaRequest.topics.unknownTaggedFields', version)
  }
}

function decodeStopReplicaTopicV1(reader: ByteReader, version: number): StopReplicaRequestStopReplicaTopicV1 {
  const decoded: StopReplicaRequestStopReplicaTopicV1 = {
    name: '',
    partitionIndexes: [],
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionIndexes.push(reader.readInt32())
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeStopReplicaPartitionState(
  writer: ByteWriter,
  input: MessageInput<StopReplicaRequestStopReplicaPartitionState>,
  _version: number,
): void {
  checkStruct(input, 'StopReplicaRequest.topicStates.partitionStates')
  const { partitionIndex = 0, leaderEpoch = -1, deletePartition = false, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'StopReplicaRequest.topicStates.partitionStates.partitionIndex')
  writeInt32(writer, leaderEpoch, 'StopReplicaRequest.topicStates.partitionStates.leaderEpoch')
  writeBool(writer, deletePartition, 'StopReplicaRequest.topicStates.partitionStates.deletePartition')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StopReplicaRequest.topicStates.partitionStates')
}

function decodeStopReplicaPartitionState(
  reader: ByteReader,
  _version: number,
): StopReplicaRequestStopReplicaPartitionState {
  const decoded: StopReplicaRequestStopReplicaPartitionState = {
    partitionIndex: 0,
    leaderEpoch: -1,
    deletePartition: false,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.deletePartition = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStopReplicaTopicState(
  writer: ByteWriter,
  input: MessageInput<StopReplicaRequestStopReplicaTopicState>,
  version: number,
): void {
  checkStruct(input, 'StopReplicaRequest.topicStates')
  const { topicName = '', partitionStates = [], unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'StopReplicaRequest.topicStates.topicName')
  writeCompactArrayLength(writer, partitionStates, 'StopReplicaRequest.topicStates.partitionStates')
  for (const element of partitionStates) {
    encodeStopReplicaPartitionState(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StopReplicaRequest.topicStates')
}

function decodeStopReplicaTopicState(reader: ByteReader, version: number): StopReplicaRequestStopReplicaTopicState {
  const decoded: StopReplicaRequestStopReplicaTopicState = {
    topicName: '',
    partitionStates: [],
  }
  decoded.topicName = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitionStates.push(decodeStopReplicaPartitionState(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStopReplicaRequest(writer: ByteWriter, input: MessageInput<StopReplicaRequest>, version: number): void {
  checkEncodeVersion('StopReplicaRequest', version, 0, 4)
  checkStruct(input, 'StopReplicaRequest')
  const {
    controllerId = 0,
    isKRaftController = false,
    controllerEpoch = 0,
    brokerEpoch = -1n,
    deletePartitions = false,
    ungroupedPartitions = [],
    topics = [],
    topicStates = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, controllerId, 'StopReplicaRequest.controllerId')
  if (version === 4) {
    writeBool(writer, isKRaftController, 'StopReplicaRequest.isKRaftController')
  } else if (isKRaftController !== false) {
    throw notInVersion('StopReplicaRequest.isKRaftController', version)
  }
  writeInt32(writer, controllerEpoch, 'StopReplicaRequest.controllerEpoch')
  if (version >= 1) {
    writeInt64(writer, brokerEpoch, 'StopReplicaRequest.brokerEpoch')
  }
  if (version <= 2) {
    writeBool(writer, deletePartitions, 'StopReplicaRequest.deletePartitions')
  } else if (deletePartitions !== false) {
    throw notInVersion('StopReplicaRequest.deletePartitions', version)
  }
  if (version === 0) {
    writeArrayLength(writer, ungroupedPartitions, 'StopReplicaRequest.ungroupedPartitions')
    for (const element of ungroupedPartitions) {
      encodeStopReplicaPartitionV0(writer, element, version)
    }
  } else if (ungroupedPartitions?.length !== 0) {
    throw notInVersion('StopReplicaRequest.ungroupedPartitions', version)
  }
  if (version >= 1 && version <= 2) {
    if (version >= 2) {
      writeCompactArrayLength(writer, topics, 'StopReplicaRequest.topics')
    } else {
      writeArrayLength(writer, topics, 'StopReplicaRequest.topics')
    }
    for (const element of topics) {
      encodeStopReplicaTopicV1(writer, element, version)
    }
  } else if (topics?.length !== 0) {
    throw notInVersion('StopReplicaRequest.topics', version)
  }
  if (version >= 3) {
    writeCompactArrayLength(writer, topicStates, 'StopReplicaRequest.topicStates')
    for (const element of topicStates) {
      encodeStopReplicaTopicState(writer, element, version)
    }
  } else if (topicStates?.length !== 0) {
    throw notInVersion('StopReplicaRequest.topicStates', version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StopReplicaRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('StopReplicaRequest.unknownTaggedFields', version)
  }
}

function decodeStopReplicaRequest(reader: ByteReader, version: number): StopReplicaRequest {
  checkDecodeVersion(reader, 'StopReplicaRequest', version, 0, 4)
  const decoded: StopReplicaRequest = {
    controllerId: 0,
    isKRaftController: false,
    controllerEpoch: 0,
    brokerEpoch: -1n,
    deletePartitions: false,
    ungroupedPartitions: [],
    topics: [],
    topicStates: [],
  }
  decoded.controllerId = reader.readInt32()
  if (version === 4) {
    decoded.isKRaftController = reader.readBoolean()
  }
  decoded.controllerEpoch = reader.readInt32()
  if (version >= 1) {
    decoded.brokerEpoch = reader.readInt64()
  }
  if (version <= 2) {
    decoded.deletePartitions = reader.readBoolean()
  }
  if (version === 0) {
    for (let left = readArrayLength(reader); left > 0; left--) {
      decoded.ungroupedPartitions.push(decodeStopReplicaPartitionV0(reader, version))
    }
  }
  if (version >= 1 && version <= 2) {
    for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.topics.push(decodeStopReplicaTopicV1(reader, version))
    }
  }
  if (version >= 3) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.topicStates.push(decodeStopReplicaTopicState(reader, version))
    }
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes StopReplicaRequest. */
export const stopReplicaRequest: MessageCodec<StopReplicaRequest> = {
  name: 'StopReplicaRequest',
  apiKey: 5,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 2,
  encode: encodeStopReplicaRequest,
  decode: decodeStopReplicaRequest,
}
