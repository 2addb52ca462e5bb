// Generated from schemas/merged.json (HeartbeatRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** HeartbeatRequest, versions 0-4. */
export interface HeartbeatRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** int32, versions 0+. */
  generationId: number
  /** string, versions 0+. */
  memberId: string
  /** string, versions 3+, nullable, default null. */
  groupInstanceId: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeHeartbeatRequest(writer: ByteWriter, input: MessageInput<HeartbeatRequest>, version: number): void {
  checkEncodeVersion('HeartbeatRequest', version, 0, 4)
  checkStruct(input, 'HeartbeatRequest')
  const { groupId = '', generationId = 0, memberId = '', groupInstanceId = null, unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactString(writer, groupId, 'HeartbeatRequest.groupId')
  } else {
    writeString(writer, groupId, 'HeartbeatRequest.groupId')
  }
  writeInt32(writer, generationId, 'HeartbeatRequest.generationId')
  if (version >= 4) {
    writeCompactString(writer, memberId, 'HeartbeatRequest.memberId')
  } else {
    writeString(writer, memberId, 'HeartbeatRequest.memberId')
  }
  if (version >= 3) {
    if (version >= 4) {
      writeCompactNullableString(writer, groupInstanceId, 'HeartbeatRequest.groupInstanceId')
    } else {
      writeNullableString(writer, groupInstanceId, 'HeartbeatRequest.groupInstanceId')
    }
  } else if (groupInstanceId !== null) {
    throw notInVersion('HeartbeatRequest.groupInstanceId', version)
  }
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'HeartbeatRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('HeartbeatRequest.unknownTaggedFields', version)
  }
}

function decodeHeartbeatRequest(reader: ByteReader, version: number): HeartbeatRequest {
  checkDecodeVersion(reader, 'HeartbeatRequest', version, 0, 4)
  const decoded: HeartbeatRequest = {
    groupId: '',
    generationId: 0,
    memberId: '',
    groupInstanceId: null,
  }
  decoded.groupId = version >= 4 ? readCompactString(reader) : readString(reader)
  decoded.generationId = reader.readInt32()
  decoded.memberId = version >= 4 ? readCompactString(reader) : readString(reader)
  if (version >= 3) {
    decoded.groupInstanceId = version >= 4 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes HeartbeatRequest. */
export const heartbeatRequest: MessageCodec<HeartbeatRequest> = {
  name: 'HeartbeatRequest',
  apiKey: 12,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeHeartbeatRequest,
  decode: decodeHeartbeatRequest,
}
