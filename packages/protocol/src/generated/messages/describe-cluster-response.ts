// Generated from schemas/merged.json (DescribeClusterResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
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
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeClusterResponse, versions 0-2. */
export interface DescribeClusterResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, default null. */
  errorMessage: string | null
  /** int8, versions 1+, default 1. */
  endpointType: number
  /** string, versions 0+. */
  clusterId: string
  /** int32, versions 0+, a brokerId, default -1. */
  controllerId: number
  /** []DescribeClusterBroker, versions 0+. */
  brokers: DescribeClusterResponseDescribeClusterBroker[]
  /** int32, versions 0+, default -2147483648. */
  clusterAuthorizedOperations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeClusterBroker of DescribeClusterResponse. */
export interface DescribeClusterResponseDescribeClusterBroker {
  /** int32, versions 0+, unique in its array, a brokerId. */
  brokerId: number
  /** string, versions 0+. */
  host: string
  /** int32, versions 0+. */
  port: number
  /** string, versions 0+, nullable, default null. */
  rack: string | null
  /** bool, versions 2+. */
  isFenced: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeClusterBroker(
  writer: ByteWriter,
  input: MessageInput<DescribeClusterResponseDescribeClusterBroker>,
  version: number,
): void {
  checkStruct(input, 'DescribeClusterResponse.brokers')
  const { brokerId = 0, host = '', port = 0, rack = null, isFenced = false, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'DescribeClusterResponse.brokers.brokerId')
  writeCompactString(writer, host, 'DescribeClusterResponse.brokers.host')
  writeInt32(writer, port, 'DescribeClusterResponse.brokers.port')
  writeCompactNullableString(writer, rack, 'DescribeClusterResponse.brokers.rack')
  if (version === 2) {
    writeBool(writer, isFenced, 'DescribeClusterResponse.brokers.isFenced')
  } else if (isFenced !== false) {
    throw notInVersion('DescribeClusterResponse.brokers.isFenced', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClusterResponse.brokers')
}

function decodeDescribeClusterBroker(
  reader: ByteReader,
  version: number,
): DescribeClusterResponseDescribeClusterBroker {
  const decoded: DescribeClusterResponseDescribeClusterBroker = {
    brokerId: 0,
    host: '',
    port: 0,
    rack: null,
    isFenced: false,
  }
  decoded.brokerId = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readInt32()
  decoded.rack = readCompactNullableString(reader)
  if (version === 2) {
    decoded.isFenced = reader.readBoolean()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeClusterResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeClusterResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeClusterResponse', version, 0, 2)
  checkStruct(input, 'DescribeClusterResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    endpointType = 1,
    clusterId = '',
    controllerId = -1,
    brokers = [],
    clusterAuthorizedOperations = -2147483648,
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'DescribeClusterResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'DescribeClusterResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'DescribeClusterResponse.errorMessage')
  if (version >= 1) {
    writeInt8(writer, endpointType, 'DescribeClusterResponse.endpointType')
  } else if (endpointType !== 1) {
    throw notInVersion('DescribeClusterResponse.endpointType', version)
  }
  writeCompactString(writer, clusterId, 'DescribeClusterResponse.clusterId')
  writeInt32(writer, controllerId, 'DescribeClusterResponse.controllerId')
  writeCompactArrayLength(writer, brokers, 'DescribeClusterResponse.brokers')
  for (const element of brokers) {
    encodeDescribeClusterBroker(writer, element, version)
  }
  writeInt32(writer, clusterAuthorizedOperations, 'DescribeClusterResponse.clusterAuthorizedOperations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClusterResponse')
}

function decodeDescribeClusterResponse(reader: ByteReader, version: number): DescribeClusterResponse {
  checkDecodeVersion(reader, 'DescribeClusterResponse', version, 0, 2)
  const decoded: DescribeClusterResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: null,
    endpointType: 1,
    clusterId: '',
    controllerId: -1,
    brokers: [],
    clusterAuthorizedOperations: -2147483648,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  if (version >= 1) {
    decoded.endpointType = reader.readInt8()
  }
  decoded.clusterId = readCompactString(reader)
  decoded.controllerId = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.brokers.push(decodeDescribeClusterBroker(reader, version))
  }
  decoded.clusterAuthorizedOperations = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeClusterResponse. */
export const describeClusterResponse: MessageCodec<DescribeClusterResponse> = {
  name: 'DescribeClusterResponse',
  apiKey: 60,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeDescribeClusterResponse,
  decode: decodeDescribeClusterResponse,
}
