// Generated from schemas/merged.json (OffsetCommitValue) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString, readString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeString,
  writeUuid,
} from '../../field-writers.ts'
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

/** OffsetCommitValue, versions 0-4. */
export interface OffsetCommitValue {
  /** int64, versions 0+. */
  offset: bigint
  /** int32, versions 3+, ignored where the version lacks it, default -1. */
  leaderEpoch: number
  /** string, versions 0+. */
  metadata: string
  /** int64, versions 0+. */
  commitTimestamp: bigint
  /** int64, versions 1, ignored where the version lacks it, default -1. */
  expireTimestamp: bigint
  /** uuid, versions 4+, tag 0, ignored where the version lacks it. */
  topicId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeOffsetCommitValue(writer: ByteWriter, input: MessageInput<OffsetCommitValue>, version: number): void {
  checkEncodeVersion('OffsetCommitValue', version, 0, 4)
  checkStruct(input, 'OffsetCommitValue')
  const {
    offset = 0n,
    leaderEpoch = -1,
    metadata = '',
    commitTimestamp = 0n,
    expireTimestamp = -1n,
    topicId = ZERO_UUID,
    unknownTaggedFields,
  } = input
  writeInt64(writer, offset, 'OffsetCommitValue.offset')
  if (version >= 3) {
    writeInt32(writer, leaderEpoch, 'OffsetCommitValue.leaderEpoch')
  }
  if (version >= 4) {
    writeCompactString(writer, metadata, 'OffsetCommitValue.metadata')
  } else {
    writeString(writer, metadata, 'OffsetCommitValue.metadata')
  }
  writeInt64(writer, commitTimestamp, 'OffsetCommitValue.commitTimestamp')
  if (version === 1) {
    writeInt64(writer, expireTimestamp, 'OffsetCommitValue.expireTimestamp')
  }
  const hasTopicId = version === 4 && topicId !== ZERO_UUID
  if (version === 4) {
    writer.writeUnsignedVarint((hasTopicId ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
    if (hasTopicId) {
      const start = beginTaggedField(writer, 0)
      writeUuid(writer, topicId, 'OffsetCommitValue.topicId')
      endTaggedField(writer, start)
    }
    writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'OffsetCommitValue')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('OffsetCommitValue.unknownTaggedFields', version)
  }
}

function decodeOffsetCommitValue(reader: ByteReader, version: number): OffsetCommitValue {
  checkDecodeVersion(reader, 'OffsetCommitValue', version, 0, 4)
  const decoded: OffsetCommitValue = {
    offset: 0n,
    leaderEpoch: -1,
    metadata: '',
    commitTimestamp: 0n,
    expireTimestamp: -1n,
    topicId: ZERO_UUID,
  }
  decoded.offset = reader.readInt64()
  if (version >= 3) {
    decoded.leaderEpoch = reader.readInt32()
  }
  decoded.metadata = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.commitTimestamp = reader.readInt64()
  if (version === 1) {
    decoded.expireTimestamp = reader.readInt64()
  }
  if (version === 4) {
    let unknownTaggedFields: UnknownTaggedField[] | undefined
    let tag = -1
    for (let left = reader.readUnsignedVarint(); left > 0; left--) {
      tag = readTag(reader, tag)
      const end = readTaggedFieldEnd(reader)
      if (tag === 0) {
        decoded.topicId = reader.readUuid()
        checkTaggedFieldEnd(reader, tag, end)
      } else {
        unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
      }
    }
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes OffsetCommitValue. */
export const offsetCommitValue: MessageCodec<OffsetCommitValue> = {
  name: 'OffsetCommitValue',
  apiKey: 1,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeOffsetCommitValue,
  decode: decodeOffsetCommitValue,
}
