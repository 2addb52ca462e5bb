// Generated from schemas/merged.json (UnregisterBrokerRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** UnregisterBrokerRequest, versions 0. */
export interface UnregisterBrokerRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeUnregisterBrokerRequest(
  writer: ByteWriter,
  input: MessageInput<UnregisterBrokerRequest>,
  version: number,
): void {
  checkEncodeVersion('UnregisterBrokerRequest', version, 0, 0)
  checkStruct(input, 'UnregisterBrokerRequest')
  const { brokerId = 0, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'UnregisterBrokerRequest.brokerId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UnregisterBrokerRequest')
}

function decodeUnregisterBrokerRequest(reader: ByteReader, version: number): UnregisterBrokerRequest {
  checkDecodeVersion(reader, 'UnregisterBrokerRequest', version, 0, 0)
  const decoded: UnregisterBrokerRequest = {
    brokerId: 0,
  }
  decoded.brokerId = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UnregisterBrokerRequest. */
export const unregisterBrokerRequest: MessageCodec<UnregisterBrokerRequest> = {
  name: 'UnregisterBrokerRequest',
  apiKey: 64,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUnregisterBrokerRequest,
  decode: decodeUnregisterBrokerRequest,
}
