// Generated from schemas/merged.json (ListConfigResourcesResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListConfigResourcesResponse, versions 0-1. */
export interface ListConfigResourcesResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** []ConfigResource, versions 0+. */
  configResources: ListConfigResourcesResponseConfigResource[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** ConfigResource of ListConfigResourcesResponse. */
export interface ListConfigResourcesResponseConfigResource {
  /** string, versions 0+. */
  resourceName: string
  /** int8, versions 1+, ignored where the version lacks it, default 16. */
  resourceType: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeConfigResource(
  writer: ByteWriter,
  input: MessageInput<ListConfigResourcesResponseConfigResource>,
  version: number,
): void {
  checkStruct(input, 'ListConfigResourcesResponse.configResources')
  const { resourceName = '', resourceType = 16, unknownTaggedFields } = input
  writeCompactString(writer, resourceName, 'ListConfigResourcesResponse.configResources.resourceName')
  if (version === 1) {
    writeInt8(writer, resourceType, 'ListConfigResourcesResponse.configResources.resourceType')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListConfigResourcesResponse.configResources')
}

function decodeConfigResource(reader: ByteReader, version: number): ListConfigResourcesResponseConfigResource {
  const decoded: ListConfigResourcesResponseConfigResource = {
    resourceName: '',
    resourceType: 16,
  }
  decoded.resourceName = readCompactString(reader)
  if (version === 1) {
    decoded.resourceType = reader.readInt8()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeListConfigResourcesResponse(
  writer: ByteWriter,
  input: MessageInput<ListConfigResourcesResponse>,
  version: number,
): void {
  checkEncodeVersion('ListConfigResourcesResponse', version, 0, 1)
  checkStruct(input, 'ListConfigResourcesResponse')
  const { throttleTimeMs = 0, errorCode = 0, configResources = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'ListConfigResourcesResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'ListConfigResourcesResponse.errorCode')
  writeCompactArrayLength(writer, configResources, 'ListConfigResourcesResponse.configResources')
  for (const element of configResources) {
    encodeConfigResource(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListConfigResourcesResponse')
}

function decodeListConfigResourcesResponse(reader: ByteReader, version: number): ListConfigResourcesResponse {
  checkDecodeVersion(reader, 'ListConfigResourcesResponse', version, 0, 1)
  const decoded: ListConfigResourcesResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    configResources: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.configResources.push(decodeConfigResource(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ListConfigResourcesResponse. */
export const listConfigResourcesResponse: MessageCodec<ListConfigResourcesResponse> = {
  name: 'ListConfigResourcesResponse',
  apiKey: 74,
  type: 'response',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeListConfigResourcesResponse,
  decode: decodeListConfigResourcesResponse,
}
