// Generated from schemas/merged.json (AddPartitionsToTxnResponse) by generator/main.ts: not to be edited.
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

/** AddPartitionsToTxnResponse, versions 0-5. */
export interface AddPartitionsToTxnResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 4+, ignored where the version lacks it. */
  errorCode: number
  /** []AddPartitionsToTxnResult, versions 4+. */
  resultsByTransaction: AddPartitionsToTxnResponseAddPartitionsToTxnResult[]
  /** []AddPartitionsToTxnTopicResult, versions 0-3. */
  resultsByTopicV3AndBelow: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AddPartitionsToTxnResult of AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnResponseAddPartitionsToTxnResult {
  /** string, versions 4+, unique in its array, a transactionalId. */
  transactionalId: string
  /** []AddPartitionsToTxnTopicResult, versions 4+. */
  topicResults: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AddPartitionsToTxnTopicResult of AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** []AddPartitionsToTxnPartitionResult, versions 0+. */
  resultsByPartition: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AddPartitionsToTxnPartitionResult of AddPartitionsToTxnResponse. */
export interface AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult {
  /** int32, versions 0+, unique in its array. */
  partitionIndex: number
  /** int16, versions 0+. */
  partitionErrorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAddPartitionsToTxnPartitionResult(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult>,
  version: number,
): void {
  checkStruct(input, 'AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult')
  const { partitionIndex = 0, partitionErrorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, partitionIndex, 'AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult.partitionIndex')
  writeInt16(writer, partitionErrorCode, 'AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult.partitionErrorCode')
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddPartitionsToTxnResponse.AddPartitionsToTxnPartitionResult.unknownTaggedFields', version)
  }
}

function decodeAddPartitionsToTxnPartitionResult(
  reader: ByteReader,
  version: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult {
  const decoded: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult = {
    partitionIndex: 0,
    partitionErrorCode: 0,
  }
  decoded.partitionIndex = reader.readInt32()
  decoded.partitionErrorCode = reader.readInt16()
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAddPartitionsToTxnTopicResult(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult>,
  version: number,
): void {
  checkStruct(input, 'AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult')
  const { name = '', resultsByPartition = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, name, 'AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult.name')
  } else {
    writeString(writer, name, 'AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult.name')
  }
  if (version >= 3) {
    writeCompactArrayLength(writer, resultsByPartition, 'AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult.resultsByPartition')
  } else {
    writeArrayLength(writer, resultsByPartition, 'AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult.resultsByPartition')
  }
  for (const element of resultsByPartition) {
    encodeAddPartitionsToTxnPartitionResult(writer, element, version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddPartitionsToTxnResponse.AddPartitionsToTxnTopicResult.unknownTaggedFields', version)
  }
}

function decodeAddPartitionsToTxnTopicResult(
  reader: ByteReader,
  version: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult {
  const decoded: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult = {
    name: '',
    resultsByPartition: [],
  }
  decoded.name = version >= 3 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.resultsByPartition.push(decodeAddPartitionsToTxnPartitionResult(reader, version))
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAddPartitionsToTxnResult(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnResponseAddPartitionsToTxnResult>,
  version: number,
): void {
  checkStruct(input, 'AddPartitionsToTxnResponse.resultsByTransaction')
  const { transactionalId = '', topicResults = [], unknownTaggedFields } = input
  writeCompactString(writer, transactionalId, 'AddPartitionsToTxnResponse.resultsByTransaction.transactionalId')
  writeCompactArrayLength(writer, topicResults, 'AddPartitionsToTxnResponse.resultsByTransaction.topicResults')
  for (const element of topicResults) {
    encodeAddPartitionsToTxnTopicResult(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnResponse.resultsByTransaction')
}

function decodeAddPartitionsToTxnResult(
  reader: ByteReader,
  version: number,
): AddPartitionsToTxnResponseAddPartitionsToTxnResult {
  const decoded: AddPartitionsToTxnResponseAddPartitionsToTxnResult = {
    transactionalId: '',
    topicResults: [],
  }
  decoded.transactionalId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topicResults.push(decodeAddPartitionsToTxnTopicResult(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAddPartitionsToTxnResponse(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnResponse>,
  version: number,
): void {
  checkEncodeVersion('AddPartitionsToTxnResponse', version, 0, 5)
  checkStruct(input, 'AddPartitionsToTxnResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    resultsByTransaction = [],
    resultsByTopicV3AndBelow = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'AddPartitionsToTxnResponse.throttleTimeMs')
  if (version >= 4) {
    writeInt16(writer, errorCode, 'AddPartitionsToTxnResponse.errorCode')
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, resultsByTransaction, 'AddPartitionsToTxnResponse.resultsByTransaction')
    for (const element of resultsByTransaction) {
      encodeAddPartitionsToTxnResult(writer, element, version)
    }
  } else if (resultsByTransaction?.length !== 0) {
    throw notInVersion('AddPartitionsToTxnResponse.resultsByTransaction', version)
  }
  if (version <= 3) {
    if (version >= 3) {
      writeCompactArrayLength(writer, resultsByTopicV3AndBelow, 'AddPartitionsToTxnResponse.resultsByTopicV3AndBelow')
    } else {
      writeArrayLength(writer, resultsByTopicV3AndBelow, 'AddPartitionsToTxnResponse.resultsByTopicV3AndBelow')
    }
    for (const element of resultsByTopicV3AndBelow) {
      encodeAddPartitionsToTxnTopicResult(writer, element, version)
    }
  } else if (resultsByTopicV3AndBelow?.length !== 0) {
    throw notInVersion('AddPartitionsToTxnResponse.resultsByTopicV3AndBelow', version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddPartitionsToTxnResponse.unknownTaggedFields', version)
  }
}

function decodeAddPartitionsToTxnResponse(reader: ByteReader, version: number): AddPartitionsToTxnResponse {
  checkDecodeVersion(reader, 'AddPartitionsToTxnResponse', version, 0, 5)
  const decoded: AddPartitionsToTxnResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    resultsByTransaction: [],
    resultsByTopicV3AndBelow: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  if (version >= 4) {
    decoded.errorCode = reader.readInt16()
  }
  if (version >= 4) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.resultsByTransaction.push(decodeAddPartitionsToTxnResult(reader, version))
    }
  }
  if (version <= 3) {
    for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.resultsByTopicV3AndBelow.push(decodeAddPartitionsToTxnTopicResult(reader, version))
    }
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AddPartitionsToTxnResponse. */
export const addPartitionsToTxnResponse: MessageCodec<AddPartitionsToTxnResponse> = {
  name: 'AddPartitionsToTxnResponse',
  apiKey: 24,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeAddPartitionsToTxnResponse,
  decode: decodeAddPartitionsToTxnResponse,
}
