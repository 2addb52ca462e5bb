// Generated from schemas/merged.json (LegacyOffsetCommitValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt64, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** LegacyOffsetCommitValue, versions 0. */
export interface LegacyOffsetCommitValue {
  /** int64, versions 0+. */
  offset: bigint
  /** string, versions 0+. */
  metadata: string
  /** int64, versions 0+. */
  commitTimestamp: bigint
}

function encodeLegacyOffsetCommitValue(
  writer: ByteWriter,
  input: MessageInput<LegacyOffsetCommitValue>,
  version: number,
): void {
  checkEncodeVersion('LegacyOffsetCommitValue', version, 0, 0)
  checkStruct(input, 'LegacyOffsetCommitValue')
  const { offset = 0n, metadata = '', commitTimestamp = 0n } = input
  writeInt64(writer, offset, 'LegacyOffsetCommitValue.offset')
  writeString(writer, metadata, 'LegacyOffsetCommitValue.metadata')
  writeInt64(writer, commitTimestamp, 'LegacyOffsetCommitValue.commitTimestamp')
}

function decodeLegacyOffsetCommitValue(reader: ByteReader, version: number): LegacyOffsetCommitValue {
  checkDecodeVersion(reader, 'LegacyOffsetCommitValue', version, 0, 0)
  const decoded: LegacyOffsetCommitValue = {
    offset: 0n,
    metadata: '',
    commitTimestamp: 0n,
  }
  decoded.offset = reader.readInt64()
  decoded.metadata = readString(reader)
  decoded.commitTimestamp = reader.readInt64()
  return decoded
}

/** Encodes and decodes LegacyOffsetCommitValue. */
export const legacyOffsetCommitValue: MessageCodec<LegacyOffsetCommitValue> = {
  name: 'LegacyOffsetCommitValue',
  apiKey: 0,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeLegacyOffsetCommitValue,
  decode: decodeLegacyOffsetCommitValue,
}
