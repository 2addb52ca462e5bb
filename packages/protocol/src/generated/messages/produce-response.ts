// Generated from schemas/merged.json (ProduceResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
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
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** ProduceResponse, versions 0-13. */
export interface ProduceResponse {
  /** []TopicProduceResponse, versions 0+. */
  responses: ProduceResponseTopicProduceResponse[]
  /** int32, versions 1+, ignored where the version lacks it, default 0. */
  throttleTimeMs: number
  /** []NodeEndpoint, versions 10+, tag 0. */
  nodeEndpoints: ProduceResponseNodeEndpoint[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** NodeEndpoint of ProduceResponse. */
export interface ProduceResponseNodeEndpoint {
  /** int32, versions 10+, unique in its array, a brokerId. */
  nodeId: number
  /** string, versions 10+. */
  host: string
  /** int32, versions 10+. */
  port: number
  /** string, versions 10+, nullable, default null. */
  rack: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TopicProduceResponse of ProduceResponse. */
export interface ProduceResponseTopicProduceResponse {
  /** string, versions 0-12, unique in its array, a topicName, ignored where the version lacks it. */
  name: string
  /** uuid, versions 13+, unique in its array, ignored where the version lacks it. */
  topicId: string
  /** []PartitionProduceResponse, versions 0+. */
  partitionResponses: ProduceResponsePartitionProduceResponse[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** PartitionProduceResponse of ProduceResponse. */
export interface ProduceResponsePartitionProduceResponse {
  /** int32, versions 0+. */
  index: number
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+. */
  baseOffset: bigint
  /** int64, versions 2+, ignored where the version lacks it, default -1. */
  logAppendTimeMs: bigint
  /** int64, versions 5+, ignored where the version lacks it, default -1. */
  logStartOffset: bigint
  /** []BatchIndexAndErrorMessage, versions 8+, ignored where the version lacks it. */
  recordErrors: ProduceResponseBatchIndexAndErrorMessage[]
  /** string, versions 8+, nullable, ignored where the version lacks it, default null. */
  errorMessage: string | null
  /** LeaderIdAndEpoch, versions 10+, tag 0. */
  currentLeader: ProduceResponseLeaderIdAndEpoch
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** LeaderIdAndEpoch of ProduceResponse. */
export interface ProduceResponseLeaderIdAndEpoch {
  /** int32, versions 10+, a brokerId, default -1. */
  leaderId: number
  /** int32, versions 10+, default -1. */
  leaderEpoch: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** BatchIndexAndErrorMessage of ProduceResponse. */
export interface ProduceResponseBatchIndexAndErrorMessage {
  /** int32, versions 8+. */
  batchIndex: number
  /** string, versions 8+, nullable, default null. */
  batchIndexErrorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBatchIndexAndErrorMessage(
  writer: ByteWriter,
  input: MessageInput<ProduceResponseBatchIndexAndErrorMessage>,
  version: number,
): void {
  checkStruct(input, 'ProduceResponse.responses.partitionResponses.recordErrors')
  const { batchIndex = 0, batchIndexErrorMessage = null, unknownTaggedFields } = input
  writeInt32(writer, batchIndex, 'ProduceResponse.responses.partitionResponses.recordErrors.batchIndex')
  if (version >= 9) {
    writeCompactNullableString(writer, batchIndexErrorMessage, 'ProduceResponse.responses.partitionResponses.recordErrors.batchIndexErrorMessage')
  } else {
    writeNullableString(writer, batchIndexErrorMessage, 'ProduceResponse.responses.partitionResponses.recordErrors.batchIndexErrorMessage')
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceResponse.responses.partitionResponses.recordErrors')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceResponse.responses.partitionResponses.recordErrors.unknownTaggedFields', version)
  }
}

function decodeBatchIndexAndErrorMessage(
  reader: ByteReader,
  version: number,
): ProduceResponseBatchIndexAndErrorMessage {
  const decoded: ProduceResponseBatchIndexAndErrorMessage = {
    batchIndex: 0,
    batchIndexErrorMessage: null,
  }
  decoded.batchIndex = reader.readInt32()
  decoded.batchIndexErrorMessage = version >= 9 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function defaultLeaderIdAndEpoch(): ProduceResponseLeaderIdAndEpoch {
  return {
    leaderId: -1,
    leaderEpoch: -1,
  }
}

function isDefaultLeaderIdAndEpoch(input: MessageInput<ProduceResponseLeaderIdAndEpoch>): boolean {
  checkStruct(input, 'ProduceResponse.responses.partitionResponses.currentLeader')
  const { leaderId = -1, leaderEpoch = -1, unknownTaggedFields } = input
  return leaderId === -1 && leaderEpoch === -1 && !unknownTaggedFields?.length
}

function encodeLeaderIdAndEpoch(
  writer: ByteWriter,
  input: MessageInput<ProduceResponseLeaderIdAndEpoch>,
  _version: number,
): void {
  checkStruct(input, 'ProduceResponse.responses.partitionResponses.currentLeader')
  const { leaderId = -1, leaderEpoch = -1, unknownTaggedFields } = input
  writeInt32(writer, leaderId, 'ProduceResponse.responses.partitionResponses.currentLeader.leaderId')
  writeInt32(writer, leaderEpoch, 'ProduceResponse.responses.partitionResponses.currentLeader.leaderEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceResponse.responses.partitionResponses.currentLeader')
}

function decodeLeaderIdAndEpoch(reader: ByteReader, _version: number): ProduceResponseLeaderIdAndEpoch {
  const decoded: ProduceResponseLeaderIdAndEpoch = {
    leaderId: -1,
    leaderEpoch: -1,
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodePartitionProduceResponse(
  writer: ByteWriter,
  input: MessageInput<ProduceResponsePartitionProduceResponse>,
  version: number,
): void {
  checkStruct(input, 'ProduceResponse.responses.partitionResponses')
  const {
    index = 0,
    errorCode = 0,
    baseOffset = 0n,
    logAppendTimeMs = -1n,
    logStartOffset = -1n,
    recordErrors = [],
    errorMessage = null,
    currentLeader = {},
    unknownTaggedFields,
  } = input
  writeInt32(writer, index, 'ProduceResponse.responses.partitionResponses.index')
  writeInt16(writer, errorCode, 'ProduceResponse.responses.partitionResponses.errorCode')
  writeInt64(writer, baseOffset, 'ProduceResponse.responses.partitionResponses.baseOffset')
  if (version >= 2) {
    writeInt64(writer, logAppendTimeMs, 'ProduceResponse.responses.partitionResponses.logAppendTimeMs')
  }
  if (version >= 5) {
    writeInt64(writer, logStartOffset, 'ProduceResponse.responses.partitionResponses.logStartOffset')
  }
  if (version >= 8) {
    if (version >= 9) {
      writeCompactArrayLength(writer, recordErrors, 'ProduceResponse.responses.partitionResponses.recordErrors')
    } else {
      writeArrayLength(writer, recordErrors, 'ProduceResponse.responses.partitionResponses.recordErrors')
    }
    for (const element of recordErrors) {
      encodeBatchIndexAndErrorMessage(writer, element, version)
    }
  }
  if (version >= 8) {
    if (version >= 9) {
      writeCompactNullableString(writer, errorMessage, 'ProduceResponse.responses.partitionResponses.errorMessage')
    } else {
      writeNullableString(writer, errorMessage, 'ProduceResponse.responses.partitionResponses.errorMessage')
    }
  }
  const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(currentLeader)
  if (hasCurrentLeader && version < 10) throw notInVersion('ProduceResponse.responses.partitionResponses.currentLeader', version)
  if (version >= 9) {
    writer.writeUnsignedVarint((hasCurrentLeader ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasCurrentLeader) {
      const start = beginTaggedField(writer, 0)
      encodeLeaderIdAndEpoch(writer, currentLeader, version)
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 10 ? 0 : -1, 'ProduceResponse.responses.partitionResponses')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceResponse.responses.partitionResponses.unknownTaggedFields', version)
  }
}

function decodePartitionProduceResponse(reader: ByteReader, version: number): ProduceResponsePartitionProduceResponse {
  const decoded: ProduceResponsePartitionProduceResponse = {
    index: 0,
    errorCode: 0,
    baseOffset: 0n,
    logAppendTimeMs: -1n,
    logStartOffset: -1n,
    recordErrors: [],
    errorMessage: null,
    currentLeader: defaultLeaderIdAndEpoch(),
  }
  decoded.index = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.baseOffset = reader.readInt64()
  if (version >= 2) {
    decoded.logAppendTimeMs = reader.readInt64()
  }
  if (version >= 5) {
    decoded.logStartOffset = reader.readInt64()
  }
  if (version >= 8) {
    for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.recordErrors.push(decodeBatchIndexAndErrorMessage(reader, version))
    }
  }
  if (version >= 8) {
    decoded.errorMessage = version >= 9 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version >= 9) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0 && version >= 10) {
        decoded.currentLeader = decodeLeaderIdAndEpoch(reader, version)
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeTopicProduceResponse(
  writer: ByteWriter,
  input: MessageInput<ProduceResponseTopicProduceResponse>,
  version: number,
): void {
  checkStruct(input, 'ProduceResponse.responses')
  const { name = '', topicId = ZERO_UUID, partitionResponses = [], unknownTaggedFields } = input
  if (version <= 12) {
    if (version >= 9) {
      writeCompactString(writer, name, 'ProduceResponse.responses.name')
    } else {
      writeString(writer, name, 'ProduceResponse.responses.name')
    }
  }
  if (version === 13) {
    writeUuid(writer, topicId, 'ProduceResponse.responses.topicId')
  }
  if (version >= 9) {
    writeCompactArrayLength(writer, partitionResponses, 'ProduceResponse.responses.partitionResponses')
  } else {
    writeArrayLength(writer, partitionResponses, 'ProduceResponse.responses.partitionResponses')
  }
  for (const element of partitionResponses) {
    encodePartitionProduceResponse(writer, element, version)
  }
  if (version >= 9) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceResponse.responses')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceResponse.responses.unknownTaggedFields', version)
  }
}

function decodeTopicProduceResponse(reader: ByteReader, version: number): ProduceResponseTopicProduceResponse {
  const decoded: ProduceResponseTopicProduceResponse = {
    name: '',
    topicId: ZERO_UUID,
    partitionResponses: [],
  }
  if (version <= 12) {
    decoded.name = version >= 9 ? readCompactString(reader) : readString(reader)
  }
  if (version === 13) {
    decoded.topicId = reader.readUuid()
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitionResponses.push(decodePartitionProduceResponse(reader, version))
  }
  if (version >= 9) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeNodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<ProduceResponseNodeEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'ProduceResponse.nodeEndpoints')
  const { nodeId = 0, host = '', port = 0, rack = null, unknownTaggedFields } = input
  writeInt32(writer, nodeId, 'ProduceResponse.nodeEndpoints.nodeId')
  writeCompactString(writer, host, 'ProduceResponse.nodeEndpoints.host')
  writeInt32(writer, port, 'ProduceResponse.nodeEndpoints.port')
  writeCompactNullableString(writer, rack, 'ProduceResponse.nodeEndpoints.rack')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ProduceResponse.nodeEndpoints')
}

function decodeNodeEndpoint(reader: ByteReader, _version: number): ProduceResponseNodeEndpoint {
  const decoded: ProduceResponseNodeEndpoint = {
    nodeId: 0,
    host: '',
    port: 0,
    rack: null,
  }
  decoded.nodeId = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readInt32()
  decoded.rack = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeProduceResponse(writer: ByteWriter, input: MessageInput<ProduceResponse>, version: number): void {
  checkEncodeVersion('ProduceResponse', version, 0, 13)
  checkStruct(input, 'ProduceResponse')
  const { responses = [], throttleTimeMs = 0, nodeEndpoints = [], unknownTaggedFields } = input
  if (version >= 9) {
    writeCompactArrayLength(writer, responses, 'ProduceResponse.responses')
  } else {
    writeArrayLength(writer, responses, 'ProduceResponse.responses')
  }
  for (const element of responses) {
    encodeTopicProduceResponse(writer, element, version)
  }
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'ProduceResponse.throttleTimeMs')
  }
  const hasNodeEndpoints = nodeEndpoints?.length !== 0
  if (hasNodeEndpoints && version < 10) throw notInVersion('ProduceResponse.nodeEndpoints', version)
  if (version >= 9) {
    writer.writeUnsignedVarint((hasNodeEndpoints ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasNodeEndpoints) {
      const start = beginTaggedField(writer, 0)
      writeCompactArrayLength(writer, nodeEndpoints, 'ProduceResponse.nodeEndpoints')
      for (const element of nodeEndpoints) {
        encodeNodeEndpoint(writer, element, version)
      }
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 10 ? 0 : -1, 'ProduceResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ProduceResponse.unknownTaggedFields', version)
  }
}

function decodeProduceResponse(reader: ByteReader, version: number): ProduceResponse {
  checkDecodeVersion(reader, 'ProduceResponse', version, 0, 13)
  const decoded: ProduceResponse = {
    responses: [],
    throttleTimeMs: 0,
    nodeEndpoints: [],
  }
  for (let left = version >= 9 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.responses.push(decodeTopicProduceResponse(reader, version))
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  if (version >= 9) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0 && version >= 10) {
        for (let left = readCompactArrayLength(reader); left > 0; left--) {
          decoded.nodeEndpoints.push(decodeNodeEndpoint(reader, version))
        }
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ProduceResponse. */
export const produceResponse: MessageCodec<ProduceResponse> = {
  name: 'ProduceResponse',
  apiKey: 0,
  type: 'response',
  minVersion: 0,
  maxVersion: 13,
  flexibleFrom: 9,
  encode: encodeProduceResponse,
  decode: decodeProduceResponse,
}
