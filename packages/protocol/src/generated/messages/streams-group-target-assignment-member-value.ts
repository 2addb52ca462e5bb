// Generated from schemas/merged.json (StreamsGroupTargetAssignmentMemberValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StreamsGroupTargetAssignmentMemberValue, versions 0. */
export interface StreamsGroupTargetAssignmentMemberValue {
  /** []TaskIds, versions 0+. */
  activeTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[]
  /** []TaskIds, versions 0+. */
  standbyTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[]
  /** []TaskIds, versions 0+. */
  warmupTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TaskIds of StreamsGroupTargetAssignmentMemberValue. */
export interface StreamsGroupTargetAssignmentMemberValueTaskIds {
  /** string, versions 0+. */
  subtopologyId: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTaskIds(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTargetAssignmentMemberValueTaskIds>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupTargetAssignmentMemberValue.TaskIds')
  const { subtopologyId = '', partitions = [], unknownTaggedFields } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupTargetAssignmentMemberValue.TaskIds.subtopologyId')
  writeCompactArrayLength(writer, partitions, 'StreamsGroupTargetAssignmentMemberValue.TaskIds.partitions')
  for (const element of partitions) {
    writeInt32(writer, element, 'StreamsGroupTargetAssignmentMemberValue.TaskIds.partitions')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTargetAssignmentMemberValue.TaskIds')
}

function decodeTaskIds(reader: ByteReader, _version: number): StreamsGroupTargetAssignmentMemberValueTaskIds {
  const decoded: StreamsGroupTargetAssignmentMemberValueTaskIds = {
    subtopologyId: '',
    partitions: [],
  }
  decoded.subtopologyId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupTargetAssignmentMemberValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTargetAssignmentMemberValue>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupTargetAssignmentMemberValue', version, 0, 0)
  checkStruct(input, 'StreamsGroupTargetAssignmentMemberValue')
  const { activeTasks = [], standbyTasks = [], warmupTasks = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, activeTasks, 'StreamsGroupTargetAssignmentMemberValue.activeTasks')
  for (const element of activeTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, standbyTasks, 'StreamsGroupTargetAssignmentMemberValue.standbyTasks')
  for (const element of standbyTasks) {
    encodeTaskIds(writer, element, version)
  }
  writeCompactArrayLength(writer, warmupTasks, 'StreamsGroupTargetAssignmentMemberValue.warmupTasks')
  for (const element of warmupTasks) {
    encodeTaskIds(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTargetAssignmentMemberValue')
}

function decodeStreamsGroupTargetAssignmentMemberValue(
  reader: ByteReader,
  version: number,
): StreamsGroupTargetAssignmentMemberValue {
  checkDecodeVersion(reader, 'StreamsGroupTargetAssignmentMemberValue', version, 0, 0)
  const decoded: StreamsGroupTargetAssignmentMemberValue = {
    activeTasks: [],
    standbyTasks: [],
    warmupTasks: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.activeTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.standbyTasks.push(decodeTaskIds(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.warmupTasks.push(decodeTaskIds(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupTargetAssignmentMemberValue. */
export const streamsGroupTargetAssignmentMemberValue: MessageCodec<StreamsGroupTargetAssignmentMemberValue> = {
  name: 'StreamsGroupTargetAssignmentMemberValue',
  apiKey: 21,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupTargetAssignmentMemberValue,
  decode: decodeStreamsGroupTargetAssignmentMemberValue,
}
