// Generated from schemas/merged.json (ShareGroupDescribeRequest) by generator/main.ts: not to be edited.
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

/** ShareGroupDescribeRequest, versions 0-1. */
export interface ShareGroupDescribeRequest {
  /** []string, versions 0+, a groupId. */
  groupIds: string[]
  /** bool, versions 0+. */
  includeAuthorizedOperations: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeShareGroupDescribeRequest(
  writer: ByteWriter,
  input: MessageInput<ShareGroupDescribeRequest>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupDescribeRequest', version, 0, 1)
  checkStruct(input, 'ShareGroupDescribeRequest')
  const { groupIds = [], includeAuthorizedOperations = false, unknownTaggedFields } = input
  writeCompactArrayLength(writer, groupIds, 'ShareGroupDescribeRequest.groupIds')
  for (const element of groupIds) {
    writeCompactString(writer, element, 'ShareGroupDescribeRequest.groupIds')
  }
  writeBool(writer, includeAuthorizedOperations, 'ShareGroupDescribeRequest.includeAuthorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupDescribeRequest')
}

function decodeShareGroupDescribeRequest(reader: ByteReader, version: number): ShareGroupDescribeRequest {
  checkDecodeVersion(reader, 'ShareGroupDescribeRequest', version, 0, 1)
  const decoded: ShareGroupDescribeRequest = {
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

/** Encodes and decodes ShareGroupDescribeRequest. */
export const shareGroupDescribeRequest: MessageCodec<ShareGroupDescribeRequest> = {
  name: 'ShareGroupDescribeRequest',
  apiKey: 77,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeShareGroupDescribeRequest,
  decode: decodeShareGroupDescribeRequest,
}
