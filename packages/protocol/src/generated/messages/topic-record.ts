// Generated from schemas/merged.json (TopicRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** TopicRecord, versions 0. */
export interface TopicRecord {
  /** string, versions 0+, a topicName. */
  name: string
  /** uuid, versions 0+. */
  topicId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeTopicRecord(writer: ByteWriter, input: MessageInput<TopicRecord>, version: number): void {
  checkEncodeVersion('TopicRecord', version, 0, 0)
  checkStruct(input, 'TopicRecord')
  const { name = '', topicId = ZERO_UUID, unknownTaggedFields } = input
  writeCompactString(writer, name, 'TopicRecord.name')
  writeUuid(writer, topicId, 'TopicRecord.topicId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'TopicRecord')
}

function decodeTopicRecord(reader: ByteReader, version: number): TopicRecord {
  checkDecodeVersion(reader, 'TopicRecord', version, 0, 0)
  const decoded: TopicRecord = {
    name: '',
    topicId: ZERO_UUID,
  }
  decoded.name = readCompactString(reader)
  decoded.topicId = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes TopicRecord. */
export const topicRecord: MessageCodec<TopicRecord> = {
  name: 'TopicRecord',
  apiKey: 2,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeTopicRecord,
  decode: decodeTopicRecord,
}
