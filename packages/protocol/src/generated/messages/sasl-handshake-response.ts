// Generated from schemas/merged.json (SaslHandshakeResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readArrayLength, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeArrayLength, writeInt16, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** SaslHandshakeResponse, versions 0-1. */
export interface SaslHandshakeResponse {
  /** int16, versions 0+. */
  errorCode: number
  /** []string, versions 0+. */
  mechanisms: string[]
}

function encodeSaslHandshakeResponse(
  writer: ByteWriter,
  input: MessageInput<SaslHandshakeResponse>,
  version: number,
): void {
  checkEncodeVersion('SaslHandshakeResponse', version, 0, 1)
  checkStruct(input, 'SaslHandshakeResponse')
  const { errorCode = 0, mechanisms = [] } = input
  writeInt16(writer, errorCode, 'SaslHandshakeResponse.errorCode')
  writeArrayLength(writer, mechanisms, 'SaslHandshakeResponse.mechanisms')
  for (const element of mechanisms) {
    writeString(writer, element, 'SaslHandshakeResponse.mechanisms')
  }
}

function decodeSaslHandshakeResponse(reader: ByteReader, version: number): SaslHandshakeResponse {
  checkDecodeVersion(reader, 'SaslHandshakeResponse', version, 0, 1)
  const decoded: SaslHandshakeResponse = {
    errorCode: 0,
    mechanisms: [],
  }
  decoded.errorCode = reader.readInt16()
  for (let left = readArrayLength(reader); left > 0; left--) {
    decoded.mechanisms.push(readString(reader))
  }
  return decoded
}

/** Encodes and decodes SaslHandshakeResponse. */
export const saslHandshakeResponse: MessageCodec<SaslHandshakeResponse> = {
  name: 'SaslHandshakeResponse',
  apiKey: 17,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: undefined,
  encode: encodeSaslHandshakeResponse,
  decode: decodeSaslHandshakeResponse,
}
