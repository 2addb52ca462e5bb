// Generated from schemas/merged.json (CreateDelegationTokenResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readBytes,
  readCompactBytes,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBytes,
  writeCompactBytes,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreateDelegationTokenResponse, versions 0-3. */
export interface CreateDelegationTokenResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+. */
  principalType: string
  /** string, versions 0+. */
  principalName: string
  /** string, versions 3+. */
  tokenRequesterPrincipalType: string
  /** string, versions 3+. */
  tokenRequesterPrincipalName: string
  /** int64, versions 0+. */
  issueTimestampMs: bigint
  /** int64, versions 0+. */
  expiryTimestampMs: bigint
  /** int64, versions 0+. */
  maxTimestampMs: bigint
  /** string, versions 0+. */
  tokenId: string
  /** bytes, versions 0+. */
  hmac: Uint8Array
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCreateDelegationTokenResponse(
  writer: ByteWriter,
  input: MessageInput<CreateDelegationTokenResponse>,
  version: number,
): void {
  checkEncodeVersion('CreateDelegationTokenResponse', version, 0, 3)
  checkStruct(input, 'CreateDelegationTokenResponse')
  const {
    errorCode = 0,
    principalType = '',
    principalName = '',
    tokenRequesterPrincipalType = '',
    tokenRequesterPrincipalName = '',
    issueTimestampMs = 0n,
    expiryTimestampMs = 0n,
    maxTimestampMs = 0n,
    tokenId = '',
    hmac = EMPTY_BYTES,
    throttleTimeMs = 0,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'CreateDelegationTokenResponse.errorCode')
  if (version >= 2) {
    writeCompactString(writer, principalType, 'CreateDelegationTokenResponse.principalType')
  } else {
    writeString(writer, principalType, 'CreateDelegationTokenResponse.principalType')
  }
  if (version >= 2) {
    writeCompactString(writer, principalName, 'CreateDelegationTokenResponse.principalName')
  } else {
    writeString(writer, principalName, 'CreateDelegationTokenResponse.principalName')
  }
  if (version === 3) {
    writeCompactString(writer, tokenRequesterPrincipalType, 'CreateDelegationTokenResponse.tokenRequesterPrincipalType')
  } else if (tokenRequesterPrincipalType !== '') {
    throw notInVersion('CreateDelegationTokenResponse.tokenRequesterPrincipalType', version)
  }
  if (version === 3) {
    writeCompactString(writer, tokenRequesterPrincipalName, 'CreateDelegationTokenResponse.tokenRequesterPrincipalName')
  } else if (tokenRequesterPrincipalName !== '') {
    throw notInVersion('CreateDelegationTokenResponse.tokenRequesterPrincipalName', version)
  }
  writeInt64(writer, issueTimestampMs, 'CreateDelegationTokenResponse.issueTimestampMs')
  writeInt64(writer, expiryTimestampMs, 'CreateDelegationTokenResponse.expiryTimestampMs')
  writeInt64(writer, maxTimestampMs, 'CreateDelegationTokenResponse.maxTimestampMs')
  if (version >= 2) {
    writeCompactString(writer, tokenId, 'CreateDelegationTokenResponse.tokenId')
  } else {
    writeString(writer, tokenId, 'CreateDelegationTokenResponse.tokenId')
  }
  if (version >= 2) {
    writeCompactBytes(writer, hmac, 'CreateDelegationTokenResponse.hmac')
  } else {
    writeBytes(writer, hmac, 'CreateDelegationTokenResponse.hmac')
  }
  writeInt32(writer, throttleTimeMs, 'CreateDelegationTokenResponse.throttleTimeMs')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateDelegationTokenResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateDelegationTokenResponse.unknownTaggedFields', version)
  }
}

function decodeCreateDelegationTokenResponse(reader: ByteReader, version: number): CreateDelegationTokenResponse {
  checkDecodeVersion(reader, 'CreateDelegationTokenResponse', version, 0, 3)
  const decoded: CreateDelegationTokenResponse = {
    errorCode: 0,
    principalType: '',
    principalName: '',
    tokenRequesterPrincipalType: '',
    tokenRequesterPrincipalName: '',
    issueTimestampMs: 0n,
    expiryTimestampMs: 0n,
    maxTimestampMs: 0n,
    tokenId: '',
    hmac: EMPTY_BYTES,
    throttleTimeMs: 0,
  }
  decoded.errorCode = reader.readInt16()
  decoded.principalType = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.principalName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version === 3) {
    decoded.tokenRequesterPrincipalType = readCompactString(reader)
  }
  if (version === 3) {
    decoded.tokenRequesterPrincipalName = readCompactString(reader)
  }
  decoded.issueTimestampMs = reader.readInt64()
  decoded.expiryTimestampMs = reader.readInt64()
  decoded.maxTimestampMs = reader.readInt64()
  decoded.tokenId = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.hmac = version >= 2 ? readCompactBytes(reader) : readBytes(reader)
  decoded.throttleTimeMs = reader.readInt32()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreateDelegationTokenResponse. */
export const createDelegationTokenResponse: MessageCodec<CreateDelegationTokenResponse> = {
  name: 'CreateDelegationTokenResponse',
  apiKey: 38,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeCreateDelegationTokenResponse,
  decode: decodeCreateDelegationTokenResponse,
}
