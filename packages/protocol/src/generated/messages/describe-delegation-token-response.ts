// Generated from schemas/merged.json (DescribeDelegationTokenResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readArrayLength,
  readBytes,
  readCompactArrayLength,
  readCompactBytes,
  readCompactString,
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
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeDelegationTokenResponse, versions 0-3. */
export interface DescribeDelegationTokenResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []DescribedDelegationToken, versions 0+. */
  tokens: DescribeDelegationTokenResponseDescribedDelegationToken[]
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedDelegationToken of DescribeDelegationTokenResponse. */
export interface DescribeDelegationTokenResponseDescribedDelegationToken {
  /** string, versions 0+. */
  principalType: string
  /** string, versions 0+. */
  principalName: string
  /** string, versions 3+. */
  tokenRequesterPrincipalType: string
  /** string, versions 3+. */
  tokenRequesterPrincipalName: string
  /** int64, versions 0+. */
  issueTimestamp: bigint
  /** int64, versions 0+. */
  expiryTimestamp: bigint
  /** int64, versions 0+. */
  maxTimestamp: bigint
  /** string, versions 0+. */
  tokenId: string
  /** bytes, versions 0+. */
  hmac: Uint8Array
  /** []DescribedDelegationTokenRenewer, versions 0+. */
  renewers: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribedDelegationTokenRenewer of DescribeDelegationTokenResponse. */
export interface DescribeDelegationTokenResponseDescribedDelegationTokenRenewer {
  /** string, versions 0+. */
  principalType: string
  /** string, versions 0+. */
  principalName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribedDelegationTokenRenewer(
  writer: ByteWriter,
  input: MessageInput<DescribeDelegationTokenResponseDescribedDelegationTokenRenewer>,
  version: number,
): void {
  checkStruct(input, 'DescribeDelegationTokenResponse.tokens.renewers')
  const { principalType = '', principalName = '', unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, principalType, 'DescribeDelegationTokenResponse.tokens.renewers.principalType')
  } else {
    writeString(writer, principalType, 'DescribeDelegationTokenResponse.tokens.renewers.principalType')
  }
  if (version >= 2) {
    writeCompactString(writer, principalName, 'DescribeDelegationTokenResponse.tokens.renewers.principalName')
  } else {
    writeString(writer, principalName, 'DescribeDelegationTokenResponse.tokens.renewers.principalName')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeDelegationTokenResponse.tokens.renewers')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeDelegationTokenResponse.tokens.renewers.unknownTaggedFields', version)
  }
}

function decodeDescribedDelegationTokenRenewer(
  reader: ByteReader,
  version: number,
): DescribeDelegationTokenResponseDescribedDelegationTokenRenewer {
  const decoded: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer = {
    principalType: '',
    principalName: '',
  }
  decoded.principalType = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.principalName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribedDelegationToken(
  writer: ByteWriter,
  input: MessageInput<DescribeDelegationTokenResponseDescribedDelegationToken>,
  version: number,
): void {
  checkStruct(input, 'DescribeDelegationTokenResponse.tokens')
  const {
    principalType = '',
    principalName = '',
    tokenRequesterPrincipalType = '',
    tokenRequesterPrincipalName = '',
    issueTimestamp = 0n,
    expiryTimestamp = 0n,
    maxTimestamp = 0n,
    tokenId = '',
    hmac = EMPTY_BYTES,
    renewers = [],
    unknownTaggedFields,
  } = input
  if (version >= 2) {
    writeCompactString(writer, principalType, 'DescribeDelegationTokenResponse.tokens.principalType')
  } else {
    writeString(writer, principalType, 'DescribeDelegationTokenResponse.tokens.principalType')
  }
  if (version >= 2) {
    writeCompactString(writer, principalName, 'DescribeDelegationTokenResponse.tokens.principalName')
  } else {
    writeString(writer, principalName, 'DescribeDelegationTokenResponse.tokens.principalName')
  }
  if (version === 3) {
    writeCompactString(writer, tokenRequesterPrincipalType, 'DescribeDelegationTokenResponse.tokens.tokenRequesterPrincipalType')
  } else if (tokenRequesterPrincipalType !== '') {
    throw notInVersion('DescribeDelegationTokenResponse.tokens.tokenRequesterPrincipalType', version)
  }
  if (version === 3) {
    writeCompactString(writer, tokenRequesterPrincipalName, 'DescribeDelegationTokenResponse.tokens.tokenRequesterPrincipalName')
  } else if (tokenRequesterPrincipalName !== '') {
    throw notInVersion('DescribeDelegationTokenResponse.tokens.tokenRequesterPrincipalName', version)
  }
  writeInt64(writer, issueTimestamp, 'DescribeDelegationTokenResponse.tokens.issueTimestamp')
  writeInt64(writer, expiryTimestamp, 'DescribeDelegationTokenResponse.tokens.expiryTimestamp')
  writeInt64(writer, maxTimestamp, 'DescribeDelegationTokenResponse.tokens.maxTimestamp')
  if (version >= 2) {
    writeCompactString(writer, tokenId, 'DescribeDelegationTokenResponse.tokens.tokenId')
  } else {
    writeString(writer, tokenId, 'DescribeDelegationTokenResponse.tokens.tokenId')
  }
  if (version >= 2) {
    writeCompactBytes(writer, hmac, 'DescribeDelegationTokenResponse.tokens.hmac')
  } else {
    writeBytes(writer, hmac, 'DescribeDelegationTokenResponse.tokens.hmac')
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, renewers, 'DescribeDelegationTokenResponse.tokens.renewers')
  } else {
    writeArrayLength(writer, renewers, 'DescribeDelegationTokenResponse.tokens.renewers')
  }
  for (const element of renewers) {
    encodeDescribedDelegationTokenRenewer(writer, element, version)
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeDelegationTokenResponse.tokens')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeDelegationTokenResponse.tokens.unknownTaggedFields', version)
  }
}

