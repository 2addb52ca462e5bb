// Generated from schemas/merged.json (CreateTopicsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
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
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreateTopicsRequest, versions 0-7. */
export interface CreateTopicsRequest {
  /** []CreatableTopic, versions 0+. */
  topics: CreateTopicsRequestCreatableTopic[]
  /** int32, versions 0+, default 60000. */
  timeoutMs: number
  /** bool, versions 1+, default false. */
  validateOnly: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatableTopic of CreateTopicsRequest. */
export interface CreateTopicsRequestCreatableTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** int32, versions 0+. */
  numPartitions: number
  /** int16, versions 0+. */
  replicationFactor: number
  /** []CreatableReplicaAssignment, versions 0+. */
  assignments: CreateTopicsRequestCreatableReplicaAssignment[]
  /** []CreatableTopicConfig, versions 0+. */
  configs: CreateTopicsRequestCreatableTopicConfig[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatableTopicConfig of CreateTopicsRequest. */
export interface CreateTopicsRequestCreatableTopicConfig {
  /** string, versions 0+, unique in its array. */
  name: string
  /** string, versions 0+, nullable. */
  value: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatableReplicaAssignment of CreateTopicsRequest. */
export interface CreateTopicsRequestCreatableReplicaAssignment {
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** []int32, versions 0+, a brokerId. */
  brokerIds: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCreatableReplicaAssignment(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsRequestCreatableReplicaAssignment>,
  version: number,
): void {
  checkStruct(input, 'CreateTopicsRequest.topics.assignments')
  const { partitionIndex = 0, brokerIds = [], unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'CreateTopicsRequest.topics.assignments.partitionIndex')
  if (version >= 5) {
    writeCompactArrayLength(writer, brokerIds, 'CreateTopicsRequest.topics.assignments.brokerIds')
  } else {
    writeArrayLength(writer, brokerIds, 'CreateTopicsRequest.topics.assignments.brokerIds')
  }
  for (const element of brokerIds) {
    writeInt32(writer, element, 'CreateTopicsRequest.topics.assignments.brokerIds')
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateTopicsRequest.topics.assignments')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateTopicsRequest.topics.assignments.unknownTaggedFields', version)
  }
}

function decodeCreatableReplicaAssignment(
  reader: ByteReader,
  version: number,
): CreateTopicsRequestCreatableReplicaAssignment {
  const decoded: CreateTopicsRequestCreatableReplicaAssignment = {
    partitionIndex: 0,
    brokerIds: [],
  }
  decoded.partitionIndex = reader.readInt32()
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.brokerIds.push(reader.readInt32())
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreatableTopicConfig(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsRequestCreatableTopicConfig>,
  version: number,
): void {
  checkStruct(input, 'CreateTopicsRequest.topics.configs')
  const { name = '', value = '', unknownTaggedFields } = input
  if (version >= 5) {
    writeCompactString(writer, name, 'CreateTopicsRequest.topics.configs.name')
  } else {
    writeString(writer, name, 'CreateTopicsRequest.topics.configs.name')
  }
  if (version >= 5) {
    writeCompactNullableString(writer, value, 'CreateTopicsRequest.topics.configs.value')
  } else {
    writeNullableString(writer, value, 'CreateTopicsRequest.topics.configs.value')
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateTopicsRequest.topics.configs')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateTopicsRequest.topics.configs.unknownTaggedFields', version)
  }
}

function decodeCreatableTopicConfig(reader: ByteReader, version: number): CreateTopicsRequestCreatableTopicConfig {
  const decoded: CreateTopicsRequestCreatableTopicConfig = {
    name: '',
    value: '',
  }
  decoded.name = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.value = version >= 5 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreatableTopic(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsRequestCreatableTopic>,
  version: number,
): void {
  checkStruct(input, 'CreateTopicsRequest.topics')
  const {
    name = '',
    numPartitions = 0,
    replicationFactor = 0,
    assignments = [],
    configs = [],
    unknownTaggedFields,
  } = input
  if (version >= 5) {
    writeCompactString(writer, name, 'CreateTopicsRequest.topics.name')
  } else {
    writeString(writer, name, 'CreateTopicsRequest.topics.name')
  }
  writeInt32(writer, numPartitions, 'CreateTopicsRequest.topics.numPartitions')
  writeInt16(writer, replicationFactor, 'CreateTopicsRequest.topics.replicationFactor')
  if (version >= 5) {
    writeCompactArrayLength(writer, assignments, 'CreateTopicsRequest.topics.assignments')
  } else {
    writeArrayLength(writer, assignments, 'CreateTopicsRequest.topics.assignments')
  }
  for (const element of assignments) {
    encodeCreatableReplicaAssignment(writer, element, version)
  }
  if (version >= 5) {
    writeCompactArrayLength(writer, configs, 'CreateTopicsRequest.topics.configs')
  } else {
    writeArrayLength(writer, configs, 'CreateTopicsRequest.topics.configs')
  }
  for (const element of configs) {
    encodeCreatableTopicConfig(writer, element, version)
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateTopicsRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateTopicsRequest.topics.unknownTaggedFields', version)
  }
}

function decodeCreatableTopic(reader: ByteReader, version: number): CreateTopicsRequestCreatableTopic {
  const decoded: CreateTopicsRequestCreatableTopic = {
    name: '',
    numPartitions: 0,
    replicationFactor: 0,
    assignments: [],
    configs: [],
  }
  decoded.name = version >= 5 ? readCompactString(reader) : readString(reader)
  decoded.numPartitions = reader.readInt32()
  decoded.replicationFactor = reader.readInt16()
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.assignments.push(decodeCreatableReplicaAssignment(reader, version))
  }
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.configs.push(decodeCreatableTopicConfig(reader, version))
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreateTopicsRequest(
  writer: ByteWriter,
  input: MessageInput<CreateTopicsRequest>,
  version: number,
): void {
  checkEncodeVersion('CreateTopicsRequest', version, 0, 7)
  checkStruct(input, 'CreateTopicsRequest')
  const { topics = [], timeoutMs = 60000, validateOnly = false, unknownTaggedFields } = input
  if (version >= 5) {
    writeCompactArrayLength(writer, topics, 'CreateTopicsRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'CreateTopicsRequest.topics')
  }
  for (const element of topics) {
    encodeCreatableTopic(writer, element, version)
  }
  writeInt32(writer, timeoutMs, 'CreateTopicsRequest.timeoutMs')
  if (version >= 1) {
    writeBool(writer, validateOnly, 'CreateTopicsRequest.validateOnly')
  } else if (validateOnly !== false) {
    throw notInVersion('CreateTopicsRequest.validateOnly', version)
  }
  if (version >= 5) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateTopicsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateTopicsRequest.unknownTaggedFields', version)
  }
}

function decodeCreateTopicsRequest(reader: ByteReader, version: number): CreateTopicsRequest {
  checkDecodeVersion(reader, 'CreateTopicsRequest', version, 0, 7)
  const decoded: CreateTopicsRequest = {
    topics: [],
    timeoutMs: 60000,
    validateOnly: false,
  }
  for (let left = version >= 5 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeCreatableTopic(reader, version))
  }
  decoded.timeoutMs = reader.readInt32()
  if (version >= 1) {
    decoded.validateOnly = reader.readBoolean()
  }
  if (version >= 5) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreateTopicsRequest. */
export const createTopicsRequest: MessageCodec<CreateTopicsRequest> = {
  name: 'CreateTopicsRequest',
  apiKey: 19,
  type: 'request',
  minVersion: 0,
  maxVersion: 7,
  flexibleFrom: 5,
  encode: encodeCreateTopicsRequest,
  decode: decodeCreateTopicsRequest,
}
