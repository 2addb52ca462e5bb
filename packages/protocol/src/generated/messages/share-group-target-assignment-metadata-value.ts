// Generated from schemas/merged.json (ShareGroupTargetAssignmentMetadataValue) by generator/main.ts: not to be edited.
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

/** ShareGroupTargetAssignmentMetadataValue, versions 0. */
export interface ShareGroupTargetAssignmentMetadataValue {
  /** int32, versions 0+. */
  assignmentEpoch: number
  /** int64, versions 0+, tag 0, ignored where the version lacks it, default 0. */
  assignmentTimestamp: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeShareGroupTargetAssignmentMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ShareGroupTargetAssignmentMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupTargetAssignmentMetadataValue', version, 0, 0)
  checkStruct(input, 'ShareGroupTargetAssignmentMetadataValue')
  const { assignmentEpoch = 0, assignmentTimestamp = 0n, unknownTaggedFields } = input
  writeInt32(writer, assignmentEpoch, 'ShareGroupTargetAssignmentMetadataValue.assignmentEpoch')
  const hasAssignmentTimestamp = assignmentTimestamp !== 0n
  writer.writeUnsignedVarint((hasAssignmentTimestamp ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasAssignmentTimestamp) {
    const start = beginTaggedField(writer, 0)
    writeInt64(writer, assignmentTimestamp, 'ShareGroupTargetAssignmentMetadataValue.assignmentTimestamp')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'ShareGroupTargetAssignmentMetadataValue')
}

function decodeShareGroupTargetAssignmentMetadataValue(
  reader: ByteReader,
  version: number,
): ShareGroupTargetAssignmentMetadataValue {
  checkDecodeVersion(reader, 'ShareGroupTargetAssignmentMetadataValue', version, 0, 0)
  const decoded: ShareGroupTargetAssignmentMetadataValue = {
    assignmentEpoch: 0,
    assignmentTimestamp: 0n,
  }
  decoded.assignmentEpoch = reader.readInt32()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.assignmentTimestamp = reader.readInt64()
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupTargetAssignmentMetadataValue. */
export const shareGroupTargetAssignmentMetadataValue: MessageCodec<ShareGroupTargetAssignmentMetadataValue> = {
  name: 'ShareGroupTargetAssignmentMetadataValue',
  apiKey: 12,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareGroupTargetAssignmentMetadataValue,
  decode: decodeShareGroupTargetAssignmentMetadataValue,
}
