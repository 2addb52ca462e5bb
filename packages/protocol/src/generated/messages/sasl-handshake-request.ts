// Generated from schemas/merged.json (SaslHandshakeRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** SaslHandshakeRequest, versions 0-1. */
export interface SaslHandshakeRequest {
  /** string, versions 0+. */
  mechanism: string
}

function encodeSaslHandshakeRequest(
  writer: ByteWriter,
  input: MessageInput<SaslHandshakeRequest>,
  version: number,
): void {
  checkEncodeVersion('SaslHandshakeRequest', version, 0, 1)
  checkStruct(input, 'SaslHandshakeRequest')
  const { mechanism = '' } = input
  writeString(writer, mechanism, 'SaslHandshakeRequest.mechanism')
}

function decodeSaslHandshakeRequest(reader: ByteReader, version: number): SaslHandshakeRequest {
  checkDecodeVersion(reader, 'SaslHandshakeRequest', version, 0, 1)
  const decoded: SaslHandshakeRequest = {
    mechanism: '',
  }
  decoded.mechanism = readString(reader)
  return decoded
}

/** Encodes and decodes SaslHandshakeRequest. */
export const saslHandshakeRequest: MessageCodec<SaslHandshakeRequest> = {
  name: 'SaslHandshakeRequest',
  apiKey: 17,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: undefined,
  encode: encodeSaslHandshakeRequest,
  decode: decodeSaslHandshakeRequest,
}
