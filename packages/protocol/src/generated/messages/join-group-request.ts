// Generated from schemas/merged.json (JoinGroupRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readArrayLength,
  readBytes,
  readCompactArrayLength,
  readCompactBytes,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBytes,
  writeCompactArrayLength,
  writeCompactBytes,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** JoinGroupRequest, versions 0-9. */
export interface JoinGroupRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** int32, versions 0+. */
  sessionTimeoutMs: number
  /** int32, versions 1+, ignored where the version lacks it, default -1. */
  rebalanceTimeoutMs: number
  /** string, versions 0+. */
  memberId: string
  /** string, versions 5+, nullable, default null. */
  groupInstanceId: string | null
  /** string, versions 0+. */
  protocolType: string
  /** []JoinGroupRequestProtocol, versions 0+. */
  protocols: JoinGroupRequestProtocol[]
  /** string, versions 8+, nullable, ignored where the version lacks it, default null. */
  reason: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** JoinGroupRequestProtocol of JoinGroupRequest. */
export interface JoinGroupRequestProtocol {
  /** string, versions 0+, unique in its array. */
  name: string
  /** bytes, versions 0+. */
  metadata: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeJoinGroupRequestProtocol(
  writer: ByteWriter,
  input: MessageInput<JoinGroupRequestProtocol>,
  version: number,
): void {
  checkStruct(input, 'JoinGroupRequest.protocols')
  const { name = '', metadata = EMPTY_BYTES, unknownTaggedFields } = input
  if (version >= 6) {
    writeCompactString(writer, name, 'JoinGroupRequest.protocols.name')
  } else {
    writeString(writer, name, 'JoinGroupRequest.protocols.name')
  }
  if (version >= 6) {
    writeCompactBytes(writer, metadata, 'JoinGroupRequest.protocols.metadata')
  } else {
    writeBytes(writer, metadata, 'JoinGroupRequest.protocols.metadata')
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'JoinGroupRequest.protocols')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('JoinGroupRequest.protocols.unknownTaggedFields', version)
  }
}

function decodeJoinGroupRequestProtocol(reader: ByteReader, version: number): JoinGroupRequestProtocol {
  const decoded: JoinGroupRequestProtocol = {
    name: '',
    metadata: EMPTY_BYTES,
  }
  decoded.name = version >= 6 ? readCompactString(reader) : readString(reader)
  decoded.metadata = version >= 6 ? readCompactBytes(reader) : readBytes(reader)
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeJoinGroupRequest(writer: ByteWriter, input: MessageInput<JoinGroupRequest>, version: number): void {
  checkEncodeVersion('JoinGroupRequest', version, 0, 9)
  checkStruct(input, 'JoinGroupRequest')
  const {
    groupId = '',
    sessionTimeoutMs = 0,
    rebalanceTimeoutMs = -1,
    memberId = '',
    groupInstanceId = null,
    protocolType = '',
    protocols = [],
    reason = null,
    unknownTaggedFields,
  } = input
  if (version >= 6) {
    writeCompactString(writer, groupId, 'JoinGroupRequest.groupId')
  } else {
    writeString(writer, groupId, 'JoinGroupRequest.groupId')
  }
  writeInt32(writer, sessionTimeoutMs, 'JoinGroupRequest.sessionTimeoutMs')
  if (version >= 1) {
    writeInt32(writer, rebalanceTimeoutMs, 'JoinGroupRequest.rebalanceTimeoutMs')
  }
  if (version >= 6) {
    writeCompactString(writer, memberId, 'JoinGroupRequest.memberId')
  } else {
    writeString(writer, memberId, 'JoinGroupRequest.memberId')
  }
  if (version >= 5) {
    if (version >= 6) {
      writeCompactNullableString(writer, groupInstanceId, 'JoinGroupRequest.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'JoinGroupRequest.groupInstanceId')
    }
  } else if (groupInstanceId !== null) {
    throw notInVersion('JoinGroupRequest.groupInstanceId', version)
  }
  if (version >= 6) {
    writeCompactString(writer, protocolType, 'JoinGroupRequest.protocolType')
  } else {
    writeString(writer, protocolType, 'JoinGroupRequest.protocolType')
  }
  if (version >= 6) {
    writeCompactArrayLength(writer, protocols, 'JoinGroupRequest.protocols')
  } else {
    writeArrayLength(writer, protocols, 'JoinGroupRequest.protocols')
  }
  for (const element of protocols) {
    encodeJoinGroupRequestProtocol(writer, element, version)
  }
  if (version >= 8) {
    writeCompactNullableString(writer, reason, 'JoinGroupRequest.reason')
  }
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'JoinGroupRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('JoinGroupRequest.unknownTaggedFields', version)
  }
}

function decodeJoinGroupRequest(reader: ByteReader, version: number): JoinGroupRequest {
  checkDecodeVersion(reader, 'JoinGroupRequest', version, 0, 9)
  const decoded: JoinGroupRequest = {
    groupId: '',
    sessionTimeoutMs: 0,
    rebalanceTimeoutMs: -1,
    memberId: '',
    groupInstanceId: null,
    protocolType: '',
    protocols: [],
    reason: null,
  }
  decoded.groupId = version >= 6 ? readCompactString(reader) : readString(reader)
  decoded.sessionTimeoutMs = reader.readInt32()
  if (version >= 1) {
    decoded.rebalanceTimeoutMs = reader.readInt32()
  }
  decoded.memberId = version >= 6 ? readCompactString(reader) : readString(reader)
  if (version >= 5) {
    decoded.groupInstanceId = version >= 6 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  decoded.protocolType = version >= 6 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 6 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.protocols.push(decodeJoinGroupRequestProtocol(reader, version))
  }
  if (version >= 8) {
    decoded.reason = readCompactNullableString(reader)
  }
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes JoinGroupRequest. */
export const joinGroupRequest: MessageCodec<JoinGroupRequest> = {
  name: 'JoinGroupRequest',
  apiKey: 11,
  type: 'request',
  minVersion: 0,
  maxVersion: 9,
  flexibleFrom: 6,
  encode: encodeJoinGroupRequest,
  decode: decodeJoinGroupRequest,
}
