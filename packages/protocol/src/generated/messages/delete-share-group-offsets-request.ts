// Generated from schemas/merged.json (DeleteShareGroupOffsetsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactArrayLength, writeCompactString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteShareGroupOffsetsRequest, versions 0. */
export interface DeleteShareGroupOffsetsRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** []DeleteShareGroupOffsetsRequestTopic, versions 0+. */
  topics: DeleteShareGroupOffsetsRequestTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeleteShareGroupOffsetsRequestTopic of DeleteShareGroupOffsetsRequest. */
export interface DeleteShareGroupOffsetsRequestTopic {
  /** string, versions 0+, a topicName. */
  topicName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteShareGroupOffsetsRequestTopic(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupOffsetsRequestTopic>,
  _version: number,
): void {
  checkStruct(input, 'DeleteShareGroupOffsetsRequest.topics')
  const { topicName = '', unknownTaggedFields } = input
  writeCompactString(writer, topicName, 'DeleteShareGroupOffsetsRequest.topics.topicName')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupOffsetsRequest.topics')
}

function decodeDeleteShareGroupOffsetsRequestTopic(
  reader: ByteReader,
  _version: number,
): DeleteShareGroupOffsetsRequestTopic {
  const decoded: DeleteShareGroupOffsetsRequestTopic = {
    topicName: '',
  }
  decoded.topicName = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDeleteShareGroupOffsetsRequest(
  writer: ByteWriter,
  input: MessageInput<DeleteShareGroupOffsetsRequest>,
  version: number,
): void {
  checkEncodeVersion('DeleteShareGroupOffsetsRequest', version, 0, 0)
  checkStruct(input, 'DeleteShareGroupOffsetsRequest')
  const { groupId = '', topics = [], unknownTaggedFields } = input
  writeCompactString(writer, groupId, 'DeleteShareGroupOffsetsRequest.groupId')
  writeCompactArrayLength(writer, topics, 'DeleteShareGroupOffsetsRequest.topics')
  for (const element of topics) {
    encodeDeleteShareGroupOffsetsRequestTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteShareGroupOffsetsRequest')
}

function decodeDeleteShareGroupOffsetsRequest(reader: ByteReader, version: number): DeleteShareGroupOffsetsRequest {
  checkDecodeVersion(reader, 'DeleteShareGroupOffsetsRequest', version, 0, 0)
  const decoded: DeleteShareGroupOffsetsRequest = {
    groupId: '',
    topics: [],
  }
  decoded.groupId = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeDeleteShareGroupOffsetsRequestTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DeleteShareGroupOffsetsRequest. */
export const deleteShareGroupOffsetsRequest: MessageCodec<DeleteShareGroupOffsetsRequest> = {
  name: 'DeleteShareGroupOffsetsRequest',
  apiKey: 92,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDeleteShareGroupOffsetsRequest,
  decode: decodeDeleteShareGroupOffsetsRequest,
}
