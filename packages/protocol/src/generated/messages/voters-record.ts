// Generated from schemas/merged.json (VotersRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** VotersRecord, versions 0. */
export interface VotersRecord {
  /** int16, versions 0+. */
  version: number
  /** []Voter, versions 0+. */
  voters: VotersRecordVoter[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Voter of VotersRecord. */
export interface VotersRecordVoter {
  /** int32, versions 0+, a brokerId. */
  voterId: number
  /** uuid, versions 0+. */
  voterDirectoryId: string
  /** []Endpoint, versions 0+. */
  endpoints: VotersRecordEndpoint[]
  /** KRaftVersionFeature, versions 0+. */
  kRaftVersionFeature: VotersRecordKRaftVersionFeature
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** KRaftVersionFeature of VotersRecord. */
export interface VotersRecordKRaftVersionFeature {
  /** int16, versions 0+. */
  minSupportedVersion: number
  /** int16, versions 0+. */
  maxSupportedVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Endpoint of VotersRecord. */
export interface VotersRecordEndpoint {
  /** string, versions 0+, unique in its array. */
  name: string
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEndpoint(writer: ByteWriter, input: MessageInput<VotersRecordEndpoint>, _version: number): void {
  checkStruct(input, 'VotersRecord.voters.endpoints')
  const { name = '', host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'VotersRecord.voters.endpoints.name')
  writeCompactString(writer, host, 'VotersRecord.voters.endpoints.host')
  writeUint16(writer, port, 'VotersRecord.voters.endpoints.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VotersRecord.voters.endpoints')
}

function decodeEndpoint(reader: ByteReader, _version: number): VotersRecordEndpoint {
  const decoded: VotersRecordEndpoint = {
    name: '',
    host: '',
    port: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultKRaftVersionFeature(): VotersRecordKRaftVersionFeature {
  return {
    minSupportedVersion: 0,
    maxSupportedVersion: 0,
  }
}

function encodeKRaftVersionFeature(
  writer: ByteWriter,
  input: MessageInput<VotersRecordKRaftVersionFeature>,
  _version: number,
): void {
  checkStruct(input, 'VotersRecord.voters.kRaftVersionFeature')
  const { minSupportedVersion = 0, maxSupportedVersion = 0, unknownTaggedFields } = input
  writeInt16(writer, minSupportedVersion, 'VotersRecord.voters.kRaftVersionFeature.minSupportedVersion')
  writeInt16(writer, maxSupportedVersion, 'VotersRecord.voters.kRaftVersionFeature.maxSupportedVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VotersRecord.voters.kRaftVersionFeature')
}

function decodeKRaftVersionFeature(reader: ByteReader, _version: number): VotersRecordKRaftVersionFeature {
  const decoded: VotersRecordKRaftVersionFeature = {
    minSupportedVersion: 0,
    maxSupportedVersion: 0,
  }
  decoded.minSupportedVersion = reader.readInt16()
  decoded.maxSupportedVersion = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeVoter(writer: ByteWriter, input: MessageInput<VotersRecordVoter>, version: number): void {
  checkStruct(input, 'VotersRecord.voters')
  const {
    voterId = 0,
    voterDirectoryId = ZERO_UUID,
    endpoints = [],
    kRaftVersionFeature = {},
    unknownTaggedFields,
  } = input
  writeInt32(writer, voterId, 'VotersRecord.voters.voterId')
  writeUuid(writer, voterDirectoryId, 'VotersRecord.voters.voterDirectoryId')
  writeCompactArrayLength(writer, endpoints, 'VotersRecord.voters.endpoints')
  for (const element of endpoints) {
    encodeEndpoint(writer, element, version)
  }
  encodeKRaftVersionFeature(writer, kRaftVersionFeature, version)
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VotersRecord.voters')
}

function decodeVoter(reader: ByteReader, version: number): VotersRecordVoter {
  const decoded: VotersRecordVoter = {
    voterId: 0,
    voterDirectoryId: ZERO_UUID,
    endpoints: [],
    kRaftVersionFeature: defaultKRaftVersionFeature(),
  }
  decoded.voterId = reader.readInt32()
  decoded.voterDirectoryId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.endpoints.push(decodeEndpoint(reader, version))
  }
  decoded.kRaftVersionFeature = decodeKRaftVersionFeature(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeVotersRecord(writer: ByteWriter, input: MessageInput<VotersRecord>, version: number): void {
  checkEncodeVersion('VotersRecord', version, 0, 0)
  checkStruct(input, 'VotersRecord')
  const { version: versionField = 0, voters = [], unknownTaggedFields } = input
  writeInt16(writer, versionField, 'VotersRecord.version')
  writeCompactArrayLength(writer, voters, 'VotersRecord.voters')
  for (const element of voters) {
    encodeVoter(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'VotersRecord')
}

function decodeVotersRecord(reader: ByteReader, version: number): VotersRecord {
  checkDecodeVersion(reader, 'VotersRecord', version, 0, 0)
  const decoded: VotersRecord = {
    version: 0,
    voters: [],
  }
  decoded.version = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.voters.push(decodeVoter(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes VotersRecord. */
export const votersRecord: MessageCodec<VotersRecord> = {
  name: 'VotersRecord',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeVotersRecord,
  decode: decodeVotersRecord,
}
