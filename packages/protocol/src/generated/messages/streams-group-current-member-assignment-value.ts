// Generated from schemas/merged.json (StreamsGroupCurrentMemberAssignmentValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
  writeInt8,
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

/** StreamsGroupCurrentMemberAssignmentValue, versions 0. */
export interface StreamsGroupCurrentMemberAssignmentValue {
  /** int32, versions 0+. */
  memberEpoch: number
  /** int32, versions 0+. */
  previousMemberEpoch: number
  /** int8, versions 0+. */
  state: number
  /** []TaskIds, versions 0+. */
  activeTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  /** []TaskIds, versions 0+. */
  standbyTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  /** []TaskIds, versions 0+. */
  warmupTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  /** []TaskIds, versions 0+. */
  activeTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  /** []TaskIds, versions 0+. */
  standbyTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  /** []TaskIds, versions 0+. */
  warmupTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskIds of StreamsGroupCurrentMemberAssignmentValue. */
export interface StreamsGroupCurrentMemberAssignmentValueTaskIds {
  /** string, versions 0+. */
  subtopologyId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** []int32, versions 0+, nullable, tag 0. */
  assignmentEpochs: number[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTaskIds(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupCurrentMemberAssignmentValueTaskIds>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds')
  const { subtopologyId = '', partitions = [], assignmentEpochs = [], unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds.subtopologyId')
  writeCompactArrayLength(writer, partitions, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds.partitions')
  }
  const hasAssignmentEpochs = assignmentEpochs?.length !== 0
  writer.writeUnsignedVarint((hasAssignmentEpochs ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasAssignmentEpochs) {
    const start = beginTaggedField(writer, 0)
    writeCompactNullableArrayLength(writer, assignmentEpochs, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds.assignmentEpochs')
    if (assignmentEpochs !== null) {
      for (const element of assignmentEpochs) {
        writeInt32(writer, element, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds.assignmentEpochs')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'StreamsGroupCurrentMemberAssignmentValue.TaskIds')
}

function decodeTaskIds(reader: ByteReader, _version: number): StreamsGroupCurrentMemberAssignmentValueTaskIds {
  const decoded: StreamsGroupCurrentMemberAssignmentValueTaskIds = {
    subtopologyId: '',
    partitions: [],
    assignmentEpochs: [],
  }
  decoded.subtopologyId = readCompactString(reader)
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

function encodeStreamsGroupCurrentMemberAssignmentValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupCurrentMemberAssignmentValue>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupCurrentMemberAssignmentValue', version, 0, 0)
  checkStruct(input, 'StreamsGroupCurrentMemberAssignmentValue')
  const {
    memberEpoch = 0,
    previousMemberEpoch = 0,
    state = 0,
    activeTasks = [],
    standbyTasks = [],
    warmupTasks = [],
    activeTasksPendingRevocation = [],
    standbyTasksPendingRevocation = [],
    warmupTasksPendingRevocation = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, memberEpoch, 'StreamsGroupCurrentMemberAssignmentValue.memberEpoch')
  writeInt32(writer, previousMemberEpoch, 'StreamsGroupCurrentMemberAssignmentValue.previousMemberEpoch')
  writeInt8(writer, state, 'StreamsGroupCurrentMemberAssignmentValue.state')
  writeCompactArrayLength(writer, activeTasks, 'StreamsGroupCurrentMemberAssignmentValue.activeTasks')
  for (const element of activeTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, standbyTasks, 'StreamsGroupCurrentMemberAssignmentValue.standbyTasks')
  for (const element of standbyTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, warmupTasks, 'StreamsGroupCurrentMemberAssignmentValue.warmupTasks')
  for (const element of warmupTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, activeTasksPendingRevocation, 'StreamsGroupCurrentMemberAssignmentValue.activeTasksPendingRevocation')
  for (const element of activeTasksPendingRevocation) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, standbyTasksPendingRevocation, 'StreamsGroupCurrentMemberAssignmentValue.standbyTasksPendingRevocation')
  for (const element of standbyTasksPendingRevocation) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, warmupTasksPendingRevocation, 'StreamsGroupCurrentMemberAssignmentValue.warmupTasksPendingRevocation')
  for (const element of warmupTasksPendingRevocation) {
    encodeTaskIds(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupCurrentMemberAssignmentValue')
}

function decodeStreamsGroupCurrentMemberAssignmentValue(
  reader: ByteReader,
  version: number,
): StreamsGroupCurrentMemberAssignmentValue {
  checkDecodeVersion(reader, 'StreamsGroupCurrentMemberAssignmentValue', version, 0, 0)
  const decoded: StreamsGroupCurrentMemberAssignmentValue = {
    memberEpoch: 0,
    previousMemberEpoch: 0,
    state: 0,
    activeTasks: [],
    standbyTasks: [],
    warmupTasks: [],
    activeTasksPendingRevocation: [],
    standbyTasksPendingRevocation: [],
    warmupTasksPendingRevocation: [],
  }
  decoded.memberEpoch = reader.readInt32()
  decoded.previousMemberEpoch = reader.readInt32()
  decoded.state = reader.readInt8()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.activeTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.standbyTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.warmupTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.activeTasksPendingRevocation.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.standbyTasksPendingRevocation.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.warmupTasksPendingRevocation.push(decodeTaskIds(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupCurrentMemberAssignmentValue. */
export const streamsGroupCurrentMemberAssignmentValue: MessageCodec<StreamsGroupCurrentMemberAssignmentValue> = {
  name: 'StreamsGroupCurrentMemberAssignmentValue',
  apiKey: 22,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupCurrentMemberAssignmentValue,
  decode: decodeStreamsGroupCurrentMemberAssignmentValue,
}
