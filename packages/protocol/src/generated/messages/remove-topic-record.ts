// Generated from schemas/merged.json (RemoveTopicRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemoveTopicRecord, versions 0. */
export interface RemoveTopicRecord {
  /** uuid, versions 0+. */
  topicId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemoveTopicRecord(writer: ByteWriter, input: MessageInput<RemoveTopicRecord>, version: number): void {
  checkEncodeVersion('RemoveTopicRecord', version, 0, 0)
  checkStruct(input, 'RemoveTopicRecord')
  const { topicId = ZERO_UUID, unknownTaggedFields } = input
  writeUuid(writer, topicId, 'RemoveTopicRecord.topicId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoveTopicRecord')
}

function decodeRemoveTopicRecord(reader: ByteReader, version: number): RemoveTopicRecord {
  checkDecodeVersion(reader, 'RemoveTopicRecord', version, 0, 0)
  const decoded: RemoveTopicRecord = {
    topicId: ZERO_UUID,
  }
  decoded.topicId = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoveTopicRecord. */
export const removeTopicRecord: MessageCodec<RemoveTopicRecord> = {
  name: 'RemoveTopicRecord',
  apiKey: 9,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoveTopicRecord,
  decode: decodeRemoveTopicRecord,
}
