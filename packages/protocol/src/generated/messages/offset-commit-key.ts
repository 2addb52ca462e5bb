// Generated from schemas/merged.json (OffsetCommitKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** OffsetCommitKey, versions 0. */
export interface OffsetCommitKey {
  /** string, versions 0+. */
  group: string
  /** string, versions 0+. */
  topic: string
  /** int32, versions 0+. */
  partition: number
}

function encodeOffsetCommitKey(writer: ByteWriter, input: MessageInput<OffsetCommitKey>, version: number): void {
  checkEncodeVersion('OffsetCommitKey', version, 0, 0)
  checkStruct(input, 'OffsetCommitKey')
  const { group = '', topic = '', partition = 0 } = input
  writeString(writer, group, 'OffsetCommitKey.group')
  writeString(writer, topic, 'OffsetCommitKey.topic')
  writeInt32(writer, partition, 'OffsetCommitKey.partition')
}

function decodeOffsetCommitKey(reader: ByteReader, version: number): OffsetCommitKey {
  checkDecodeVersion(reader, 'OffsetCommitKey', version, 0, 0)
  const decoded: OffsetCommitKey = {
    group: '',
    topic: '',
    partition: 0,
  }
  decoded.group = readString(reader)
  decoded.topic = readString(reader)
  decoded.partition = reader.readInt32()
  return decoded
}

/** Encodes and decodes OffsetCommitKey. */
export const offsetCommitKey: MessageCodec<OffsetCommitKey> = {
  name: 'OffsetCommitKey',
  apiKey: 1,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeOffsetCommitKey,
  decode: decodeOffsetCommitKey,
}
