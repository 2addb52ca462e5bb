// Generated from schemas/merged.json (DescribeTransactionsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactArrayLength, writeCompactString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeTransactionsRequest, versions 0. */
export interface DescribeTransactionsRequest {
  /** []string, versions 0+, a transactionalId. */
  transactionalIds: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeTransactionsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeTransactionsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeTransactionsRequest', version, 0, 0)
  checkStruct(input, 'DescribeTransactionsRequest')
  const { transactionalIds = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, transactionalIds, 'DescribeTransactionsRequest.transactionalIds')
  for (const element of transactionalIds) {
    writeCompactString(writer, element, 'DescribeTransactionsRequest.transactionalIds')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeTransactionsRequest')
}

function decodeDescribeTransactionsRequest(reader: ByteReader, version: number): DescribeTransactionsRequest {
  checkDecodeVersion(reader, 'DescribeTransactionsRequest', version, 0, 0)
  const decoded: DescribeTransactionsRequest = {
    transactionalIds: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.transactionalIds.push(readCompactString(reader))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeTransactionsRequest. */
export const describeTransactionsRequest: MessageCodec<DescribeTransactionsRequest> = {
  name: 'DescribeTransactionsRequest',
  apiKey: 65,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeTransactionsRequest,
  decode: decodeDescribeTransactionsRequest,
}
