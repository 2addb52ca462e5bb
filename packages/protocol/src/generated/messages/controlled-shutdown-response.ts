// Generated from schemas/merged.json (ControlledShutdownResponse) by generator/main.ts: not to be edited.
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

/** ControlledShutdownResponse, versions 0-3. */
export interface ControlledShutdownResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []RemainingPartition, versions 0+. */
  remainingPartitions: ControlledShutdownResponseRemainingPartition[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** RemainingPartition of ControlledShutdownResponse. */
export interface ControlledShutdownResponseRemainingPartition {
  /** string, versions 0+, unique in its array, a topicName. */
  topicName: string
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemainingPartition(
  writer: ByteWriter,
  input: MessageInput<ControlledShutdownResponseRemainingPartition>,
  version: number,
): void {
  checkStruct(input, 'ControlledShutdownResponse.remainingPartitions')
  const { topicName = '', partitionIndex = 0, unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, topicName, 'ControlledShutdownResponse.remainingPartitions.topicName')
  } else {
    writeString(writer, topicName, 'ControlledShutdownResponse.remainingPartitions.topicName')
  }
  writeInt32(writer, partitionIndex, 'ControlledShutdownResponse.remainingPartitions.partitionIndex')
  if (version === 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControlledShutdownResponse.remainingPartitions')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ControlledShutdownResponse.remainingPartitions.unknownTaggedFields', version)
  }
}

function decodeRemainingPartition(reader: ByteReader, version: number): ControlledShutdownResponseRemainingPartition {
  const decoded: ControlledShutdownResponseRemainingPartition = {
    topicName: '',
    partitionIndex: 0,
  }
  decoded.topicName = version >= 3 ? readCompactString(reader) : readString(reader)
  decoded.partitionIndex = reader.readInt32()
  if (version === 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeControlledShutdownResponse(
  writer: ByteWriter,
  input: MessageInput<ControlledShutdownResponse>,
  version: number,
): void {
  checkEncodeVersion('ControlledShutdownResponse', version, 0, 3)
  checkStruct(input, 'ControlledShutdownResponse')
  const { errorCode = 0, remainingPartitions = [], unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'ControlledShutdownResponse.errorCode')
  if (version >= 3) {
    writeCompactArrayLength(writer, remainingPartitions, 'ControlledShutdownResponse.remainingPartitions')
  } else {
    writeArrayLength(writer, remainingPartitions, 'ControlledShutdownResponse.remainingPartitions')
  }
  for (const element of remainingPartitions) {
    encodeRemainingPartition(writer, element, version)
  }
  if (version === 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControlledShutdownResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ControlledShutdownResponse.unknownTaggedFields', version)
  }
}

function decodeControlledShutdownResponse(reader: ByteReader, version: number): ControlledShutdownResponse {
  checkDecodeVersion(reader, 'ControlledShutdownResponse', version, 0, 3)
  const decoded: ControlledShutdownResponse = {
    errorCode: 0,
    remainingPartitions: [],
  }
  decoded.errorCode = reader.readInt16()
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.remainingPartitions.push(decodeRemainingPartition(reader, version))
  }
  if (version === 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ControlledShutdownResponse. */
export const controlledShutdownResponse: MessageCodec<ControlledShutdownResponse> = {
  name: 'ControlledShutdownResponse',
  apiKey: 7,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 3,
  encode: encodeControlledShutdownResponse,
  decode: decodeControlledShutdownResponse,
}
