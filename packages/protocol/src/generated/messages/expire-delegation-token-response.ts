// Generated from schemas/merged.json (ExpireDelegationTokenResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeInt16,
  writeInt32,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ExpireDelegationTokenResponse, versions 0-2. */
export interface ExpireDelegationTokenResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+. */
  expiryTimestampMs: bigint
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeExpireDelegationTokenResponse(
  writer: ByteWriter,
  input: MessageInput<ExpireDelegationTokenResponse>,
  version: number,
): void {
  checkEncodeVersion('ExpireDelegationTokenResponse', version, 0, 2)
  checkStruct(input, 'ExpireDelegationTokenResponse')
  const { errorCode = 0, expiryTimestampMs = 0n, throttleTimeMs = 0, unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'ExpireDelegationTokenResponse.errorCode')
  writeInt64(writer, expiryTimestampMs, 'ExpireDelegationTokenResponse.expiryTimestampMs')
  writeInt32(writer, throttleTimeMs, 'ExpireDelegationTokenResponse.throttleTimeMs')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ExpireDelegationTokenResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ExpireDelegationTokenResponse.unknownTaggedFields', version)
  }
}

function decodeExpireDelegationTokenResponse(reader: ByteReader, version: number): ExpireDelegationTokenResponse {
  checkDecodeVersion(reader, 'ExpireDelegationTokenResponse', version, 0, 2)
  const decoded: ExpireDelegationTokenResponse = {
    errorCode: 0,
    expiryTimestampMs: 0n,
    throttleTimeMs: 0,
  }
  decoded.errorCode = reader.readInt16()
  decoded.expiryTimestampMs = reader.readInt64()
  decoded.throttleTimeMs = reader.readInt32()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ExpireDelegationTokenResponse. */
export const expireDelegationTokenResponse: MessageCodec<ExpireDelegationTokenResponse> = {
  name: 'ExpireDelegationTokenResponse',
  apiKey: 40,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeExpireDelegationTokenResponse,
  decode: decodeExpireDelegationTokenResponse,
}
