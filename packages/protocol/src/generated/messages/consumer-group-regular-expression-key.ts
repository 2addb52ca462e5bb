// Generated from schemas/merged.json (ConsumerGroupRegularExpressionKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ConsumerGroupRegularExpressionKey, versions 0. */
export interface ConsumerGroupRegularExpressionKey {
  /** string, versions 0+. */
  groupId: string
  /** string, versions 0+. */
  regularExpression: string
}

function encodeConsumerGroupRegularExpressionKey(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupRegularExpressionKey>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupRegularExpressionKey', version, 0, 0)
  checkStruct(input, 'ConsumerGroupRegularExpressionKey')
  const { groupId = '', regularExpression = '' } = input
  writeString(writer, groupId, 'ConsumerGroupRegularExpressionKey.groupId')
  writeString(writer, regularExpression, 'ConsumerGroupRegularExpressionKey.regularExpression')
}

function decodeConsumerGroupRegularExpressionKey(
  reader: ByteReader,
  version: number,
): ConsumerGroupRegularExpressionKey {
  checkDecodeVersion(reader, 'ConsumerGroupRegularExpressionKey', version, 0, 0)
  const decoded: ConsumerGroupRegularExpressionKey = {
    groupId: '',
    regularExpression: '',
  }
  decoded.groupId = readString(reader)
  decoded.regularExpression = readString(reader)
  return decoded
}

/** Encodes and decodes ConsumerGroupRegularExpressionKey. */
export const consumerGroupRegularExpressionKey: MessageCodec<ConsumerGroupRegularExpressionKey> = {
  name: 'ConsumerGroupRegularExpressionKey',
  apiKey: 16,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeConsumerGroupRegularExpressionKey,
  decode: decodeConsumerGroupRegularExpressionKey,
}
