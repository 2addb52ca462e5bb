// Generated from schemas/merged.json (SaslAuthenticateRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { EMPTY_BYTES, checkDecodeVersion, readBytes, readCompactBytes } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeBytes, writeCompactBytes } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** SaslAuthenticateRequest, versions 0-2. */
export interface SaslAuthenticateRequest {
  /** bytes, versions 0+. */
  authBytes: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeSaslAuthenticateRequest(
  writer: ByteWriter,
  input: MessageInput<SaslAuthenticateRequest>,
  version: number,
): void {
  checkEncodeVersion('SaslAuthenticateRequest', version, 0, 2)
  checkStruct(input, 'SaslAuthenticateRequest')
  const { authBytes = EMPTY_BYTES, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactBytes(writer, authBytes, 'SaslAuthenticateRequest.authBytes')
  } else {
    writeBytes(writer, authBytes, 'SaslAuthenticateRequest.authBytes')
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'SaslAuthenticateRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('SaslAuthenticateRequest.unknownTaggedFields', version)
  }
}

function decodeSaslAuthenticateRequest(reader: ByteReader, version: number): SaslAuthenticateRequest {
  checkDecodeVersion(reader, 'SaslAuthenticateRequest', version, 0, 2)
  const decoded: SaslAuthenticateRequest = {
    authBytes: EMPTY_BYTES,
  }
  decoded.authBytes = version >= 2 ? readCompactBytes(reader) : readBytes(reader)
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes SaslAuthenticateRequest. */
export const saslAuthenticateRequest: MessageCodec<SaslAuthenticateRequest> = {
  name: 'SaslAuthenticateRequest',
  apiKey: 36,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeSaslAuthenticateRequest,
  decode: decodeSaslAuthenticateRequest,
}