function decodeDescribedDelegationToken(
  reader: ByteReader,
  version: number,
): DescribeDelegationTokenResponseDescribedDelegationToken {
  const decoded: DescribeDelegationTokenResponseDescribedDelegationToken = {
    principalType: '',
    principalName: '',
    tokenRequesterPrincipalType: '',
    tokenRequesterPrincipalName: '',
    issueTimestamp: 0n,
    expiryTimestamp: 0n,
    maxTimestamp: 0n,
    tokenId: '',
    hmac: EMPTY_BYTES,
    renewers: [],
  }
  decoded.principalType = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.principalName = version >= 2 ? readCompactString(reader) : readString(reader)
  if (version === 3) {
    decoded.tokenRequesterPrincipalType = readCompactString(reader)
  }
  if (version === 3) {
    decoded.tokenRequesterPrincipalName = readCompactString(reader)
  }
  decoded.issueTimestamp = reader.readInt64()
  decoded.expiryTimestamp = reader.readInt64()
  decoded.maxTimestamp = reader.readInt64()
  decoded.tokenId = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.hmac = version >= 2 ? readCompactBytes(reader) : readBytes(reader)
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.renewers.push(decodeDescribedDelegationTokenRenewer(reader, version))
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeDelegationTokenResponse(
  writer: ByteWriter,
  input: MessageInput<DescribeDelegationTokenResponse>,
  version: number,
): void {
  checkEncodeVersion('DescribeDelegationTokenResponse', version, 0, 3)
  checkStruct(input, 'DescribeDelegationTokenResponse')
  const { errorCode = 0, tokens = [], throttleTimeMs = 0, unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'DescribeDelegationTokenResponse.errorCode')
  if (version >= 2) {
    writeCompactArrayLength(writer, tokens, 'DescribeDelegationTokenResponse.tokens')
  } else {
    writeArrayLength(writer, tokens, 'DescribeDelegationTokenResponse.tokens')
  }
  for (const element of tokens) {
    encodeDescribedDelegationToken(writer, element, version)
  }
  writeInt32(writer, throttleTimeMs, 'DescribeDelegationTokenResponse.throttleTimeMs')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeDelegationTokenResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeDelegationTokenResponse.unknownTaggedFields', version)
  }
}

function decodeDescribeDelegationTokenResponse(reader: ByteReader, version: number): DescribeDelegationTokenResponse {
  checkDecodeVersion(reader, 'DescribeDelegationTokenResponse', version, 0, 3)
  const decoded: DescribeDelegationTokenResponse = {
    errorCode: 0,
    tokens: [],
    throttleTimeMs: 0,
  }
  decoded.errorCode = reader.readInt16()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.tokens.push(decodeDescribedDelegationToken(reader, version))
  }
  decoded.throttleTimeMs = reader.readInt32()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeDelegationTokenResponse. */
export const describeDelegationTokenResponse: MessageCodec<DescribeDelegationTokenResponse> = {
  name: 'DescribeDelegationTokenResponse',
  apiKey: 41,
  type: 'response',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeDescribeDelegationTokenResponse,
  decode: decodeDescribeDelegationTokenResponse,
}
