// Generated from schemas/merged.json (UpdateMetadataRequest) by generator/main.ts: not to be edited.
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
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeInt8,
  writeNullableString,
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

/** UpdateMetadataRequest, versions 0-8. */
export interface UpdateMetadataRequest {
  /** int32, versions 0+, a brokerId. */
  controllerId: number
  /** bool, versions 8+, default false. */
  isKRaftController: boolean
  /** int8, versions 8+, tag 0, default 0. */
  type: number
  /** int32, versions 0+. */
  controllerEpoch: number
  /** int64, versions 5+, ignored where the version lacks it, default -1. */
  brokerEpoch: bigint
  /** []UpdateMetadataPartitionState, versions 0-4. */
  ungroupedPartitionStates: UpdateMetadataRequestUpdateMetadataPartitionState[]
  /** []UpdateMetadataTopicState, versions 5+. */
  topicStates: UpdateMetadataRequestUpdateMetadataTopicState[]
  /** []UpdateMetadataBroker, versions 0+. */
  liveBrokers: UpdateMetadataRequestUpdateMetadataBroker[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** UpdateMetadataBroker of UpdateMetadataRequest. */
export interface UpdateMetadataRequestUpdateMetadataBroker {
  /** int32, versions 0+, a brokerId. */
  id: number
  /** string, versions 0, ignored where the version lacks it. */
  v0Host: string
  /** int32, versions 0, ignored where the version lacks it. */
  v0Port: number
  /** []UpdateMetadataEndpoint, versions 1+, ignored where the version lacks it. */
  endpoints: UpdateMetadataRequestUpdateMetadataEndpoint[]
  /** string, versions 2+, nullable, ignored where the version lacks it. */
  rack: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** UpdateMetadataEndpoint of UpdateMetadataRequest. */
export interface UpdateMetadataRequestUpdateMetadataEndpoint {
  /** int32, versions 1+. */
  port: number
  /** string, versions 1+. */
  host: string
  /** string, versions 3+, ignored where the version lacks it. */
  listener: string
  /** int16, versions 1+. */
  securityProtocol: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** UpdateMetadataTopicState of UpdateMetadataRequest. */
export interface UpdateMetadataRequestUpdateMetadataTopicState {
  /** string, versions 5+, a topicName. */
  topicName: string
  /** uuid, versions 7+, ignored where the version lacks it. */
  topicId: string
  /** []UpdateMetadataPartitionState, versions 5+. */
  partitionStates: UpdateMetadataRequestUpdateMetadataPartitionState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** UpdateMetadataPartitionState of UpdateMetadataRequest. */
export interface UpdateMetadataRequestUpdateMetadataPartitionState {
  /** string, versions 0-4, a topicName, ignored where the version lacks it. */
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
  zkVersion: number
  /** []int32, versions 0+, a brokerId. */
  replicas: number[]
  /** []int32, versions 4+, a brokerId, ignored where the version lacks it. */
  offlineReplicas: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUpdateMetadataPartitionState(
  writer: ByteWriter,
  input: MessageInput<UpdateMetadataRequestUpdateMetadataPartitionState>,
  version: number,
): void {
  checkStruct(input, 'UpdateMetadataRequest.UpdateMetadataPartitionState')
  const {
    topicName = '',
    partitionIndex = 0,
    controllerEpoch = 0,
    leader = 0,
    leaderEpoch = 0,
    isr = [],
    zkVersion = 0,
    replicas = [],
    offlineReplicas = [],
    unknownTaggedFields,
  } = input
  if (version <= 4) {
    writeString(writer, topicName, 'UpdateMetadataRequest.UpdateMetadataPartitionState.topicName')
  }
  writeInt32(writer, partitionIndex, 'UpdateMetadataRequest.UpdateMetadataPartitionState.partitionIndex')
  writeInt32(writer, controllerEpoch, 'UpdateMetadataRequest.UpdateMetadataPartitionState.controllerEpoch')
  writeInt32(writer, leader, 'UpdateMetadataRequest.UpdateMetadataPartitionState.leader')
  writeInt32(writer, leaderEpoch, 'UpdateMetadataRequest.UpdateMetadataPartitionState.leaderEpoch')
  if (version >= 6) {
    writeCompactArrayLength(writer, isr, 'UpdateMetadataRequest.UpdateMetadataPartitionState.isr')
  } else {
    writeArrayLength(writer, isr, 'UpdateMetadataRequest.UpdateMetadataPartitionState.isr')
  }
  for (const element of isr) {
    writeInt32(writer, element, 'UpdateMetadataRequest.UpdateMetadataPartitionState.isr')
  }
  writeInt32(writer, zkVersion, 'UpdateMetadataRequest.UpdateMetadataPartitionState.zkVersion')
  if (version >= 6) {
    writeCompactArrayLength(writer, replicas, 'UpdateMetadataRequest.UpdateMetadataPartitionState.replicas')
  } else {
    writeArrayLength(writer, replicas, 'UpdateMetadataRequest.UpdateMetadataPartitionState.replicas')
  }
  for (const element of replicas) {
    writeInt32(writer, element, 'UpdateMetadataRequest.UpdateMetadataPartitionState.replicas')
  }
  if (version >= 4) {
    if (version >= 6) {
      writeCompactArrayLength(writer, offlineReplicas, 'UpdateMetadataRequest.UpdateMetadataPartitionState.offlineReplicas')
    } else {
      writeArrayLength(writer, offlineReplicas, 'UpdateMetadataRequest.UpdateMetadataPartitionState.offlineReplicas')
    }
    for (const element of offlineReplicas) {
      writeInt32(writer, element, 'UpdateMetadataRequest.UpdateMetadataPartitionState.offlineReplicas')
    }
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateMetadataRequest.UpdateMetadataPartitionState')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('UpdateMetadataRequest.UpdateMetadataPartitionState.unknownTaggedFields', version)
  }
}

function decodeUpdateMetadataPartitionState(
  reader: ByteReader,
  version: number,
): UpdateMetadataRequestUpdateMetadataPartitionState {
  const decoded: UpdateMetadataRequestUpdateMetadataPartitionState = {
    topicName: '',
    partitionIndex: 0,
    controllerEpoch: 0,
    leader: 0,
    leaderEpoch: 0,
    isr: [],
    zkVersion: 0,
    replicas: [],
    offlineReplicas: [],
  }
  if (version <= 4) {
    decoded.topicName = readString(reader)
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.controllerEpoch = reader.readInt32()
  decoded.leader = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.isr.push(reader.readInt32())
  }
  decoded.zkVersion = reader.readInt32()
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.replicas.push(reader.readInt32())
  }
  if (version >= 4) {
    for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.offlineReplicas.push(reader.readInt32())
    }
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeUpdateMetadataTopicState(
  writer: ByteWriter,
  input: MessageInput<UpdateMetadataRequestUpdateMetadataTopicState>,
  version: number,
): void {
  checkStruct(input, 'UpdateMetadataRequest.topicStates')
  const { topicName = '', topicId = ZERO_UUID, partitionStates = [], unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, topicName, 'UpdateMetadataRequest.topicStates.topicName')
  } else {
    writeString(writer, topicName, 'UpdateMetadataRequest.topicStates.topicName')
  }
  if (version >= 7) {
    writeUuid(writer, topicId, 'UpdateMetadataRequest.topicStates.topicId')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, partitionStates, 'UpdateMetadataRequest.topicStates.partitionStates')
  } else {
    writeArrayLength(writer, partitionStates, 'UpdateMetadataRequest.topicStates.partitionStates')
  }
  for (const element of partitionStates) {
    encodeUpdateMetadataPartitionState(writer, element, version)
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateMetadataRequest.topicStates')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('UpdateMetadataRequest.topicStates.unknownTaggedFields', version)
  }
}

function decodeUpdateMetadataTopicState(
  reader: ByteReader,
  version: number,
): UpdateMetadataRequestUpdateMetadataTopicState {
  const decoded: UpdateMetadataRequestUpdateMetadataTopicState = {
    topicName: '',
    topicId: ZERO_UUID,
    partitionStates: [],
  }
  decoded.topicName = version >= 6 ? readCompactString(reader) : readString(reader)
  if (version >= 7) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionStates.push(decodeUpdateMetadataPartitionState(reader, version))
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeUpdateMetadataEndpoint(
  writer: ByteWriter,
  input: MessageInput<UpdateMetadataRequestUpdateMetadataEndpoint>,
  version: number,
): void {
  checkStruct(input, 'UpdateMetadataRequest.liveBrokers.endpoints')
  const { port = 0, host = '', listener = '', securityProtocol = 0, unknownTaggedFields } = input
  writeInt32(writer, port, 'UpdateMetadataRequest.liveBrokers.endpoints.port')
  if (version >= 6) {
    writeCompactString(writer, host, 'UpdateMetadataRequest.liveBrokers.endpoints.host')
  } else {
    writeString(writer, host, 'UpdateMetadataRequest.liveBrokers.endpoints.host')
  }
  if (version >= 3) {
    if (version >= 6) {
      writeCompactString(writer, listener, 'UpdateMetadataRequest.liveBrokers.endpoints.listener')
    } else {
      writeString(writer, listener, 'UpdateMetadataRequest.liveBrokers.endpoints.listener')
    }
  }
  writeInt16(writer, securityProtocol, 'UpdateMetadataRequest.liveBrokers.endpoints.securityProtocol')
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateMetadataRequest.liveBrokers.endpoints')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('UpdateMetadataRequest.liveBrokers.endpoints.unknownTaggedFields', version)
  }
}

function decodeUpdateMetadataEndpoint(
  reader: ByteReader,
  version: number,
): UpdateMetadataRequestUpdateMetadataEndpoint {
  const decoded: UpdateMetadataRequestUpdateMetadataEndpoint = {
    port: 0,
    host: '',
    listener: '',
    securityProtocol: 0,
  }
  decoded.port = reader.readInt32()
  decoded.host = version >= 6 ? readCompactString(reader) : readString(reader)
  if (version >= 3) {
    decoded.listener = version >= 6 ? readCompactString(reader) : readString(reader)
  }
  decoded.securityProtocol = reader.readInt16()
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeUpdateMetadataBroker(
  writer: ByteWriter,
  input: MessageInput<UpdateMetadataRequestUpdateMetadataBroker>,
  version: number,
): void {
  checkStruct(input, 'UpdateMetadataRequest.liveBrokers')
  const { id = 0, v0Host = '', v0Port = 0, endpoints = [], rack = '', unknownTaggedFields } = input
  writeInt32(writer, id, 'UpdateMetadataRequest.liveBrokers.id')
  if (version === 0) {
    writeString(writer, v0Host, 'UpdateMetadataRequest.liveBrokers.v0Host')
  }
  if (version === 0) {
    writeInt32(writer, v0Port, 'UpdateMetadataRequest.liveBrokers.v0Port')
  }
  if (version >= 1) {
    if (version >= 6) {
      writeCompactArrayLength(writer, endpoints, 'UpdateMetadataRequest.liveBrokers.endpoints')
    } else {
      writeArrayLength(writer, endpoints, 'UpdateMetadataRequest.liveBrokers.endpoints')
    }
    for (const element of endpoints) {
      encodeUpdateMetadataEndpoint(writer, element, version)
    }
  }
  if (version >= 2) {
    if (version >= 6) {
      writeCompactNullableString(writer, rack, 'UpdateMetadataRequest.liveBrokers.rack')
    } else {
      writeNullableString(writer, rack, 'UpdateMetadataRequest.liveBrokers.rack')
    }
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateMetadataRequest.liveBrokers')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('UpdateMetadataRequest.liveBrokers.unknownTaggedFields', version)
  }
}

function decodeUpdateMetadataBroker(reader: ByteReader, version: number): UpdateMetadataRequestUpdateMetadataBroker {
  const decoded: UpdateMetadataRequestUpdateMetadataBroker = {
    id: 0,
    v0Host: '',
    v0Port: 0,
    endpoints: [],
    rack: '',
  }
  decoded.id = reader.readInt32()
  if (version === 0) {
    decoded.v0Host = readString(reader)
  }
  if (version === 0) {
    decoded.v0Port = reader.readInt32()
  }
  if (version >= 1) {
    for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.endpoints.push(decodeUpdateMetadataEndpoint(reader, version))
    }
  }
  if (version >= 2) {
    decoded.rack = version >= 6 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeUpdateMetadataRequest(
  writer: ByteWriter,
  input: MessageInput<UpdateMetadataRequest>,
  version: number,
): void {
  checkEncodeVersion('UpdateMetadataRequest', version, 0, 8)
  checkStruct(input, 'UpdateMetadataRequest')
  const {
    controllerId = 0,
    isKRaftController = false,
    type = 0,
    controllerEpoch = 0,
    brokerEpoch = -1n,
    ungroupedPartitionStates = [],
    topicStates = [],
    liveBrokers = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, controllerId, 'UpdateMetadataRequest.controllerId')
  if (version === 8) {
    writeBool(writer, isKRaftController, 'UpdateMetadataRequest.isKRaftController')
  } else if (isKRaftController !== false) {
    throw notInVersion('UpdateMetadataRequest.isKRaftController', version)
  }
  writeInt32(writer, controllerEpoch, 'UpdateMetadataRequest.controllerEpoch')
  if (version >= 5) {
    writeInt64(writer, brokerEpoch, 'UpdateMetadataRequest.brokerEpoch')
  }
  if (version <= 4) {
    writeArrayLength(writer, ungroupedPartitionStates, 'UpdateMetadataRequest.ungroupedPartitionStates')
    for (const element of ungroupedPartitionStates) {
      encodeUpdateMetadataPartitionState(writer, element, version)
    }
  } else if (ungroupedPartitionStates?.length !== 0) {
    throw notInVersion('UpdateMetadataRequest.ungroupedPartitionStates', version)
  }
  if (version >= 5) {
    if (version >= 6) {
      writeCompactArrayLength(writer, topicStates, 'UpdateMetadataRequest.topicStates')
    } else {
      writeArrayLength(writer, topicStates, 'UpdateMetadataRequest.topicStates')
    }
    for (const element of topicStates) {
      encodeUpdateMetadataTopicState(writer, element, version)
    }
  } else if (topicStates?.length !== 0) {
    throw notInVersion('UpdateMetadataRequest.topicStates', version)
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, liveBrokers, 'UpdateMetadataRequest.liveBrokers')
  } else {
    writeArrayLength(writer, liveBrokers, 'UpdateMetadataRequest.liveBrokers')
  }
  for (const element of liveBrokers) {
    encodeUpdateMetadataBroker(writer, element, version)
  }
  const hasType = type !== 0
  if (hasType && version !== 8) throw notInVersion('UpdateMetadataRequest.type', version)
  if (version >= 6) {
    writer.writeUnsignedVarint((hasType ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasType) {
      const start = beginTaggedField(writer, 0)
      writeInt8(writer, type, 'UpdateMetadataRequest.type')
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 8 ? 0 : -1, 'UpdateMetadataRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('UpdateMetadataRequest.unknownTaggedFields', version)
  }
}

function decodeUpdateMetadataRequest(reader: ByteReader, version: number): UpdateMetadataRequest {
  checkDecodeVersion(reader, 'UpdateMetadataRequest', version, 0, 8)
  const decoded: UpdateMetadataRequest = {
    controllerId: 0,
    isKRaftController: false,
    type: 0,
    controllerEpoch: 0,
    brokerEpoch: -1n,
    ungroupedPartitionStates: [],
    topicStates: [],
    liveBrokers: [],
  }
  decoded.controllerId = reader.readInt32()
  if (version === 8) {
    decoded.isKRaftController = reader.readBoolean()
  }
  decoded.controllerEpoch = reader.readInt32()
  if (version >= 5) {
    decoded.brokerEpoch = reader.readInt64()
  }
  if (version <= 4) {
    for (let left = readArrayLength(reader); left > 0; left--) {
      decoded.ungroupedPartitionStates.push(decodeUpdateMetadataPartitionState(reader, version))
    }
  }
  if (version >= 5) {
    for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.topicStates.push(decodeUpdateMetadataTopicState(reader, version))
    }
  }
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.liveBrokers.push(decodeUpdateMetadataBroker(reader, version))
  }
  if (version >= 6) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0 && version === 8) {
        decoded.type = reader.readInt8()
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes UpdateMetadataRequest. */
export const updateMetadataRequest: MessageCodec<UpdateMetadataRequest> = {
  name: 'UpdateMetadataRequest',
  apiKey: 6,
  type: 'request',
  minVersion: 0,
  maxVersion: 8,
  flexibleFrom: 6,
  encode: encodeUpdateMetadataRequest,
  decode: decodeUpdateMetadataRequest,
}
