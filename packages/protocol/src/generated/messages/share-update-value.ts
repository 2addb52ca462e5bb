// Generated from schemas/merged.json (ShareUpdateValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeInt16,
  writeInt32,
  writeInt64,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** ShareUpdateValue, versions 0. */
export interface ShareUpdateValue {
  /** int32, versions 0+. */
  snapshotEpoch: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** int32, versions 0+, tag 0, default -1. */
  deliveryCompleteCount: number
  /** []StateBatch, versions 0+. */
  stateBatches: ShareUpdateValueStateBatch[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StateBatch of ShareUpdateValue. */
export interface ShareUpdateValueStateBatch {
  /** int64, versions 0+. */
  firstOffset: bigint
  /** int64, versions 0+. */
  lastOffset: bigint
  /** int8, versions 0+. */
  deliveryState: number
  /** int16, versions 0+. */
  deliveryCount: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeStateBatch(writer: ByteWriter, input: MessageInput<ShareUpdateValueStateBatch>, _version: number): void {
  checkStruct(input, 'ShareUpdateValue.stateBatches')
  const { firstOffset = 0n, lastOffset = 0n, deliveryState = 0, deliveryCount = 0, unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'ShareUpdateValue.stateBatches.firstOffset')
  writeInt64(writer, lastOffset, 'ShareUpdateValue.stateBatches.lastOffset')
  writeInt8(writer, deliveryState, 'ShareUpdateValue.stateBatches.deliveryState')
  writeInt16(writer, deliveryCount, 'ShareUpdateValue.stateBatches.deliveryCount')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareUpdateValue.stateBatches')
}

function decodeStateBatch(reader: ByteReader, _version: number): ShareUpdateValueStateBatch {
  const decoded: ShareUpdateValueStateBatch = {
    firstOffset: 0n,
    lastOffset: 0n,
    deliveryState: 0,
    deliveryCount: 0,
  }
  decoded.firstOffset = reader.readInt64()
  decoded.lastOffset = reader.readInt64()
  decoded.deliveryState = reader.readInt8()
  decoded.deliveryCount = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeShareUpdateValue(writer: ByteWriter, input: MessageInput<ShareUpdateValue>, version: number): void {
  checkEncodeVersion('ShareUpdateValue', version, 0, 0)
  checkStruct(input, 'ShareUpdateValue')
  const {
    snapshotEpoch = 0,
    leaderEpoch = 0,
    startOffset = 0n,
    deliveryCompleteCount = -1,
    stateBatches = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, snapshotEpoch, 'ShareUpdateValue.snapshotEpoch')
  writeInt32(writer, leaderEpoch, 'ShareUpdateValue.leaderEpoch')
  writeInt64(writer, startOffset, 'ShareUpdateValue.startOffset')
  writeCompactArrayLength(writer, stateBatches, 'ShareUpdateValue.stateBatches')
  for (const element of stateBatches) {
    encodeStateBatch(writer, element, version)
  }
  const hasDeliveryCompleteCount = deliveryCompleteCount !== -1
  writer.writeUnsignedVarint((hasDeliveryCompleteCount ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasDeliveryCompleteCount) {
    const start = beginTaggedField(writer, 0)
    writeInt32(writer, deliveryCompleteCount, 'ShareUpdateValue.deliveryCompleteCount')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'ShareUpdateValue')
}

function decodeShareUpdateValue(reader: ByteReader, version: number): ShareUpdateValue {
  checkDecodeVersion(reader, 'ShareUpdateValue', version, 0, 0)
  const decoded: ShareUpdateValue = {
    snapshotEpoch: 0,
    leaderEpoch: 0,
    startOffset: 0n,
    deliveryCompleteCount: -1,
    stateBatches: [],
  }
  decoded.snapshotEpoch = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.stateBatches.push(decodeStateBatch(reader, version))
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.deliveryCompleteCount = reader.readInt32()
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareUpdateValue. */
export const shareUpdateValue: MessageCodec<ShareUpdateValue> = {
  name: 'ShareUpdateValue',
  apiKey: 1,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareUpdateValue,
  decode: decodeShareUpdateValue,
}
