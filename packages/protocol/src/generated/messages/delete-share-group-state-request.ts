// Generated from schemas/merged.json (DeleteShareGroupStateRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteShareGroupStateRequest, versions 0. */
export interface DeleteShareGroupStateRequest {
  /** string, versions 0+. */
  groupId: string
  /** []DeleteStateData, versions 0+. */
  topics: DeleteShareGroupStateRequestDeleteStateData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteStateData of DeleteShareGroupStateRequest. */
export interface DeleteShareGroupStateRequestDeleteStateData {
  /** uuid, versions 0+. */
  topicId: string
  /** []PartitionData, versions 0+. */
  partitions: DeleteShareGroupStateRequestPartitionData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionData of DeleteShareGroupStateRequest. */
export interface DeleteShareGroupStateRequestPartitionData {
  /** int32, versions 0+. */
  partition: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionData(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupStateRequestPartitionData>,
  _version: number,
): void {
  checkStruct(input, 'DeleteShareGroupStateRequest.topics.partitions')
  const { partition = 0, unknownTaggedFields } = input
  writeInt32(writer, partition, 'DeleteShareGroupStateRequest.topics.partitions.partition')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupStateRequest.topics.partitions')
}

function decodePartitionData(reader: ByteReader, _version: number): DeleteShareGroupStateRequestPartitionData {
  const decoded: DeleteShareGroupStateRequestPartitionData = {
    partition: 0,
  }
  decoded.partition = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDeleteStateData(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupStateRequestDeleteStateData>,
  version: number,
): void {
  checkStruct(input, 'DeleteShareGroupStateRequest.topics')
  const { topicId = ZERO_UUID, partitions = [], unknownTaggedFields } = input
  writeUuid(writer, topicId, 'DeleteShareGroupStateRequest.topics.topicId')
  writeCompactArrayLength(writer, partitions, 'DeleteShareGroupStateRequest.topics.partitions')
  for (const element of partitions) {
    encodePartitionData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupStateRequest.topics')
}

function decodeDeleteStateData(reader: ByteReader, version: number): DeleteShareGroupStateRequestDeleteStateData {
  const decoded: DeleteShareGroupStateRequestDeleteStateData = {
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

function encodeDeleteShareGroupStateRequest(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupStateRequest>,
  version: number,
): void {
  checkEncodeVersion('DeleteShareGroupStateRequest', version, 0, 0)
  checkStruct(input, 'DeleteShareGroupStateRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'DeleteShareGroupStateRequest.groupId')
  writeCompactArrayLength(writer, topics, 'DeleteShareGroupStateRequest.topics')
  for (const element of topics) {
    encodeDeleteStateData(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupStateRequest')
}

function decodeDeleteShareGroupStateRequest(reader: ByteReader, version: number): DeleteShareGroupStateRequest {
  checkDecodeVersion(reader, 'DeleteShareGroupStateRequest', version, 0, 0)
  const decoded: DeleteShareGroupStateRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDeleteStateData(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DeleteShareGroupStateRequest. */
export const deleteShareGroupStateRequest: MessageCodec<DeleteShareGroupStateRequest> = {
  name: 'DeleteShareGroupStateRequest',
  apiKey: 86,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDeleteShareGroupStateRequest,
  decode: decodeDeleteShareGroupStateRequest,
}
