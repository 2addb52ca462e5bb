// Generated from schemas/merged.json (BrokerHeartbeatResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeBool, writeInt16, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** BrokerHeartbeatResponse, versions 0-2. */
export interface BrokerHeartbeatResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** bool, versions 0+, default false. */
  isCaughtUp: boolean
  /** bool, versions 0+, default true. */
  isFenced: boolean
  /** bool, versions 0+. */
  shouldShutDown: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBrokerHeartbeatResponse(
  writer: ByteWriter,
  input: MessageInput<BrokerHeartbeatResponse>,
  version: number,
): void {
  checkEncodeVersion('BrokerHeartbeatResponse', version, 0, 2)
  checkStruct(input, 'BrokerHeartbeatResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    isCaughtUp = false,
    isFenced = true,
    shouldShutDown = false,
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'BrokerHeartbeatResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'BrokerHeartbeatResponse.errorCode')
  writeBool(writer, isCaughtUp, 'BrokerHeartbeatResponse.isCaughtUp')
  writeBool(writer, isFenced, 'BrokerHeartbeatResponse.isFenced')
  writeBool(writer, shouldShutDown, 'BrokerHeartbeatResponse.shouldShutDown')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'BrokerHeartbeatResponse')
}

function decodeBrokerHeartbeatResponse(reader: ByteReader, version: number): BrokerHeartbeatResponse {
  checkDecodeVersion(reader, 'BrokerHeartbeatResponse', version, 0, 2)
  const decoded: BrokerHeartbeatResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    isCaughtUp: false,
    isFenced: true,
    shouldShutDown: false,
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.isCaughtUp = reader.readBoolean()
  decoded.isFenced = reader.readBoolean()
  decoded.shouldShutDown = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes BrokerHeartbeatResponse. */
export const brokerHeartbeatResponse: MessageCodec<BrokerHeartbeatResponse> = {
  name: 'BrokerHeartbeatResponse',
  apiKey: 63,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeBrokerHeartbeatResponse,
  decode: decodeBrokerHeartbeatResponse,
}
