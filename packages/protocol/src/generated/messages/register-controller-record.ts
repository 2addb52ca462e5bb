// Generated from schemas/merged.json (RegisterControllerRecord) by generator/main.ts: not to be edited.
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

/** RegisterControllerRecord, versions 0. */
export interface RegisterControllerRecord {
  /** int32, versions 0+. */
  controllerId: number
  /** uuid, versions 0+. */
  incarnationId: string
  /** bool, versions 0+. */
  zkMigrationReady: boolean
  /** []ControllerEndpoint, versions 0+. */
  endPoints: RegisterControllerRecordControllerEndpoint[]
  /** []ControllerFeature, versions 0+. */
  features: RegisterControllerRecordControllerFeature[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ControllerFeature of RegisterControllerRecord. */
export interface RegisterControllerRecordControllerFeature {
  /** string, versions 0+, unique in its array. */
  name: string
  /** int16, versions 0+. */
  minSupportedVersion: number
  /** int16, versions 0+. */
  maxSupportedVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ControllerEndpoint of RegisterControllerRecord. */
export interface RegisterControllerRecordControllerEndpoint {
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

function encodeControllerEndpoint(
  writer: ByteWriter,
  input: MessageInput<RegisterControllerRecordControllerEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'RegisterControllerRecord.endPoints')
  const { name = '', host = '', port = 0, securityProtocol = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RegisterControllerRecord.endPoints.name')
  writeCompactString(writer, host, 'RegisterControllerRecord.endPoints.host')
  writeUint16(writer, port, 'RegisterControllerRecord.endPoints.port')
  writeInt16(writer, securityProtocol, 'RegisterControllerRecord.endPoints.securityProtocol')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RegisterControllerRecord.endPoints')
}

function decodeControllerEndpoint(reader: ByteReader, _version: number): RegisterControllerRecordControllerEndpoint {
  const decoded: RegisterControllerRecordControllerEndpoint = {
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

function encodeControllerFeature(
  writer: ByteWriter,
  input: MessageInput<RegisterControllerRecordControllerFeature>,
  _version: number,
): void {
  checkStruct(input, 'RegisterControllerRecord.features')
  const { name = '', minSupportedVersion = 0, maxSupportedVersion = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RegisterControllerRecord.features.name')
  writeInt16(writer, minSupportedVersion, 'RegisterControllerRecord.features.minSupportedVersion')
  writeInt16(writer, maxSupportedVersion, 'RegisterControllerRecord.features.maxSupportedVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RegisterControllerRecord.features')
}

function decodeControllerFeature(reader: ByteReader, _version: number): RegisterControllerRecordControllerFeature {
  const decoded: RegisterControllerRecordControllerFeature = {
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

function encodeRegisterControllerRecord(
  writer: ByteWriter,
  input: MessageInput<RegisterControllerRecord>,
  version: number,
): void {
  checkEncodeVersion('RegisterControllerRecord', version, 0, 0)
  checkStruct(input, 'RegisterControllerRecord')
  const {
    controllerId = 0,
    incarnationId = ZERO_UUID,
    zkMigrationReady = false,
    endPoints = [],
    features = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, controllerId, 'RegisterControllerRecord.controllerId')
  writeUuid(writer, incarnationId, 'RegisterControllerRecord.incarnationId')
  writeBool(writer, zkMigrationReady, 'RegisterControllerRecord.zkMigrationReady')
  writeCompactArrayLength(writer, endPoints, 'RegisterControllerRecord.endPoints')
  for (const element of endPoints) {
    encodeControllerEndpoint(writer, element, version)
  }
  writeCompactArrayLength(writer, features, 'RegisterControllerRecord.features')
  for (const element of features) {
    encodeControllerFeature(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RegisterControllerRecord')
}

function decodeRegisterControllerRecord(reader: ByteReader, version: number): RegisterControllerRecord {
  checkDecodeVersion(reader, 'RegisterControllerRecord', version, 0, 0)
  const decoded: RegisterControllerRecord = {
    controllerId: 0,
    incarnationId: ZERO_UUID,
    zkMigrationReady: false,
    endPoints: [],
    features: [],
  }
  decoded.controllerId = reader.readInt32()
  decoded.incarnationId = reader.readUuid()
  decoded.zkMigrationReady = reader.readBoolean()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.endPoints.push(decodeControllerEndpoint(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.features.push(decodeControllerFeature(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RegisterControllerRecord. */
export const registerControllerRecord: MessageCodec<RegisterControllerRecord> = {
  name: 'RegisterControllerRecord',
  apiKey: 27,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRegisterControllerRecord,
  decode: decodeRegisterControllerRecord,
}
