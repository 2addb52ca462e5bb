// Generated from schemas/merged.json (ElectLeadersResponse) by generator/main.ts: not to be edited.
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
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ElectLeadersResponse, versions 0-2. */
export interface ElectLeadersResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 1+. */
  errorCode: number
  /** []ReplicaElectionResult, versions 0+. */
  replicaElectionResults: ElectLeadersResponseReplicaElectionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ReplicaElectionResult of ElectLeadersResponse. */
export interface ElectLeadersResponseReplicaElectionResult {
  /** string, versions 0+, a topicName. */
  topic: string
  /** []PartitionResult, versions 0+. */
  partitionResult: ElectLeadersResponsePartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionResult of ElectLeadersResponse. */
export interface ElectLeadersResponsePartitionResult {
  /** int32, versions 0+. */
  partitionId: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionResult(
  writer: ByteWriter,
  input: MessageInput<ElectLeadersResponsePartitionResult>,
  version: number,
): void {
  checkStruct(input, 'ElectLeadersResponse.replicaElectionResults.partitionResult')
  const { partitionId = 0, errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt32(writer, partitionId, 'ElectLeadersResponse.replicaElectionResults.partitionResult.partitionId')
  writeInt16(writer, errorCode, 'ElectLeadersResponse.replicaElectionResults.partitionResult.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'ElectLeadersResponse.replicaElectionResults.partitionResult.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'ElectLeadersResponse.replicaElectionResults.partitionResult.errorMessage')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ElectLeadersResponse.replicaElectionResults.partitionResult')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ElectLeadersResponse.replicaElectionResults.partitionResult.unknownTaggedFields', version)
  }
}

function decodePartitionResult(reader: ByteReader, version: number): ElectLeadersResponsePartitionResult {
  const decoded: ElectLeadersResponsePartitionResult = {
    partitionId: 0,
    errorCode: 0,
    errorMessage: '',
  }
  decoded.partitionId = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeReplicaElectionResult(
  writer: ByteWriter,
  input: MessageInput<ElectLeadersResponseReplicaElectionResult>,
  version: number,
): void {
  checkStruct(input, 'ElectLeadersResponse.replicaElectionResults')
  const { topic = '', partitionResult = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, topic, 'ElectLeadersResponse.replicaElectionResults.topic')
  } else {
    writeString(writer, topic, 'ElectLeadersResponse.replicaElectionResults.topic')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitionResult, 'ElectLeadersResponse.replicaElectionResults.partitionResult')
  } else {
    writeArrayLength(writer, partitionResult, 'ElectLeadersResponse.replicaElectionResults.partitionResult')
  }
  for (const element of partitionResult) {
    encodePartitionResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ElectLeadersResponse.replicaElectionResults')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ElectLeadersResponse.replicaElectionResults.unknownTaggedFields', version)
  }
}

function decodeReplicaElectionResult(reader: ByteReader, version: number): ElectLeadersResponseReplicaElectionResult {
  const decoded: ElectLeadersResponseReplicaElectionResult = {
    topic: '',
    partitionResult: [],
  }
  decoded.topic = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionResult.push(decodePartitionResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeElectLeadersResponse(
  writer: ByteWriter,
  input: MessageInput<ElectLeadersResponse>,
  version: number,
): void {
  checkEncodeVersion('ElectLeadersResponse', version, 0, 2)
  checkStruct(input, 'ElectLeadersResponse')
  const { throttleTimeMs = 0, errorCode = 0, replicaElectionResults = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'ElectLeadersResponse.throttleTimeMs')
  if (version >= 1) {
    writeInt16(writer, errorCode, 'ElectLeadersResponse.errorCode')
  } else if (errorCode !== 0) {
    throw notInVersion('ElectLeadersResponse.errorCode', version)
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, replicaElectionResults, 'ElectLeadersResponse.replicaElectionResults')
  } else {
    writeArrayLength(writer, replicaElectionResults, 'ElectLeadersResponse.replicaElectionResults')
  }
  for (const element of replicaElectionResults) {
    encodeReplicaElectionResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ElectLeadersResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ElectLeadersResponse.unknownTaggedFields', version)
  }
}

function decodeElectLeadersResponse(reader: ByteReader, version: number): ElectLeadersResponse {
  checkDecodeVersion(reader, 'ElectLeadersResponse', version, 0, 2)
  const decoded: ElectLeadersResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    replicaElectionResults: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  if (version >= 1) {
    decoded.errorCode = reader.readInt16()
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.replicaElectionResults.push(decodeReplicaElectionResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ElectLeadersResponse. */
export const electLeadersResponse: MessageCodec<ElectLeadersResponse> = {
  name: 'ElectLeadersResponse',
  apiKey: 43,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeElectLeadersResponse,
  decode: decodeElectLeadersResponse,
}
