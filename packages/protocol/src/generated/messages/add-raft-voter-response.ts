// Generated from schemas/merged.json (AddRaftVoterResponse) by generator/main.ts: not to be edited.
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

/** AddRaftVoterResponse, versions 0-1. */
export interface AddRaftVoterResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAddRaftVoterResponse(
  writer: ByteWriter,
  input: MessageInput<AddRaftVoterResponse>,
  version: number,
): void {
  checkEncodeVersion('AddRaftVoterResponse', version, 0, 1)
  checkStruct(input, 'AddRaftVoterResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'AddRaftVoterResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'AddRaftVoterResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'AddRaftVoterResponse.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddRaftVoterResponse')
}

function decodeAddRaftVoterResponse(reader: ByteReader, version: number): AddRaftVoterResponse {
  checkDecodeVersion(reader, 'AddRaftVoterResponse', version, 0, 1)
  const decoded: AddRaftVoterResponse = {
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

/** Encodes and decodes AddRaftVoterResponse. */
export const addRaftVoterResponse: MessageCodec<AddRaftVoterResponse> = {
  name: 'AddRaftVoterResponse',
  apiKey: 80,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeAddRaftVoterResponse,
  decode: decodeAddRaftVoterResponse,
}
