// Generated from schemas/merged.json (ConsumerGroupRegularExpressionValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ConsumerGroupRegularExpressionValue, versions 0. */
export interface ConsumerGroupRegularExpressionValue {
  /** []string, versions 0+. */
  topics: string[]
  /** int64, versions 0+. */
  version: bigint
  /** int64, versions 0+. */
  timestamp: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeConsumerGroupRegularExpressionValue(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupRegularExpressionValue>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupRegularExpressionValue', version, 0, 0)
  checkStruct(input, 'ConsumerGroupRegularExpressionValue')
  const { topics = [], version: versionField = 0n, timestamp = 0n, unknownTaggedFields } = input
  writeCompactArrayLength(writer, topics, 'ConsumerGroupRegularExpressionValue.topics')
  for (const element of topics) {
    writeCompactString(writer, element, 'ConsumerGroupRegularExpressionValue.topics')
  }
  writeInt64(writer, versionField, 'ConsumerGroupRegularExpressionValue.version')
  writeInt64(writer, timestamp, 'ConsumerGroupRegularExpressionValue.timestamp')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupRegularExpressionValue')
}

function decodeConsumerGroupRegularExpressionValue(
  reader: ByteReader,
  version: number,
): ConsumerGroupRegularExpressionValue {
  checkDecodeVersion(reader, 'ConsumerGroupRegularExpressionValue', version, 0, 0)
  const decoded: ConsumerGroupRegularExpressionValue = {
    topics: [],
    version: 0n,
    timestamp: 0n,
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(readCompactString(reader))
  }
  decoded.version = reader.readInt64()
  decoded.timestamp = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupRegularExpressionValue. */
export const consumerGroupRegularExpressionValue: MessageCodec<ConsumerGroupRegularExpressionValue> = {
  name: 'ConsumerGroupRegularExpressionValue',
  apiKey: 16,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConsumerGroupRegularExpressionValue,
  decode: decodeConsumerGroupRegularExpressionValue,
}
