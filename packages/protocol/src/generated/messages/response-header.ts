// Generated from schemas/merged.json (ResponseHeader) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ResponseHeader, versions 0-1. */
export interface ResponseHeader {
  /** int32, versions 0+. */
  correlationId: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeResponseHeader(writer: ByteWriter, input: MessageInput<ResponseHeader>, version: number): void {
  checkEncodeVersion('ResponseHeader', version, 0, 1)
  checkStruct(input, 'ResponseHeader')
  const { correlationId = 0, unknownTaggedFields } = input
  writeInt32(writer, correlationId, 'ResponseHeader.correlationId')
  if (version === 1) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ResponseHeader')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ResponseHeader.unknownTaggedFields', version)
  }
}

function decodeResponseHeader(reader: ByteReader, version: number): ResponseHeader {
  checkDecodeVersion(reader, 'ResponseHeader', version, 0, 1)
  const decoded: ResponseHeader = {
    correlationId: 0,
  }
  decoded.correlationId = reader.readInt32()
  if (version === 1) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ResponseHeader. */
export const responseHeader: MessageCodec<ResponseHeader> = {
  name: 'ResponseHeader',
  apiKey: undefined,
  type: 'header',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 1,
  encode: encodeResponseHeader,
  decode: decodeResponseHeader,
}
