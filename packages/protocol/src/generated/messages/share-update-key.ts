// Generated from schemas/merged.json (ShareUpdateKey) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeString, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareUpdateKey, versions 0. */
export interface ShareUpdateKey {
  /** string, versions 0+. */
  groupId: string
  /** uuid, versions 0+. */
  topicId: string
  /** int32, versions 0+. */
  partition: number
}

function encodeShareUpdateKey(writer: ByteWriter, input: MessageInput<ShareUpdateKey>, version: number): void {
  checkEncodeVersion('ShareUpdateKey', version, 0, 0)
  checkStruct(input, 'ShareUpdateKey')
  const { groupId = '', topicId = ZERO_UUID, partition = 0 } = input
  writeString(writer, groupId, 'ShareUpdateKey.groupId')
  writeUuid(writer, topicId, 'ShareUpdateKey.topicId')
  writeInt32(writer, partition, 'ShareUpdateKey.partition')
}

function decodeShareUpdateKey(reader: ByteReader, version: number): ShareUpdateKey {
  checkDecodeVersion(reader, 'ShareUpdateKey', version, 0, 0)
  const decoded: ShareUpdateKey = {
    groupId: '',
    topicId: ZERO_UUID,
    partition: 0,
  }
  decoded.groupId = readString(reader)
  decoded.topicId = reader.readUuid()
  decoded.partition = reader.readInt32()
  return decoded
}

/** Encodes and decodes ShareUpdateKey. */
export const shareUpdateKey: MessageCodec<ShareUpdateKey> = {
  name: 'ShareUpdateKey',
  apiKey: 1,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareUpdateKey,
  decode: decodeShareUpdateKey,
}
