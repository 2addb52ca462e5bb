// Generated from schemas/merged.json (DescribeDelegationTokenRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactNullableArrayLength,
  readCompactString,
  readNullableArrayLength,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeNullableArrayLength,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeDelegationTokenRequest, versions 0-3. */
export interface DescribeDelegationTokenRequest {
  /** []DescribeDelegationTokenOwner, versions 0+, nullable. */
  owners: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DescribeDelegationTokenOwner of DescribeDelegationTokenRequest. */
export interface DescribeDelegationTokenRequestDescribeDelegationTokenOwner {
  /** string, versions 0+. */
  principalType: string
  /** string, versions 0+. */
  principalName: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeDelegationTokenOwner(
  writer: ByteWriter,
  input: MessageInput<DescribeDelegationTokenRequestDescribeDelegationTokenOwner>,
  version: number,
): void {
  checkStruct(input, 'DescribeDelegationTokenRequest.owners')
  const { principalType = '', principalName = '', unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, principalType, 'DescribeDelegationTokenRequest.owners.principalType')
  } else {
    writeString(writer, principalType, 'DescribeDelegationTokenRequest.owners.principalType')
  }
  if (version >= 2) {
    writeCompactString(writer, principalName, 'DescribeDelegationTokenRequest.owners.principalName')
  } else {
    writeString(writer, principalName, 'DescribeDelegationTokenRequest.owners.principalName')
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeDelegationTokenRequest.owners')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeDelegationTokenRequest.owners.unknownTaggedFields', version)
  }
}

function decodeDescribeDelegationTokenOwner(
  reader: ByteReader,
  version: number,
): DescribeDelegationTokenRequestDescribeDelegationTokenOwner {
  const decoded: DescribeDelegationTokenRequestDescribeDelegationTokenOwner = {
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

function encodeDescribeDelegationTokenRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeDelegationTokenRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeDelegationTokenRequest', version, 0, 3)
  checkStruct(input, 'DescribeDelegationTokenRequest')
  const { owners = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactNullableArrayLength(writer, owners, 'DescribeDelegationTokenRequest.owners')
  } else {
    writeNullableArrayLength(writer, owners, 'DescribeDelegationTokenRequest.owners')
  }
  if (owners !== null) {
    for (const element of owners) {
      encodeDescribeDelegationTokenOwner(writer, element, version)
    }
  }
  if (version >= 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeDelegationTokenRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeDelegationTokenRequest.unknownTaggedFields', version)
  }
}

function decodeDescribeDelegationTokenRequest(reader: ByteReader, version: number): DescribeDelegationTokenRequest {
  checkDecodeVersion(reader, 'DescribeDelegationTokenRequest', version, 0, 3)
  const decoded: DescribeDelegationTokenRequest = {
    owners: [],
  }
  const ownersLength = version >= 2 ? readCompactNullableArrayLength(reader) : readNullableArrayLength(reader)
  if (ownersLength < 0) {
    decoded.owners = null
  } else {
    const ownersElements: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] = []
    for (let i = 0; i < ownersLength; i++) ownersElements.push(decodeDescribeDelegationTokenOwner(reader, version))
    decoded.owners = ownersElements
  }
  if (version >= 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeDelegationTokenRequest. */
export const describeDelegationTokenRequest: MessageCodec<DescribeDelegationTokenRequest> = {
  name: 'DescribeDelegationTokenRequest',
  apiKey: 41,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 2,
  encode: encodeDescribeDelegationTokenRequest,
  decode: decodeDescribeDelegationTokenRequest,
}
