// Generated from schemas/merged.json (CreatePartitionsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
  writeNullableArrayLength,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreatePartitionsRequest, versions 0-3. */
export interface CreatePartitionsRequest {
  /** []CreatePartitionsTopic, versions 0+. */
  topics: CreatePartitionsRequestCreatePartitionsTopic[]
  /** int32, versions 0+. */
  timeoutMs: number
  /** bool, versions 0+. */
  validateOnly: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatePartitionsTopic of CreatePartitionsRequest. */
export interface CreatePartitionsRequestCreatePartitionsTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** int32, versions 0+. */
  count: number
  /** []CreatePartitionsAssignment, versions 0+, nullable. */
  assignments: CreatePartitionsRequestCreatePartitionsAssignment[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatePartitionsAssignment of CreatePartitionsRequest. */
export interface CreatePartitionsRequestCreatePartitionsAssignment {
  /** []int32, versions 0+, a brokerId. */
  brokerIds: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCreatePartitionsAssignment(
  writer: ByteWriter,
  input: MessageInput<CreatePartitionsRequestCreatePartitionsAssignment>,
  version: number,
): void {
  checkStruct(input, 'CreatePartitionsRequest.topics.assignments')
  const { brokerIds = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, brokerIds, 'CreatePartitionsRequest.topics.assignments.brokerIds')
  } else {
    writeArrayLength(writer, brokerIds, 'CreatePartitionsRequest.topics.assignments.brokerIds')
  }
  for (const element of brokerIds) {
    writeInt32(writer, element, 'CreatePartitionsRequest.topics.assignments.brokerIds')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreatePartitionsRequest.topics.assignments')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreatePartitionsRequest.topics.assignments.unknownTaggedFields', version)
  }
}

function decodeCreatePartitionsAssignment(
  reader: ByteReader,
  version: number,
): CreatePartitionsRequestCreatePartitionsAssignment {
  const decoded: CreatePartitionsRequestCreatePartitionsAssignment = {
    brokerIds: [],
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.brokerIds.push(reader.readInt32())
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreatePartitionsTopic(
  writer: ByteWriter,
  input: MessageInput<CreatePartitionsRequestCreatePartitionsTopic>,
  version: number,
): void {
  checkStruct(input, 'CreatePartitionsRequest.topics')
  const { name = '', count = 0, assignments = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'CreatePartitionsRequest.topics.name')
  } else {
    writeString(writer, name, 'CreatePartitionsRequest.topics.name')
  }
  writeInt32(writer, count, 'CreatePartitionsRequest.topics.count')
  if (version >= 2) {
    writeCompactNullableArrayLength(writer, assignments, 'CreatePartitionsRequest.topics.assignments')
  } else {
    writeNullableArrayLength(writer, assignments, 'CreatePartitionsRequest.topics.assignments')
  }
  if (assignments !== null) {
    for (const element of assignments) {
      encodeCreatePartitionsAssignment(writer, element, version)
    }
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreatePartitionsRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreatePartitionsRequest.topics.unknownTaggedFields', version)
  }
}

function decodeCreatePartitionsTopic(
  reader: ByteReader,
  version: number,
): CreatePartitionsRequestCreatePartitionsTopic {
  const decoded: CreatePartitionsRequestCreatePartitionsTopic = {
    name: '',
    count: 0,
    assignments: [],
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.count = reader.readInt32()
  const assignmentsLength = version >= 2 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (assignmentsLength < 0) {
    decoded.assignments = null
  } else {
    const assignmentsElements: CreatePartitionsRequestCreatePartitionsAssignment[] = []
    for (let i = 0; i < assignmentsLength; i++) assignmentsElements.push(decodeCreatePartitionsAssignment(reader, version))
    decoded.assignments = assignmentsElements
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeCreatePartitionsRequest(
  writer: ByteWriter,
  input: MessageInput<CreatePartitionsRequest>,
  version: number,
): void {
  checkEncodeVersion('CreatePartitionsRequest', version, 0, 3)
  checkStruct(input, 'CreatePartitionsRequest')
  const { topics = [], timeoutMs = 0, validateOnly = false, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, topics, 'CreatePartitionsRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'CreatePartitionsRequest.topics')
  }
  for (const element of topics) {
    encodeCreatePartitionsTopic(writer, element, version)
  }
  writeInt32(writer, timeoutMs, 'CreatePartitionsRequest.timeoutMs')
  writeBool(writer, validateOnly, 'CreatePartitionsRequest.validateOnly')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreatePartitionsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreatePartitionsRequest.unknownTaggedFields', version)
  }
}

function decodeCreatePartitionsRequest(reader: ByteReader, version: number): CreatePartitionsRequest {
  checkDecodeVersion(reader, 'CreatePartitionsRequest', version, 0, 3)
  const decoded: CreatePartitionsRequest = {
    topics: [],
    timeoutMs: 0,
    validateOnly: false,
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeCreatePartitionsTopic(reader, version))
  }
  decoded.timeoutMs = reader.readInt32()
  decoded.validateOnly = reader.readBoolean()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreatePartitionsRequest. */
export const createPartitionsRequest: MessageCodec<CreatePartitionsRequest> = {
  name: 'CreatePartitionsRequest',
  apiKey: 37,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeCreatePartitionsRequest,
  decode: decodeCreatePartitionsRequest,
}
