// Generated from schemas/merged.json (AllocateProducerIdsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AllocateProducerIdsRequest, versions 0. */
export interface AllocateProducerIdsRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+, default -1. */
  brokerEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAllocateProducerIdsRequest(
  writer: ByteWriter,
  input: MessageInput<AllocateProducerIdsRequest>,
  version: number,
): void {
  checkEncodeVersion('AllocateProducerIdsRequest', version, 0, 0)
  checkStruct(input, 'AllocateProducerIdsRequest')
  const { brokerId = 0, brokerEpoch = -1n, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'AllocateProducerIdsRequest.brokerId')
  writeInt64(writer, brokerEpoch, 'AllocateProducerIdsRequest.brokerEpoch')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AllocateProducerIdsRequest')
}

function decodeAllocateProducerIdsRequest(reader: ByteReader, version: number): AllocateProducerIdsRequest {
  checkDecodeVersion(reader, 'AllocateProducerIdsRequest', version, 0, 0)
  const decoded: AllocateProducerIdsRequest = {
    brokerId: 0,
    brokerEpoch: -1n,
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AllocateProducerIdsRequest. */
export const allocateProducerIdsRequest: MessageCodec<AllocateProducerIdsRequest> = {
  name: 'AllocateProducerIdsRequest',
  apiKey: 67,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAllocateProducerIdsRequest,
  decode: decodeAllocateProducerIdsRequest,
}
