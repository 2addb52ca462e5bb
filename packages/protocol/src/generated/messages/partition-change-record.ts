// Generated from schemas/merged.json (PartitionChangeRecord) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
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

/** PartitionChangeRecord, versions 0-2. */
export interface PartitionChangeRecord {
  /** int32, versions 0+, default -1. */
  partitionId: number
  /** uuid, versions 0+. */
  topicId: string
  /** []int32, versions 0+, nullable, tag 0, a brokerId, default null. */
  isr: number[] | null
  /** int32, versions 0+, tag 1, a brokerId, default -2. */
  leader: number
  /** []int32, versions 0+, nullable, tag 2, a brokerId, default null. */
  replicas: number[] | null
  /** []int32, versions 0+, nullable, tag 3, a brokerId, default null. */
  removingReplicas: number[] | null
  /** []int32, versions 0+, nullable, tag 4, a brokerId, default null. */
  addingReplicas: number[] | null
  /** int8, versions 0+, tag 5, default -1. */
  leaderRecoveryState: number
  /** []uuid, versions 1+, nullable, tag 8, default null. */
  directories: string[] | null
  /** []int32, versions 2+, nullable, tag 6, a brokerId, default null. */
  eligibleLeaderReplicas: number[] | null
  /** []int32, versions 2+, nullable, tag 7, a brokerId, default null. */
  lastKnownElr: number[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodePartitionChangeRecord(
  writer: ByteWriter,
  input: MessageInput<PartitionChangeRecord>,
  version: number,
): void {
  checkEncodeVersion('PartitionChangeRecord', version, 0, 2)
  checkStruct(input, 'PartitionChangeRecord')
  const {
    partitionId = -1,
    topicId = ZERO_UUID,
    isr = null,
    leader = -2,
    replicas = null,
    removingReplicas = null,
    addingReplicas = null,
    leaderRecoveryState = -1,
    directories = null,
    eligibleLeaderReplicas = null,
    lastKnownElr = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, partitionId, 'PartitionChangeRecord.partitionId')
  writeUuid(writer, topicId, 'PartitionChangeRecord.topicId')
  const hasIsr = isr !== null
  const hasLeader = leader !== -2
  const hasReplicas = replicas !== null
  const hasRemovingReplicas = removingReplicas !== null
  const hasAddingReplicas = addingReplicas !== null
  const hasLeaderRecoveryState = leaderRecoveryState !== -1
  const hasEligibleLeaderReplicas = eligibleLeaderReplicas !== null
  if (hasEligibleLeaderReplicas && version !== 2) throw notInVersion('PartitionChangeRecord.eligibleLeaderReplicas', version)
  const hasLastKnownElr = lastKnownElr !== null
  if (hasLastKnownElr && version !== 2) throw notInVersion('PartitionChangeRecord.lastKnownElr', version)
  const hasDirectories = directories !== null
  if (hasDirectories && version < 1) throw notInVersion('PartitionChangeRecord.directories', version)
  writer.writeUnsignedVarint((hasIsr ? 1 : 0) + (hasLeader ? 1 : 0) + (hasReplicas ? 1 : 0) + (hasRemovingReplicas ? 1 : 0) + (hasAddingReplicas ? 1 : 0) + (hasLeaderRecoveryState ? 1 : 0) + (hasEligibleLeaderReplicas ? 1 : 0) + (hasLastKnownElr ? 1 : 0) + (hasDirectories ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasIsr) {
    const start = beginTaggedField(writer, 0)
    writeCompactNullableArrayLength(writer, isr, 'PartitionChangeRecord.isr')
    if (isr !== null) {
      for (const element of isr) {
        writeInt32(writer, element, 'PartitionChangeRecord.isr')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasLeader) {
    const start = beginTaggedField(writer, 1)
    writeInt32(writer, leader, 'PartitionChangeRecord.leader')
    endTaggedField(writer, start)
  }
  if (hasReplicas) {
    const start = beginTaggedField(writer, 2)
    writeCompactNullableArrayLength(writer, replicas, 'PartitionChangeRecord.replicas')
    if (replicas !== null) {
      for (const element of replicas) {
        writeInt32(writer, element, 'PartitionChangeRecord.replicas')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasRemovingReplicas) {
    const start = beginTaggedField(writer, 3)
    writeCompactNullableArrayLength(writer, removingReplicas, 'PartitionChangeRecord.removingReplicas')
    if (removingReplicas !== null) {
      for (const element of removingReplicas) {
        writeInt32(writer, element, 'PartitionChangeRecord.removingReplicas')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasAddingReplicas) {
    const start = beginTaggedField(writer, 4)
    writeCompactNullableArrayLength(writer, addingReplicas, 'PartitionChangeRecord.addingReplicas')
    if (addingReplicas !== null) {
      for (const element of addingReplicas) {
        writeInt32(writer, element, 'PartitionChangeRecord.addingReplicas')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasLeaderRecoveryState) {
    const start = beginTaggedField(writer, 5)
    writeInt8(writer, leaderRecoveryState, 'PartitionChangeRecord.leaderRecoveryState')
    endTaggedField(writer, start)
  }
  if (hasEligibleLeaderReplicas) {
    const start = beginTaggedField(writer, 6)
    writeCompactNullableArrayLength(writer, eligibleLeaderReplicas, 'PartitionChangeRecord.eligibleLeaderReplicas')
    if (eligibleLeaderReplicas !== null) {
      for (const element of eligibleLeaderReplicas) {
        writeInt32(writer, element, 'PartitionChangeRecord.eligibleLeaderReplicas')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasLastKnownElr) {
    const start = beginTaggedField(writer, 7)
    writeCompactNullableArrayLength(writer, lastKnownElr, 'PartitionChangeRecord.lastKnownElr')
    if (lastKnownElr !== null) {
      for (const element of lastKnownElr) {
        writeInt32(writer, element, 'PartitionChangeRecord.lastKnownElr')
      }
    }
    endTaggedField(writer, start)
  }
  if (hasDirectories) {
    const start = beginTaggedField(writer, 8)
    writeCompactNullableArrayLength(writer, directories, 'PartitionChangeRecord.directories')
    if (directories !== null) {
      for (const element of directories) {
        writeUuid(writer, element, 'PartitionChangeRecord.directories')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 1 ? 8 : 5, 'PartitionChangeRecord')
}

function decodePartitionChangeRecord(reader: ByteReader, version: number): PartitionChangeRecord {
  checkDecodeVersion(reader, 'PartitionChangeRecord', version, 0, 2)
  const decoded: PartitionChangeRecord = {
    partitionId: -1,
    topicId: ZERO_UUID,
    isr: null,
    leader: -2,
    replicas: null,
    removingReplicas: null,
    addingReplicas: null,
    leaderRecoveryState: -1,
    directories: null,
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
  }
  decoded.partitionId = reader.readInt32()
  decoded.topicId = reader.readUuid()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      const isrLength = readCompactNullableArrayLength(reader)
      if (isrLength < 0) {
        decoded.isr = null
      } else {
        const isrElements: number[] = []
        for (let i = 0; i < isrLength; i++) isrElements.push(reader.readInt32())
        decoded.isr = isrElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 1) {
      decoded.leader = reader.readInt32()
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 2) {
      const replicasLength = readCompactNullableArrayLength(reader)
      if (replicasLength < 0) {
        decoded.replicas = null
      } else {
        const replicasElements: number[] = []
        for (let i = 0; i < replicasLength; i++) replicasElements.push(reader.readInt32())
        decoded.replicas = replicasElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 3) {
      const removingReplicasLength = readCompactNullableArrayLength(reader)
      if (removingReplicasLength < 0) {
        decoded.removingReplicas = null
      } else {
        const removingReplicasElements: number[] = []
        for (let i = 0; i < removingReplicasLength; i++) removingReplicasElements.push(reader.readInt32())
        decoded.removingReplicas = removingReplicasElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 4) {
      const addingReplicasLength = readCompactNullableArrayLength(reader)
      if (addingReplicasLength < 0) {
        decoded.addingReplicas = null
      } else {
        const addingReplicasElements: number[] = []
        for (let i = 0; i < addingReplicasLength; i++) addingReplicasElements.push(reader.readInt32())
        decoded.addingReplicas = addingReplicasElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 5) {
      decoded.leaderRecoveryState = reader.readInt8()
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 6 && version === 2) {
      const eligibleLeaderReplicasLength = readCompactNullableArrayLength(reader)
      if (eligibleLeaderReplicasLength < 0) {
        decoded.eligibleLeaderReplicas = null
      } else {
        const eligibleLeaderReplicasElements: number[] = []
        for (let i = 0; i < eligibleLeaderReplicasLength; i++) eligibleLeaderReplicasElements.push(reader.readInt32())
        decoded.eligibleLeaderReplicas = eligibleLeaderReplicasElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 7 && version === 2) {
      const lastKnownElrLength = readCompactNullableArrayLength(reader)
      if (lastKnownElrLength < 0) {
        decoded.lastKnownElr = null
      } else {
        const lastKnownElrElements: number[] = []
        for (let i = 0; i < lastKnownElrLength; i++) lastKnownElrElements.push(reader.readInt32())
        decoded.lastKnownElr = lastKnownElrElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 8 && version >= 1) {
      const directoriesLength = readCompactNullableArrayLength(reader)
      if (directoriesLength < 0) {
        decoded.directories = null
      } else {
        const directoriesElements: string[] = []
        for (let i = 0; i < directoriesLength; i++) directoriesElements.push(reader.readUuid())
        decoded.directories = directoriesElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes PartitionChangeRecord. */
export const partitionChangeRecord: MessageCodec<PartitionChangeRecord> = {
  name: 'PartitionChangeRecord',
  apiKey: 5,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodePartitionChangeRecord,
  decode: decodePartitionChangeRecord,
}
