// Generated from schemas/merged.json (AddOffsetsToTxnResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeInt16, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AddOffsetsToTxnResponse, versions 0-4. */
export interface AddOffsetsToTxnResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAddOffsetsToTxnResponse(
  writer: ByteWriter,
  input: MessageInput<AddOffsetsToTxnResponse>,
  version: number,
): void {
  checkEncodeVersion('AddOffsetsToTxnResponse', version, 0, 4)
  checkStruct(input, 'AddOffsetsToTxnResponse')
  const { throttleTimeMs = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AddOffsetsToTxnResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'AddOffsetsToTxnResponse.errorCode')
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddOffsetsToTxnResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddOffsetsToTxnResponse.unknownTaggedFields', version)
  }
}

function decodeAddOffsetsToTxnResponse(reader: ByteReader, version: number): AddOffsetsToTxnResponse {
  checkDecodeVersion(reader, 'AddOffsetsToTxnResponse', version, 0, 4)
  const decoded: AddOffsetsToTxnResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AddOffsetsToTxnResponse. */
export const addOffsetsToTxnResponse: MessageCodec<AddOffsetsToTxnResponse> = {
  name: 'AddOffsetsToTxnResponse',
  apiKey: 25,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 3,
  encode: encodeAddOffsetsToTxnResponse,
  decode: decodeAddOffsetsToTxnResponse,
}
