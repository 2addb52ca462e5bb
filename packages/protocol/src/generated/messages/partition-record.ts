// Generated from schemas/merged.json (PartitionRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeInt32,
  writeInt8,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import {
  beginTaggedField,
  checkTaggedFieldEnd,
  endTaggedField,
  readTag,
  readTaggedFieldEnd,
  readUnknownTaggedField,
  writeUnknownTaggedFields,
} from '../../tagged-fields.ts'

/** PartitionRecord, versions 0-2. */
export interface PartitionRecord {
  /** int32, versions 0+, default -1. */
  partitionId: number
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+, a brokerId. */
  replicas: number[]
  /** []int32, versions 0+. */
  isr: number[]
  /** []int32, versions 0+, a brokerId. */
  removingReplicas: number[]
  /** []int32, versions 0+, a brokerId. */
  addingReplicas: number[]
  /** int32, versions 0+, a brokerId, default -1. */
  leader: number
  /** int8, versions 0+, tag 0, default 0. */
  leaderRecoveryState: number
  /** int32, versions 0+, default -1. */
  leaderEpoch: number
  /** int32, versions 0+, default -1. */
  partitionEpoch: number
  /** []uuid, versions 1+. */
  directories: string[]
  /** []int32, versions 2+, nullable, tag 1, a brokerId, default null. */
  eligibleLeaderReplicas: number[] | null
  /** []int32, versions 2+, nullable, tag 2, a brokerId, default null. */
  lastKnownElr: number[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionRecord(writer: ByteWriter, input: MessageInput<PartitionRecord>, version: number): void {
  checkEncodeVersion('PartitionRecord', version, 0, 2)
  checkStruct(input, 'PartitionRecord')
  const {
    partitionId = -1,
    topicId = ZERO_UUID,
    replicas = [],
    isr = [],
    removingReplicas = [],
    addingReplicas = [],
    leader = -1,
    leaderRecoveryState = 0,
    leaderEpoch = -1,
    partitionEpoch = -1,
    directories = [],
    eligibleLeaderReplicas = null,
    lastKnownElr = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionId, 'PartitionRecord.partitionId')
  writeUuid(writer, topicId, 'PartitionRecord.topicId')
  writeCompactArrayLength(writer, replicas, 'PartitionRecord.replicas')
  for (const element of replicas) {
    writeInt32(writer, element, 'PartitionRecord.replicas')
  }
  writeCompactArrayLength(writer, isr, 'PartitionRecord.isr')
  for (const element of isr) {
    writeInt32(writer, element, 'PartitionRecord.isr')
  }
  writeCompactArrayLength(writer, removingReplicas, 'PartitionRecord.removingReplicas')
  for (const element of removingReplicas) {
    writeInt32(writer, element, 'PartitionRecord.removingReplicas')
  }
  writeCompactArrayLength(writer, addingReplicas, 'PartitionRecord.addingReplicas')
  for (const element of addingReplicas) {
    writeInt32(writer, element, 'PartitionRecord.addingReplicas')
  }
  writeInt32(writer, leader, 'PartitionRecord.leader')
  writeInt32(writer, leaderEpoch, 'PartitionRecord.leaderEpoch')
  writeInt32(writer, partitionEpoch, 'PartitionRecord.partitionEpoch')
  if (version >= 1) {
    writeCompactArrayLength(writer, directories, 'PartitionRecord.directories')
    for (const element of directories) {
      writeUuid(writer, element, 'PartitionRecord.directories')
    }
  } else if (directories?.length !== 0) {
    throw notInVersion('PartitionRecord.directories', version)
  }
  const hasLeaderRecoveryState = leaderRecoveryState !== 0
  const hasEligibleLeaderReplicas = eligibleLeaderReplicas !== null
  if (hasEligibleLeaderReplicas && version !== 2) throw notInVersion('PartitionRecord.eligibleLeaderReplicas', version)
  const hasLastKnownElr = lastKnownElr !== null
  if (hasLastKnownElr && version !== 2) throw notInVersion('PartitionRecord.lastKnownElr', version)
  writer.writeUnsignedVarint((hasLeaderRecoveryState ? 1 : 0) + (hasEligibleLeaderReplicas ? 1 : 0) + (hasLastKnownElr ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasLeaderRecoveryState) {
    const start = beginTaggedField(writer, 0)
    writeInt8(writer, leaderRecoveryState, 'PartitionRecord.leaderRecoveryState')
    endTaggedField(writer, start)
  }
  if (hasEligibleLeaderReplicas) {
    const start = beginTaggedField(writer, 1)
    writeCompactNullableArrayLength(writer, eligibleLeaderReplicas, 'PartitionRecord.eligibleLeaderReplicas')
    if (eligibleLeaderReplicas !== null) {
      for (const element of eligibleLeaderReplicas) {
        writeInt32(writer, element, 'PartitionRecord.eligibleLeaderReplicas')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasLastKnownElr) {
    const start = beginTaggedField(writer, 2)
    writeCompactNullableArrayLength(writer, lastKnownElr, 'PartitionRecord.lastKnownElr')
    if (lastKnownElr !== null) {
      for (const element of lastKnownElr) {
        writeInt32(writer, element, 'PartitionRecord.lastKnownElr')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 2 ? 2 : 0, 'PartitionRecord')
}

function decodePartitionRecord(reader: ByteReader, version: number): PartitionRecord {
  checkDecodeVersion(reader, 'PartitionRecord', version, 0, 2)
  const decoded: PartitionRecord = {
    partitionId: -1,
    topicId: ZERO_UUID,
    replicas: [],
    isr: [],
    removingReplicas: [],
    addingReplicas: [],
    leader: -1,
    leaderRecoveryState: 0,
    leaderEpoch: -1,
    partitionEpoch: -1,
    directories: [],
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
  }
  decoded.partitionId = reader.readInt32()
  decoded.topicId = reader.readUuid()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.replicas.push(reader.readInt32())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.isr.push(reader.readInt32())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.removingReplicas.push(reader.readInt32())
  }
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.addingReplicas.push(reader.readInt32())
  }
  decoded.leader = reader.readInt32()
  decoded.leaderEpoch = reader.readInt32()
  decoded.partitionEpoch = reader.readInt32()
  if (version >= 1) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.directories.push(reader.readUuid())
    }
  }
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.leaderRecoveryState = reader.readInt8()
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 1 && version === 2) {
      const eligibleLeaderReplicasLength = readCompactNullableArrayLength(reader)
      if (eligibleLeaderReplicasLength < 0) {
        decoded.eligibleLeaderReplicas = null
      } else {
        const eligibleLeaderReplicasElements: number[] = []
        for (let i = 0; i < eligibleLeaderReplicasLength; i++) eligibleLeaderReplicasElements.push(reader.readInt32())
        decoded.eligibleLeaderReplicas = eligibleLeaderReplicasElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 2 && version === 2) {
      const lastKnownElrLength = readCompactNullableArrayLength(reader)
      if (lastKnownElrLength < 0) {
        decoded.lastKnownElr = null
      } else {
        const lastKnownElrElements: number[] = []
        for (let i = 0; i < lastKnownElrLength; i++) lastKnownElrElements.push(reader.readInt32())
        decoded.lastKnownElr = lastKnownElrElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes PartitionRecord. */
export const partitionRecord: MessageCodec<PartitionRecord> = {
  name: 'PartitionRecord',
  apiKey: 3,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodePartitionRecord,
  decode: decodePartitionRecord,
}
