// Generated from schemas/merged.json (ShareGroupCurrentMemberAssignmentValue) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeInt32,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupCurrentMemberAssignmentValue, versions 0. */
export interface ShareGroupCurrentMemberAssignmentValue {
  /** int32, versions 0+. */
  memberEpoch: number
  /** int32, versions 0+. */
  previousMemberEpoch: number
  /** int8, versions 0+. */
  state: number
  /** []TopicPartitions, versions 0+. */
  assignedPartitions: ShareGroupCurrentMemberAssignmentValueTopicPartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ShareGroupCurrentMemberAssignmentValue. */
export interface ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ShareGroupCurrentMemberAssignmentValueTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ShareGroupCurrentMemberAssignmentValue.TopicPartitions')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ShareGroupCurrentMemberAssignmentValue.TopicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ShareGroupCurrentMemberAssignmentValue.TopicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ShareGroupCurrentMemberAssignmentValue.TopicPartitions.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupCurrentMemberAssignmentValue.TopicPartitions')
}

function decodeTopicPartitions(
  reader: ByteReader,
  _version: number,
): ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  const decoded: ShareGroupCurrentMemberAssignmentValueTopicPartitions = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareGroupCurrentMemberAssignmentValue(
  writer: ByteWriter,
  input: MessageInput<ShareGroupCurrentMemberAssignmentValue>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupCurrentMemberAssignmentValue', version, 0, 0)
  checkStruct(input, 'ShareGroupCurrentMemberAssignmentValue')
  const {
    memberEpoch = 0,
    previousMemberEpoch = 0,
    state = 0,
    assignedPartitions = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, memberEpoch, 'ShareGroupCurrentMemberAssignmentValue.memberEpoch')
  writeInt32(writer, previousMemberEpoch, 'ShareGroupCurrentMemberAssignmentValue.previousMemberEpoch')
  writeInt8(writer, state, 'ShareGroupCurrentMemberAssignmentValue.state')
  writeCompactArrayLength(writer, assignedPartitions, 'ShareGroupCurrentMemberAssignmentValue.assignedPartitions')
  for (const element of assignedPartitions) {
    encodeTopicPartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupCurrentMemberAssignmentValue')
}

function decodeShareGroupCurrentMemberAssignmentValue(
  reader: ByteReader,
  version: number,
): ShareGroupCurrentMemberAssignmentValue {
  checkDecodeVersion(reader, 'ShareGroupCurrentMemberAssignmentValue', version, 0, 0)
  const decoded: ShareGroupCurrentMemberAssignmentValue = {
    memberEpoch: 0,
    previousMemberEpoch: 0,
    state: 0,
    assignedPartitions: [],
  }
  decoded.memberEpoch = reader.readInt32()
  decoded.previousMemberEpoch = reader.readInt32()
  decoded.state = reader.readInt8()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.assignedPartitions.push(decodeTopicPartitions(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupCurrentMemberAssignmentValue. */
export const shareGroupCurrentMemberAssignmentValue: MessageCodec<ShareGroupCurrentMemberAssignmentValue> = {
  name: 'ShareGroupCurrentMemberAssignmentValue',
  apiKey: 14,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareGroupCurrentMemberAssignmentValue,
  decode: decodeShareGroupCurrentMemberAssignmentValue,
}
