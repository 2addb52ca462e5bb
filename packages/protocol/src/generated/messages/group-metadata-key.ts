// Generated from schemas/merged.json (GroupMetadataKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** GroupMetadataKey, versions 0. */
export interface GroupMetadataKey {
  /** string, versions 0+. */
  group: string
}

function encodeGroupMetadataKey(writer: ByteWriter, input: MessageInput<GroupMetadataKey>, version: number): void {
  checkEncodeVersion('GroupMetadataKey', version, 0, 0)
  checkStruct(input, 'GroupMetadataKey')
  const { group = '' } = input
  writeString(writer, group, 'GroupMetadataKey.group')
}

function decodeGroupMetadataKey(reader: ByteReader, version: number): GroupMetadataKey {
  checkDecodeVersion(reader, 'GroupMetadataKey', version, 0, 0)
  const decoded: GroupMetadataKey = {
    group: '',
  }
  decoded.group = readString(reader)
  return decoded
}

/** Encodes and decodes GroupMetadataKey. */
export const groupMetadataKey: MessageCodec<GroupMetadataKey> = {
  name: 'GroupMetadataKey',
  apiKey: 2,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeGroupMetadataKey,
  decode: decodeGroupMetadataKey,
}
