// Generated from schemas/merged.json (AlterReplicaLogDirsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactString,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterReplicaLogDirsRequest, versions 0-2. */
export interface AlterReplicaLogDirsRequest {
  /** []AlterReplicaLogDir, versions 0+. */
  dirs: AlterReplicaLogDirsRequestAlterReplicaLogDir[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterReplicaLogDir of AlterReplicaLogDirsRequest. */
export interface AlterReplicaLogDirsRequestAlterReplicaLogDir {
  /** string, versions 0+, unique in its array. */
  path: string
  /** []AlterReplicaLogDirTopic, versions 0+. */
  topics: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AlterReplicaLogDirTopic of AlterReplicaLogDirsRequest. */
export interface AlterReplicaLogDirsRequestAlterReplicaLogDirTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAlterReplicaLogDirTopic(
  writer: ByteWriter,
  input: MessageInput<AlterReplicaLogDirsRequestAlterReplicaLogDirTopic>,
  version: number,
): void {
  checkStruct(input, 'AlterReplicaLogDirsRequest.dirs.topics')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, name, 'AlterReplicaLogDirsRequest.dirs.topics.name')
  } else {
    writeString(writer, name, 'AlterReplicaLogDirsRequest.dirs.topics.name')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, partitions, 'AlterReplicaLogDirsRequest.dirs.topics.partitions')
  } else {
    writeArrayLength(writer, partitions, 'AlterReplicaLogDirsRequest.dirs.topics.partitions')
  }
  for (const element of partitions) {
    writeInt32(writer, element, 'AlterReplicaLogDirsRequest.dirs.topics.partitions')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterReplicaLogDirsRequest.dirs.topics')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterReplicaLogDirsRequest.dirs.topics.unknownTaggedFields', version)
  }
}

function decodeAlterReplicaLogDirTopic(
  reader: ByteReader,
  version: number,
): AlterReplicaLogDirsRequestAlterReplicaLogDirTopic {
  const decoded: AlterReplicaLogDirsRequestAlterReplicaLogDirTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterReplicaLogDir(
  writer: ByteWriter,
  input: MessageInput<AlterReplicaLogDirsRequestAlterReplicaLogDir>,
  version: number,
): void {
  checkStruct(input, 'AlterReplicaLogDirsRequest.dirs')
  const { path = '', topics = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, path, 'AlterReplicaLogDirsRequest.dirs.path')
  } else {
    writeString(writer, path, 'AlterReplicaLogDirsRequest.dirs.path')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, topics, 'AlterReplicaLogDirsRequest.dirs.topics')
  } else {
    writeArrayLength(writer, topics, 'AlterReplicaLogDirsRequest.dirs.topics')
  }
  for (const element of topics) {
    encodeAlterReplicaLogDirTopic(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterReplicaLogDirsRequest.dirs')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterReplicaLogDirsRequest.dirs.unknownTaggedFields', version)
  }
}

function decodeAlterReplicaLogDir(reader: ByteReader, version: number): AlterReplicaLogDirsRequestAlterReplicaLogDir {
  const decoded: AlterReplicaLogDirsRequestAlterReplicaLogDir = {
    path: '',
    topics: [],
  }
  decoded.path = version >= 2 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeAlterReplicaLogDirTopic(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAlterReplicaLogDirsRequest(
  writer: ByteWriter,
  input: MessageInput<AlterReplicaLogDirsRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterReplicaLogDirsRequest', version, 0, 2)
  checkStruct(input, 'AlterReplicaLogDirsRequest')
  const { dirs = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, dirs, 'AlterReplicaLogDirsRequest.dirs')
  } else {
    writeArrayLength(writer, dirs, 'AlterReplicaLogDirsRequest.dirs')
  }
  for (const element of dirs) {
    encodeAlterReplicaLogDir(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterReplicaLogDirsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AlterReplicaLogDirsRequest.unknownTaggedFields', version)
  }
}

function decodeAlterReplicaLogDirsRequest(reader: ByteReader, version: number): AlterReplicaLogDirsRequest {
  checkDecodeVersion(reader, 'AlterReplicaLogDirsRequest', version, 0, 2)
  const decoded: AlterReplicaLogDirsRequest = {
    dirs: [],
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.dirs.push(decodeAlterReplicaLogDir(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AlterReplicaLogDirsRequest. */
export const alterReplicaLogDirsRequest: MessageCodec<AlterReplicaLogDirsRequest> = {
  name: 'AlterReplicaLogDirsRequest',
  apiKey: 34,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeAlterReplicaLogDirsRequest,
  decode: decodeAlterReplicaLogDirsRequest,
}
