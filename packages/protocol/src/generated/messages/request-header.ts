// Generated from schemas/merged.json (RequestHeader) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeInt16,
  writeInt32,
  writeNullableString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RequestHeader, versions 0-2. */
export interface RequestHeader {
  /** int16, versions 0+. */
  requestApiKey: number
  /** int16, versions 0+. */
  requestApiVersion: number
  /** int32, versions 0+. */
  correlationId: number
  /** string, versions 1+, nullable. */
  clientId: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRequestHeader(writer: ByteWriter, input: MessageInput<RequestHeader>, version: number): void {
  checkEncodeVersion('RequestHeader', version, 0, 2)
  checkStruct(input, 'RequestHeader')
  const {
    requestApiKey = 0,
    requestApiVersion = 0,
    correlationId = 0,
    clientId = '',
    unknownTaggedFields,
  } = input
  writeInt16(writer, requestApiKey, 'RequestHeader.requestApiKey')
  writeInt16(writer, requestApiVersion, 'RequestHeader.requestApiVersion')
  writeInt32(writer, correlationId, 'RequestHeader.correlationId')
  if (version >= 1) {
    writeNullableString(writer, clientId, 'RequestHeader.clientId')
  } else if (clientId !== '') {
    throw notInVersion('RequestHeader.clientId', version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RequestHeader')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('RequestHeader.unknownTaggedFields', version)
  }
}

function decodeRequestHeader(reader: ByteReader, version: number): RequestHeader {
  checkDecodeVersion(reader, 'RequestHeader', version, 0, 2)
  const decoded: RequestHeader = {
    requestApiKey: 0,
    requestApiVersion: 0,
    correlationId: 0,
    clientId: '',
  }
  decoded.requestApiKey = reader.readInt16()
  decoded.requestApiVersion = reader.readInt16()
  decoded.correlationId = reader.readInt32()
  if (version >= 1) {
    decoded.clientId = readNullableString(reader)
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes RequestHeader. */
export const requestHeader: MessageCodec<RequestHeader> = {
  name: 'RequestHeader',
  apiKey: undefined,
  type: 'header',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeRequestHeader,
  decode: decodeRequestHeader,
}
