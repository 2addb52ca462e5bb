// Generated from schemas/merged.json (StreamsGroupTopologyValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StreamsGroupTopologyValue, versions 0. */
export interface StreamsGroupTopologyValue {
  /** int32, versions 0+. */
  epoch: number
  /** []Subtopology, versions 0+. */
  subtopologies: StreamsGroupTopologyValueSubtopology[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Subtopology of StreamsGroupTopologyValue. */
export interface StreamsGroupTopologyValueSubtopology {
  /** string, versions 0+. */
  subtopologyId: string
  /** []string, versions 0+. */
  sourceTopics: string[]
  /** []string, versions 0+. */
  sourceTopicRegex: string[]
  /** []TopicInfo, versions 0+. */
  stateChangelogTopics: StreamsGroupTopologyValueTopicInfo[]
  /** []string, versions 0+. */
  repartitionSinkTopics: string[]
  /** []TopicInfo, versions 0+. */
  repartitionSourceTopics: StreamsGroupTopologyValueTopicInfo[]
  /** []CopartitionGroup, versions 0+. */
  copartitionGroups: StreamsGroupTopologyValueCopartitionGroup[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CopartitionGroup of StreamsGroupTopologyValue. */
export interface StreamsGroupTopologyValueCopartitionGroup {
  /** []int16, versions 0+. */
  sourceTopics: number[]
  /** []int16, versions 0+. */
  sourceTopicRegex: number[]
  /** []int16, versions 0+. */
  repartitionSourceTopics: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicInfo of StreamsGroupTopologyValue. */
export interface StreamsGroupTopologyValueTopicInfo {
  /** string, versions 0+. */
  name: string
  /** int32, versions 0+. */
  partitions: number
  /** int16, versions 0+. */
  replicationFactor: number
  /** []TopicConfig, versions 0+. */
  topicConfigs: StreamsGroupTopologyValueTopicConfig[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicConfig of StreamsGroupTopologyValue. */
export interface StreamsGroupTopologyValueTopicConfig {
  /** string, versions 0+. */
  key: string
  /** string, versions 0+. */
  value: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicConfig(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTopologyValueTopicConfig>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupTopologyValue.TopicConfig')
  const { key = '', value = '', unknownTaggedFields } = input
  writeCompactString(writer, key, 'StreamsGroupTopologyValue.TopicConfig.key')
  writeCompactString(writer, value, 'StreamsGroupTopologyValue.TopicConfig.value')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTopologyValue.TopicConfig')
}

function decodeTopicConfig(reader: ByteReader, _version: number): StreamsGroupTopologyValueTopicConfig {
  const decoded: StreamsGroupTopologyValueTopicConfig = {
    key: '',
    value: '',
  }
  decoded.key = readCompactString(reader)
  decoded.value = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeTopicInfo(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTopologyValueTopicInfo>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupTopologyValue.TopicInfo')
  const { name = '', partitions = 0, replicationFactor = 0, topicConfigs = [], unknownTaggedFields } = input
  writeCompactString(writer, name, 'StreamsGroupTopologyValue.TopicInfo.name')
  writeInt32(writer, partitions, 'StreamsGroupTopologyValue.TopicInfo.partitions')
  writeInt16(writer, replicationFactor, 'StreamsGroupTopologyValue.TopicInfo.replicationFactor')
  writeCompactArrayLength(writer, topicConfigs, 'StreamsGroupTopologyValue.TopicInfo.topicConfigs')
  for (const element of topicConfigs) {
    encodeTopicConfig(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTopologyValue.TopicInfo')
}

function decodeTopicInfo(reader: ByteReader, version: number): StreamsGroupTopologyValueTopicInfo {
  const decoded: StreamsGroupTopologyValueTopicInfo = {
    name: '',
    partitions: 0,
    replicationFactor: 0,
    topicConfigs: [],
  }
  decoded.name = readCompactString(reader)
  decoded.partitions = reader.readInt32()
  decoded.replicationFactor = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicConfigs.push(decodeTopicConfig(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeCopartitionGroup(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTopologyValueCopartitionGroup>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups')
  const { sourceTopics = [], sourceTopicRegex = [], repartitionSourceTopics = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, sourceTopics, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups.sourceTopics')
  for (const element of sourceTopics) {
    writeInt16(writer, element, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups.sourceTopics')
  }
  writeCompactArrayLength(writer, sourceTopicRegex, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups.sourceTopicRegex')
  for (const element of sourceTopicRegex) {
    writeInt16(writer, element, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups.sourceTopicRegex')
  }
  writeCompactArrayLength(writer, repartitionSourceTopics, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups.repartitionSourceTopics')
  for (const element of repartitionSourceTopics) {
    writeInt16(writer, element, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups.repartitionSourceTopics')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups')
}

function decodeCopartitionGroup(reader: ByteReader, _version: number): StreamsGroupTopologyValueCopartitionGroup {
  const decoded: StreamsGroupTopologyValueCopartitionGroup = {
    sourceTopics: [],
    sourceTopicRegex: [],
    repartitionSourceTopics: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopics.push(reader.readInt16())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopicRegex.push(reader.readInt16())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSourceTopics.push(reader.readInt16())
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeSubtopology(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTopologyValueSubtopology>,
  version: number,
): void {
  checkStruct(input, 'StreamsGroupTopologyValue.subtopologies')
  const {
    subtopologyId = '',
    sourceTopics = [],
    sourceTopicRegex = [],
    stateChangelogTopics = [],
    repartitionSinkTopics = [],
    repartitionSourceTopics = [],
    copartitionGroups = [],
    unknownTaggedFields,
  } = input
  writeCompactString(writer, subtopologyId, 'StreamsGroupTopologyValue.subtopologies.subtopologyId')
  writeCompactArrayLength(writer, sourceTopics, 'StreamsGroupTopologyValue.subtopologies.sourceTopics')
  for (const element of sourceTopics) {
    writeCompactString(writer, element, 'StreamsGroupTopologyValue.subtopologies.sourceTopics')
  }
  writeCompactArrayLength(writer, sourceTopicRegex, 'StreamsGroupTopologyValue.subtopologies.sourceTopicRegex')
  for (const element of sourceTopicRegex) {
    writeCompactString(writer, element, 'StreamsGroupTopologyValue.subtopologies.sourceTopicRegex')
  }
  writeCompactArrayLength(writer, stateChangelogTopics, 'StreamsGroupTopologyValue.subtopologies.stateChangelogTopics')
  for (const element of stateChangelogTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, repartitionSinkTopics, 'StreamsGroupTopologyValue.subtopologies.repartitionSinkTopics')
  for (const element of repartitionSinkTopics) {
    writeCompactString(writer, element, 'StreamsGroupTopologyValue.subtopologies.repartitionSinkTopics')
  }
  writeCompactArrayLength(writer, repartitionSourceTopics, 'StreamsGroupTopologyValue.subtopologies.repartitionSourceTopics')
  for (const element of repartitionSourceTopics) {
    encodeTopicInfo(writer, element, version)
  }
  writeCompactArrayLength(writer, copartitionGroups, 'StreamsGroupTopologyValue.subtopologies.copartitionGroups')
  for (const element of copartitionGroups) {
    encodeCopartitionGroup(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTopologyValue.subtopologies')
}

function decodeSubtopology(reader: ByteReader, version: number): StreamsGroupTopologyValueSubtopology {
  const decoded: StreamsGroupTopologyValueSubtopology = {
    subtopologyId: '',
    sourceTopics: [],
    sourceTopicRegex: [],
    stateChangelogTopics: [],
    repartitionSinkTopics: [],
    repartitionSourceTopics: [],
    copartitionGroups: [],
  }
  decoded.subtopologyId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopics.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.sourceTopicRegex.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateChangelogTopics.push(decodeTopicInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSinkTopics.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.repartitionSourceTopics.push(decodeTopicInfo(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.copartitionGroups.push(decodeCopartitionGroup(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupTopologyValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupTopologyValue>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupTopologyValue', version, 0, 0)
  checkStruct(input, 'StreamsGroupTopologyValue')
  const { epoch = 0, subtopologies = [], unknownTaggedFields } = input
  writeInt32(writer, epoch, 'StreamsGroupTopologyValue.epoch')
  writeCompactArrayLength(writer, subtopologies, 'StreamsGroupTopologyValue.subtopologies')
  for (const element of subtopologies) {
    encodeSubtopology(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupTopologyValue')
}

function decodeStreamsGroupTopologyValue(reader: ByteReader, version: number): StreamsGroupTopologyValue {
  checkDecodeVersion(reader, 'StreamsGroupTopologyValue', version, 0, 0)
  const decoded: StreamsGroupTopologyValue = {
    epoch: 0,
    subtopologies: [],
  }
  decoded.epoch = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.subtopologies.push(decodeSubtopology(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupTopologyValue. */
export const streamsGroupTopologyValue: MessageCodec<StreamsGroupTopologyValue> = {
  name: 'StreamsGroupTopologyValue',
  apiKey: 23,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupTopologyValue,
  decode: decodeStreamsGroupTopologyValue,
}
