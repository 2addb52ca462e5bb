// Generated from schemas/merged.json (ListGroupsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ListGroupsRequest, versions 0-5. */
export interface ListGroupsRequest {
  /** []string, versions 4+. */
  statesFilter: string[]
  /** []string, versions 5+. */
  typesFilter: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeListGroupsRequest(writer: ByteWriter, input: MessageInput<ListGroupsRequest>, version: number): void {
  checkEncodeVersion('ListGroupsRequest', version, 0, 5)
  checkStruct(input, 'ListGroupsRequest')
  const { statesFilter = [], typesFilter = [], unknownTaggedFields } = input
  if (version >= 4) {
    writeCompactArrayLength(writer, statesFilter, 'ListGroupsRequest.statesFilter')
    for (const element of statesFilter) {
      writeCompactString(writer, element, 'ListGroupsRequest.statesFilter')
    }
  } else if (statesFilter?.length !== 0) {
    throw notInVersion('ListGroupsRequest.statesFilter', version)
  }
  if (version === 5) {
    writeCompactArrayLength(writer, typesFilter, 'ListGroupsRequest.typesFilter')
    for (const element of typesFilter) {
      writeCompactString(writer, element, 'ListGroupsRequest.typesFilter')
    }
  } else if (typesFilter?.length !== 0) {
    throw notInVersion('ListGroupsRequest.typesFilter', version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ListGroupsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ListGroupsRequest.unknownTaggedFields', version)
  }
}

function decodeListGroupsRequest(reader: ByteReader, version: number): ListGroupsRequest {
  checkDecodeVersion(reader, 'ListGroupsRequest', version, 0, 5)
  const decoded: ListGroupsRequest = {
    statesFilter: [],
    typesFilter: [],
  }
  if (version >= 4) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.statesFilter.push(readCompactString(reader))
    }
  }
  if (version === 5) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.typesFilter.push(readCompactString(reader))
    }
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ListGroupsRequest. */
export const listGroupsRequest: MessageCodec<ListGroupsRequest> = {
  name: 'ListGroupsRequest',
  apiKey: 16,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeListGroupsRequest,
  decode: decodeListGroupsRequest,
}
