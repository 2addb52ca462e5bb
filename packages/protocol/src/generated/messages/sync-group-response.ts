// Generated from schemas/merged.json (SyncGroupResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readBytes,
  readCompactBytes,
  readCompactNullableString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBytes,
  writeCompactBytes,
  writeCompactNullableString,
  writeInt16,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** SyncGroupResponse, versions 0-5. */
export interface SyncGroupResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  protocolType: string | null
  /** string, versions 5+, nullable, ignored where the version lacks it, default null. */
  protocolName: string | null
  /** bytes, versions 0+. */
  assignment: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSyncGroupResponse(writer: ByteWriter, input: MessageInput<SyncGroupResponse>, version: number): void {
  checkEncodeVersion('SyncGroupResponse', version, 0, 5)
  checkStruct(input, 'SyncGroupResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    protocolType = null,
    protocolName = null,
    assignment = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'SyncGroupResponse.throttleTimeMs')
  }
  writeInt16(writer, errorCode, 'SyncGroupResponse.errorCode')
  if (version === 5) {
    writeCompactNullableString(writer, protocolType, 'SyncGroupResponse.protocolType')
  }
  if (version === 5) {
    writeCompactNullableString(writer, protocolName, 'SyncGroupResponse.protocolName')
  }
  if (version >= 4) {
    writeCompactBytes(writer, assignment, 'SyncGroupResponse.assignment')
  } else {
    writeBytes(writer, assignment, 'SyncGroupResponse.assignment')
  }
  if (version >= 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SyncGroupResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('SyncGroupResponse.unknownTaggedFields', version)
  }
}

function decodeSyncGroupResponse(reader: ByteReader, version: number): SyncGroupResponse {
  checkDecodeVersion(reader, 'SyncGroupResponse', version, 0, 5)
  const decoded: SyncGroupResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    protocolType: null,
    protocolName: null,
    assignment: EMPTY_BYTES,
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  decoded.errorCode = reader.readInt16()
  if (version === 5) {
    decoded.protocolType = readCompactNullableString(reader)
  }
  if (version === 5) {
    decoded.protocolName = readCompactNullableString(reader)
  }
  decoded.assignment = version >= 4 ? readCompactBytes(reader) : readBytes(reader)
  if (version >= 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes SyncGroupResponse. */
export const syncGroupResponse: MessageCodec<SyncGroupResponse> = {
  name: 'SyncGroupResponse',
  apiKey: 14,
  type: 'response',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 4,
  encode: encodeSyncGroupResponse,
  decode: decodeSyncGroupResponse,
}
