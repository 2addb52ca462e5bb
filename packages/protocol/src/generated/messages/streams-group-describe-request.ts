// Generated from schemas/merged.json (StreamsGroupDescribeRequest) by generator/main.ts: not to be edited.
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

/** StreamsGroupDescribeRequest, versions 0. */
export interface StreamsGroupDescribeRequest {
  /** []string, versions 0+, a groupId. */
  groupIds: string[]
  /** bool, versions 0+. */
  includeAuthorizedOperations: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeStreamsGroupDescribeRequest(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupDescribeRequest>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupDescribeRequest', version, 0, 0)
  checkStruct(input, 'StreamsGroupDescribeRequest')
  const { groupIds = [], includeAuthorizedOperations = false, unknownTaggedFields } = input
  writeCompactArrayLength(writer, groupIds, 'StreamsGroupDescribeRequest.groupIds')
  for (const element of groupIds) {
    writeCompactString(writer, element, 'StreamsGroupDescribeRequest.groupIds')
  }
  writeBool(writer, includeAuthorizedOperations, 'StreamsGroupDescribeRequest.includeAuthorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupDescribeRequest')
}

function decodeStreamsGroupDescribeRequest(reader: ByteReader, version: number): StreamsGroupDescribeRequest {
  checkDecodeVersion(reader, 'StreamsGroupDescribeRequest', version, 0, 0)
  const decoded: StreamsGroupDescribeRequest = {
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

/** Encodes and decodes StreamsGroupDescribeRequest. */
export const streamsGroupDescribeRequest: MessageCodec<StreamsGroupDescribeRequest> = {
  name: 'StreamsGroupDescribeRequest',
  apiKey: 89,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupDescribeRequest,
  decode: decodeStreamsGroupDescribeRequest,
}
