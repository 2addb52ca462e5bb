// Generated from schemas/merged.json (GetTelemetrySubscriptionsResponse) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** GetTelemetrySubscriptionsResponse, versions 0. */
export interface GetTelemetrySubscriptionsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** uuid, versions 0+. */
  clientInstanceId: string
  /** int32, versions 0+. */
  subscriptionId: number
  /** []int8, versions 0+. */
  acceptedCompressionTypes: number[]
  /** int32, versions 0+. */
  pushIntervalMs: number
  /** int32, versions 0+. */
  telemetryMaxBytes: number
  /** bool, versions 0+. */
  deltaTemporality: boolean
  /** []string, versions 0+. */
  requestedMetrics: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeGetTelemetrySubscriptionsResponse(
  writer: ByteWriter,
  input: MessageInput<GetTelemetrySubscriptionsResponse>,
  version: number,
): void {
  checkEncodeVersion('GetTelemetrySubscriptionsResponse', version, 0, 0)
  checkStruct(input, 'GetTelemetrySubscriptionsResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    clientInstanceId = ZERO_UUID,
    subscriptionId = 0,
    acceptedCompressionTypes = [],
    pushIntervalMs = 0,
    telemetryMaxBytes = 0,
    deltaTemporality = false,
    requestedMetrics = [],
    unknownTaggedFields,
  } = input
  writeInt32(writer, throttleTimeMs, 'GetTelemetrySubscriptionsResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'GetTelemetrySubscriptionsResponse.errorCode')
  writeUuid(writer, clientInstanceId, 'GetTelemetrySubscriptionsResponse.clientInstanceId')
  writeInt32(writer, subscriptionId, 'GetTelemetrySubscriptionsResponse.subscriptionId')
  writeCompactArrayLength(writer, acceptedCompressionTypes, 'GetTelemetrySubscriptionsResponse.acceptedCompressionTypes')
  for (const element of acceptedCompressionTypes) {
    writeInt8(writer, element, 'GetTelemetrySubscriptionsResponse.acceptedCompressionTypes')
  }
  writeInt32(writer, pushIntervalMs, 'GetTelemetrySubscriptionsResponse.pushIntervalMs')
  writeInt32(writer, telemetryMaxBytes, 'GetTelemetrySubscriptionsResponse.telemetryMaxBytes')
  writeBool(writer, deltaTemporality, 'GetTelemetrySubscriptionsResponse.deltaTemporality')
  writeCompactArrayLength(writer, requestedMetrics, 'GetTelemetrySubscriptionsResponse.requestedMetrics')
  for (const element of requestedMetrics) {
    writeCompactString(writer, element, 'GetTelemetrySubscriptionsResponse.requestedMetrics')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'GetTelemetrySubscriptionsResponse')
}

function decodeGetTelemetrySubscriptionsResponse(
  reader: ByteReader,
  version: number,
): GetTelemetrySubscriptionsResponse {
  checkDecodeVersion(reader, 'GetTelemetrySubscriptionsResponse', version, 0, 0)
  const decoded: GetTelemetrySubscriptionsResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    clientInstanceId: ZERO_UUID,
    subscriptionId: 0,
    acceptedCompressionTypes: [],
    pushIntervalMs: 0,
    telemetryMaxBytes: 0,
    deltaTemporality: false,
    requestedMetrics: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.clientInstanceId = reader.readUuid()
  decoded.subscriptionId = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.acceptedCompressionTypes.push(reader.readInt8())
  }
  decoded.pushIntervalMs = reader.readInt32()
  decoded.telemetryMaxBytes = reader.readInt32()
  decoded.deltaTemporality = reader.readBoolean()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.requestedMetrics.push(readCompactString(reader))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes GetTelemetrySubscriptionsResponse. */
export const getTelemetrySubscriptionsResponse: MessageCodec<GetTelemetrySubscriptionsResponse> = {
  name: 'GetTelemetrySubscriptionsResponse',
  apiKey: 71,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeGetTelemetrySubscriptionsResponse,
  decode: decodeGetTelemetrySubscriptionsResponse,
}
