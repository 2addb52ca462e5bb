// Generated from schemas/merged.json (RegisterBrokerRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeUint16,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** RegisterBrokerRecord, versions 0-4. */
export interface RegisterBrokerRecord {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** bool, versions 2+, default false. */
  isMigratingZkBroker: boolean
  /** uuid, versions 0+. */
  incarnationId: string
  /** int64, versions 0+. */
  brokerEpoch: bigint
  /** []BrokerEndpoint, versions 0+. */
  endPoints: RegisterBrokerRecordBrokerEndpoint[]
  /** []BrokerFeature, versions 0+. */
  features: RegisterBrokerRecordBrokerFeature[]
  /** string, versions 0+, nullable. */
  rack: string | null
  /** bool, versions 0+, default true. */
  fenced: boolean
  /** bool, versions 1+, default false. */
  inControlledShutdown: boolean
  /** []uuid, versions 3+, tag 0. */
  logDirs: string[]
  /** []uuid, versions 4+, nullable, tag 1, default null. */
  cordonedLogDirs: string[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** BrokerFeature of RegisterBrokerRecord. */
export interface RegisterBrokerRecordBrokerFeature {
  /** string, versions 0+, unique in its array. */
  name: string
  /** int16, versions 0+. */
  minSupportedVersion: number
  /** int16, versions 0+. */
  maxSupportedVersion: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** BrokerEndpoint of RegisterBrokerRecord. */
export interface RegisterBrokerRecordBrokerEndpoint {
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

function encodeBrokerEndpoint(
  writer: ByteWriter,
  input: MessageInput<RegisterBrokerRecordBrokerEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'RegisterBrokerRecord.endPoints')
  const { name = '', host = '', port = 0, securityProtocol = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RegisterBrokerRecord.endPoints.name')
  writeCompactString(writer, host, 'RegisterBrokerRecord.endPoints.host')
  writeUint16(writer, port, 'RegisterBrokerRecord.endPoints.port')
  writeInt16(writer, securityProtocol, 'RegisterBrokerRecord.endPoints.securityProtocol')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RegisterBrokerRecord.endPoints')
}

function decodeBrokerEndpoint(reader: ByteReader, _version: number): RegisterBrokerRecordBrokerEndpoint {
  const decoded: RegisterBrokerRecordBrokerEndpoint = {
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

function encodeBrokerFeature(
  writer: ByteWriter,
  input: MessageInput<RegisterBrokerRecordBrokerFeature>,
  _version: number,
): void {
  checkStruct(input, 'RegisterBrokerRecord.features')
  const { name = '', minSupportedVersion = 0, maxSupportedVersion = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RegisterBrokerRecord.features.name')
  writeInt16(writer, minSupportedVersion, 'RegisterBrokerRecord.features.minSupportedVersion')
  writeInt16(writer, maxSupportedVersion, 'RegisterBrokerRecord.features.maxSupportedVersion')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RegisterBrokerRecord.features')
}

function decodeBrokerFeature(reader: ByteReader, _version: number): RegisterBrokerRecordBrokerFeature {
  const decoded: RegisterBrokerRecordBrokerFeature = {
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

function encodeRegisterBrokerRecord(
  writer: ByteWriter,
  input: MessageInput<RegisterBrokerRecord>,
  version: number,
): void {
  checkEncodeVersion('RegisterBrokerRecord', version, 0, 4)
  checkStruct(input, 'RegisterBrokerRecord')
  const {
    brokerId = 0,
    isMigratingZkBroker = false,
    incarnationId = ZERO_UUID,
    brokerEpoch = 0n,
    endPoints = [],
    features = [],
    rack = '',
    fenced = true,
    inControlledShutdown = false,
    logDirs = [],
    cordonedLogDirs = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, brokerId, 'RegisterBrokerRecord.brokerId')
  if (version >= 2) {
    writeBool(writer, isMigratingZkBroker, 'RegisterBrokerRecord.isMigratingZkBroker')
  } else if (isMigratingZkBroker !== false) {
    throw notInVersion('RegisterBrokerRecord.isMigratingZkBroker', version)
  }
  writeUuid(writer, incarnationId, 'RegisterBrokerRecord.incarnationId')
  writeInt64(writer, brokerEpoch, 'RegisterBrokerRecord.brokerEpoch')
  writeCompactArrayLength(writer, endPoints, 'RegisterBrokerRecord.endPoints')
  for (const element of endPoints) {
    encodeBrokerEndpoint(writer, element, version)
  }
  writeCompactArrayLength(writer, features, 'RegisterBrokerRecord.features')
  for (const element of features) {
    encodeBrokerFeature(writer, element, version)
  }
  writeCompactNullableString(writer, rack, 'RegisterBrokerRecord.rack')
  writeBool(writer, fenced, 'RegisterBrokerRecord.fenced')
  if (version >= 1) {
    writeBool(writer, inControlledShutdown, 'RegisterBrokerRecord.inControlledShutdown')
  } else if (inControlledShutdown !== false) {
    throw notInVersion('RegisterBrokerRecord.inControlledShutdown', version)
  }
  const hasLogDirs = logDirs?.length !== 0
  if (hasLogDirs && version < 3) throw notInVersion('RegisterBrokerRecord.logDirs', version)
  const hasCordonedLogDirs = cordonedLogDirs !== null
  if (hasCordonedLogDirs && version !== 4) throw notInVersion('RegisterBrokerRecord.cordonedLogDirs', version)
  writer.writeUnsignedVarint((hasLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasLogDirs) {
    const start = beginTaggedField(writer, 0)
    writeCompactArrayLength(writer, logDirs, 'RegisterBrokerRecord.logDirs')
    for (const element of logDirs) {
      writeUuid(writer, element, 'RegisterBrokerRecord.logDirs')
    }
    endTaggedField(writer, start)
  }
  if (hasCordonedLogDirs) {
    const start = beginTaggedField(writer, 1)
    writeCompactNullableArrayLength(writer, cordonedLogDirs, 'RegisterBrokerRecord.cordonedLogDirs')
    if (cordonedLogDirs !== null) {
      for (const element of cordonedLogDirs) {
        writeUuid(writer, element, 'RegisterBrokerRecord.cordonedLogDirs')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 4 ? 1 : version >= 3 ? 0 : -1, 'RegisterBrokerRecord')
}

function decodeRegisterBrokerRecord(reader: ByteReader, version: number): RegisterBrokerRecord {
  checkDecodeVersion(reader, 'RegisterBrokerRecord', version, 0, 4)
  const decoded: RegisterBrokerRecord = {
    brokerId: 0,
    isMigratingZkBroker: false,
    incarnationId: ZERO_UUID,
    brokerEpoch: 0n,
    endPoints: [],
    features: [],
    rack: '',
    fenced: true,
    inControlledShutdown: false,
    logDirs: [],
    cordonedLogDirs: null,
  }
  decoded.brokerId = reader.readInt32()
  if (version >= 2) {
    decoded.isMigratingZkBroker = reader.readBoolean()
  }
  decoded.incarnationId = reader.readUuid()
  decoded.brokerEpoch = reader.readInt64()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.endPoints.push(decodeBrokerEndpoint(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.features.push(decodeBrokerFeature(reader, version))
  }
  decoded.rack = readCompactNullableString(reader)
  decoded.fenced = reader.readBoolean()
  if (version >= 1) {
    decoded.inControlledShutdown = reader.readBoolean()
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0 && version >= 3) {
      for (let left = readCompactArrayLength(reader); left > 0; left--) {
        decoded.logDirs.push(reader.readUuid())
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 1 && version === 4) {
      const cordonedLogDirsLength = readCompactNullableArrayLength(reader)
      if (cordonedLogDirsLength < 0) {
        decoded.cordonedLogDirs = null
      } else {
        const cordonedLogDirsElements: string[] = []
        for (let i = 0; i < cordonedLogDirsLength; i++) cordonedLogDirsElements.push(reader.readUuid())
        decoded.cordonedLogDirs = cordonedLogDirsElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RegisterBrokerRecord. */
export const registerBrokerRecord: MessageCodec<RegisterBrokerRecord> = {
  name: 'RegisterBrokerRecord',
  apiKey: 0,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 0,
  encode: encodeRegisterBrokerRecord,
  decode: decodeRegisterBrokerRecord,
}
