// Generated from schemas/merged.json (UserScramCredentialRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { EMPTY_BYTES, checkDecodeVersion, readCompactBytes, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactBytes,
  writeCompactString,
  writeInt32,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UserScramCredentialRecord, versions 0. */
export interface UserScramCredentialRecord {
  /** string, versions 0+. */
  name: string
  /** int8, versions 0+. */
  mechanism: number
  /** bytes, versions 0+. */
  salt: Uint8Array
  /** bytes, versions 0+. */
  storedKey: Uint8Array
  /** bytes, versions 0+. */
  serverKey: Uint8Array
  /** int32, versions 0+. */
  iterations: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUserScramCredentialRecord(
  writer: ByteWriter,
  input: MessageInput<UserScramCredentialRecord>,
  version: number,
): void {
  checkEncodeVersion('UserScramCredentialRecord', version, 0, 0)
  checkStruct(input, 'UserScramCredentialRecord')
  const {
    name = '',
    mechanism = 0,
    salt = EMPTY_BYTES,
    storedKey = EMPTY_BYTES,
    serverKey = EMPTY_BYTES,
    iterations = 0,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, name, 'UserScramCredentialRecord.name')
  writeInt8(writer, mechanism, 'UserScramCredentialRecord.mechanism')
  writeCompactBytes(writer, salt, 'UserScramCredentialRecord.salt')
  writeCompactBytes(writer, storedKey, 'UserScramCredentialRecord.storedKey')
  writeCompactBytes(writer, serverKey, 'UserScramCredentialRecord.serverKey')
  writeInt32(writer, iterations, 'UserScramCredentialRecord.iterations')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UserScramCredentialRecord')
}

function decodeUserScramCredentialRecord(reader: ByteReader, version: number): UserScramCredentialRecord {
  checkDecodeVersion(reader, 'UserScramCredentialRecord', version, 0, 0)
  const decoded: UserScramCredentialRecord = {
    name: '',
    mechanism: 0,
    salt: EMPTY_BYTES,
    storedKey: EMPTY_BYTES,
    serverKey: EMPTY_BYTES,
    iterations: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.mechanism = reader.readInt8()
  decoded.salt = readCompactBytes(reader)
  decoded.storedKey = readCompactBytes(reader)
  decoded.serverKey = readCompactBytes(reader)
  decoded.iterations = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UserScramCredentialRecord. */
export const userScramCredentialRecord: MessageCodec<UserScramCredentialRecord> = {
  name: 'UserScramCredentialRecord',
  apiKey: 11,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUserScramCredentialRecord,
  decode: decodeUserScramCredentialRecord,
}
