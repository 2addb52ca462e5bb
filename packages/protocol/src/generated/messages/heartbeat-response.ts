// Generated from schemas/merged.json (HeartbeatResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeInt16, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** HeartbeatResponse, versions 0-4. */
export interface HeartbeatResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeHeartbeatResponse(writer: ByteWriter, input: MessageInput<HeartbeatResponse>, version: number): void {
  checkEncodeVersion('HeartbeatResponse', version, 0, 4)
  checkStruct(input, 'HeartbeatResponse')
  const { throttleTimeMs = 0, errorCode = 0, unknownTaggedFields } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'HeartbeatResponse.throttleTimeMs')
  }
  writeInt16(writer, errorCode, 'HeartbeatResponse.errorCode')
  if (version === 4) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'HeartbeatResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('HeartbeatResponse.unknownTaggedFields', version)
  }
}

function decodeHeartbeatResponse(reader: ByteReader, version: number): HeartbeatResponse {
  checkDecodeVersion(reader, 'HeartbeatResponse', version, 0, 4)
  const decoded: HeartbeatResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  decoded.errorCode = reader.readInt16()
  if (version === 4) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes HeartbeatResponse. */
export const heartbeatResponse: MessageCodec<HeartbeatResponse> = {
  name: 'HeartbeatResponse',
  apiKey: 12,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 4,
  encode: encodeHeartbeatResponse,
  decode: decodeHeartbeatResponse,
}
