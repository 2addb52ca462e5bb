// Generated from schemas/merged.json (LegacyOffsetCommitKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** LegacyOffsetCommitKey, versions 0. */
export interface LegacyOffsetCommitKey {
  /** string, versions 0+. */
  group: string
  /** string, versions 0+. */
  topic: string
  /** int32, versions 0+. */
  partition: number
}

function encodeLegacyOffsetCommitKey(
  writer: ByteWriter,
  input: MessageInput<LegacyOffsetCommitKey>,
  version: number,
): void {
  checkEncodeVersion('LegacyOffsetCommitKey', version, 0, 0)
  checkStruct(input, 'LegacyOffsetCommitKey')
  const { group = '', topic = '', partition = 0 } = input
  writeString(writer, group, 'LegacyOffsetCommitKey.group')
  writeString(writer, topic, 'LegacyOffsetCommitKey.topic')
  writeInt32(writer, partition, 'LegacyOffsetCommitKey.partition')
}

function decodeLegacyOffsetCommitKey(reader: ByteReader, version: number): LegacyOffsetCommitKey {
  checkDecodeVersion(reader, 'LegacyOffsetCommitKey', version, 0, 0)
  const decoded: LegacyOffsetCommitKey = {
    group: '',
    topic: '',
    partition: 0,
  }
  decoded.group = readString(reader)
  decoded.topic = readString(reader)
  decoded.partition = reader.readInt32()
  return decoded
}

/** Encodes and decodes LegacyOffsetCommitKey. */
export const legacyOffsetCommitKey: MessageCodec<LegacyOffsetCommitKey> = {
  name: 'LegacyOffsetCommitKey',
  apiKey: 0,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeLegacyOffsetCommitKey,
  decode: decodeLegacyOffsetCommitKey,
}
