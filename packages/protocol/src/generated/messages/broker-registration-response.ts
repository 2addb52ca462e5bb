// Generated from schemas/merged.json (BrokerRegistrationResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** BrokerRegistrationResponse, versions 0-4. */
export interface BrokerRegistrationResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+, default -1. */
  brokerEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBrokerRegistrationResponse(
  writer: ByteWriter,
  input: MessageInput<BrokerRegistrationResponse>,
  version: number,
): void {
  checkEncodeVersion('BrokerRegistrationResponse', version, 0, 4)
  checkStruct(input, 'BrokerRegistrationResponse')
  const { throttleTimeMs = 0, errorCode = 0, brokerEpoch = -1n, unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'BrokerRegistrationResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'BrokerRegistrationResponse.errorCode')
  writeInt64(writer, brokerEpoch, 'BrokerRegistrationResponse.brokerEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BrokerRegistrationResponse')
}

function decodeBrokerRegistrationResponse(reader: ByteReader, version: number): BrokerRegistrationResponse {
  checkDecodeVersion(reader, 'BrokerRegistrationResponse', version, 0, 4)
  const decoded: BrokerRegistrationResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    brokerEpoch: -1n,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.brokerEpoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes BrokerRegistrationResponse. */
export const brokerRegistrationResponse: MessageCodec<BrokerRegistrationResponse> = {
  name: 'BrokerRegistrationResponse',
  apiKey: 62,
  type: 'response',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 0,
  encode: encodeBrokerRegistrationResponse,
  decode: decodeBrokerRegistrationResponse,
}
