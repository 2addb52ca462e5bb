// Generated from schemas/merged.json (ProduceRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableBytes,
  readCompactNullableString,
  readCompactString,
  readNullableBytes,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableBytes,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeNullableBytes,
  writeNullableString,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ProduceRequest, versions 0-13. */
export interface ProduceRequest {
  /** string, versions 3+, nullable, a transactionalId, default null. */
  transactionalId: string | null
  /** int16, versions 0+. */
  acks: number
  /** int32, versions 0+. */
  timeoutMs: number
  /** []TopicProduceData, versions 0+. */
  topicData: ProduceRequestTopicProduceData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicProduceData of ProduceRequest. */
export interface ProduceRequestTopicProduceData {
  /** string, versions 0-12, unique in its array, a topicName, ignored where the version lacks it. */
  name: string
  /** uuid, versions 13+, unique in its array, ignored where the version lacks it. */
  topicId: string
  /** []PartitionProduceData, versions 0+. */
  partitionData: ProduceRequestPartitionProduceData[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionProduceData of ProduceRequest. */
export interface ProduceRequestPartitionProduceData {
  /** int32, versions 0+. */
  index: number
  /** records, versions 0+, nullable. */
  records: Uint8Array | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionProduceData(
  writer: ByteWriter,
  input: MessageInput<ProduceRequestPartitionProduceData>,
  version: number,
): void {
  checkStruct(input, 'ProduceRequest.topicData.partitionData')
  const { index = 0, records = EMPTY_BYTES, unknownTaggedFields } = input
  writeInt32(writer, index, 'ProduceRequest.topicData.partitionData.index')
  if (version >= 9) {
    writeCompactNullableBytes(writer, records, 'ProduceRequest.topicData.partitionData.records')
  } else {
    writeNullableBytes(writer, records, 'ProduceRequest.topicData.partitionData.records')
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceRequest.topicData.partitionData')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceRequest.topicData.partitionData.unknownTaggedFields', version)
  }
}

function decodePartitionProduceData(reader: ByteReader, version: number): ProduceRequestPartitionProduceData {
  const decoded: ProduceRequestPartitionProduceData = {
    index: 0,
    records: EMPTY_BYTES,
  }
  decoded.index = reader.readInt32()
  decoded.records = version >= 9 ? readCompactNullableBytes(reader) : readNullableBytes(reader)
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTopicProduceData(
  writer: ByteWriter,
  input: MessageInput<ProduceRequestTopicProduceData>,
  version: number,
): void {
  checkStruct(input, 'ProduceRequest.topicData')
  const { name = '', topicId = ZERO_UUID, partitionData = [], unknownTaggedFields } = input
  if (version <= 12) {
    if (version >= 9) {
      writeCompactString(writer, name, 'ProduceRequest.topicData.name')
    } else {
      writeString(writer, name, 'ProduceRequest.topicData.name')
    }
  }
  if (version === 13) {
    writeUuid(writer, topicId, 'ProduceRequest.topicData.topicId')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, partitionData, 'ProduceRequest.topicData.partitionData')
  } else {
    writeArrayLength(writer, partitionData, 'ProduceRequest.topicData.partitionData')
  }
  for (const element of partitionData) {
    encodePartitionProduceData(writer, element, version)
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceRequest.topicData')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceRequest.topicData.unknownTaggedFields', version)
  }
}

function decodeTopicProduceData(reader: ByteReader, version: number): ProduceRequestTopicProduceData {
  const decoded: ProduceRequestTopicProduceData = {
    name: '',
    topicId: ZERO_UUID,
    partitionData: [],
  }
  if (version <= 12) {
    decoded.name = version >= 9 ? readCompactString(reader) : readString(reader)
  }
  if (version === 13) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionData.push(decodePartitionProduceData(reader, version))
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeProduceRequest(writer: ByteWriter, input: MessageInput<ProduceRequest>, version: number): void {
  checkEncodeVersion('ProduceRequest', version, 0, 13)
  checkStruct(input, 'ProduceRequest')
  const { transactionalId = null, acks = 0, timeoutMs = 0, topicData = [], unknownTaggedFields } = input
  if (version >= 3) {
    if (version >= 9) {
      writeCompactNullableString(writer, transactionalId, 'ProduceRequest.transactionalId')
    } else {
      writeNullableString(writer, transactionalId, 'ProduceRequest.transactionalId')
    }
  } else if (transactionalId !== null) {
    throw notInVersion('ProduceRequest.transactionalId', version)
  }
  writeInt16(writer, acks, 'ProduceRequest.acks')
  writeInt32(writer, timeoutMs, 'ProduceRequest.timeoutMs')
  if (version >= 9) {
    writeCompactArrayLength(writer, topicData, 'ProduceRequest.topicData')
  } else {
    writeArrayLength(writer, topicData, 'ProduceRequest.topicData')
  }
  for (const element of topicData) {
    encodeTopicProduceData(writer, element, version)
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceRequest.unknownTaggedFields', version)
  }
}

function decodeProduceRequest(reader: ByteReader, version: number): ProduceRequest {
  checkDecodeVersion(reader, 'ProduceRequest', version, 0, 13)
  const decoded: ProduceRequest = {
    transactionalId: null,
    acks: 0,
    timeoutMs: 0,
    topicData: [],
  }
  if (version >= 3) {
    decoded.transactionalId = version >= 9 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  decoded.acks = reader.readInt16()
  decoded.timeoutMs = reader.readInt32()
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topicData.push(decodeTopicProduceData(reader, version))
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ProduceRequest. */
export const produceRequest: MessageCodec<ProduceRequest> = {
  name: 'ProduceRequest',
  apiKey: 0,
  type: 'request',
  minVersion: 0,
  maxVersion: 13,
  flexibleFrom: 9,
  encode: encodeProduceRequest,
  decode: decodeProduceRequest,
}
