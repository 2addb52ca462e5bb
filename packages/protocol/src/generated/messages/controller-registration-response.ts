// Generated from schemas/merged.json (ControllerRegistrationResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableString,
  writeInt16,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ControllerRegistrationResponse, versions 0. */
export interface ControllerRegistrationResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeControllerRegistrationResponse(
  writer: ByteWriter,
  input: MessageInput<ControllerRegistrationResponse>,
  version: number,
): void {
  checkEncodeVersion('ControllerRegistrationResponse', version, 0, 0)
  checkStruct(input, 'ControllerRegistrationResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'ControllerRegistrationResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ControllerRegistrationResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'ControllerRegistrationResponse.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControllerRegistrationResponse')
}

function decodeControllerRegistrationResponse(reader: ByteReader, version: number): ControllerRegistrationResponse {
  checkDecodeVersion(reader, 'ControllerRegistrationResponse', version, 0, 0)
  const decoded: ControllerRegistrationResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ControllerRegistrationResponse. */
export const controllerRegistrationResponse: MessageCodec<ControllerRegistrationResponse> = {
  name: 'ControllerRegistrationResponse',
  apiKey: 70,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeControllerRegistrationResponse,
  decode: decodeControllerRegistrationResponse,
}
