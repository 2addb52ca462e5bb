// Generated from schemas/merged.json (AllocateProducerIdsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AllocateProducerIdsResponse, versions 0. */
export interface AllocateProducerIdsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** int64, versions 0+, a producerId. */
  producerIdStart: bigint
  /** int32, versions 0+. */
  producerIdLen: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAllocateProducerIdsResponse(
  writer: ByteWriter,
  input: MessageInput<AllocateProducerIdsResponse>,
  version: number,
): void {
  checkEncodeVersion('AllocateProducerIdsResponse', version, 0, 0)
  checkStruct(input, 'AllocateProducerIdsResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    producerIdStart = 0n,
    producerIdLen = 0,
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'AllocateProducerIdsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'AllocateProducerIdsResponse.errorCode')
  writeInt64(writer, producerIdStart, 'AllocateProducerIdsResponse.producerIdStart')
  writeInt32(writer, producerIdLen, 'AllocateProducerIdsResponse.producerIdLen')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AllocateProducerIdsResponse')
}

function decodeAllocateProducerIdsResponse(reader: ByteReader, version: number): AllocateProducerIdsResponse {
  checkDecodeVersion(reader, 'AllocateProducerIdsResponse', version, 0, 0)
  const decoded: AllocateProducerIdsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    producerIdStart: 0n,
    producerIdLen: 0,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.producerIdStart = reader.readInt64()
  decoded.producerIdLen = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes AllocateProducerIdsResponse. */
export const allocateProducerIdsResponse: MessageCodec<AllocateProducerIdsResponse> = {
  name: 'AllocateProducerIdsResponse',
  apiKey: 67,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeAllocateProducerIdsResponse,
  decode: decodeAllocateProducerIdsResponse,
}
