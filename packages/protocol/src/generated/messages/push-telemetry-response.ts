// Generated from schemas/merged.json (PushTelemetryResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** PushTelemetryResponse, versions 0. */
export interface PushTelemetryResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePushTelemetryResponse(
  writer: ByteWriter,
  input: MessageInput<PushTelemetryResponse>,
  version: number,
): void {
  checkEncodeVersion('PushTelemetryResponse', version, 0, 0)
  checkStruct(input, 'PushTelemetryResponse')
  const { throttleTimeMs = 0, errorCode = 0, unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'PushTelemetryResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'PushTelemetryResponse.errorCode')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'PushTelemetryResponse')
}

function decodePushTelemetryResponse(reader: ByteReader, version: number): PushTelemetryResponse {
  checkDecodeVersion(reader, 'PushTelemetryResponse', version, 0, 0)
  const decoded: PushTelemetryResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes PushTelemetryResponse. */
export const pushTelemetryResponse: MessageCodec<PushTelemetryResponse> = {
  name: 'PushTelemetryResponse',
  apiKey: 72,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodePushTelemetryResponse,
  decode: decodePushTelemetryResponse,
}
