// Generated from schemas/merged.json (LeaderAndIsrRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  writeInt8,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** LeaderAndIsrRequest, versions 0-7. */
export interface LeaderAndIsrRequest {
  /** int32, versions 0+, a brokerId. */
  controllerId: number
  /** bool, versions 7+, default false. */
  isKRaftController: boolean
  /** int32, versions 0+. */
  controllerEpoch: number
  /** int64, versions 2+, ignored where the version lacks it, default -1. */
  brokerEpoch: bigint
  /** int8, versions 5+. */
  type: number
  /** []LeaderAndIsrPartitionState, versions 0-1. */
  ungroupedPartitionStates: LeaderAndIsrRequestLeaderAndIsrPartitionState[]
  /** []LeaderAndIsrTopicState, versions 2+. */
  topicStates: LeaderAndIsrRequestLeaderAndIsrTopicState[]
  /** []LeaderAndIsrLiveLeader, versions 0+. */
  liveLeaders: LeaderAndIsrRequestLeaderAndIsrLiveLeader[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderAndIsrLiveLeader of LeaderAndIsrRequest. */
export interface LeaderAndIsrRequestLeaderAndIsrLiveLeader {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** string, versions 0+. */
  hostName: string
  /** int32, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderAndIsrTopicState of LeaderAndIsrRequest. */
export interface LeaderAndIsrRequestLeaderAndIsrTopicState {
  /** string, versions 2+, a topicName. */
  topicName: string
  /** uuid, versions 5+, ignored where the version lacks it. */
  topicId: string
  /** []LeaderAndIsrPartitionState, versions 2+. */
  partitionStates: LeaderAndIsrRequestLeaderAndIsrPartitionState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderAndIsrPartitionState of LeaderAndIsrRequest. */
export interface LeaderAndIsrRequestLeaderAndIsrPartitionState {
  /** string, versions 0-1, a topicName, ignored where the version lacks it. */
  topicName: string
  /** int32, versions 0+. */
  partitionIndex: number
  /** int32, versions 0+. */
  controllerEpoch: number
  /** int32, versions 0+, a brokerId. */
  leader: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** []int32, versions 0+, a brokerId. */
  isr: number[]
  /** int32, versions 0+. */
  partitionEpoch: number
  /** []int32, versions 0+, a brokerId. */
  replicas: number[]
  /** []int32, versions 3+, a brokerId, ignored where the version lacks it. */
  addingReplicas: number[]
  /** []int32, versions 3+, a brokerId, ignored where the version lacks it. */
  removingReplicas: number[]
  /** bool, versions 1+, ignored where the version lacks it, default false. */
  isNew: boolean
  /** int8, versions 6+, default 0. */
  leaderRecoveryState: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeLeaderAndIsrPartitionState(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrRequestLeaderAndIsrPartitionState>,
  version: number,
): void {
  checkStruct(input, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState')
  const {
    topicName = '',
    partitionIndex = 0,
    controllerEpoch = 0,
    leader = 0,
    leaderEpoch = 0,
    isr = [],
    partitionEpoch = 0,
    replicas = [],
    addingReplicas = [],
    removingReplicas = [],
    isNew = false,
    leaderRecoveryState = 0,
    unknownTaggedFields,
  } = input
  if (version <= 1) {
    writeString(writer, topicName, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.topicName')
  }
  writeInt32(writer, partitionIndex, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.partitionIndex')
  writeInt32(writer, controllerEpoch, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.controllerEpoch')
  writeInt32(writer, leader, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.leader')
  writeInt32(writer, leaderEpoch, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.leaderEpoch')
  if (version >= 4) {
    writeCompactArrayLength(writer, isr, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.isr')
  } else {
    writeArrayLength(writer, isr, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.isr')
  }
  for (const element of isr) {
    writeInt32(writer, element, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.isr')
  }
  writeInt32(writer, partitionEpoch, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.partitionEpoch')
  if (version >= 4) {
    writeCompactArrayLength(writer, replicas, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.replicas')
  } else {
    writeArrayLength(writer, replicas, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.replicas')
  }
  for (const element of replicas) {
    writeInt32(writer, element, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.replicas')
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactArrayLength(writer, addingReplicas, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.addingReplicas')
    } else {
      writeArrayLength(writer, addingReplicas, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.addingReplicas')
    }
    for (const element of addingReplicas) {
      writeInt32(writer, element, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.addingReplicas')
    }
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactArrayLength(writer, removingReplicas, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.removingReplicas')
    } else {
      writeArrayLength(writer, removingReplicas, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.removingReplicas')
    }
    for (const element of removingReplicas) {
      writeInt32(writer, element, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.removingReplicas')
    }
  }
  if (version >= 1) {
    writeBool(writer, isNew, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.isNew')
  }
  if (version >= 6) {
    writeInt8(writer, leaderRecoveryState, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState.leaderRecoveryState')
  } else if (leaderRecoveryState !== 0) {
    throw notInVersion('LeaderAndIsrRequest.LeaderAndIsrPartitionState.leaderRecoveryState', version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrRequest.LeaderAndIsrPartitionState')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaderAndIsrRequest.LeaderAndIsrPartitionState.unknownTaggedFields', version)
  }
}

function decodeLeaderAndIsrPartitionState(
  reader: ByteReader,
  version: number,
): LeaderAndIsrRequestLeaderAndIsrPartitionState {
  const decoded: LeaderAndIsrRequestLeaderAndIsrPartitionState = {
    topicName: '',
    partitionIndex: 0,
    controllerEpoch: 0,
    leader: 0,
    leaderEpoch: 0,
    isr: [],
    partitionEpoch: 0,
    replicas: [],
    addingReplicas: [],
    removingReplicas: [],
    isNew: false,
    leaderRecoveryState: 0,
  }
  if (version <= 1) {
    decoded.topicName = readString(reader)
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.controllerEpoch = reader.readInt32()
  decoded.leader = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.isr.push(reader.readInt32())
  }
  decoded.partitionEpoch = reader.readInt32()
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.replicas.push(reader.readInt32())
  }
  if (version >= 3) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.addingReplicas.push(reader.readInt32())
    }
  }
  if (version >= 3) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.removingReplicas.push(reader.readInt32())
    }
  }
  if (version >= 1) {
    decoded.isNew = reader.readBoolean()
  }
  if (version >= 6) {
    decoded.leaderRecoveryState = reader.readInt8()
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaderAndIsrTopicState(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrRequestLeaderAndIsrTopicState>,
  version: number,
): void {
  checkStruct(input, 'LeaderAndIsrRequest.topicStates')
  const { topicName = '', topicId = ZERO_UUID, partitionStates = [], unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, topicName, 'LeaderAndIsrRequest.topicStates.topicName')
  } else {
    writeString(writer, topicName, 'LeaderAndIsrRequest.topicStates.topicName')
  }
  if (version >= 5) {
    writeUuid(writer, topicId, 'LeaderAndIsrRequest.topicStates.topicId')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, partitionStates, 'LeaderAndIsrRequest.topicStates.partitionStates')
  } else {
    writeArrayLength(writer, partitionStates, 'LeaderAndIsrRequest.topicStates.partitionStates')
  }
  for (const element of partitionStates) {
    encodeLeaderAndIsrPartitionState(writer, element, version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrRequest.topicStates')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaderAndIsrRequest.topicStates.unknownTaggedFields', version)
  }
}

function decodeLeaderAndIsrTopicState(reader: ByteReader, version: number): LeaderAndIsrRequestLeaderAndIsrTopicState {
  const decoded: LeaderAndIsrRequestLeaderAndIsrTopicState = {
    topicName: '',
    topicId: ZERO_UUID,
    partitionStates: [],
  }
  decoded.topicName = version >= 4 ? readCompactString(reader) : readString(reader)
  if (version >= 5) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionStates.push(decodeLeaderAndIsrPartitionState(reader, version))
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaderAndIsrLiveLeader(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrRequestLeaderAndIsrLiveLeader>,
  version: number,
): void {
  checkStruct(input, 'LeaderAndIsrRequest.liveLeaders')
  const { brokerId = 0, hostName = '', port = 0, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'LeaderAndIsrRequest.liveLeaders.brokerId')
  if (version >= 4) {
    writeCompactString(writer, hostName, 'LeaderAndIsrRequest.liveLeaders.hostName')
  } else {
    writeString(writer, hostName, 'LeaderAndIsrRequest.liveLeaders.hostName')
  }
  writeInt32(writer, port, 'LeaderAndIsrRequest.liveLeaders.port')
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrRequest.liveLeaders')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaderAndIsrRequest.liveLeaders.unknownTaggedFields', version)
  }
}

function decodeLeaderAndIsrLiveLeader(reader: ByteReader, version: number): LeaderAndIsrRequestLeaderAndIsrLiveLeader {
  const decoded: LeaderAndIsrRequestLeaderAndIsrLiveLeader = {
    brokerId: 0,
    hostName: '',
    port: 0,
  }
  decoded.brokerId = reader.readInt32()
  decoded.hostName = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.port = reader.readInt32()
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeLeaderAndIsrRequest(
  writer: ByteWriter,
  input: MessageInput<LeaderAndIsrRequest>,
  version: number,
): void {
  checkEncodeVersion('LeaderAndIsrRequest', version, 0, 7)
  checkStruct(input, 'LeaderAndIsrRequest')
  const {
    controllerId = 0,
    isKRaftController = false,
    controllerEpoch = 0,
    brokerEpoch = -1n,
    type = 0,
    ungroupedPartitionStates = [],
    topicStates = [],
    liveLeaders = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, controllerId, 'LeaderAndIsrRequest.controllerId')
  if (version === 7) {
    writeBool(writer, isKRaftController, 'LeaderAndIsrRequest.isKRaftController')
  } else if (isKRaftController !== false) {
    throw notInVersion('LeaderAndIsrRequest.isKRaftController', version)
  }
  writeInt32(writer, controllerEpoch, 'LeaderAndIsrRequest.controllerEpoch')
  if (version >= 2) {
    writeInt64(writer, brokerEpoch, 'LeaderAndIsrRequest.brokerEpoch')
  }
  if (version >= 5) {
    writeInt8(writer, type, 'LeaderAndIsrRequest.type')
  } else if (type !== 0) {
    throw notInVersion('LeaderAndIsrRequest.type', version)
  }
  if (version <= 1) {
    writeArrayLength(writer, ungroupedPartitionStates, 'LeaderAndIsrRequest.ungroupedPartitionStates')
    for (const element of ungroupedPartitionStates) {
      encodeLeaderAndIsrPartitionState(writer, element, version)
    }
  } else if (ungroupedPartitionStates?.length !== 0) {
    throw notInVersion('LeaderAndIsrRequest.ungroupedPartitionStates', version)
  }
  if (version >= 2) {
    if (version >= 4) {
      writeCompactArrayLength(writer, topicStates, 'LeaderAndIsrRequest.topicStates')
    } else {
      writeArrayLength(writer, topicStates, 'LeaderAndIsrRequest.topicStates')
    }
    for (const element of topicStates) {
      encodeLeaderAndIsrTopicState(writer, element, version)
    }
  } else if (topicStates?.length !== 0) {
    throw notInVersion('LeaderAndIsrRequest.topicStates', version)
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, liveLeaders, 'LeaderAndIsrRequest.liveLeaders')
  } else {
    writeArrayLength(writer, liveLeaders, 'LeaderAndIsrRequest.liveLeaders')
  }
  for (const element of liveLeaders) {
    encodeLeaderAndIsrLiveLeader(writer, element, version)
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderAndIsrRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('LeaderAndIsrRequest.unknownTaggedFields', version)
  }
}

function decodeLeaderAndIsrRequest(reader: ByteReader, version: number): LeaderAndIsrRequest {
  checkDecodeVersion(reader, 'LeaderAndIsrRequest', version, 0, 7)
  const decoded: LeaderAndIsrRequest = {
    controllerId: 0,
    isKRaftController: false,
    controllerEpoch: 0,
    brokerEpoch: -1n,
    type: 0,
    ungroupedPartitionStates: [],
    topicStates: [],
    liveLeaders: [],
  }
  decoded.controllerId = reader.readInt32()
  if (version === 7) {
    decoded.isKRaftController = reader.readBoolean()
  }
  decoded.controllerEpoch = reader.readInt32()
  if (version >= 2) {
    decoded.brokerEpoch = reader.readInt64()
  }
  if (version >= 5) {
    decoded.type = reader.readInt8()
  }
  if (version <= 1) {
    for (let left = readArrayLength(reader); left > 0; left--) {
      decoded.ungroupedPartitionStates.push(decodeLeaderAndIsrPartitionState(reader, version))
    }
  }
  if (version >= 2) {
    for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.topicStates.push(decodeLeaderAndIsrTopicState(reader, version))
    }
  }
  for (let left = version >= 4 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.liveLeaders.push(decodeLeaderAndIsrLiveLeader(reader, version))
  }
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes LeaderAndIsrRequest. */
export const leaderAndIsrRequest: MessageCodec<LeaderAndIsrRequest> = {
  name: 'LeaderAndIsrRequest',
  apiKey: 4,
  type: 'request',
  minVersion: 0,
  maxVersion: 7,
  flexibleFrom: 4,
  encode: encodeLeaderAndIsrRequest,
  decode: decodeLeaderAndIsrRequest,
}
