// Generated from schemas/merged.json (ConsumerGroupCurrentMemberAssignmentValue) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeInt32,
  writeInt8,
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

/** ConsumerGroupCurrentMemberAssignmentValue, versions 0. */
export interface ConsumerGroupCurrentMemberAssignmentValue {
  /** int32, versions 0+. */
  memberEpoch: number
  /** int32, versions 0+. */
  previousMemberEpoch: number
  /** int8, versions 0+. */
  state: number
  /** []TopicPartitions, versions 0+. */
  assignedPartitions: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[]
  /** []TopicPartitions, versions 0+. */
  partitionsPendingRevocation: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicPartitions of ConsumerGroupCurrentMemberAssignmentValue. */
export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** []int32, versions 0+, nullable, tag 0. */
  assignmentEpochs: number[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicPartitions(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupCurrentMemberAssignmentValueTopicPartitions>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions')
  const { topicId = ZERO_UUID, partitions = [], assignmentEpochs = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions.topicId')
  writeCompactArrayLength(writer, partitions, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions.partitions')
  }
  const hasAssignmentEpochs = assignmentEpochs?.length !== 0
  writer.writeUnsignedVarint((hasAssignmentEpochs ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasAssignmentEpochs) {
    const start = beginTaggedField(writer, 0)
    writeCompactNullableArrayLength(writer, assignmentEpochs, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions.assignmentEpochs')
    if (assignmentEpochs !== null) {
      for (const element of assignmentEpochs) {
        writeInt32(writer, element, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions.assignmentEpochs')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'ConsumerGroupCurrentMemberAssignmentValue.TopicPartitions')
}

function decodeTopicPartitions(
  reader: ByteReader,
  _version: number,
): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  const decoded: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions = {
    topicId: ZERO_UUID,
    partitions: [],
    assignmentEpochs: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      const assignmentEpochsLength = readCompactNullableArrayLength(reader)
      if (assignmentEpochsLength < 0) {
        decoded.assignmentEpochs = null
      } else {
        const assignmentEpochsElements: number[] = []
        for (let i = 0; i < assignmentEpochsLength; i++) assignmentEpochsElements.push(reader.readInt32())
        decoded.assignmentEpochs = assignmentEpochsElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeConsumerGroupCurrentMemberAssignmentValue(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupCurrentMemberAssignmentValue>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupCurrentMemberAssignmentValue', version, 0, 0)
  checkStruct(input, 'ConsumerGroupCurrentMemberAssignmentValue')
  const {
    memberEpoch = 0,
    previousMemberEpoch = 0,
    state = 0,
    assignedPartitions = [],
    partitionsPendingRevocation = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, memberEpoch, 'ConsumerGroupCurrentMemberAssignmentValue.memberEpoch')
  writeInt32(writer, previousMemberEpoch, 'ConsumerGroupCurrentMemberAssignmentValue.previousMemberEpoch')
  writeInt8(writer, state, 'ConsumerGroupCurrentMemberAssignmentValue.state')
  writeCompactArrayLength(writer, assignedPartitions, 'ConsumerGroupCurrentMemberAssignmentValue.assignedPartitions')
  for (const element of assignedPartitions) {
    encodeTopicPartitions(writer, element, version)
  }
  writeCompactArrayLength(writer, partitionsPendingRevocation, 'ConsumerGroupCurrentMemberAssignmentValue.partitionsPendingRevocation')
  for (const element of partitionsPendingRevocation) {
    encodeTopicPartitions(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupCurrentMemberAssignmentValue')
}

function decodeConsumerGroupCurrentMemberAssignmentValue(
  reader: ByteReader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentValue {
  checkDecodeVersion(reader, 'ConsumerGroupCurrentMemberAssignmentValue', version, 0, 0)
  const decoded: ConsumerGroupCurrentMemberAssignmentValue = {
    memberEpoch: 0,
    previousMemberEpoch: 0,
    state: 0,
    assignedPartitions: [],
    partitionsPendingRevocation: [],
  }
  decoded.memberEpoch = reader.readInt32()
  decoded.previousMemberEpoch = reader.readInt32()
  decoded.state = reader.readInt8()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.assignedPartitions.push(decodeTopicPartitions(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitionsPendingRevocation.push(decodeTopicPartitions(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupCurrentMemberAssignmentValue. */
export const consumerGroupCurrentMemberAssignmentValue: MessageCodec<ConsumerGroupCurrentMemberAssignmentValue> = {
  name: 'ConsumerGroupCurrentMemberAssignmentValue',
  apiKey: 8,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConsumerGroupCurrentMemberAssignmentValue,
  decode: decodeConsumerGroupCurrentMemberAssignmentValue,
}
