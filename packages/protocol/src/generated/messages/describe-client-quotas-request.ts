// Generated from schemas/merged.json (DescribeClientQuotasRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt8,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeClientQuotasRequest, versions 0-1. */
export interface DescribeClientQuotasRequest {
  /** []ComponentData, versions 0+. */
  components: DescribeClientQuotasRequestComponentData[]
  /** bool, versions 0+. */
  strict: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ComponentData of DescribeClientQuotasRequest. */
export interface DescribeClientQuotasRequestComponentData {
  /** string, versions 0+. */
  entityType: string
  /** int8, versions 0+. */
  matchType: number
  /** string, versions 0+, nullable. */
  match: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeComponentData(
  writer: ByteWriter,
  input: MessageInput<DescribeClientQuotasRequestComponentData>,
  version: number,
): void {
  checkStruct(input, 'DescribeClientQuotasRequest.components')
  const { entityType = '', matchType = 0, match = '', unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactString(writer, entityType, 'DescribeClientQuotasRequest.components.entityType')
  } else {
    writeString(writer, entityType, 'DescribeClientQuotasRequest.components.entityType')
  }
  writeInt8(writer, matchType, 'DescribeClientQuotasRequest.components.matchType')
  if (version >= 1) {
    writeCompactNullableString(writer, match, 'DescribeClientQuotasRequest.components.match')
  } else {
    writeNullableString(writer, match, 'DescribeClientQuotasRequest.components.match')
  }
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClientQuotasRequest.components')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeClientQuotasRequest.components.unknownTaggedFields', version)
  }
}

function decodeComponentData(reader: ByteReader, version: number): DescribeClientQuotasRequestComponentData {
  const decoded: DescribeClientQuotasRequestComponentData = {
    entityType: '',
    matchType: 0,
    match: '',
  }
  decoded.entityType = version >= 1 ? readCompactString(reader) : readString(reader)
  decoded.matchType = reader.readInt8()
  decoded.match = version >= 1 ? readCompactNullableString(reader) : readNullableString(reader)
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDescribeClientQuotasRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeClientQuotasRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeClientQuotasRequest', version, 0, 1)
  checkStruct(input, 'DescribeClientQuotasRequest')
  const { components = [], strict = false, unknownTaggedFields } = input
  if (version >= 1) {
    writeCompactArrayLength(writer, components, 'DescribeClientQuotasRequest.components')
  } else {
    writeArrayLength(writer, components, 'DescribeClientQuotasRequest.components')
  }
  for (const element of components) {
    encodeComponentData(writer, element, version)
  }
  writeBool(writer, strict, 'DescribeClientQuotasRequest.strict')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClientQuotasRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DescribeClientQuotasRequest.unknownTaggedFields', version)
  }
}

function decodeDescribeClientQuotasRequest(reader: ByteReader, version: number): DescribeClientQuotasRequest {
  checkDecodeVersion(reader, 'DescribeClientQuotasRequest', version, 0, 1)
  const decoded: DescribeClientQuotasRequest = {
    components: [],
    strict: false,
  }
  for (let left = version >= 1 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.components.push(decodeComponentData(reader, version))
  }
  decoded.strict = reader.readBoolean()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DescribeClientQuotasRequest. */
export const describeClientQuotasRequest: MessageCodec<DescribeClientQuotasRequest> = {
  name: 'DescribeClientQuotasRequest',
  apiKey: 48,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeDescribeClientQuotasRequest,
  decode: decodeDescribeClientQuotasRequest,
}
