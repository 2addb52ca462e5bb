// Generated from schemas/merged.json (DescribeLogDirsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
  writeNullableArrayLength,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeLogDirsRequest, versions 0-5. */
export interface DescribeLogDirsRequest {
  /** []DescribableLogDirTopic, versions 0+, nullable. */
  topics: DescribeLogDirsRequestDescribableLogDirTopic[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribableLogDirTopic of DescribeLogDirsRequest. */
export interface DescribeLogDirsRequestDescribableLogDirTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  topic: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribableLogDirTopic(
  writer: ByteWriter,
  input: MessageInput<DescribeLogDirsRequestDescribableLogDirTopic>,
  version: number,
): void {
  checkStruct(input, 'DescribeLogDirsRequest.topics')
  const { topic = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, topic, 'DescribeLogDirsRequest.topics.topic')
  } else {
    writeString(writer, topic, 'DescribeLogDirsRequest.topics.topic')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'DescribeLogDirsRequest.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'DescribeLogDirsRequest.topics.partitions')
  }
  for (const element of partitions) {
    writeInt32(writer, element, 'DescribeLogDirsRequest.topics.partitions')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeLogDirsRequest.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeLogDirsRequest.topics.unknownTaggedFields', version)
  }
}

function decodeDescribableLogDirTopic(
  reader: ByteReader,
  version: number,
): DescribeLogDirsRequestDescribableLogDirTopic {
  const decoded: DescribeLogDirsRequestDescribableLogDirTopic = {
    topic: '',
    partitions: [],
  }
  decoded.topic = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeLogDirsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeLogDirsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeLogDirsRequest', version, 0, 5)
  checkStruct(input, 'DescribeLogDirsRequest')
  const { topics = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactNullableArrayLength(writer, topics, 'DescribeLogDirsRequest.topics')
  } else {
    writeNullableArrayLength(writer, topics, 'DescribeLogDirsRequest.topics')
  }
  if (topics !== null) {
    for (const element of topics) {
      encodeDescribableLogDirTopic(writer, element, version)
    }
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeLogDirsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeLogDirsRequest.unknownTaggedFields', version)
  }
}

function decodeDescribeLogDirsRequest(reader: ByteReader, version: number): DescribeLogDirsRequest {
  checkDecodeVersion(reader, 'DescribeLogDirsRequest', version, 0, 5)
  const decoded: DescribeLogDirsRequest = {
    topics: [],
  }
  const topicsLength = version >= 2 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (topicsLength < 0) {
    decoded.topics = null
  } else {
    const topicsElements: DescribeLogDirsRequestDescribableLogDirTopic[] = []
    for (let i = 0; i < topicsLength; i++) topicsElements.push(decodeDescribableLogDirTopic(reader, version))
    decoded.topics = topicsElements
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeLogDirsRequest. */
export const describeLogDirsRequest: MessageCodec<DescribeLogDirsRequest> = {
  name: 'DescribeLogDirsRequest',
  apiKey: 35,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 2,
  encode: encodeDescribeLogDirsRequest,
  decode: decodeDescribeLogDirsRequest,
}
