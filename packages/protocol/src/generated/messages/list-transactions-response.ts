// Generated from schemas/merged.json (ListTransactionsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListTransactionsResponse, versions 0-2. */
export interface ListTransactionsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []string, versions 0+. */
  unknownStateFilters: string[]
  /** []TransactionState, versions 0+. */
  transactionStates: ListTransactionsResponseTransactionState[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** TransactionState of ListTransactionsResponse. */
export interface ListTransactionsResponseTransactionState {
  /** string, versions 0+, a transactionalId. */
  transactionalId: string
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** string, versions 0+. */
  transactionState: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTransactionState(
  writer: ByteWriter,
  input: MessageInput<ListTransactionsResponseTransactionState>,
  _version: number,
): void {
  checkStruct(input, 'ListTransactionsResponse.transactionStates')
  const { transactionalId = '', producerId = 0n, transactionState = '', unknownTaggedFields } = input
  writeCompactString(writer, transactionalId, 'ListTransactionsResponse.transactionStates.transactionalId')
  writeInt64(writer, producerId, 'ListTransactionsResponse.transactionStates.producerId')
  writeCompactString(writer, transactionState, 'ListTransactionsResponse.transactionStates.transactionState')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListTransactionsResponse.transactionStates')
}

function decodeTransactionState(reader: ByteReader, _version: number): ListTransactionsResponseTransactionState {
  const decoded: ListTransactionsResponseTransactionState = {
    transactionalId: '',
    producerId: 0n,
    transactionState: '',
  }
  decoded.transactionalId = readCompactString(reader)
  decoded.producerId = reader.readInt64()
  decoded.transactionState = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeListTransactionsResponse(
  writer: ByteWriter,
  input: MessageInput<ListTransactionsResponse>,
  version: number,
): void {
  checkEncodeVersion('ListTransactionsResponse', version, 0, 2)
  checkStruct(input, 'ListTransactionsResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    unknownStateFilters = [],
    transactionStates = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'ListTransactionsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ListTransactionsResponse.errorCode')
  writeCompactArrayLength(writer, unknownStateFilters, 'ListTransactionsResponse.unknownStateFilters')
  for (const element of unknownStateFilters) {
    writeCompactString(writer, element, 'ListTransactionsResponse.unknownStateFilters')
  }
  writeCompactArrayLength(writer, transactionStates, 'ListTransactionsResponse.transactionStates')
  for (const element of transactionStates) {
    encodeTransactionState(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListTransactionsResponse')
}

function decodeListTransactionsResponse(reader: ByteReader, version: number): ListTransactionsResponse {
  checkDecodeVersion(reader, 'ListTransactionsResponse', version, 0, 2)
  const decoded: ListTransactionsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    unknownStateFilters: [],
    transactionStates: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.unknownStateFilters.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.transactionStates.push(decodeTransactionState(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ListTransactionsResponse. */
export const listTransactionsResponse: MessageCodec<ListTransactionsResponse> = {
  name: 'ListTransactionsResponse',
  apiKey: 66,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeListTransactionsResponse,
  decode: decodeListTransactionsResponse,
}
