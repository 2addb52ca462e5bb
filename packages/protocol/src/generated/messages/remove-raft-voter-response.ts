// Generated from schemas/merged.json (RemoveRaftVoterResponse) by generator/main.ts: not to be edited.
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

/** RemoveRaftVoterResponse, versions 0. */
export interface RemoveRaftVoterResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemoveRaftVoterResponse(
  writer: ByteWriter,
  input: MessageInput<RemoveRaftVoterResponse>,
  version: number,
): void {
  checkEncodeVersion('RemoveRaftVoterResponse', version, 0, 0)
  checkStruct(input, 'RemoveRaftVoterResponse')
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'RemoveRaftVoterResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'RemoveRaftVoterResponse.errorCode')
  writeCompactNullableString(writer, errorMessage, 'RemoveRaftVoterResponse.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoveRaftVoterResponse')
}

function decodeRemoveRaftVoterResponse(reader: ByteReader, version: number): RemoveRaftVoterResponse {
  checkDecodeVersion(reader, 'RemoveRaftVoterResponse', version, 0, 0)
  const decoded: RemoveRaftVoterResponse = {
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

/** Encodes and decodes RemoveRaftVoterResponse. */
export const removeRaftVoterResponse: MessageCodec<RemoveRaftVoterResponse> = {
  name: 'RemoveRaftVoterResponse',
  apiKey: 81,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoveRaftVoterResponse,
  decode: decodeRemoveRaftVoterResponse,
}
