// Generated from schemas/merged.json (CreateDelegationTokenRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** CreateDelegationTokenRequest, versions 0-3. */
export interface CreateDelegationTokenRequest {
  /** string, versions 3+, nullable. */
  ownerPrincipalType: string | null
  /** string, versions 3+, nullable. */
  ownerPrincipalName: string | null
  /** []CreatableRenewers, versions 0+. */
  renewers: CreateDelegationTokenRequestCreatableRenewers[]
  /** int64, versions 0+. */
  maxLifetimeMs: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CreatableRenewers of CreateDelegationTokenRequest. */
export interface CreateDelegationTokenRequestCreatableRenewers {
  /** string, versions 0+. */
  principalType: string
  /** string, versions 0+. */
  principalName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCreatableRenewers(
  writer: ByteWriter,
  input: MessageInput<CreateDelegationTokenRequestCreatableRenewers>,
  version: number,
): void {
  checkStruct(input, 'CreateDelegationTokenRequest.renewers')
  const { principalType = '', principalName = '', unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, principalType, 'CreateDelegationTokenRequest.renewers.principalType')
  } else {
    writeString(writer, principalType, 'CreateDelegationTokenRequest.renewers.principalType')
  }
  if (version >= 2) {
    writeCompactString(writer, principalName, 'CreateDelegationTokenRequest.renewers.principalName')
  } else {
    writeString(writer, principalName, 'CreateDelegationTokenRequest.renewers.principalName')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateDelegationTokenRequest.renewers')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateDelegationTokenRequest.renewers.unknownTaggedFields', version)
  }
}

function decodeCreatableRenewers(reader: ByteReader, version: number): CreateDelegationTokenRequestCreatableRenewers {
  const decoded: CreateDelegationTokenRequestCreatableRenewers = {
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

function encodeCreateDelegationTokenRequest(
  writer: ByteWriter,
  input: MessageInput<CreateDelegationTokenRequest>,
  version: number,
): void {
  checkEncodeVersion('CreateDelegationTokenRequest', version, 0, 3)
  checkStruct(input, 'CreateDelegationTokenRequest')
  const {
    ownerPrincipalType = '',
    ownerPrincipalName = '',
    renewers = [],
    maxLifetimeMs = 0n,
    unknownTaggedFields,
  } = input
  if (version === 3) {
    writeCompactNullableString(writer, ownerPrincipalType, 'CreateDelegationTokenRequest.ownerPrincipalType')
  } else if (ownerPrincipalType !== '') {
    throw notInVersion('CreateDelegationTokenRequest.ownerPrincipalType', version)
  }
  if (version === 3) {
    writeCompactNullableString(writer, ownerPrincipalName, 'CreateDelegationTokenRequest.ownerPrincipalName')
  } else if (ownerPrincipalName !== '') {
    throw notInVersion('CreateDelegationTokenRequest.ownerPrincipalName', version)
  }
  if (version >= 2) {
    writeCompactArrayLength(writer, renewers, 'CreateDelegationTokenRequest.renewers')
  } else {
    writeArrayLength(writer, renewers, 'CreateDelegationTokenRequest.renewers')
  }
  for (const element of renewers) {
    encodeCreatableRenewers(writer, element, version)
  }
  writeInt64(writer, maxLifetimeMs, 'CreateDelegationTokenRequest.maxLifetimeMs')
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'CreateDelegationTokenRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('CreateDelegationTokenRequest.unknownTaggedFields', version)
  }
}

function decodeCreateDelegationTokenRequest(reader: ByteReader, version: number): CreateDelegationTokenRequest {
  checkDecodeVersion(reader, 'CreateDelegationTokenRequest', version, 0, 3)
  const decoded: CreateDelegationTokenRequest = {
    ownerPrincipalType: '',
    ownerPrincipalName: '',
    renewers: [],
    maxLifetimeMs: 0n,
  }
  if (version === 3) {
    decoded.ownerPrincipalType = readCompactNullableString(reader)
  }
  if (version === 3) {
    decoded.ownerPrincipalName = readCompactNullableString(reader)
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.renewers.push(decodeCreatableRenewers(reader, version))
  }
  decoded.maxLifetimeMs = reader.readInt64()
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes CreateDelegationTokenRequest. */
export const createDelegationTokenRequest: MessageCodec<CreateDelegationTokenRequest> = {
  name: 'CreateDelegationTokenRequest',
  apiKey: 38,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeCreateDelegationTokenRequest,
  decode: decodeCreateDelegationTokenRequest,
}
