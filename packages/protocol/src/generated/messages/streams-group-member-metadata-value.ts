// Generated from schemas/merged.json (StreamsGroupMemberMetadataValue) by generator/main.ts: not to be edited.
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
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeUint16,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** StreamsGroupMemberMetadataValue, versions 0. */
export interface StreamsGroupMemberMetadataValue {
  /** string, versions 0+, nullable. */
  instanceId: string | null
  /** string, versions 0+, nullable. */
  rackId: string | null
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** int32, versions 0+, default -1. */
  rebalanceTimeoutMs: number
  /** int32, versions 0+. */
  topologyEpoch: number
  /** string, versions 0+. */
  processId: string
  /** Endpoint, versions 0+, nullable, default null. */
  userEndpoint: StreamsGroupMemberMetadataValueEndpoint | null
  /** []KeyValue, versions 0+. */
  clientTags: StreamsGroupMemberMetadataValueKeyValue[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** KeyValue of StreamsGroupMemberMetadataValue. */
export interface StreamsGroupMemberMetadataValueKeyValue {
  /** string, versions 0+. */
  key: string
  /** string, versions 0+. */
  value: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Endpoint of StreamsGroupMemberMetadataValue. */
export interface StreamsGroupMemberMetadataValueEndpoint {
  /** string, versions 0+. */
  host: string
  /** uint16, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEndpoint(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMemberMetadataValueEndpoint>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupMemberMetadataValue.Endpoint')
  const { host = '', port = 0, unknownTaggedFields } = input
  writeCompactString(writer, host, 'StreamsGroupMemberMetadataValue.Endpoint.host')
  writeUint16(writer, port, 'StreamsGroupMemberMetadataValue.Endpoint.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupMemberMetadataValue.Endpoint')
}

function decodeEndpoint(reader: ByteReader, _version: number): StreamsGroupMemberMetadataValueEndpoint {
  const decoded: StreamsGroupMemberMetadataValueEndpoint = {
    host: '',
    port: 0,
  }
  decoded.host = readCompactString(reader)
  decoded.port = reader.readUint16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeKeyValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMemberMetadataValueKeyValue>,
  _version: number,
): void {
  checkStruct(input, 'StreamsGroupMemberMetadataValue.KeyValue')
  const { key = '', value = '', unknownTaggedFields } = input
  writeCompactString(writer, key, 'StreamsGroupMemberMetadataValue.KeyValue.key')
  writeCompactString(writer, value, 'StreamsGroupMemberMetadataValue.KeyValue.value')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupMemberMetadataValue.KeyValue')
}

function decodeKeyValue(reader: ByteReader, _version: number): StreamsGroupMemberMetadataValueKeyValue {
  const decoded: StreamsGroupMemberMetadataValueKeyValue = {
    key: '',
    value: '',
  }
  decoded.key = readCompactString(reader)
  decoded.value = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeStreamsGroupMemberMetadataValue(
  writer: ByteWriter,
  input: MessageInput<StreamsGroupMemberMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('StreamsGroupMemberMetadataValue', version, 0, 0)
  checkStruct(input, 'StreamsGroupMemberMetadataValue')
  const {
    instanceId = '',
    rackId = '',
    clientId = '',
    clientHost = '',
    rebalanceTimeoutMs = -1,
    topologyEpoch = 0,
    processId = '',
    userEndpoint = null,
    clientTags = [],
    unknownTaggedFields,
  } = input
  writeCompactNullableString(writer, instanceId, 'StreamsGroupMemberMetadataValue.instanceId')
  writeCompactNullableString(writer, rackId, 'StreamsGroupMemberMetadataValue.rackId')
  writeCompactString(writer, clientId, 'StreamsGroupMemberMetadataValue.clientId')
  writeCompactString(writer, clientHost, 'StreamsGroupMemberMetadataValue.clientHost')
  writeInt32(writer, rebalanceTimeoutMs, 'StreamsGroupMemberMetadataValue.rebalanceTimeoutMs')
  writeInt32(writer, topologyEpoch, 'StreamsGroupMemberMetadataValue.topologyEpoch')
  writeCompactString(writer, processId, 'StreamsGroupMemberMetadataValue.processId')
  if (userEndpoint === null) {
    writer.writeInt8(-1)
  } else {
    writer.writeInt8(1)
    encodeEndpoint(writer, userEndpoint, version)
  }
  writeCompactArrayLength(writer, clientTags, 'StreamsGroupMemberMetadataValue.clientTags')
  for (const element of clientTags) {
    encodeKeyValue(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'StreamsGroupMemberMetadataValue')
}

function decodeStreamsGroupMemberMetadataValue(reader: ByteReader, version: number): StreamsGroupMemberMetadataValue {
  checkDecodeVersion(reader, 'StreamsGroupMemberMetadataValue', version, 0, 0)
  const decoded: StreamsGroupMemberMetadataValue = {
    instanceId: '',
    rackId: '',
    clientId: '',
    clientHost: '',
    rebalanceTimeoutMs: -1,
    topologyEpoch: 0,
    processId: '',
    userEndpoint: null,
    clientTags: [],
  }
  decoded.instanceId = readCompactNullableString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.clientId = readCompactString(reader)
  decoded.clientHost = readCompactString(reader)
  decoded.rebalanceTimeoutMs = reader.readInt32()
  decoded.topologyEpoch = reader.readInt32()
  decoded.processId = readCompactString(reader)
  decoded.userEndpoint = reader.readInt8() < 0 ? null : decodeEndpoint(reader, version)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.clientTags.push(decodeKeyValue(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes StreamsGroupMemberMetadataValue. */
export const streamsGroupMemberMetadataValue: MessageCodec<StreamsGroupMemberMetadataValue> = {
  name: 'StreamsGroupMemberMetadataValue',
  apiKey: 19,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeStreamsGroupMemberMetadataValue,
  decode: decodeStreamsGroupMemberMetadataValue,
}
