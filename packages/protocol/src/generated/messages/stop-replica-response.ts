// Generated from schemas/merged.json (StopReplicaResponse) by generator/main.ts: not to be edited.
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
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StopReplicaResponse, versions 0-4. */
export interface StopReplicaResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []StopReplicaPartitionError, versions 0+. */
  partitionErrors: StopReplicaResponseStopReplicaPartitionError[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StopReplicaPartitionError of StopReplicaResponse. */
export interface StopReplicaResponseStopReplicaPartitionError {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** int32, versions 0+. */
  partitionIndex: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeStopReplicaPartitionError(
  writer: ByteWriter,
  input: MessageInput<StopReplicaResponseStopReplicaPartitionError>,
  version: number,
): void {
  checkStruct(input, 'StopReplicaResponse.partitionErrors')
  const { topicName = '', partitionIndex = 0, errorCode = 0, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, topicName, 'StopReplicaResponse.partitionErrors.topicName')
  } else {
    writeString(writer, topicName, 'StopReplicaResponse.partitionErrors.topicName')
  }
  writeInt32(writer, partitionIndex, 'StopReplicaResponse.partitionErrors.partitionIndex')
  writeInt16(writer, errorCode, 'StopReplicaResponse.partitionErrors.errorCode')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StopReplicaResponse.partitionErrors')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('StopReplicaResponse.partitionErrors.unknownTaggedFields', version)
  }
}

function decodeStopReplicaPartitionError(
  reader: ByteReader,
  version: number,
): StopReplicaResponseStopReplicaPartitionError {
  const decoded: StopReplicaResponseStopReplicaPartitionError = {
    topicName: '',
    partitionIndex: 0,
    errorCode: 0,
  }
  decoded.topicName = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.partitionIndex = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeStopReplicaResponse(
  writer: ByteWriter,
  input: MessageInput<StopReplicaResponse>,
  version: number,
): void {
  checkEncodeVersion('StopReplicaResponse', version, 0, 4)
  checkStruct(input, 'StopReplicaResponse')
  const { errorCode = 0, partitionErrors = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'StopReplicaResponse.errorCode')
  if (version >= 2) {
    writeCompactArrayLength(writer, partitionErrors, 'StopReplicaResponse.partitionErrors')
  } else {
    writeArrayLength(writer, partitionErrors, 'StopReplicaResponse.partitionErrors')
  }
  for (const element of partitionErrors) {
    encodeStopReplicaPartitionError(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StopReplicaResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('StopReplicaResponse.unknownTaggedFields', version)
  }
}

function decodeStopReplicaResponse(reader: ByteReader, version: number): StopReplicaResponse {
  checkDecodeVersion(reader, 'StopReplicaResponse', version, 0, 4)
  const decoded: StopReplicaResponse = {
    errorCode: 0,
    partitionErrors: [],
  }
  decoded.errorCode = reader.readInt16()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionErrors.push(decodeStopReplicaPartitionError(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes StopReplicaResponse. */
export const stopReplicaResponse: MessageCodec<StopReplicaResponse> = {
  name: 'StopReplicaResponse',
  apiKey: 5,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 2,
  encode: encodeStopReplicaResponse,
  decode: decodeStopReplicaResponse,
}
