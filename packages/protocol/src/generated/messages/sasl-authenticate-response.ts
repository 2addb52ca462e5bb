// Generated from schemas/merged.json (SaslAuthenticateResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  EMPTY_BYTES,
  checkDecodeVersion,
  readBytes,
  readCompactBytes,
  readCompactNullableString,
  readNullableString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBytes,
  writeCompactBytes,
  writeCompactNullableString,
  writeInt16,
  writeInt64,
  writeNullableString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** SaslAuthenticateResponse, versions 0-2. */
export interface SaslAuthenticateResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** string, versions 0+, nullable. */
  errorMessage: string | null
  /** bytes, versions 0+. */
  authBytes: Uint8Array
  /** int64, versions 1+, ignored where the version lacks it, default 0. */
  sessionLifetimeMs: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSaslAuthenticateResponse(
  writer: ByteWriter,
  input: MessageInput<SaslAuthenticateResponse>,
  version: number,
): void {
  checkEncodeVersion('SaslAuthenticateResponse', version, 0, 2)
  checkStruct(input, 'SaslAuthenticateResponse')
  const {
    errorCode = 0,
    errorMessage = '',
    authBytes = EMPTY_BYTES,
    sessionLifetimeMs = 0n,
    unknownTaggedFields,
  } = input
  writeInt16(writer, errorCode, 'SaslAuthenticateResponse.errorCode')
  if (version >= 2) {
    writeCompactNullableString(writer, errorMessage, 'SaslAuthenticateResponse.errorMessage')
  } else {
    writeNullableString(writer, errorMessage, 'SaslAuthenticateResponse.errorMessage')
  }
  if (version >= 2) {
    writeCompactBytes(writer, authBytes, 'SaslAuthenticateResponse.authBytes')
  } else {
    writeBytes(writer, authBytes, 'SaslAuthenticateResponse.authBytes')
  }
  if (version >= 1) {
    writeInt64(writer, sessionLifetimeMs, 'SaslAuthenticateResponse.sessionLifetimeMs')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SaslAuthenticateResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('SaslAuthenticateResponse.unknownTaggedFields', version)
  }
}

function decodeSaslAuthenticateResponse(reader: ByteReader, version: number): SaslAuthenticateResponse {
  checkDecodeVersion(reader, 'SaslAuthenticateResponse', version, 0, 2)
  const decoded: SaslAuthenticateResponse = {
    errorCode: 0,
    errorMessage: '',
    authBytes: EMPTY_BYTES,
    sessionLifetimeMs: 0n,
  }
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = version >= 2 ? readCompactNullableString(reader) : readNullableString(reader)
  decoded.authBytes = version >= 2 ? readCompactBytes(reader) : readBytes(reader)
  if (version >= 1) {
    decoded.sessionLifetimeMs = reader.readInt64()
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes SaslAuthenticateResponse. */
export const saslAuthenticateResponse: MessageCodec<SaslAuthenticateResponse> = {
  name: 'SaslAuthenticateResponse',
  apiKey: 36,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeSaslAuthenticateResponse,
  decode: decodeSaslAuthenticateResponse,
}
