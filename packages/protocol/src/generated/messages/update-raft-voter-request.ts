// Generated from schemas/merged.json (UpdateRaftVoterRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UpdateRaftVoterRequest, versions 0. */
export interface UpdateRaftVoterRequest {
  /** string, versions 0+, nullable. */
  clusterId: string | null
  /** int32, versions 0+. */
  currentLeaderEpoch: number
  /** int32, versions 0+. */
  voterId: number
  /** uuid, versions 0+. */
  voterDirectoryId: string
  /** []Listener, versions 0+. */
  listeners: UpdateRaftVoterRequestListener[]
  /** KRaftVersionFeature, versions 0+. */
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** KRaftVersionFeature of UpdateRaftVoterRequest. */
export interface UpdateRaftVoterRequestKRaftVersionFeature {
  /** int16, versions 0+. */
  minSupportedVersion: number
  /** int16, versions 0+. */
  maxSupportedVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Listener of UpdateRaftVoterRequest. */
export interface UpdateRaftVoterRequestListener {
  /** string, versions 0+, unique in its array. */
  name: string
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListener(
  writer: ByteWriter,
  input: MessageInput<UpdateRaftVoterRequestListener>,
  _version: number,
): void {
  checkStruct(input, 'UpdateRaftVoterRequest.listeners')
  const { name = '', host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'UpdateRaftVoterRequest.listeners.name')
  writeCompactString(writer, host, 'UpdateRaftVoterRequest.listeners.host')
  writeUint16(writer, port, 'UpdateRaftVoterRequest.listeners.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateRaftVoterRequest.listeners')
}

function decodeListener(reader: ByteReader, _version: number): UpdateRaftVoterRequestListener {
  const decoded: UpdateRaftVoterRequestListener = {
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

function defaultKRaftVersionFeature(): UpdateRaftVoterRequestKRaftVersionFeature {
  return {
    minSupportedVersion: 0,
    maxSupportedVersion: 0,
  }
}

function encodeKRaftVersionFeature(
  writer: ByteWriter,
  input: MessageInput<UpdateRaftVoterRequestKRaftVersionFeature>,
  _version: number,
): void {
  checkStruct(input, 'UpdateRaftVoterRequest.kRaftVersionFeature')
  const { minSupportedVersion = 0, maxSupportedVersion = 0, unknownTaggedFields } = input
  writeInt16(writer, minSupportedVersion, 'UpdateRaftVoterRequest.kRaftVersionFeature.minSupportedVersion')
  writeInt16(writer, maxSupportedVersion, 'UpdateRaftVoterRequest.kRaftVersionFeature.maxSupportedVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateRaftVoterRequest.kRaftVersionFeature')
}

function decodeKRaftVersionFeature(reader: ByteReader, _version: number): UpdateRaftVoterRequestKRaftVersionFeature {
  const decoded: UpdateRaftVoterRequestKRaftVersionFeature = {
    minSupportedVersion: 0,
    maxSupportedVersion: 0,
  }
  decoded.minSupportedVersion = reader.readInt16()
  decoded.maxSupportedVersion = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeUpdateRaftVoterRequest(
  writer: ByteWriter,
  input: MessageInput<UpdateRaftVoterRequest>,
  version: number,
): void {
  checkEncodeVersion('UpdateRaftVoterRequest', version, 0, 0)
  checkStruct(input, 'UpdateRaftVoterRequest')
  const {
    clusterId = '',
    currentLeaderEpoch = 0,
    voterId = 0,
    voterDirectoryId = ZERO_UUID,
    listeners = [],
    kRaftVersionFeature = {},
    unknownTaggedFields,
  } = input
  writeCompactNullableString(writer, clusterId, 'UpdateRaftVoterRequest.clusterId')
  writeInt32(writer, currentLeaderEpoch, 'UpdateRaftVoterRequest.currentLeaderEpoch')
  writeInt32(writer, voterId, 'UpdateRaftVoterRequest.voterId')
  writeUuid(writer, voterDirectoryId, 'UpdateRaftVoterRequest.voterDirectoryId')
  writeCompactArrayLength(writer, listeners, 'UpdateRaftVoterRequest.listeners')
  for (const element of listeners) {
    encodeListener(writer, element, version)
  }
  encodeKRaftVersionFeature(writer, kRaftVersionFeature, version)
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateRaftVoterRequest')
}

function decodeUpdateRaftVoterRequest(reader: ByteReader, version: number): UpdateRaftVoterRequest {
  checkDecodeVersion(reader, 'UpdateRaftVoterRequest', version, 0, 0)
  const decoded: UpdateRaftVoterRequest = {
    clusterId: '',
    currentLeaderEpoch: 0,
    voterId: 0,
    voterDirectoryId: ZERO_UUID,
    listeners: [],
    kRaftVersionFeature: defaultKRaftVersionFeature(),
  }
  decoded.clusterId = readCompactNullableString(reader)
  decoded.currentLeaderEpoch = reader.readInt32()
  decoded.voterId = reader.readInt32()
  decoded.voterDirectoryId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.listeners.push(decodeListener(reader, version))
  }
  decoded.kRaftVersionFeature = decodeKRaftVersionFeature(reader, version)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UpdateRaftVoterRequest. */
export const updateRaftVoterRequest: MessageCodec<UpdateRaftVoterRequest> = {
  name: 'UpdateRaftVoterRequest',
  apiKey: 82,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUpdateRaftVoterRequest,
  decode: decodeUpdateRaftVoterRequest,
}
