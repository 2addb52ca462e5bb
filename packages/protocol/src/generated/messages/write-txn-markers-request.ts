// Generated from schemas/merged.json (WriteTxnMarkersRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeInt8,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** WriteTxnMarkersRequest, versions 0-2. */
export interface WriteTxnMarkersRequest {
  /** []WritableTxnMarker, versions 0+. */
  markers: WriteTxnMarkersRequestWritableTxnMarker[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WritableTxnMarker of WriteTxnMarkersRequest. */
export interface WriteTxnMarkersRequestWritableTxnMarker {
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** bool, versions 0+. */
  transactionResult: boolean
  /** []WritableTxnMarkerTopic, versions 0+. */
  topics: WriteTxnMarkersRequestWritableTxnMarkerTopic[]
  /** int32, versions 0+. */
  coordinatorEpoch: number
  /** int8, versions 2+, ignored where the version lacks it, default 0. */
  transactionVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** WritableTxnMarkerTopic of WriteTxnMarkersRequest. */
export interface WriteTxnMarkersRequestWritableTxnMarkerTopic {
  /** string, versions 0+, a topicName. */
  name: string
  /** []int32, versions 0+. */
  partitionIndexes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeWritableTxnMarkerTopic(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersRequestWritableTxnMarkerTopic>,
  version: number,
): void {
  checkStruct(input, 'WriteTxnMarkersRequest.markers.topics')
  const { name = '', partitionIndexes = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, name, 'WriteTxnMarkersRequest.markers.topics.name')
  } else {
    writeString(writer, name, 'WriteTxnMarkersRequest.markers.topics.name')
  }
  if (version >= 1) {
    writeCompactArrayLength(writer, partitionIndexes, 'WriteTxnMarkersRequest.markers.topics.partitionIndexes')
  } else {
    writeArrayLength(writer, partitionIndexes, 'WriteTxnMarkersRequest.markers.topics.partitionIndexes')
  }
  for (const element of partitionIndexes) {
    writeInt32(writer, element, 'WriteTxnMarkersRequest.markers.topics.partitionIndexes')
  }
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersRequest.markers.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersRequest.markers.topics.unknownTaggedFields', version)
  }
}

function decodeWritableTxnMarkerTopic(
  reader: ByteReader,
  version: number,
): WriteTxnMarkersRequestWritableTxnMarkerTopic {
  const decoded: WriteTxnMarkersRequestWritableTxnMarkerTopic = {
    name: '',
    partitionIndexes: [],
  }
  decoded.name = version >= 1 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionIndexes.push(reader.readInt32())
  }
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeWritableTxnMarker(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersRequestWritableTxnMarker>,
  version: number,
): void {
  checkStruct(input, 'WriteTxnMarkersRequest.markers')
  const {
    producerId = 0n,
    producerEpoch = 0,
    transactionResult = false,
    topics = [],
    coordinatorEpoch = 0,
    transactionVersion = 0,
    unknownTaggedFields,
  } = input
  writeInt64(writer, producerId, 'WriteTxnMarkersRequest.markers.producerId')
  writeInt16(writer, producerEpoch, 'WriteTxnMarkersRequest.markers.producerEpoch')
  writeBool(writer, transactionResult, 'WriteTxnMarkersRequest.markers.transactionResult')
  if (version >= 1) {
    writeCompactArrayLength(writer, topics, 'WriteTxnMarkersRequest.markers.topics')
  } else {
    writeArrayLength(writer, topics, 'WriteTxnMarkersRequest.markers.topics')
  }
  for (const element of topics) {
    encodeWritableTxnMarkerTopic(writer, element, version)
  }
  writeInt32(writer, coordinatorEpoch, 'WriteTxnMarkersRequest.markers.coordinatorEpoch')
  if (version === 2) {
    writeInt8(writer, transactionVersion, 'WriteTxnMarkersRequest.markers.transactionVersion')
  }
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersRequest.markers')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersRequest.markers.unknownTaggedFields', version)
  }
}

function decodeWritableTxnMarker(reader: ByteReader, version: number): WriteTxnMarkersRequestWritableTxnMarker {
  const decoded: WriteTxnMarkersRequestWritableTxnMarker = {
    producerId: 0n,
    producerEpoch: 0,
    transactionResult: false,
    topics: [],
    coordinatorEpoch: 0,
    transactionVersion: 0,
  }
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  decoded.transactionResult = reader.readBoolean()
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeWritableTxnMarkerTopic(reader, version))
  }
  decoded.coordinatorEpoch = reader.readInt32()
  if (version === 2) {
    decoded.transactionVersion = reader.readInt8()
  }
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeWriteTxnMarkersRequest(
  writer: ByteWriter,
  input: MessageInput<WriteTxnMarkersRequest>,
  version: number,
): void {
  checkEncodeVersion('WriteTxnMarkersRequest', version, 0, 2)
  checkStruct(input, 'WriteTxnMarkersRequest')
  const { markers = [], unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, markers, 'WriteTxnMarkersRequest.markers')
  } else {
    writeArrayLength(writer, markers, 'WriteTxnMarkersRequest.markers')
  }
  for (const element of markers) {
    encodeWritableTxnMarker(writer, element, version)
  }
  if (version >= 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'WriteTxnMarkersRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('WriteTxnMarkersRequest.unknownTaggedFields', version)
  }
}

function decodeWriteTxnMarkersRequest(reader: ByteReader, version: number): WriteTxnMarkersRequest {
  checkDecodeVersion(reader, 'WriteTxnMarkersRequest', version, 0, 2)
  const decoded: WriteTxnMarkersRequest = {
    markers: [],
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.markers.push(decodeWritableTxnMarker(reader, version))
  }
  if (version >= 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes WriteTxnMarkersRequest. */
export const writeTxnMarkersRequest: MessageCodec<WriteTxnMarkersRequest> = {
  name: 'WriteTxnMarkersRequest',
  apiKey: 27,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 1,
  encode: encodeWriteTxnMarkersRequest,
  decode: decodeWriteTxnMarkersRequest,
}
