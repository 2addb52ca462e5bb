// Generated from schemas/merged.json (ShareGroupMetadataValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupMetadataValue, versions 0. */
export interface ShareGroupMetadataValue {
  /** int32, versions 0+. */
  epoch: number
  /** int64, versions 0+. */
  metadataHash: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeShareGroupMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ShareGroupMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupMetadataValue', version, 0, 0)
  checkStruct(input, 'ShareGroupMetadataValue')
  const { epoch = 0, metadataHash = 0n, unknownTaggedFields } = input
  writeInt32(writer, epoch, 'ShareGroupMetadataValue.epoch')
  writeInt64(writer, metadataHash, 'ShareGroupMetadataValue.metadataHash')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupMetadataValue')
}

function decodeShareGroupMetadataValue(reader: ByteReader, version: number): ShareGroupMetadataValue {
  checkDecodeVersion(reader, 'ShareGroupMetadataValue', version, 0, 0)
  const decoded: ShareGroupMetadataValue = {
    epoch: 0,
    metadataHash: 0n,
  }
  decoded.epoch = reader.readInt32()
  decoded.metadataHash = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupMetadataValue. */
export const shareGroupMetadataValue: MessageCodec<ShareGroupMetadataValue> = {
  name: 'ShareGroupMetadataValue',
  apiKey: 11,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareGroupMetadataValue,
  decode: decodeShareGroupMetadataValue,
}
