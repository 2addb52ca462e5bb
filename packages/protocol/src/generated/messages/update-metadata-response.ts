// Generated from schemas/merged.json (UpdateMetadataResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeInt16 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UpdateMetadataResponse, versions 0-8. */
export interface UpdateMetadataResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUpdateMetadataResponse(
  writer: ByteWriter,
  input: MessageInput<UpdateMetadataResponse>,
  version: number,
): void {
  checkEncodeVersion('UpdateMetadataResponse', version, 0, 8)
  checkStruct(input, 'UpdateMetadataResponse')
  const { errorCode = 0, unknownTaggedFields } = input
  writeInt16(writer, errorCode, 'UpdateMetadataResponse.errorCode')
  if (version >= 6) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateMetadataResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('UpdateMetadataResponse.unknownTaggedFields', version)
  }
}

function decodeUpdateMetadataResponse(reader: ByteReader, version: number): UpdateMetadataResponse {
  checkDecodeVersion(reader, 'UpdateMetadataResponse', version, 0, 8)
  const decoded: UpdateMetadataResponse = {
    errorCode: 0,
  }
  decoded.errorCode = reader.readInt16()
  if (version >= 6) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes UpdateMetadataResponse. */
export const updateMetadataResponse: MessageCodec<UpdateMetadataResponse> = {
  name: 'UpdateMetadataResponse',
  apiKey: 6,
  type: 'response',
  minVersion: 0,
  maxVersion: 8,
  flexibleFrom: 6,
  encode: encodeUpdateMetadataResponse,
  decode: decodeUpdateMetadataResponse,
}
