// Generated from schemas/merged.json (ConsumerGroupMemberMetadataValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactBytes,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactBytes,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
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

/** ConsumerGroupMemberMetadataValue, versions 0. */
export interface ConsumerGroupMemberMetadataValue {
  /** string, versions 0+, nullable. */
  instanceId: string | null
  /** string, versions 0+, nullable. */
  rackId: string | null
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** []string, versions 0+. */
  subscribedTopicNames: string[]
  /** string, versions 0+, nullable. */
  subscribedTopicRegex: string | null
  /** int32, versions 0+, default -1. */
  rebalanceTimeoutMs: number
  /** string, versions 0+, nullable. */
  serverAssignor: string | null
  /** ClassicMemberMetadata, versions 0+, nullable, tag 0. */
  classicMemberMetadata: ConsumerGroupMemberMetadataValueClassicMemberMetadata | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ClassicMemberMetadata of ConsumerGroupMemberMetadataValue. */
export interface ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  /** int32, versions 0+. */
  sessionTimeoutMs: number
  /** []ClassicProtocol, versions 0+. */
  supportedProtocols: ConsumerGroupMemberMetadataValueClassicProtocol[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ClassicProtocol of ConsumerGroupMemberMetadataValue. */
export interface ConsumerGroupMemberMetadataValueClassicProtocol {
  /** string, versions 0+. */
  name: string
  /** bytes, versions 0+. */
  metadata: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeClassicProtocol(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupMemberMetadataValueClassicProtocol>,
  _version: number,
): void {
  checkStruct(input, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata.supportedProtocols')
  const { name = '', metadata = EMPTY_BYTES, unknownTaggedFields } = input
  writeCompactString(writer, name, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata.supportedProtocols.name')
  writeCompactBytes(writer, metadata, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata.supportedProtocols.metadata')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata.supportedProtocols')
}

function decodeClassicProtocol(reader: ByteReader, _version: number): ConsumerGroupMemberMetadataValueClassicProtocol {
  const decoded: ConsumerGroupMemberMetadataValueClassicProtocol = {
    name: '',
    metadata: EMPTY_BYTES,
  }
  decoded.name = readCompactString(reader)
  decoded.metadata = readCompactBytes(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function defaultClassicMemberMetadata(): ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  return {
    sessionTimeoutMs: 0,
    supportedProtocols: [],
  }
}

function isDefaultClassicMemberMetadata(input: MessageInput<ConsumerGroupMemberMetadataValueClassicMemberMetadata>): boolean {
  checkStruct(input, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata')
  const { sessionTimeoutMs = 0, supportedProtocols = [], unknownTaggedFields } = input
  return sessionTimeoutMs === 0 && supportedProtocols?.length === 0 && !unknownTaggedFields?.length
}

function encodeClassicMemberMetadata(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupMemberMetadataValueClassicMemberMetadata>,
  version: number,
): void {
  checkStruct(input, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata')
  const { sessionTimeoutMs = 0, supportedProtocols = [], unknownTaggedFields } = input
  writeInt32(writer, sessionTimeoutMs, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata.sessionTimeoutMs')
  writeCompactArrayLength(writer, supportedProtocols, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata.supportedProtocols')
  for (const element of supportedProtocols) {
    encodeClassicProtocol(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ConsumerGroupMemberMetadataValue.classicMemberMetadata')
}

function decodeClassicMemberMetadata(
  reader: ByteReader,
  version: number,
): ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  const decoded: ConsumerGroupMemberMetadataValueClassicMemberMetadata = {
    sessionTimeoutMs: 0,
    supportedProtocols: [],
  }
  decoded.sessionTimeoutMs = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.supportedProtocols.push(decodeClassicProtocol(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeConsumerGroupMemberMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ConsumerGroupMemberMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ConsumerGroupMemberMetadataValue', version, 0, 0)
  checkStruct(input, 'ConsumerGroupMemberMetadataValue')
  const {
    instanceId = '',
    rackId = '',
    clientId = '',
    clientHost = '',
    subscribedTopicNames = [],
    subscribedTopicRegex = '',
    rebalanceTimeoutMs = -1,
    serverAssignor = '',
    classicMemberMetadata = {},
    unknownTaggedFields,
  } = input
  writeCompactNullableString(writer, instanceId, 'ConsumerGroupMemberMetadataValue.instanceId')
  writeCompactNullableString(writer, rackId, 'ConsumerGroupMemberMetadataValue.rackId')
  writeCompactString(writer, clientId, 'ConsumerGroupMemberMetadataValue.clientId')
  writeCompactString(writer, clientHost, 'ConsumerGroupMemberMetadataValue.clientHost')
  writeCompactArrayLength(writer, subscribedTopicNames, 'ConsumerGroupMemberMetadataValue.subscribedTopicNames')
  for (const element of subscribedTopicNames) {
    writeCompactString(writer, element, 'ConsumerGroupMemberMetadataValue.subscribedTopicNames')
  }
  writeCompactNullableString(writer, subscribedTopicRegex, 'ConsumerGroupMemberMetadataValue.subscribedTopicRegex')
  writeInt32(writer, rebalanceTimeoutMs, 'ConsumerGroupMemberMetadataValue.rebalanceTimeoutMs')
  writeCompactNullableString(writer, serverAssignor, 'ConsumerGroupMemberMetadataValue.serverAssignor')
  const hasClassicMemberMetadata = classicMemberMetadata === null || !isDefaultClassicMemberMetadata(classicMemberMetadata)
  writer.writeUnsignedVarint((hasClassicMemberMetadata ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasClassicMemberMetadata) {
    const start = beginTaggedField(writer, 0)
    if (classicMemberMetadata === null) {
      writer.writeUnsignedVarint(0)
    } else {
      writer.writeUnsignedVarint(1)
      encodeClassicMemberMetadata(writer, classicMemberMetadata, version)
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'ConsumerGroupMemberMetadataValue')
}

function decodeConsumerGroupMemberMetadataValue(reader: ByteReader, version: number): ConsumerGroupMemberMetadataValue {
  checkDecodeVersion(reader, 'ConsumerGroupMemberMetadataValue', version, 0, 0)
  const decoded: ConsumerGroupMemberMetadataValue = {
    instanceId: '',
    rackId: '',
    clientId: '',
    clientHost: '',
    subscribedTopicNames: [],
    subscribedTopicRegex: '',
    rebalanceTimeoutMs: -1,
    serverAssignor: '',
    classicMemberMetadata: defaultClassicMemberMetadata(),
  }
  decoded.instanceId = readCompactNullableString(reader)
  decoded.rackId = readCompactNullableString(reader)
  decoded.clientId = readCompactString(reader)
  decoded.clientHost = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.subscribedTopicNames.push(readCompactString(reader))
  }
  decoded.subscribedTopicRegex = readCompactNullableString(reader)
  decoded.rebalanceTimeoutMs = reader.readInt32()
  decoded.serverAssignor = readCompactNullableString(reader)
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.classicMemberMetadata = reader.readUnsignedVarint() === 0 ? null : decodeClassicMemberMetadata(reader, version)
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ConsumerGroupMemberMetadataValue. */
export const consumerGroupMemberMetadataValue: MessageCodec<ConsumerGroupMemberMetadataValue> = {
  name: 'ConsumerGroupMemberMetadataValue',
  apiKey: 5,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeConsumerGroupMemberMetadataValue,
  decode: decodeConsumerGroupMemberMetadataValue,
}
