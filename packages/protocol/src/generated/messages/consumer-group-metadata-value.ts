// Generated from schemas/merged.json (ConsumerGroupMetadataValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** ConsumerGroupMetadataValue, versions 0. */
export interface ConsumerGroupMetadataValue {
  /** int32, versions 0+. */
  epoch: number
  /** int64, versions 0+, tag 0, default 0. */
  metadataHash: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeConsumerGroupMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupMetadataValue', version, 0, 0)
  checkStruct(input, 'ConsumerGroupMetadataValue')
  const { epoch = 0, metadataHash = 0n, unknownTaggedFields } = input
  writeInt32(writer, epoch, 'ConsumerGroupMetadataValue.epoch')
  const hasMetadataHash = metadataHash !== 0n
  writer.writeUnsignedVarint((hasMetadataHash ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasMetadataHash) {
    const start = beginTaggedField(writer, 0)
    writeInt64(writer, metadataHash, 'ConsumerGroupMetadataValue.metadataHash')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'ConsumerGroupMetadataValue')
}

function decodeConsumerGroupMetadataValue(reader: ByteReader, version: number): ConsumerGroupMetadataValue {
  checkDecodeVersion(reader, 'ConsumerGroupMetadataValue', version, 0, 0)
  const decoded: ConsumerGroupMetadataValue = {
    epoch: 0,
    metadataHash: 0n,
  }
  decoded.epoch = reader.readInt32()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.metadataHash = reader.readInt64()
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupMetadataValue. */
export const consumerGroupMetadataValue: MessageCodec<ConsumerGroupMetadataValue> = {
  name: 'ConsumerGroupMetadataValue',
  apiKey: 3,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConsumerGroupMetadataValue,
  decode: decodeConsumerGroupMetadataValue,
}
