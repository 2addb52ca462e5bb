// Generated from schemas/merged.json (ControllerRegistrationRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ControllerRegistrationRequest, versions 0. */
export interface ControllerRegistrationRequest {
  /** int32, versions 0+. */
  controllerId: number
  /** uuid, versions 0+. */
  incarnationId: string
  /** bool, versions 0+. */
  zkMigrationReady: boolean
  /** []Listener, versions 0+. */
  listeners: ControllerRegistrationRequestListener[]
  /** []Feature, versions 0+. */
  features: ControllerRegistrationRequestFeature[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Feature of ControllerRegistrationRequest. */
export interface ControllerRegistrationRequestFeature {
  /** string, versions 0+, unique in its array. */
  name: string
  /** int16, versions 0+. */
  minSupportedVersion: number
  /** int16, versions 0+. */
  maxSupportedVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Listener of ControllerRegistrationRequest. */
export interface ControllerRegistrationRequestListener {
  /** string, versions 0+, unique in its array. */
  name: string
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** int16, versions 0+. */
  securityProtocol: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListener(
  writer: ByteWriter,
  input: MessageInput<ControllerRegistrationRequestListener>,
  _version: number,
): void {
  checkStruct(input, 'ControllerRegistrationRequest.listeners')
  const { name = '', host = '', port = 0, securityProtocol = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'ControllerRegistrationRequest.listeners.name')
  writeCompactString(writer, host, 'ControllerRegistrationRequest.listeners.host')
  writeUint16(writer, port, 'ControllerRegistrationRequest.listeners.port')
  writeInt16(writer, securityProtocol, 'ControllerRegistrationRequest.listeners.securityProtocol')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControllerRegistrationRequest.listeners')
}

function decodeListener(reader: ByteReader, _version: number): ControllerRegistrationRequestListener {
  const decoded: ControllerRegistrationRequestListener = {
    name: '',
    host: '',
    port: 0,
    securityProtocol: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  decoded.securityProtocol = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFeature(
  writer: ByteWriter,
  input: MessageInput<ControllerRegistrationRequestFeature>,
  _version: number,
): void {
  checkStruct(input, 'ControllerRegistrationRequest.features')
  const { name = '', minSupportedVersion = 0, maxSupportedVersion = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'ControllerRegistrationRequest.features.name')
  writeInt16(writer, minSupportedVersion, 'ControllerRegistrationRequest.features.minSupportedVersion')
  writeInt16(writer, maxSupportedVersion, 'ControllerRegistrationRequest.features.maxSupportedVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControllerRegistrationRequest.features')
}

function decodeFeature(reader: ByteReader, _version: number): ControllerRegistrationRequestFeature {
  const decoded: ControllerRegistrationRequestFeature = {
    name: '',
    minSupportedVersion: 0,
    maxSupportedVersion: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.minSupportedVersion = reader.readInt16()
  decoded.maxSupportedVersion = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeControllerRegistrationRequest(
  writer: ByteWriter,
  input: MessageInput<ControllerRegistrationRequest>,
  version: number,
): void {
  checkEncodeVersion('ControllerRegistrationRequest', version, 0, 0)
  checkStruct(input, 'ControllerRegistrationRequest')
  const {
    controllerId = 0,
    incarnationId = ZERO_UUID,
    zkMigrationReady = false,
    listeners = [],
    features = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, controllerId, 'ControllerRegistrationRequest.controllerId')
  writeUuid(writer, incarnationId, 'ControllerRegistrationRequest.incarnationId')
  writeBool(writer, zkMigrationReady, 'ControllerRegistrationRequest.zkMigrationReady')
  writeCompactArrayLength(writer, listeners, 'ControllerRegistrationRequest.listeners')
  for (const element of listeners) {
    encodeListener(writer, element, version)
  }
  writeCompactArrayLength(writer, features, 'ControllerRegistrationRequest.features')
  for (const element of features) {
    encodeFeature(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControllerRegistrationRequest')
}

function decodeControllerRegistrationRequest(reader: ByteReader, version: number): ControllerRegistrationRequest {
  checkDecodeVersion(reader, 'ControllerRegistrationRequest', version, 0, 0)
  const decoded: ControllerRegistrationRequest = {
    controllerId: 0,
    incarnationId: ZERO_UUID,
    zkMigrationReady: false,
    listeners: [],
    features: [],
  }
  decoded.controllerId = reader.readInt32()
  decoded.incarnationId = reader.readUuid()
  decoded.zkMigrationReady = reader.readBoolean()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.listeners.push(decodeListener(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.features.push(decodeFeature(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ControllerRegistrationRequest. */
export const controllerRegistrationRequest: MessageCodec<ControllerRegistrationRequest> = {
  name: 'ControllerRegistrationRequest',
  apiKey: 70,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeControllerRegistrationRequest,
  decode: decodeControllerRegistrationRequest,
}
