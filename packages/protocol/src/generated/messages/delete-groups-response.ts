// Generated from schemas/merged.json (DeleteGroupsResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteGroupsResponse, versions 0-2. */
export interface DeleteGroupsResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** []DeletableGroupResult, versions 0+. */
  results: DeleteGroupsResponseDeletableGroupResult[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** DeletableGroupResult of DeleteGroupsResponse. */
export interface DeleteGroupsResponseDeletableGroupResult {
  /** string, versions 0+, unique in its array, a groupId. */
  groupId: string
  /** int16, versions 0+. */
  errorCode: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeletableGroupResult(
  writer: ByteWriter,
  input: MessageInput<DeleteGroupsResponseDeletableGroupResult>,
  version: number,
): void {
  checkStruct(input, 'DeleteGroupsResponse.results')
  const { groupId = '', errorCode = 0, unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactString(writer, groupId, 'DeleteGroupsResponse.results.groupId')
  } else {
    writeString(writer, groupId, 'DeleteGroupsResponse.results.groupId')
  }
  writeInt16(writer, errorCode, 'DeleteGroupsResponse.results.errorCode')
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteGroupsResponse.results')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteGroupsResponse.results.unknownTaggedFields', version)
  }
}

function decodeDeletableGroupResult(reader: ByteReader, version: number): DeleteGroupsResponseDeletableGroupResult {
  const decoded: DeleteGroupsResponseDeletableGroupResult = {
    groupId: '',
    errorCode: 0,
  }
  decoded.groupId = version >= 2 ? readCompactString(reader) : readString(reader)
  decoded.errorCode = reader.readInt16()
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeDeleteGroupsResponse(
  writer: ByteWriter,
  input: MessageInput<DeleteGroupsResponse>,
  version: number,
): void {
  checkEncodeVersion('DeleteGroupsResponse', version, 0, 2)
  checkStruct(input, 'DeleteGroupsResponse')
  const { throttleTimeMs = 0, results = [], unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'DeleteGroupsResponse.throttleTimeMs')
  if (version >= 2) {
    writeCompactArrayLength(writer, results, 'DeleteGroupsResponse.results')
  } else {
    writeArrayLength(writer, results, 'DeleteGroupsResponse.results')
  }
  for (const element of results) {
    encodeDeletableGroupResult(writer, element, version)
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteGroupsResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteGroupsResponse.unknownTaggedFields', version)
  }
}

function decodeDeleteGroupsResponse(reader: ByteReader, version: number): DeleteGroupsResponse {
  checkDecodeVersion(reader, 'DeleteGroupsResponse', version, 0, 2)
  const decoded: DeleteGroupsResponse = {
    throttleTimeMs: 0,
    results: [],
  }
  decoded.throttleTimeMs = reader.readInt32()
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.results.push(decodeDeletableGroupResult(reader, version))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteGroupsResponse. */
export const deleteGroupsResponse: MessageCodec<DeleteGroupsResponse> = {
  name: 'DeleteGroupsResponse',
  apiKey: 42,
  type: 'response',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeDeleteGroupsResponse,
  decode: decodeDeleteGroupsResponse,
}
