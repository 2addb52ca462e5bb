// Generated from schemas/merged.json (BrokerRegistrationRequest) by generator/main.ts: not to be edited.
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
  writeInt16,
  writeInt32,
  writeInt64,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** BrokerRegistrationRequest, versions 0-4. */
export interface BrokerRegistrationRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** string, versions 0+. */
  clusterId: string
  /** uuid, versions 0+. */
  incarnationId: string
  /** []Listener, versions 0+. */
  listeners: BrokerRegistrationRequestListener[]
  /** []Feature, versions 0+. */
  features: BrokerRegistrationRequestFeature[]
  /** string, versions 0+, nullable. */
  rack: string | null
  /** bool, versions 1+, default false. */
  isMigratingZkBroker: boolean
  /** []uuid, versions 2+, ignored where the version lacks it. */
  logDirs: string[]
  /** int64, versions 3+, ignored where the version lacks it, default -1. */
  previousBrokerEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Feature of BrokerRegistrationRequest. */
export interface BrokerRegistrationRequestFeature {
  /** string, versions 0+, unique in its array. */
  name: string
  /** int16, versions 0+. */
  minSupportedVersion: number
  /** int16, versions 0+. */
  maxSupportedVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Listener of BrokerRegistrationRequest. */
export interface BrokerRegistrationRequestListener {
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
  input: MessageInput<BrokerRegistrationRequestListener>,
  _version: number,
): void {
  checkStruct(input, 'BrokerRegistrationRequest.listeners')
  const { name = '', host = '', port = 0, securityProtocol = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'BrokerRegistrationRequest.listeners.name')
  writeCompactString(writer, host, 'BrokerRegistrationRequest.listeners.host')
  writeUint16(writer, port, 'BrokerRegistrationRequest.listeners.port')
  writeInt16(writer, securityProtocol, 'BrokerRegistrationRequest.listeners.securityProtocol')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BrokerRegistrationRequest.listeners')
}

function decodeListener(reader: ByteReader, _version: number): BrokerRegistrationRequestListener {
  const decoded: BrokerRegistrationRequestListener = {
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
  input: MessageInput<BrokerRegistrationRequestFeature>,
  _version: number,
): void {
  checkStruct(input, 'BrokerRegistrationRequest.features')
  const { name = '', minSupportedVersion = 0, maxSupportedVersion = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'BrokerRegistrationRequest.features.name')
  writeInt16(writer, minSupportedVersion, 'BrokerRegistrationRequest.features.minSupportedVersion')
  writeInt16(writer, maxSupportedVersion, 'BrokerRegistrationRequest.features.maxSupportedVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BrokerRegistrationRequest.features')
}

function decodeFeature(reader: ByteReader, _version: number): BrokerRegistrationRequestFeature {
  const decoded: BrokerRegistrationRequestFeature = {
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

function encodeBrokerRegistrationRequest(
  writer: ByteWriter,
  input: MessageInput<BrokerRegistrationRequest>,
  version: number,
): void {
  checkEncodeVersion('BrokerRegistrationRequest', version, 0, 4)
  checkStruct(input, 'BrokerRegistrationRequest')
  const {
    brokerId = 0,
    clusterId = '',
    incarnationId = ZERO_UUID,
    listeners = [],
    features = [],
    rack = '',
    isMigratingZkBroker = false,
    logDirs = [],
    previousBrokerEpoch = -1n,
    unknownTaggedFields,
  } = input
  writeInt32(writer, brokerId, 'BrokerRegistrationRequest.brokerId')
  writeCompactString(writer, clusterId, 'BrokerRegistrationRequest.clusterId')
  writeUuid(writer, incarnationId, 'BrokerRegistrationRequest.incarnationId')
  writeCompactArrayLength(writer, listeners, 'BrokerRegistrationRequest.listeners')
  for (const element of listeners) {
    encodeListener(writer, element, version)
  }
  writeCompactArrayLength(writer, features, 'BrokerRegistrationRequest.features')
  for (const element of features) {
    encodeFeature(writer, element, version)
  }
  writeCompactNullableString(writer, rack, 'BrokerRegistrationRequest.rack')
  if (version >= 1) {
    writeBool(writer, isMigratingZkBroker, 'BrokerRegistrationRequest.isMigratingZkBroker')
  } else if (isMigratingZkBroker !== false) {
    throw notInVersion('BrokerRegistrationRequest.isMigratingZkBroker', version)
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, logDirs, 'BrokerRegistrationRequest.logDirs')
    for (const element of logDirs) {
      writeUuid(writer, element, 'BrokerRegistrationRequest.logDirs')
    }
  }
  if (version >= 3) {
    writeInt64(writer, previousBrokerEpoch, 'BrokerRegistrationRequest.previousBrokerEpoch')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BrokerRegistrationRequest')
}

function decodeBrokerRegistrationRequest(reader: ByteReader, version: number): BrokerRegistrationRequest {
  checkDecodeVersion(reader, 'BrokerRegistrationRequest', version, 0, 4)
  const decoded: BrokerRegistrationRequest = {
    brokerId: 0,
    clusterId: '',
    incarnationId: ZERO_UUID,
    listeners: [],
    features: [],
    rack: '',
    isMigratingZkBroker: false,
    logDirs: [],
    previousBrokerEpoch: -1n,
  }
  decoded.brokerId = reader.readInt32()
  decoded.clusterId = readCompactString(reader)
  decoded.incarnationId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.listeners.push(decodeListener(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.features.push(decodeFeature(reader, version))
  }
  decoded.rack = readCompactNullableString(reader)
  if (version >= 1) {
    decoded.isMigratingZkBroker = reader.readBoolean()
  }
  if (version >= 2) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.logDirs.push(reader.readUuid())
    }
  }
  if (version >= 3) {
    decoded.previousBrokerEpoch = reader.readInt64()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes BrokerRegistrationRequest. */
export const brokerRegistrationRequest: MessageCodec<BrokerRegistrationRequest> = {
  name: 'BrokerRegistrationRequest',
  apiKey: 62,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 0,
  encode: encodeBrokerRegistrationRequest,
  decode: decodeBrokerRegistrationRequest,
}
