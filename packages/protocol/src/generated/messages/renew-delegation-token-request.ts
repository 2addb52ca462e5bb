// Generated from schemas/merged.json (RenewDelegationTokenRequest) by generator/main.ts: not to be edited.
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

/** RenewDelegationTokenRequest, versions 0-2. */
export interface RenewDelegationTokenRequest {
  /** bytes, versions 0+. */
  hmac: Uint8Array
  /** int64, versions 0+. */
  renewPeriodMs: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRenewDelegationTokenRequest(
  writer: ByteWriter,
  input: MessageInput<RenewDelegationTokenRequest>,
  version: number,
): void {
  checkEncodeVersion('RenewDelegationTokenRequest', version, 0, 2)
  checkStruct(input, 'RenewDelegationTokenRequest')
  const { hmac = EMPTY_BYTES, renewPeriodMs = 0n, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactBytes(writer, hmac, 'RenewDelegationTokenRequest.hmac')
  } else {
    writeBytes(writer, hmac, 'RenewDelegationTokenRequest.hmac')
  }
  writeInt64(writer, renewPeriodMs, 'RenewDelegationTokenRequest.renewPeriodMs')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RenewDelegationTokenRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('RenewDelegationTokenRequest.unknownTaggedFields', version)
  }
}

function decodeRenewDelegationTokenRequest(reader: ByteReader, version: number): RenewDelegationTokenRequest {
  checkDecodeVersion(reader, 'RenewDelegationTokenRequest', version, 0, 2)
  const decoded: RenewDelegationTokenRequest = {
    hmac: EMPTY_BYTES,
    renewPeriodMs: 0n,
  }
  decoded.hmac = version >= 2 ? readCompactBytes(reader) : readBytes(reader)
  decoded.renewPeriodMs = reader.readInt64()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes RenewDelegationTokenRequest. */
export const renewDelegationTokenRequest: MessageCodec<RenewDelegationTokenRequest> = {
  name: 'RenewDelegationTokenRequest',
  apiKey: 39,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeRenewDelegationTokenRequest,
  decode: decodeRenewDelegationTokenRequest,
}
