// Generated from schemas/merged.json (InitializeShareGroupStateRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** InitializeShareGroupStateRequest, versions 0. */
export interface InitializeShareGroupStateRequest {
  /** string, versions 0+. */
  groupId: string
  /** []InitializeStateData, versions 0+. */
  topics: InitializeShareGroupStateRequestInitializeStateData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** InitializeStateData of InitializeShareGroupStateRequest. */
export interface InitializeShareGroupStateRequestInitializeStateData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: InitializeShareGroupStateRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of InitializeShareGroupStateRequest. */
export interface InitializeShareGroupStateRequestPartitionData {
  /** int32, versions 0+. */
  partition: number
  /** int32, versions 0+. */
  stateEpoch: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<InitializeShareGroupStateRequestPartitionData>,
  _version: number,
): void {
  checkStruct(input, 'InitializeShareGroupStateRequest.topics.partitions')
  const { partition = 0, stateEpoch = 0, startOffset = 0n, unknownTaggedFields } = input
  writeInt32(writer, partition, 'InitializeShareGroupStateRequest.topics.partitions.partition')
  writeInt32(writer, stateEpoch, 'InitializeShareGroupStateRequest.topics.partitions.stateEpoch')
  writeInt64(writer, startOffset, 'InitializeShareGroupStateRequest.topics.partitions.startOffset')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitializeShareGroupStateRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): InitializeShareGroupStateRequestPartitionData {
  const decoded: InitializeShareGroupStateRequestPartitionData = {
    partition: 0,
    stateEpoch: 0,
    startOffset: 0n,
  }
  decoded.partition = reader.readInt32()
  decoded.stateEpoch = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeInitializeStateData(
  writer: ByteWriter,
  input: MessageInput<InitializeShareGroupStateRequestInitializeStateData>,
  version: number,
): void {
  checkStruct(input, 'InitializeShareGroupStateRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'InitializeShareGroupStateRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'InitializeShareGroupStateRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitializeShareGroupStateRequest.topics')
}

function decodeInitializeStateData(
  reader: ByteReader,
  version: number,
): InitializeShareGroupStateRequestInitializeStateData {
  const decoded: InitializeShareGroupStateRequestInitializeStateData = {
    topicId: ZERO_UUID,
    partitions: [],
  }
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodePartitionData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeInitializeShareGroupStateRequest(
  writer: ByteWriter,
  input: MessageInput<InitializeShareGroupStateRequest>,
  version: number,
): void {
  checkEncodeVersion('InitializeShareGroupStateRequest', version, 0, 0)
  checkStruct(input, 'InitializeShareGroupStateRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'InitializeShareGroupStateRequest.groupId')
  writeCompactArrayLength(writer, topics, 'InitializeShareGroupStateRequest.topics')
  for (const element of topics) {
    encodeInitializeStateData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'InitializeShareGroupStateRequest')
}

function decodeInitializeShareGroupStateRequest(reader: ByteReader, version: number): InitializeShareGroupStateRequest {
  checkDecodeVersion(reader, 'InitializeShareGroupStateRequest', version, 0, 0)
  const decoded: InitializeShareGroupStateRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeInitializeStateData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes InitializeShareGroupStateRequest. */
export const initializeShareGroupStateRequest: MessageCodec<InitializeShareGroupStateRequest> = {
  name: 'InitializeShareGroupStateRequest',
  apiKey: 83,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeInitializeShareGroupStateRequest,
  decode: decodeInitializeShareGroupStateRequest,
}
