// Generated from schemas/merged.json (ListConfigResourcesRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeInt8,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListConfigResourcesRequest, versions 0-1. */
export interface ListConfigResourcesRequest {
  /** []int8, versions 1+. */
  resourceTypes: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListConfigResourcesRequest(
  writer: ByteWriter,
  input: MessageInput<ListConfigResourcesRequest>,
  version: number,
): void {
  checkEncodeVersion('ListConfigResourcesRequest', version, 0, 1)
  checkStruct(input, 'ListConfigResourcesRequest')
  const { resourceTypes = [], unknownTaggedFields } = input
  if (version === 1) {
    writeCompactArrayLength(writer, resourceTypes, 'ListConfigResourcesRequest.resourceTypes')
    for (const element of resourceTypes) {
      writeInt8(writer, element, 'ListConfigResourcesRequest.resourceTypes')
    }
  } else if (resourceTypes?.length !== 0) {
    throw notInVersion('ListConfigResourcesRequest.resourceTypes', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListConfigResourcesRequest')
}

function decodeListConfigResourcesRequest(reader: ByteReader, version: number): ListConfigResourcesRequest {
  checkDecodeVersion(reader, 'ListConfigResourcesRequest', version, 0, 1)
  const decoded: ListConfigResourcesRequest = {
    resourceTypes: [],
  }
  if (version === 1) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.resourceTypes.push(reader.readInt8())
    }
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ListConfigResourcesRequest. */
export const listConfigResourcesRequest: MessageCodec<ListConfigResourcesRequest> = {
  name: 'ListConfigResourcesRequest',
  apiKey: 74,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeListConfigResourcesRequest,
  decode: decodeListConfigResourcesRequest,
}
