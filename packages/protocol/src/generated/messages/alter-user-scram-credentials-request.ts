// Generated from schemas/merged.json (AlterUserScramCredentialsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactBytes,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactBytes,
  writeCompactString,
  writeInt32,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AlterUserScramCredentialsRequest, versions 0. */
export interface AlterUserScramCredentialsRequest {
  /** []ScramCredentialDeletion, versions 0+. */
  deletions: AlterUserScramCredentialsRequestScramCredentialDeletion[]
  /** []ScramCredentialUpsertion, versions 0+. */
  upsertions: AlterUserScramCredentialsRequestScramCredentialUpsertion[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ScramCredentialUpsertion of AlterUserScramCredentialsRequest. */
export interface AlterUserScramCredentialsRequestScramCredentialUpsertion {
  /** string, versions 0+. */
  name: string
  /** int8, versions 0+. */
  mechanism: number
  /** int32, versions 0+. */
  iterations: number
  /** bytes, versions 0+. */
  salt: Uint8Array
  /** bytes, versions 0+. */
  saltedPassword: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ScramCredentialDeletion of AlterUserScramCredentialsRequest. */
export interface AlterUserScramCredentialsRequestScramCredentialDeletion {
  /** string, versions 0+. */
  name: string
  /** int8, versions 0+. */
  mechanism: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeScramCredentialDeletion(
  writer: ByteWriter,
  input: MessageInput<AlterUserScramCredentialsRequestScramCredentialDeletion>,
  _version: number,
): void {
  checkStruct(input, 'AlterUserScramCredentialsRequest.deletions')
  const { name = '', mechanism = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'AlterUserScramCredentialsRequest.deletions.name')
  writeInt8(writer, mechanism, 'AlterUserScramCredentialsRequest.deletions.mechanism')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterUserScramCredentialsRequest.deletions')
}

function decodeScramCredentialDeletion(
  reader: ByteReader,
  _version: number,
): AlterUserScramCredentialsRequestScramCredentialDeletion {
  const decoded: AlterUserScramCredentialsRequestScramCredentialDeletion = {
    name: '',
    mechanism: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.mechanism = reader.readInt8()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeScramCredentialUpsertion(
  writer: ByteWriter,
  input: MessageInput<AlterUserScramCredentialsRequestScramCredentialUpsertion>,
  _version: number,
): void {
  checkStruct(input, 'AlterUserScramCredentialsRequest.upsertions')
  const {
    name = '',
    mechanism = 0,
    iterations = 0,
    salt = EMPTY_BYTES,
    saltedPassword = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, name, 'AlterUserScramCredentialsRequest.upsertions.name')
  writeInt8(writer, mechanism, 'AlterUserScramCredentialsRequest.upsertions.mechanism')
  writeInt32(writer, iterations, 'AlterUserScramCredentialsRequest.upsertions.iterations')
  writeCompactBytes(writer, salt, 'AlterUserScramCredentialsRequest.upsertions.salt')
  writeCompactBytes(writer, saltedPassword, 'AlterUserScramCredentialsRequest.upsertions.saltedPassword')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterUserScramCredentialsRequest.upsertions')
}

function decodeScramCredentialUpsertion(
  reader: ByteReader,
  _version: number,
): AlterUserScramCredentialsRequestScramCredentialUpsertion {
  const decoded: AlterUserScramCredentialsRequestScramCredentialUpsertion = {
    name: '',
    mechanism: 0,
    iterations: 0,
    salt: EMPTY_BYTES,
    saltedPassword: EMPTY_BYTES,
  }
  decoded.name = readCompactString(reader)
  decoded.mechanism = reader.readInt8()
  decoded.iterations = reader.readInt32()
  decoded.salt = readCompactBytes(reader)
  decoded.saltedPassword = readCompactBytes(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAlterUserScramCredentialsRequest(
  writer: ByteWriter,
  input: MessageInput<AlterUserScramCredentialsRequest>,
  version: number,
): void {
  checkEncodeVersion('AlterUserScramCredentialsRequest', version, 0, 0)
  checkStruct(input, 'AlterUserScramCredentialsRequest')
  const { deletions = [], upsertions = [], unknownTaggedFields } = input
  writeCompactArrayLength(writer, deletions, 'AlterUserScramCredentialsRequest.deletions')
  for (const element of deletions) {
    encodeScramCredentialDeletion(writer, element, version)
  }
  writeCompactArrayLength(writer, upsertions, 'AlterUserScramCredentialsRequest.upsertions')
  for (const element of upsertions) {
    encodeScramCredentialUpsertion(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AlterUserScramCredentialsRequest')
}

function decodeAlterUserScramCredentialsRequest(reader: ByteReader, version: number): AlterUserScramCredentialsRequest {
  checkDecodeVersion(reader, 'AlterUserScramCredentialsRequest', version, 0, 0)
  const decoded: AlterUserScramCredentialsRequest = {
    deletions: [],
    upsertions: [],
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.deletions.push(decodeScramCredentialDeletion(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.upsertions.push(decodeScramCredentialUpsertion(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AlterUserScramCredentialsRequest. */
export const alterUserScramCredentialsRequest: MessageCodec<AlterUserScramCredentialsRequest> = {
  name: 'AlterUserScramCredentialsRequest',
  apiKey: 51,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAlterUserScramCredentialsRequest,
  decode: decodeAlterUserScramCredentialsRequest,
}
