// Generated from schemas/merged.json (ConsumerGroupDescribeRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ConsumerGroupDescribeRequest, versions 0-1. */
export interface ConsumerGroupDescribeRequest {
  /** []string, versions 0+, a groupId. */
  groupIds: string[]
  /** bool, versions 0+. */
  includeAuthorizedOperations: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeConsumerGroupDescribeRequest(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupDescribeRequest>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupDescribeRequest', version, 0, 1)
  checkStruct(input, 'ConsumerGroupDescribeRequest')
  const { groupIds = [], includeAuthorizedOperations = false, unknownTaggedFields } = input
  writeCompactArrayLength(writer, groupIds, 'ConsumerGroupDescribeRequest.groupIds')
  for (const element of groupIds) {
    writeCompactString(writer, element, 'ConsumerGroupDescribeRequest.groupIds')
  }
  writeBool(writer, includeAuthorizedOperations, 'ConsumerGroupDescribeRequest.includeAuthorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupDescribeRequest')
}

function decodeConsumerGroupDescribeRequest(reader: ByteReader, version: number): ConsumerGroupDescribeRequest {
  checkDecodeVersion(reader, 'ConsumerGroupDescribeRequest', version, 0, 1)
  const decoded: ConsumerGroupDescribeRequest = {
    groupIds: [],
    includeAuthorizedOperations: false,
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.groupIds.push(readCompactString(reader))
  }
  decoded.includeAuthorizedOperations = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupDescribeRequest. */
export const consumerGroupDescribeRequest: MessageCodec<ConsumerGroupDescribeRequest> = {
  name: 'ConsumerGroupDescribeRequest',
  apiKey: 69,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeConsumerGroupDescribeRequest,
  decode: decodeConsumerGroupDescribeRequest,
}
