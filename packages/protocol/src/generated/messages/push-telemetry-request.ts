// Generated from schemas/merged.json (PushTelemetryRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { EMPTY_BYTES, checkDecodeVersion, readCompactBytes } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactBytes,
  writeInt32,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** PushTelemetryRequest, versions 0. */
export interface PushTelemetryRequest {
  /** uuid, versions 0+. */
  clientInstanceId: string
  /** int32, versions 0+. */
  subscriptionId: number
  /** bool, versions 0+. */
  terminating: boolean
  /** int8, versions 0+. */
  compressionType: number
  /** bytes, versions 0+. */
  metrics: Uint8Array
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePushTelemetryRequest(
  writer: ByteWriter,
  input: MessageInput<PushTelemetryRequest>,
  version: number,
): void {
  checkEncodeVersion('PushTelemetryRequest', version, 0, 0)
  checkStruct(input, 'PushTelemetryRequest')
  const {
    clientInstanceId = ZERO_UUID,
    subscriptionId = 0,
    terminating = false,
    compressionType = 0,
    metrics = EMPTY_BYTES,
    unknownTaggedFields,
  } = input
  writeUuid(writer, clientInstanceId, 'PushTelemetryRequest.clientInstanceId')
  writeInt32(writer, subscriptionId, 'PushTelemetryRequest.subscriptionId')
  writeBool(writer, terminating, 'PushTelemetryRequest.terminating')
  writeInt8(writer, compressionType, 'PushTelemetryRequest.compressionType')
  writeCompactBytes(writer, metrics, 'PushTelemetryRequest.metrics')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'PushTelemetryRequest')
}

function decodePushTelemetryRequest(reader: ByteReader, version: number): PushTelemetryRequest {
  checkDecodeVersion(reader, 'PushTelemetryRequest', version, 0, 0)
  const decoded: PushTelemetryRequest = {
    clientInstanceId: ZERO_UUID,
    subscriptionId: 0,
    terminating: false,
    compressionType: 0,
    metrics: EMPTY_BYTES,
  }
  decoded.clientInstanceId = reader.readUuid()
  decoded.subscriptionId = reader.readInt32()
  decoded.terminating = reader.readBoolean()
  decoded.compressionType = reader.readInt8()
  decoded.metrics = readCompactBytes(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes PushTelemetryRequest. */
export const pushTelemetryRequest: MessageCodec<PushTelemetryRequest> = {
  name: 'PushTelemetryRequest',
  apiKey: 72,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodePushTelemetryRequest,
  decode: decodePushTelemetryRequest,
}
