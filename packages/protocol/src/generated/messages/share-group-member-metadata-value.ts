// Generated from schemas/merged.json (ShareGroupMemberMetadataValue) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupMemberMetadataValue, versions 0. */
export interface ShareGroupMemberMetadataValue {
  /** string, versions 0+, nullable. */
  rackId: string | null
  /** string, versions 0+. */
  clientId: string
  /** string, versions 0+. */
  clientHost: string
  /** []string, versions 0+. */
  subscribedTopicNames: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeShareGroupMemberMetadataValue(
  writer: ByteWriter,
  input: MessageInput<ShareGroupMemberMetadataValue>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupMemberMetadataValue', version, 0, 0)
  checkStruct(input, 'ShareGroupMemberMetadataValue')
  const { rackId = '', clientId = '', clientHost = '', subscribedTopicNames = [], unknownTaggedFields } = input
  writeCompactNullableString(writer, rackId, 'ShareGroupMemberMetadataValue.rackId')
  writeCompactString(writer, clientId, 'ShareGroupMemberMetadataValue.clientId')
  writeCompactString(writer, clientHost, 'ShareGroupMemberMetadataValue.clientHost')
  writeCompactArrayLength(writer, subscribedTopicNames, 'ShareGroupMemberMetadataValue.subscribedTopicNames')
  for (const element of subscribedTopicNames) {
    writeCompactString(writer, element, 'ShareGroupMemberMetadataValue.subscribedTopicNames')
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupMemberMetadataValue')
}

function decodeShareGroupMemberMetadataValue(reader: ByteReader, version: number): ShareGroupMemberMetadataValue {
  checkDecodeVersion(reader, 'ShareGroupMemberMetadataValue', version, 0, 0)
  const decoded: ShareGroupMemberMetadataValue = {
    rackId: '',
    clientId: '',
    clientHost: '',
    subscribedTopicNames: [],
  }
  decoded.rackId = readCompactNullableString(reader)
  decoded.clientId = readCompactString(reader)
  decoded.clientHost = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.subscribedTopicNames.push(readCompactString(reader))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupMemberMetadataValue. */
export const shareGroupMemberMetadataValue: MessageCodec<ShareGroupMemberMetadataValue> = {
  name: 'ShareGroupMemberMetadataValue',
  apiKey: 10,
  type: 'coordinator-value',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeShareGroupMemberMetadataValue,
  decode: decodeShareGroupMemberMetadataValue,
}
