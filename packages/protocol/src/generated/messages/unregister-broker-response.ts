// Generated from schemas/merged.json (UnregisterBrokerResponse) by generator/main.ts: not to be edited.
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

/** UnregisterBrokerResponse, versions 0. */
export interface UnregisterBrokerResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUnregisterBrokerResponse(
  writer: ByteWriter,
  input: MessageInput<UnregisterBrokerResponse>,
  version: number,
): void {
  checkEncodeVersion('UnregisterBrokerResponse', version, 0, 0)
  checkStruct(input, 'UnregisterBrokerResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'UnregisterBrokerResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'UnregisterBrokerResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'UnregisterBrokerResponse.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UnregisterBrokerResponse')
}

function decodeUnregisterBrokerResponse(reader: ByteReader, version: number): UnregisterBrokerResponse {
  checkDecodeVersion(reader, 'UnregisterBrokerResponse', version, 0, 0)
  const decoded: UnregisterBrokerResponse = {
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

/** Encodes and decodes UnregisterBrokerResponse. */
export const unregisterBrokerResponse: MessageCodec<UnregisterBrokerResponse> = {
  name: 'UnregisterBrokerResponse',
  apiKey: 64,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUnregisterBrokerResponse,
  decode: decodeUnregisterBrokerResponse,
}
