// Generated from schemas/merged.json (ElectLeadersRequest) by generator/main.ts: not to be edited.
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
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
  writeInt8,
  writeNullableArrayLength,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ElectLeadersRequest, versions 0-2. */
export interface ElectLeadersRequest {
  /** int8, versions 1+. */
  electionType: number
  /** []TopicPartitions, versions 0+, nullable. */
  topicPartitions: ElectLeadersRequestTopicPartitions[] | null
  /** int32, versions 0+, default 60000. */
  timeoutMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ElectLeadersRequest. */
export interface ElectLeadersRequestTopicPartitions {
  /** string, versions 0+, unique in its array, a topicName. */
  topic: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ElectLeadersRequestTopicPartitions>,
  version: number,
): void {
  checkStruct(input, 'ElectLeadersRequest.topicPartitions')
  const { topic = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, topic, 'ElectLeadersRequest.topicPartitions.topic')
  } else {
    writeString(writer, topic, 'ElectLeadersRequest.topicPartitions.topic')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'ElectLeadersRequest.topicPartitions.partitions')
  } else {
    writeArrayLength(writer, partitions, 'ElectLeadersRequest.topicPartitions.partitions')
  }
  for (const element of partitions) {
    writeInt32(writer, element, 'ElectLeadersRequest.topicPartitions.partitions')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ElectLeadersRequest.topicPartitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ElectLeadersRequest.topicPartitions.unknownTaggedFields', version)
  }
}

function decodeTopicPartitions(reader: ByteReader, version: number): ElectLeadersRequestTopicPartitions {
  const decoded: ElectLeadersRequestTopicPartitions = {
    topic: '',
    partitions: [],
  }
  decoded.topic = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeElectLeadersRequest(
  writer: ByteWriter,
  input: MessageInput<ElectLeadersRequest>,
  version: number,
): void {
  checkEncodeVersion('ElectLeadersRequest', version, 0, 2)
  checkStruct(input, 'ElectLeadersRequest')
  const { electionType = 0, topicPartitions = [], timeoutMs = 60000, unknownTaggedFields } = input
  if (version >= 1) {
    writeInt8(writer, electionType, 'ElectLeadersRequest.electionType')
  } else if (electionType !== 0) {
    throw notInVersion('ElectLeadersRequest.electionType', version)
  }
  if (version >= 2) {
    writeCompactNullableArrayLength(writer, topicPartitions, 'ElectLeadersRequest.topicPartitions')
  } else {
    writeNullableArrayLength(writer, topicPartitions, 'ElectLeadersRequest.topicPartitions')
  }
  if (topicPartitions !== null) {
    for (const element of topicPartitions) {
      encodeTopicPartitions(writer, element, version)
    }
  }
  writeInt32(writer, timeoutMs, 'ElectLeadersRequest.timeoutMs')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ElectLeadersRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ElectLeadersRequest.unknownTaggedFields', version)
  }
}

function decodeElectLeadersRequest(reader: ByteReader, version: number): ElectLeadersRequest {
  checkDecodeVersion(reader, 'ElectLeadersRequest', version, 0, 2)
  const decoded: ElectLeadersRequest = {
    electionType: 0,
    topicPartitions: [],
    timeoutMs: 60000,
  }
  if (version >= 1) {
    decoded.electionType = reader.readInt8()
  }
  const topicPartitionsLength = version >= 2 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (topicPartitionsLength < 0) {
    decoded.topicPartitions = null
  } else {
    const topicPartitionsElements: ElectLeadersRequestTopicPartitions[] = []
    for (let i = 0; i < topicPartitionsLength; i++) topicPartitionsElements.push(decodeTopicPartitions(reader, version))
    decoded.topicPartitions = topicPartitionsElements
  }
  decoded.timeoutMs = reader.readInt32()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ElectLeadersRequest. */
export const electLeadersRequest: MessageCodec<ElectLeadersRequest> = {
  name: 'ElectLeadersRequest',
  apiKey: 43,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeElectLeadersRequest,
  decode: decodeElectLeadersRequest,
}
