// Generated from schemas/merged.json (QuorumStateData) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactNullableArrayLength,
  writeCompactString,
  writeInt32,
  writeInt64,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** QuorumStateData, versions 0-1. */
export interface QuorumStateData {
  /** string, versions 0. */
  clusterId: string
  /** int32, versions 0+, default -1. */
  leaderId: number
  /** int32, versions 0+, default -1. */
  leaderEpoch: number
  /** int32, versions 0+, default -1. */
  votedId: number
  /** uuid, versions 1+. */
  votedDirectoryId: string
  /** int64, versions 0. */
  appliedOffset: bigint
  /** []Voter, versions 0, nullable. */
  currentVoters: QuorumStateDataVoter[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Voter of QuorumStateData. */
export interface QuorumStateDataVoter {
  /** int32, versions 0. */
  voterId: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeVoter(writer: ByteWriter, input: MessageInput<QuorumStateDataVoter>, _version: number): void {
  checkStruct(input, 'QuorumStateData.currentVoters')
  const { voterId = 0, unknownTaggedFields } = input
  writeInt32(writer, voterId, 'QuorumStateData.currentVoters.voterId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'QuorumStateData.currentVoters')
}

function decodeVoter(reader: ByteReader, _version: number): QuorumStateDataVoter {
  const decoded: QuorumStateDataVoter = {
    voterId: 0,
  }
  decoded.voterId = reader.readInt32()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeQuorumStateData(writer: ByteWriter, input: MessageInput<QuorumStateData>, version: number): void {
  checkEncodeVersion('QuorumStateData', version, 0, 1)
  checkStruct(input, 'QuorumStateData')
  const {
    clusterId = '',
    leaderId = -1,
    leaderEpoch = -1,
    votedId = -1,
    votedDirectoryId = ZERO_UUID,
    appliedOffset = 0n,
    currentVoters = [],
    unknownTaggedFields,
  } = input
  if (version === 0) {
    writeCompactString(writer, clusterId, 'QuorumStateData.clusterId')
  } else if (clusterId !== '') {
    throw notInVersion('QuorumStateData.clusterId', version)
  }
  writeInt32(writer, leaderId, 'QuorumStateData.leaderId')
  writeInt32(writer, leaderEpoch, 'QuorumStateData.leaderEpoch')
  writeInt32(writer, votedId, 'QuorumStateData.votedId')
  if (version === 1) {
    writeUuid(writer, votedDirectoryId, 'QuorumStateData.votedDirectoryId')
  } else if (votedDirectoryId !== ZERO_UUID) {
    throw notInVersion('QuorumStateData.votedDirectoryId', version)
  }
  if (version === 0) {
    writeInt64(writer, appliedOffset, 'QuorumStateData.appliedOffset')
  } else if (appliedOffset !== 0n) {
    throw notInVersion('QuorumStateData.appliedOffset', version)
  }
  if (version === 0) {
    writeCompactNullableArrayLength(writer, currentVoters, 'QuorumStateData.currentVoters')
    if (currentVoters !== null) {
      for (const element of currentVoters) {
        encodeVoter(writer, element, version)
      }
    }
  } else if (currentVoters?.length !== 0) {
    throw notInVersion('QuorumStateData.currentVoters', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'QuorumStateData')
}

function decodeQuorumStateData(reader: ByteReader, version: number): QuorumStateData {
  checkDecodeVersion(reader, 'QuorumStateData', version, 0, 1)
  const decoded: QuorumStateData = {
    clusterId: '',
    leaderId: -1,
    leaderEpoch: -1,
    votedId: -1,
    votedDirectoryId: ZERO_UUID,
    appliedOffset: 0n,
    currentVoters: [],
  }
  if (version === 0) {
    decoded.clusterId = readCompactString(reader)
  }
  decoded.leaderId = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.votedId = reader.readInt32()
  if (version === 1) {
    decoded.votedDirectoryId = reader.readUuid()
  }
  if (version === 0) {
    decoded.appliedOffset = reader.readInt64()
  }
  if (version === 0) {
    const currentVotersLength = readCompactNullableArrayLength(reader)
    if (currentVotersLength < 0) {
      decoded.currentVoters = null
    } else {
      const currentVotersElements: QuorumStateDataVoter[] = []
      for (let i = 0; i < currentVotersLength; i++) currentVotersElements.push(decodeVoter(reader, version))
      decoded.currentVoters = currentVotersElements
    }
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes QuorumStateData. */
export const quorumStateData: MessageCodec<QuorumStateData> = {
  name: 'QuorumStateData',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode: encodeQuorumStateData,
  decode: decodeQuorumStateData,
}
