// Generated from schemas/merged.json (ShareSnapshotKey) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeString, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ShareSnapshotKey, versions 0. */
export interface ShareSnapshotKey {
  /** string, versions 0+. */
  groupId: string
  /** uuid, versions 0+. */
  topicId: string
  /** int32, versions 0+. */
  partition: number
}

function encodeShareSnapshotKey(writer: ByteWriter, input: MessageInput<ShareSnapshotKey>, version: number): void {
  checkEncodeVersion('ShareSnapshotKey', version, 0, 0)
  checkStruct(input, 'ShareSnapshotKey')
  const { groupId = '', topicId = ZERO_UUID, partition = 0 } = input
  writeString(writer, groupId, 'ShareSnapshotKey.groupId')
  writeUuid(writer, topicId, 'ShareSnapshotKey.topicId')
  writeInt32(writer, partition, 'ShareSnapshotKey.partition')
}

function decodeShareSnapshotKey(reader: ByteReader, version: number): ShareSnapshotKey {
  checkDecodeVersion(reader, 'ShareSnapshotKey', version, 0, 0)
  const decoded: ShareSnapshotKey = {
    groupId: '',
    topicId: ZERO_UUID,
    partition: 0,
  }
  decoded.groupId = readString(reader)
  decoded.topicId = reader.readUuid()
  decoded.partition = reader.readInt32()
  return decoded
}

/** Encodes and decodes ShareSnapshotKey. */
export const shareSnapshotKey: MessageCodec<ShareSnapshotKey> = {
  name: 'ShareSnapshotKey',
  apiKey: 0,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeShareSnapshotKey,
  decode: decodeShareSnapshotKey,
}
