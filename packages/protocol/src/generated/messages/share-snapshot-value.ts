// Generated from schemas/merged.json (ShareSnapshotValue) by generator/main.ts: not to be edited.
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

/** ShareSnapshotValue, versions 0. */
export interface ShareSnapshotValue {
  /** int32, versions 0+. */
  snapshotEpoch: number
  /** int32, versions 0+. */
  stateEpoch: number
  /** int32, versions 0+. */
  leaderEpoch: number
  /** int64, versions 0+. */
  startOffset: bigint
  /** int32, versions 0+, tag 0, default -1. */
  deliveryCompleteCount: number
  /** int64, versions 0+. */
  createTimestamp: bigint
  /** int64, versions 0+. */
  writeTimestamp: bigint
  /** []StateBatch, versions 0+. */
  stateBatches: ShareSnapshotValueStateBatch[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** StateBatch of ShareSnapshotValue. */
export interface ShareSnapshotValueStateBatch {
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

function encodeStateBatch(
  writer: ByteWriter,
  input: MessageInput<ShareSnapshotValueStateBatch>,
  _version: number,
): void {
  checkStruct(input, 'ShareSnapshotValue.stateBatches')
  const { firstOffset = 0n, lastOffset = 0n, deliveryState = 0, deliveryCount = 0, unknownTaggedFields } = input
  writeInt64(writer, firstOffset, 'ShareSnapshotValue.stateBatches.firstOffset')
  writeInt64(writer, lastOffset, 'ShareSnapshotValue.stateBatches.lastOffset')
  writeInt8(writer, deliveryState, 'ShareSnapshotValue.stateBatches.deliveryState')
  writeInt16(writer, deliveryCount, 'ShareSnapshotValue.stateBatches.deliveryCount')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareSnapshotValue.stateBatches')
}

function decodeStateBatch(reader: ByteReader, _version: number): ShareSnapshotValueStateBatch {
  const decoded: ShareSnapshotValueStateBatch = {
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

function encodeShareSnapshotValue(writer: ByteWriter, input: MessageInput<ShareSnapshotValue>, version: number): void {
  checkEncodeVersion('ShareSnapshotValue', version, 0, 0)
  checkStruct(input, 'ShareSnapshotValue')
  const {
    snapshotEpoch = 0,
    stateEpoch = 0,
    leaderEpoch = 0,
    startOffset = 0n,
    deliveryCompleteCount = -1,
    createTimestamp = 0n,
    writeTimestamp = 0n,
    stateBatches = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, snapshotEpoch, 'ShareSnapshotValue.snapshotEpoch')
  writeInt32(writer, stateEpoch, 'ShareSnapshotValue.stateEpoch')
  writeInt32(writer, leaderEpoch, 'ShareSnapshotValue.leaderEpoch')
  writeInt64(writer, startOffset, 'ShareSnapshotValue.startOffset')
  writeInt64(writer, createTimestamp, 'ShareSnapshotValue.createTimestamp')
  writeInt64(writer, writeTimestamp, 'ShareSnapshotValue.writeTimestamp')
  writeCompactArrayLength(writer, stateBatches, 'ShareSnapshotValue.stateBatches')
  for (const element of stateBatches) {
    encodeStateBatch(writer, element, version)
  }
  const hasDeliveryCompleteCount = deliveryCompleteCount !== -1
  writer.writeUnsignedVarint((hasDeliveryCompleteCount ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasDeliveryCompleteCount) {
    const start = beginTaggedField(writer, 0)
    writeInt32(writer, deliveryCompleteCount, 'ShareSnapshotValue.deliveryCompleteCount')
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'ShareSnapshotValue')
}

function decodeShareSnapshotValue(reader: ByteReader, version: number): ShareSnapshotValue {
  checkDecodeVersion(reader, 'ShareSnapshotValue', version, 0, 0)
  const decoded: ShareSnapshotValue = {
    snapshotEpoch: 0,
    stateEpoch: 0,
    leaderEpoch: 0,
    startOffset: 0n,
    deliveryCompleteCount: -1,
    createTimestamp: 0n,
    writeTimestamp: 0n,
    stateBatches: [],
  }
  decoded.snapshotEpoch = reader.readInt32()
  decoded.stateEpoch = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.startOffset = reader.readInt64()
  decoded.createTimestamp = reader.readInt64()
  decoded.writeTimestamp = reader.readInt64()
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

/** Encodes and decodes ShareSnapshotValue. */
export const shareSnapshotValue: MessageCodec<ShareSnapshotValue> = {
  name: 'ShareSnapshotValue',
  apiKey: 0,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareSnapshotValue,
  decode: decodeShareSnapshotValue,
}
