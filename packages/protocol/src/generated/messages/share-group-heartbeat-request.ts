// Generated from schemas/merged.json (ShareGroupHeartbeatRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactNullableArrayLength,
  readCompactNullableString,
  readCompactString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt32,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ShareGroupHeartbeatRequest, versions 0-1. */
export interface ShareGroupHeartbeatRequest {
  /** string, versions 0+, a groupId. */
  groupId: string
  /** string, versions 0+. */
  memberId: string
  /** int32, versions 0+. */
  memberEpoch: number
  /** string, versions 0+, nullable, default null. */
  rackId: string | null
  /** []string, versions 0+, nullable, a topicName, default null. */
  subscribedTopicNames: string[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeShareGroupHeartbeatRequest(
  writer: ByteWriter,
  input: MessageInput<ShareGroupHeartbeatRequest>,
  version: number,
): void {
  checkEncodeVersion('ShareGroupHeartbeatRequest', version, 0, 1)
  checkStruct(input, 'ShareGroupHeartbeatRequest')
  const {
    groupId = '',
    memberId = '',
    memberEpoch = 0,
    rackId = null,
    subscribedTopicNames = null,
    unknownTaggedFields,
  } = input
  writeCompactString(writer, groupId, 'ShareGroupHeartbeatRequest.groupId')
  writeCompactString(writer, memberId, 'ShareGroupHeartbeatRequest.memberId')
  writeInt32(writer, memberEpoch, 'ShareGroupHeartbeatRequest.memberEpoch')
  writeCompactNullableString(writer, rackId, 'ShareGroupHeartbeatRequest.rackId')
  writeCompactNullableArrayLength(writer, subscribedTopicNames, 'ShareGroupHeartbeatRequest.subscribedTopicNames')
  if (subscribedTopicNames !== null) {
    for (const element of subscribedTopicNames) {
      writeCompactString(writer, element, 'ShareGroupHeartbeatRequest.subscribedTopicNames')
    }
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ShareGroupHeartbeatRequest')
}

function decodeShareGroupHeartbeatRequest(reader: ByteReader, version: number): ShareGroupHeartbeatRequest {
  checkDecodeVersion(reader, 'ShareGroupHeartbeatRequest', version, 0, 1)
  const decoded: ShareGroupHeartbeatRequest = {
    groupId: '',
    memberId: '',
    memberEpoch: 0,
    rackId: null,
    subscribedTopicNames: null,
  }
  decoded.groupId = readCompactString(reader)
  decoded.memberId = readCompactString(reader)
  decoded.memberEpoch = reader.readInt32()
  decoded.rackId = readCompactNullableString(reader)
  const subscribedTopicNamesLength = readCompactNullableArrayLength(reader)
  if (subscribedTopicNamesLength < 0) {
    decoded.subscribedTopicNames = null
  } else {
    const subscribedTopicNamesElements: string[] = []
    for (let i = 0; i < subscribedTopicNamesLength; i++) subscribedTopicNamesElements.push(readCompactString(reader))
    decoded.subscribedTopicNames = subscribedTopicNamesElements
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes ShareGroupHeartbeatRequest. */
export const shareGroupHeartbeatRequest: MessageCodec<ShareGroupHeartbeatRequest> = {
  name: 'ShareGroupHeartbeatRequest',
  apiKey: 76,
  type: 'request',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeShareGroupHeartbeatRequest,
  decode: decodeShareGroupHeartbeatRequest,
}
