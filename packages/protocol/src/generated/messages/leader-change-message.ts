// Generated from schemas/merged.json (LeaderChangeMessage) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeInt16,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** LeaderChangeMessage, versions 0-1. */
export interface LeaderChangeMessage {
  /** int16, versions 0+. */
  version: number
  /** int32, versions 0+, a brokerId. */
  leaderId: number
  /** []Voter, versions 0+. */
  voters: LeaderChangeMessageVoter[]
  /** []Voter, versions 0+. */
  grantingVoters: LeaderChangeMessageVoter[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Voter of LeaderChangeMessage. */
export interface LeaderChangeMessageVoter {
  /** int32, versions 0+. */
  voterId: number
  /** uuid, versions 1+. */
  voterDirectoryId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeVoter(writer: ByteWriter, input: MessageInput<LeaderChangeMessageVoter>, version: number): void {
  checkStruct(input, 'LeaderChangeMessage.Voter')
  const { voterId = 0, voterDirectoryId = ZERO_UUID, unknownTaggedFields } = input
  writeInt32(writer, voterId, 'LeaderChangeMessage.Voter.voterId')
  if (version === 1) {
    writeUuid(writer, voterDirectoryId, 'LeaderChangeMessage.Voter.voterDirectoryId')
  } else if (voterDirectoryId !== ZERO_UUID) {
    throw notInVersion('LeaderChangeMessage.Voter.voterDirectoryId', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderChangeMessage.Voter')
}

function decodeVoter(reader: ByteReader, version: number): LeaderChangeMessageVoter {
  const decoded: LeaderChangeMessageVoter = {
    voterId: 0,
    voterDirectoryId: ZERO_UUID,
  }
  decoded.voterId = reader.readInt32()
  if (version === 1) {
    decoded.voterDirectoryId = reader.readUuid()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeLeaderChangeMessage(
  writer: ByteWriter,
  input: MessageInput<LeaderChangeMessage>,
  version: number,
): void {
  checkEncodeVersion('LeaderChangeMessage', version, 0, 1)
  checkStruct(input, 'LeaderChangeMessage')
  const {
    version: versionField = 0,
    leaderId = 0,
    voters = [],
    grantingVoters = [],
    unknownTaggedFields,
  } = input
  writeInt16(writer, versionField, 'LeaderChangeMessage.version')
  writeInt32(writer, leaderId, 'LeaderChangeMessage.leaderId')
  writeCompactArrayLength(writer, voters, 'LeaderChangeMessage.voters')
  for (const element of voters) {
    encodeVoter(writer, element, version)
  }
  writeCompactArrayLength(writer, grantingVoters, 'LeaderChangeMessage.grantingVoters')
  for (const element of grantingVoters) {
    encodeVoter(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'LeaderChangeMessage')
}

function decodeLeaderChangeMessage(reader: ByteReader, version: number): LeaderChangeMessage {
  checkDecodeVersion(reader, 'LeaderChangeMessage', version, 0, 1)
  const decoded: LeaderChangeMessage = {
    version: 0,
    leaderId: 0,
    voters: [],
    grantingVoters: [],
  }
  decoded.version = reader.readInt16()
  decoded.leaderId = reader.readInt32()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.voters.push(decodeVoter(reader, version))
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.grantingVoters.push(decodeVoter(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes LeaderChangeMessage. */
export const leaderChangeMessage: MessageCodec<LeaderChangeMessage> = {
  name: 'LeaderChangeMessage',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeLeaderChangeMessage,
  decode: decodeLeaderChangeMessage,
}
