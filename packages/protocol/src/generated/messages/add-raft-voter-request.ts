// Generated from schemas/merged.json (AddRaftVoterRequest) by generator/main.ts: not to be edited.
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
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AddRaftVoterRequest, versions 0-1. */
export interface AddRaftVoterRequest {
  /** string, versions 0+, nullable. */
  clusterId: string | null
  /** int32, versions 0+. */
  timeoutMs: number
  /** int32, versions 0+. */
  voterId: number
  /** uuid, versions 0+. */
  voterDirectoryId: string
  /** []Listener, versions 0+. */
  listeners: AddRaftVoterRequestListener[]
  /** bool, versions 1+, default true. */
  ackWhenCommitted: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Listener of AddRaftVoterRequest. */
export interface AddRaftVoterRequestListener {
  /** string, versions 0+, unique in its array. */
  name: string
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListener(writer: ByteWriter, input: MessageInput<AddRaftVoterRequestListener>, _version: number): void {
  checkStruct(input, 'AddRaftVoterRequest.listeners')
  const { name = '', host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'AddRaftVoterRequest.listeners.name')
  writeCompactString(writer, host, 'AddRaftVoterRequest.listeners.host')
  writeUint16(writer, port, 'AddRaftVoterRequest.listeners.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddRaftVoterRequest.listeners')
}

function decodeListener(reader: ByteReader, _version: number): AddRaftVoterRequestListener {
  const decoded: AddRaftVoterRequestListener = {
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

function encodeAddRaftVoterRequest(
  writer: ByteWriter,
  input: MessageInput<AddRaftVoterRequest>,
  version: number,
): void {
  checkEncodeVersion('AddRaftVoterRequest', version, 0, 1)
  checkStruct(input, 'AddRaftVoterRequest')
  const {
    clusterId = '',
    timeoutMs = 0,
    voterId = 0,
    voterDirectoryId = ZERO_UUID,
    listeners = [],
    ackWhenCommitted = true,
    unknownTaggedFields,
  } = input
  writeCompactNullableString(writer, clusterId, 'AddRaftVoterRequest.clusterId')
  writeInt32(writer, timeoutMs, 'AddRaftVoterRequest.timeoutMs')
  writeInt32(writer, voterId, 'AddRaftVoterRequest.voterId')
  writeUuid(writer, voterDirectoryId, 'AddRaftVoterRequest.voterDirectoryId')
  writeCompactArrayLength(writer, listeners, 'AddRaftVoterRequest.listeners')
  for (const element of listeners) {
    encodeListener(writer, element, version)
  }
  if (version === 1) {
    writeBool(writer, ackWhenCommitted, 'AddRaftVoterRequest.ackWhenCommitted')
  } else if (ackWhenCommitted !== true) {
    throw notInVersion('AddRaftVoterRequest.ackWhenCommitted', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddRaftVoterRequest')
}

function decodeAddRaftVoterRequest(reader: ByteReader, version: number): AddRaftVoterRequest {
  checkDecodeVersion(reader, 'AddRaftVoterRequest', version, 0, 1)
  const decoded: AddRaftVoterRequest = {
    clusterId: '',
    timeoutMs: 0,
    voterId: 0,
    voterDirectoryId: ZERO_UUID,
    listeners: [],
    ackWhenCommitted: true,
  }
  decoded.clusterId = readCompactNullableString(reader)
  decoded.timeoutMs = reader.readInt32()
  decoded.voterId = reader.readInt32()
  decoded.voterDirectoryId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.listeners.push(decodeListener(reader, version))
  }
  if (version === 1) {
    decoded.ackWhenCommitted = reader.readBoolean()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AddRaftVoterRequest. */
export const addRaftVoterRequest: MessageCodec<AddRaftVoterRequest> = {
  name: 'AddRaftVoterRequest',
  apiKey: 80,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeAddRaftVoterRequest,
  decode: decodeAddRaftVoterRequest,
}
