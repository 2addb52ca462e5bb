// Generated from schemas/merged.json (GetTelemetrySubscriptionsRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeUuid } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** GetTelemetrySubscriptionsRequest, versions 0. */
export interface GetTelemetrySubscriptionsRequest {
  /** uuid, versions 0+. */
  clientInstanceId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeGetTelemetrySubscriptionsRequest(
  writer: ByteWriter,
  input: MessageInput<GetTelemetrySubscriptionsRequest>,
  version: number,
): void {
  checkEncodeVersion('GetTelemetrySubscriptionsRequest', version, 0, 0)
  checkStruct(input, 'GetTelemetrySubscriptionsRequest')
  const { clientInstanceId = ZERO_UUID, unknownTaggedFields } = input
  writeUuid(writer, clientInstanceId, 'GetTelemetrySubscriptionsRequest.clientInstanceId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'GetTelemetrySubscriptionsRequest')
}

function decodeGetTelemetrySubscriptionsRequest(reader: ByteReader, version: number): GetTelemetrySubscriptionsRequest {
  checkDecodeVersion(reader, 'GetTelemetrySubscriptionsRequest', version, 0, 0)
  const decoded: GetTelemetrySubscriptionsRequest = {
    clientInstanceId: ZERO_UUID,
  }
  decoded.clientInstanceId = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes GetTelemetrySubscriptionsRequest. */
export const getTelemetrySubscriptionsRequest: MessageCodec<GetTelemetrySubscriptionsRequest> = {
  name: 'GetTelemetrySubscriptionsRequest',
  apiKey: 71,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeGetTelemetrySubscriptionsRequest,
  decode: decodeGetTelemetrySubscriptionsRequest,
}
