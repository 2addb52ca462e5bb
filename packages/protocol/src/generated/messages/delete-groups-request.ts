// Generated from schemas/merged.json (DeleteGroupsRequest) by generator/main.ts: not to be edited.
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
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DeleteGroupsRequest, versions 0-2. */
export interface DeleteGroupsRequest {
  /** []string, versions 0+, a groupId. */
  groupsNames: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDeleteGroupsRequest(
  writer: ByteWriter,
  input: MessageInput<DeleteGroupsRequest>,
  version: number,
): void {
  checkEncodeVersion('DeleteGroupsRequest', version, 0, 2)
  checkStruct(input, 'DeleteGroupsRequest')
  const { groupsNames = [], unknownTaggedFields } = input
  if (version >= 2) {
    writeCompactArrayLength(writer, groupsNames, 'DeleteGroupsRequest.groupsNames')
  } else {
    writeArrayLength(writer, groupsNames, 'DeleteGroupsRequest.groupsNames')
  }
  for (const element of groupsNames) {
    if (version >= 2) {
      writeCompactString(writer, element, 'DeleteGroupsRequest.groupsNames')
    } else {
      writeString(writer, element, 'DeleteGroupsRequest.groupsNames')
    }
  }
  if (version === 2) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DeleteGroupsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('DeleteGroupsRequest.unknownTaggedFields', version)
  }
}

function decodeDeleteGroupsRequest(reader: ByteReader, version: number): DeleteGroupsRequest {
  checkDecodeVersion(reader, 'DeleteGroupsRequest', version, 0, 2)
  const decoded: DeleteGroupsRequest = {
    groupsNames: [],
  }
  for (let left = version >= 2 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.groupsNames.push(version >= 2 ? readCompactString(reader) : readString(reader))
  }
  if (version === 2) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes DeleteGroupsRequest. */
export const deleteGroupsRequest: MessageCodec<DeleteGroupsRequest> = {
  name: 'DeleteGroupsRequest',
  apiKey: 42,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 2,
  encode: encodeDeleteGroupsRequest,
  decode: decodeDeleteGroupsRequest,
}
