// Generated from schemas/merged.json (DescribeUserScramCredentialsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableArrayLength,
  writeCompactString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeUserScramCredentialsRequest, versions 0. */
export interface DescribeUserScramCredentialsRequest {
  /** []UserName, versions 0+, nullable. */
  users: DescribeUserScramCredentialsRequestUserName[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** UserName of DescribeUserScramCredentialsRequest. */
export interface DescribeUserScramCredentialsRequestUserName {
  /** string, versions 0+. */
  name: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUserName(
  writer: ByteWriter,
  input: MessageInput<DescribeUserScramCredentialsRequestUserName>,
  _version: number,
): void {
  checkStruct(input, 'DescribeUserScramCredentialsRequest.users')
  const { name = '', unknownTaggedFields } = input
  writeCompactString(writer, name, 'DescribeUserScramCredentialsRequest.users.name')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeUserScramCredentialsRequest.users')
}

function decodeUserName(reader: ByteReader, _version: number): DescribeUserScramCredentialsRequestUserName {
  const decoded: DescribeUserScramCredentialsRequestUserName = {
    name: '',
  }
  decoded.name = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeDescribeUserScramCredentialsRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeUserScramCredentialsRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeUserScramCredentialsRequest', version, 0, 0)
  checkStruct(input, 'DescribeUserScramCredentialsRequest')
  const { users = [], unknownTaggedFields } = input
  writeCompactNullableArrayLength(writer, users, 'DescribeUserScramCredentialsRequest.users')
  if (users !== null) {
    for (const element of users) {
      encodeUserName(writer, element, version)
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeUserScramCredentialsRequest')
}

function decodeDescribeUserScramCredentialsRequest(
  reader: ByteReader,
  version: number,
): DescribeUserScramCredentialsRequest {
  checkDecodeVersion(reader, 'DescribeUserScramCredentialsRequest', version, 0, 0)
  const decoded: DescribeUserScramCredentialsRequest = {
    users: [],
  }
  const usersLength = readCompactNullableArrayLength(reader)
  if (usersLength < 0) {
    decoded.users = null
  } else {
    const usersElements: DescribeUserScramCredentialsRequestUserName[] = []
    for (let i = 0; i < usersLength; i++) usersElements.push(decodeUserName(reader, version))
    decoded.users = usersElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeUserScramCredentialsRequest. */
export const describeUserScramCredentialsRequest: MessageCodec<DescribeUserScramCredentialsRequest> = {
  name: 'DescribeUserScramCredentialsRequest',
  apiKey: 50,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDescribeUserScramCredentialsRequest,
  decode: decodeDescribeUserScramCredentialsRequest,
}
