// Generated from schemas/merged.json (UpdateRaftVoterResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString, writeInt16, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  readUnknownTaggedFields,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** UpdateRaftVoterResponse, versions 0. */
export interface UpdateRaftVoterResponse {
  /** int32, versions 0+. */
  throttleTimeMs: number
  /** int16, versions 0+. */
  errorCode: number
  /** CurrentLeader, versions 0+, tag 0. */
  currentLeader: UpdateRaftVoterResponseCurrentLeader
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** CurrentLeader of UpdateRaftVoterResponse. */
export interface UpdateRaftVoterResponseCurrentLeader {
  /** int32, versions 0+, a brokerId, default -1. */
  leaderId: number
  /** int32, versions 0+, default -1. */
  leaderEpoch: number
  /** string, versions 0+. */
  host: string
  /** int32, versions 0+. */
  port: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function defaultCurrentLeader(): UpdateRaftVoterResponseCurrentLeader {
  return {
    leaderId: -1,
    leaderEpoch: -1,
    host: '',
    port: 0,
  }
}

function isDefaultCurrentLeader(input: MessageInput<UpdateRaftVoterResponseCurrentLeader>): boolean {
  checkStruct(input, 'UpdateRaftVoterResponse.currentLeader')
  const { leaderId = -1, leaderEpoch = -1, host = '', port = 0, unknownTaggedFields } = input
  return leaderId === -1 && leaderEpoch === -1 && host === '' && port === 0 && !unknownTaggedFields?.length
}

function encodeCurrentLeader(
  writer: ByteWriter,
  input: MessageInput<UpdateRaftVoterResponseCurrentLeader>,
  _version: number,
): void {
  checkStruct(input, 'UpdateRaftVoterResponse.currentLeader')
  const { leaderId = -1, leaderEpoch = -1, host = '', port = 0, unknownTaggedFields } = input
  writeInt32(writer, leaderId, 'UpdateRaftVoterResponse.currentLeader.leaderId')
  writeInt32(writer, leaderEpoch, 'UpdateRaftVoterResponse.currentLeader.leaderEpoch')
  writeCompactString(writer, host, 'UpdateRaftVoterResponse.currentLeader.host')
  writeInt32(writer, port, 'UpdateRaftVoterResponse.currentLeader.port')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'UpdateRaftVoterResponse.currentLeader')
}

function decodeCurrentLeader(reader: ByteReader, _version: number): UpdateRaftVoterResponseCurrentLeader {
  const decoded: UpdateRaftVoterResponseCurrentLeader = {
    leaderId: -1,
    leaderEpoch: -1,
    host: '',
    port: 0,
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeUpdateRaftVoterResponse(
  writer: ByteWriter,
  input: MessageInput<UpdateRaftVoterResponse>,
  version: number,
): void {
  checkEncodeVersion('UpdateRaftVoterResponse', version, 0, 0)
  checkStruct(input, 'UpdateRaftVoterResponse')
  const { throttleTimeMs = 0, errorCode = 0, currentLeader = {}, unknownTaggedFields } = input
  writeInt32(writer, throttleTimeMs, 'UpdateRaftVoterResponse.throttleTimeMs')
  writeInt16(writer, errorCode, 'UpdateRaftVoterResponse.errorCode')
  const hasCurrentLeader = !isDefaultCurrentLeader(currentLeader)
  writer.writeUnsignedVarint((hasCurrentLeader ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasCurrentLeader) {
    const start = beginTaggedField(writer, 0)
    encodeCurrentLeader(writer, currentLeader, version)
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, 0, 'UpdateRaftVoterResponse')
}

function decodeUpdateRaftVoterResponse(reader: ByteReader, version: number): UpdateRaftVoterResponse {
  checkDecodeVersion(reader, 'UpdateRaftVoterResponse', version, 0, 0)
  const decoded: UpdateRaftVoterResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    currentLeader: defaultCurrentLeader(),
  }
  decoded.throttleTimeMs = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.currentLeader = decodeCurrentLeader(reader, version)
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes UpdateRaftVoterResponse. */
export const updateRaftVoterResponse: MessageCodec<UpdateRaftVoterResponse> = {
  name: 'UpdateRaftVoterResponse',
  apiKey: 82,
  type: 'response',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeUpdateRaftVoterResponse,
  decode: decodeUpdateRaftVoterResponse,
}
