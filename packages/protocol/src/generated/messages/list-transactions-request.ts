// Generated from schemas/merged.json (ListTransactionsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListTransactionsRequest, versions 0-2. */
export interface ListTransactionsRequest {
  /** []string, versions 0+. */
  stateFilters: string[]
  /** []int64, versions 0+, a producerId. */
  producerIdFilters: bigint[]
  /** int64, versions 1+, default -1. */
  durationFilter: bigint
  /** string, versions 2+, nullable, default null. */
  transactionalIdPattern: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListTransactionsRequest(
  writer: ByteWriter,
  input: MessageInput<ListTransactionsRequest>,
  version: number,
): void {
  checkEncodeVersion('ListTransactionsRequest', version, 0, 2)
  checkStruct(input, 'ListTransactionsRequest')
  const {
    stateFilters = [],
    producerIdFilters = [],
    durationFilter = -1n,
    transactionalIdPattern = null,
    unknownTaggedFields,
  } = input
  writeCompactArrayLength(writer, stateFilters, 'ListTransactionsRequest.stateFilters')
  for (const element of stateFilters) {
    writeCompactString(writer, element, 'ListTransactionsRequest.stateFilters')
  }
  writeCompactArrayLength(writer, producerIdFilters, 'ListTransactionsRequest.producerIdFilters')
  for (const element of producerIdFilters) {
    writeInt64(writer, element, 'ListTransactionsRequest.producerIdFilters')
  }
  if (version >= 1) {
    writeInt64(writer, durationFilter, 'ListTransactionsRequest.durationFilter')
  } else if (durationFilter !== -1n) {
    throw notInVersion('ListTransactionsRequest.durationFilter', version)
  }
  if (version === 2) {
    writeCompactNullableString(writer, transactionalIdPattern, 'ListTransactionsRequest.transactionalIdPattern')
  } else if (transactionalIdPattern !== null) {
    throw notInVersion('ListTransactionsRequest.transactionalIdPattern', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListTransactionsRequest')
}

function decodeListTransactionsRequest(reader: ByteReader, version: number): ListTransactionsRequest {
  checkDecodeVersion(reader, 'ListTransactionsRequest', version, 0, 2)
  const decoded: ListTransactionsRequest = {
    stateFilters: [],
    producerIdFilters: [],
    durationFilter: -1n,
    transactionalIdPattern: null,
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateFilters.push(readCompactString(reader))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.producerIdFilters.push(reader.readInt64())
  }
  if (version >= 1) {
    decoded.durationFilter = reader.readInt64()
  }
  if (version === 2) {
    decoded.transactionalIdPattern = readCompactNullableString(reader)
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ListTransactionsRequest. */
export const listTransactionsRequest: MessageCodec<ListTransactionsRequest> = {
  name: 'ListTransactionsRequest',
  apiKey: 66,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeListTransactionsRequest,
  decode: decodeListTransactionsRequest,
}
