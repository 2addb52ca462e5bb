// Generated from schemas/merged.json (ControlledShutdownRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeInt32, writeInt64 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ControlledShutdownRequest, versions 0-3. */
export interface ControlledShutdownRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 2+, ignored where the version lacks it, default -1. */
  brokerEpoch: bigint
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeControlledShutdownRequest(
  writer: ByteWriter,
  input: MessageInput<ControlledShutdownRequest>,
  version: number,
): void {
  checkEncodeVersion('ControlledShutdownRequest', version, 0, 3)
  checkStruct(input, 'ControlledShutdownRequest')
  const { brokerId = 0, brokerEpoch = -1n, unknownTaggedFields } = input
  writeInt32(writer, brokerId, 'ControlledShutdownRequest.brokerId')
  if (version >= 2) {
    writeInt64(writer, brokerEpoch, 'ControlledShutdownRequest.brokerEpoch')
  }
  if (version === 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ControlledShutdownRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ControlledShutdownRequest.unknownTaggedFields', version)
  }
}

function decodeControlledShutdownRequest(reader: ByteReader, version: number): ControlledShutdownRequest {
  checkDecodeVersion(reader, 'ControlledShutdownRequest', version, 0, 3)
  const decoded: ControlledShutdownRequest = {
    brokerId: 0,
    brokerEpoch: -1n,
  }
  decoded.brokerId = reader.readInt32()
  if (version >= 2) {
    decoded.brokerEpoch = reader.readInt64()
  }
  if (version === 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ControlledShutdownRequest. */
export const controlledShutdownRequest: MessageCodec<ControlledShutdownRequest> = {
  name: 'ControlledShutdownRequest',
  apiKey: 7,
  type: 'request',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 3,
  encode: encodeControlledShutdownRequest,
  decode: decodeControlledShutdownRequest,
}
