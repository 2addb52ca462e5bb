// Generated from schemas/merged.json (RenewDelegationTokenResponse) by generator/main.ts: not to be edited.
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

/** RenewDelegationTokenResponse, versions 0-2. */
export interface RenewDelegationTokenResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+. */
  expiryTimestampMs: bigint
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRenewDelegationTokenResponse(
  writer: ByteWriter,
  input: MessageInput<RenewDelegationTokenResponse>,
  version: number,
): void {
  checkEncodeVersion('RenewDelegationTokenResponse', version, 0, 2)
  checkStruct(input, 'RenewDelegationTokenResponse')
  const { errorCode = 0, expiryTimestampMs = 0n, throttleTimeMs = 0, unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'RenewDelegationTokenResponse.errorCode')
  writeInt64(writer, expiryTimestampMs, 'RenewDelegationTokenResponse.expiryTimestampMs')
  writeInt32(writer, throttleTimeMs, 'RenewDelegationTokenResponse.throttleTimeMs')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RenewDelegationTokenResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('RenewDelegationTokenResponse.unknownTaggedFields', version)
  }
}

function decodeRenewDelegationTokenResponse(reader: ByteReader, version: number): RenewDelegationTokenResponse {
  checkDecodeVersion(reader, 'RenewDelegationTokenResponse', version, 0, 2)
  const decoded: RenewDelegationTokenResponse = {
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

/** Encodes and decodes RenewDelegationTokenResponse. */
export const renewDelegationTokenResponse: MessageCodec<RenewDelegationTokenResponse> = {
  name: 'RenewDelegationTokenResponse',
  apiKey: 39,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeRenewDelegationTokenResponse,
  decode: decodeRenewDelegationTokenResponse,
}
