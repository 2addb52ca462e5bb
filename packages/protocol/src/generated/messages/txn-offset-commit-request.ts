// Generated from schemas/merged.json (TxnOffsetCommitRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** TxnOffsetCommitRequest, versions 0-5. */
export interface TxnOffsetCommitRequest {
  /** string, versions 0+, a transactionalId. */
  transactionalId: string
  /** string, versions 0+, a groupId. */
  groupId: string
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** int32, versions 3+, default -1. */
  generationId: number
  /** string, versions 3+, default empty. */
  memberId: string
  /** string, versions 3+, nullable, default null. */
  groupInstanceId: string | null
  /** []TxnOffsetCommitRequestTopic, versions 0+. */
  topics: TxnOffsetCommitRequestTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TxnOffsetCommitRequestTopic of TxnOffsetCommitRequest. */
export interface TxnOffsetCommitRequestTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []TxnOffsetCommitRequestPartition, versions 0+. */
  partitions: TxnOffsetCommitRequestPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TxnOffsetCommitRequestPartition of TxnOffsetCommitRequest. */
export interface TxnOffsetCommitRequestPartition {
  /** int32, versions 0+. */
  partitionIndex: number
  /** int64, versions 0+. */
  committedOffset: bigint
  /** int32, versions 2+, ignored where the version lacks it, default -1. */
  committedLeaderEpoch: number
  /** string, versions 0+, nullable. */
  committedMetadata: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTxnOffsetCommitRequestPartition(
  writer: ByteWriter,
  input: MessageInput<TxnOffsetCommitRequestPartition>,
  version: number,
): void {
  checkStruct(input, 'TxnOffsetCommitRequest.topics.partitions')
  const {
    partitionIndex = 0,
    committedOffset = 0n,
    committedLeaderEpoch = -1,
    committedMetadata = '',
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionIndex, 'TxnOffsetCommitRequest.topics.partitions.partitionIndex')
  writeInt64(writer, committedOffset, 'TxnOffsetCommitRequest.topics.partitions.committedOffset')
  if (version >= 2) {
    writeInt32(writer, committedLeaderEpoch, 'TxnOffsetCommitRequest.topics.partitions.committedLeaderEpoch')
  }
  if (version >= 3) {
    writeCompactNullableString(writer, committedMetadata, 'TxnOffsetCommitRequest.topics.partitions.committedMetadata')
  } else {
    writeNullableString(writer, committedMetadata, 'TxnOffsetCommitRequest.topics.partitions.committedMetadata')
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TxnOffsetCommitRequest.topics.partitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TxnOffsetCommitRequest.topics.partitions.unknownTaggedFields', version)
  }
}

function decodeTxnOffsetCommitRequestPartition(reader: ByteReader, version: number): TxnOffsetCommitRequestPartition {
  const decoded: TxnOffsetCommitRequestPartition = {
    partitionIndex: 0,
    committedOffset: 0n,
    committedLeaderEpoch: -1,
    committedMetadata: '',
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.committedOffset = reader.readInt64()
  if (version >= 2) {
    decoded.committedLeaderEpoch = reader.readInt32()
  }
  decoded.committedMetadata = version >= 3 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTxnOffsetCommitRequestTopic(
  writer: ByteWriter,
  input: MessageInput<TxnOffsetCommitRequestTopic>,
  version: number,
): void {
  checkStruct(input, 'TxnOffsetCommitRequest.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, name, 'TxnOffsetCommitRequest.topics.name')
  } else {
    writeString(writer, name, 'TxnOffsetCommitRequest.topics.name')
  }
  if (version >= 3) {
    writeCompactArrayLength(writer, partitions, 'TxnOffsetCommitRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'TxnOffsetCommitRequest.topics.partitions')
  }
  for (const element of partitions) {
    encodeTxnOffsetCommitRequestPartition(writer, element, version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TxnOffsetCommitRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TxnOffsetCommitRequest.topics.unknownTaggedFields', version)
  }
}

function decodeTxnOffsetCommitRequestTopic(reader: ByteReader, version: number): TxnOffsetCommitRequestTopic {
  const decoded: TxnOffsetCommitRequestTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 3 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(decodeTxnOffsetCommitRequestPartition(reader, version))
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTxnOffsetCommitRequest(
  writer: ByteWriter,
  input: MessageInput<TxnOffsetCommitRequest>,
  version: number,
): void {
  checkEncodeVersion('TxnOffsetCommitRequest', version, 0, 5)
  checkStruct(input, 'TxnOffsetCommitRequest')
  const {
    transactionalId = '',
    groupId = '',
    producerId = 0n,
    producerEpoch = 0,
    generationId = -1,
    memberId = '',
    groupInstanceId = null,
    topics = [],
    unknownTaggedFields,
  } = input
  if (version >= 3) {
    writeCompactString(writer, transactionalId, 'TxnOffsetCommitRequest.transactionalId')
  } else {
    writeString(writer, transactionalId, 'TxnOffsetCommitRequest.transactionalId')
  }
  if (version >= 3) {
    writeCompactString(writer, groupId, 'TxnOffsetCommitRequest.groupId')
  } else {
    writeString(writer, groupId, 'TxnOffsetCommitRequest.groupId')
  }
  writeInt64(writer, producerId, 'TxnOffsetCommitRequest.producerId')
  writeInt16(writer, producerEpoch, 'TxnOffsetCommitRequest.producerEpoch')
  if (version >= 3) {
    writeInt32(writer, generationId, 'TxnOffsetCommitRequest.generationId')
  } else if (generationId !== -1) {
    throw notInVersion('TxnOffsetCommitRequest.generationId', version)
  }
  if (version >= 3) {
    writeCompactString(writer, memberId, 'TxnOffsetCommitRequest.memberId')
  } else if (memberId !== '') {
    throw notInVersion('TxnOffsetCommitRequest.memberId', version)
  }
  if (version >= 3) {
    writeCompactNullableString(writer, groupInstanceId, 'TxnOffsetCommitRequest.groupInstanceId')
  } else if (groupInstanceId !== null) {
    throw notInVersion('TxnOffsetCommitRequest.groupInstanceId', version)
  }
  if (version >= 3) {
    writeCompactArrayLength(writer, topics, 'TxnOffsetCommitRequest.topics')
  } else {
    writeArrayLength(writer, topics, 'TxnOffsetCommitRequest.topics')
  }
  for (const element of topics) {
    encodeTxnOffsetCommitRequestTopic(writer, element, version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TxnOffsetCommitRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('TxnOffsetCommitRequest.unknownTaggedFields', version)
  }
}

function decodeTxnOffsetCommitRequest(reader: ByteReader, version: number): TxnOffsetCommitRequest {
  checkDecodeVersion(reader, 'TxnOffsetCommitRequest', version, 0, 5)
  const decoded: TxnOffsetCommitRequest = {
    transactionalId: '',
    groupId: '',
    producerId: 0n,
    producerEpoch: 0,
    generationId: -1,
    memberId: '',
    groupInstanceId: null,
    topics: [],
  }
  decoded.transactionalId = version >= 3 ? readCompactString(reader) : readString(reader)
  decoded.groupId = version >= 3 ? readCompactString(reader) : readString(reader)
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  if (version >= 3) {
    decoded.generationId = reader.readInt32()
  }
  if (version >= 3) {
    decoded.memberId = readCompactString(reader)
  }
  if (version >= 3) {
    decoded.groupInstanceId = readCompactNullableString(reader)
  }
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeTxnOffsetCommitRequestTopic(reader, version))
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes TxnOffsetCommitRequest. */
export const txnOffsetCommitRequest: MessageCodec<TxnOffsetCommitRequest> = {
  name: 'TxnOffsetCommitRequest',
  apiKey: 28,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeTxnOffsetCommitRequest,
  decode: decodeTxnOffsetCommitRequest,
}
