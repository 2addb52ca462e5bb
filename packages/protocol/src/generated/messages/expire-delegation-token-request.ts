// Generated from schemas/merged.json (ExpireDelegationTokenRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { EMPTY_BYTES, checkDecodeVersion, readBytes, readCompactBytes } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBytes,
  writeCompactBytes,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ExpireDelegationTokenRequest, versions 0-2. */
export interface ExpireDelegationTokenRequest {
  /** bytes, versions 0+. */
  hmac: Uint8Array
  /** int64, versions 0+. */
  expiryTimePeriodMs: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeExpireDelegationTokenRequest(
  writer: ByteWriter,
  input: MessageInput<ExpireDelegationTokenRequest>,
  version: number,
): void {
  checkEncodeVersion('ExpireDelegationTokenRequest', version, 0, 2)
  checkStruct(input, 'ExpireDelegationTokenRequest')
  const { hmac = EMPTY_BYTES, expiryTimePeriodMs = 0n, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactBytes(writer, hmac, 'ExpireDelegationTokenRequest.hmac')
  } else {
    writeBytes(writer, hmac, 'ExpireDelegationTokenRequest.hmac')
  }
  writeInt64(writer, expiryTimePeriodMs, 'ExpireDelegationTokenRequest.expiryTimePeriodMs')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ExpireDelegationTokenRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ExpireDelegationTokenRequest.unknownTaggedFields', version)
  }
}

function decodeExpireDelegationTokenRequest(reader: ByteReader, version: number): ExpireDelegationTokenRequest {
  checkDecodeVersion(reader, 'ExpireDelegationTokenRequest', version, 0, 2)
  const decoded: ExpireDelegationTokenRequest = {
    hmac: EMPTY_BYTES,
    expiryTimePeriodMs: 0n,
  }
  decoded.hmac = version >= 2 ? readCompactBytes(reader) : readBytes(reader)
  decoded.expiryTimePeriodMs = reader.readInt64()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ExpireDelegationTokenRequest. */
export const expireDelegationTokenRequest: MessageCodec<ExpireDelegationTokenRequest> = {
  name: 'ExpireDelegationTokenRequest',
  apiKey: 40,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeExpireDelegationTokenRequest,
  decode: decodeExpireDelegationTokenRequest,
}
