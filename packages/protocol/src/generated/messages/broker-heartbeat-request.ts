// Generated from schemas/merged.json (BrokerHeartbeatRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeInt32,
  writeInt64,
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

/** BrokerHeartbeatRequest, versions 0-2. */
export interface BrokerHeartbeatRequest {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+, default -1. */
  brokerEpoch: bigint
  /** int64, versions 0+. */
  currentMetadataOffset: bigint
  /** bool, versions 0+. */
  wantFence: boolean
  /** bool, versions 0+. */
  wantShutDown: boolean
  /** []uuid, versions 1+, tag 0. */
  offlineLogDirs: string[]
  /** []uuid, versions 2+, nullable, tag 1, default null. */
  cordonedLogDirs: string[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBrokerHeartbeatRequest(
  writer: ByteWriter,
  input: MessageInput<BrokerHeartbeatRequest>,
  version: number,
): void {
  checkEncodeVersion('BrokerHeartbeatRequest', version, 0, 2)
  checkStruct(input, 'BrokerHeartbeatRequest')
  const {
    brokerId = 0,
    brokerEpoch = -1n,
    currentMetadataOffset = 0n,
    wantFence = false,
    wantShutDown = false,
    offlineLogDirs = [],
    cordonedLogDirs = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, brokerId, 'BrokerHeartbeatRequest.brokerId')
  writeInt64(writer, brokerEpoch, 'BrokerHeartbeatRequest.brokerEpoch')
  writeInt64(writer, currentMetadataOffset, 'BrokerHeartbeatRequest.currentMetadataOffset')
  writeBool(writer, wantFence, 'BrokerHeartbeatRequest.wantFence')
  writeBool(writer, wantShutDown, 'BrokerHeartbeatRequest.wantShutDown')
  const hasOfflineLogDirs = offlineLogDirs?.length !== 0
  if (hasOfflineLogDirs && version < 1) throw notInVersion('BrokerHeartbeatRequest.offlineLogDirs', version)
  const hasCordonedLogDirs = cordonedLogDirs !== null
  if (hasCordonedLogDirs && version !== 2) throw notInVersion('BrokerHeartbeatRequest.cordonedLogDirs', version)
  writer.writeUnsignedVarint((hasOfflineLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasOfflineLogDirs) {
    const start = beginTaggedField(writer, 0)
    writeCompactArrayLength(writer, offlineLogDirs, 'BrokerHeartbeatRequest.offlineLogDirs')
    for (const element of offlineLogDirs) {
      writeUuid(writer, element, 'BrokerHeartbeatRequest.offlineLogDirs')
    }
    endTaggedField(writer, start)
  }
  if (hasCordonedLogDirs) {
    const start = beginTaggedField(writer, 1)
    writeCompactNullableArrayLength(writer, cordonedLogDirs, 'BrokerHeartbeatRequest.cordonedLogDirs')
    if (cordonedLogDirs !== null) {
      for (const element of cordonedLogDirs) {
        writeUuid(writer, element, 'BrokerHeartbeatRequest.cordonedLogDirs')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 2 ? 1 : version >= 1 ? 0 : -1, 'BrokerHeartbeatRequest')
}

function decodeBrokerHeartbeatRequest(reader: ByteReader, version: number): BrokerHeartbeatRequest {
  checkDecodeVersion(reader, 'BrokerHeartbeatRequest', version, 0, 2)
  const decoded: BrokerHeartbeatRequest = {
    brokerId: 0,
    brokerEpoch: -1n,
    currentMetadataOffset: 0n,
    wantFence: false,
    wantShutDown: false,
    offlineLogDirs: [],
    cordonedLogDirs: null,
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  decoded.currentMetadataOffset = reader.readInt64()
  decoded.wantFence = reader.readBoolean()
  decoded.wantShutDown = reader.readBoolean()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0 && version >= 1) {
      for (let left = readCompactArrayLength(reader); left > 0; left--) {
        decoded.offlineLogDirs.push(reader.readUuid())
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 1 && version === 2) {
      const cordonedLogDirsLength = readCompactNullableArrayLength(reader)
      if (cordonedLogDirsLength < 0) {
        decoded.cordonedLogDirs = null
      } else {
        const cordonedLogDirsElements: string[] = []
        for (let i = 0; i < cordonedLogDirsLength; i++) cordonedLogDirsElements.push(reader.readUuid())
        decoded.cordonedLogDirs = cordonedLogDirsElements
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else {
      unknownTaggedFields = readUnknownTaggedField(reader, unknownTaggedFields, tag, end)
    }
  }
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes BrokerHeartbeatRequest. */
export const brokerHeartbeatRequest: MessageCodec<BrokerHeartbeatRequest> = {
  name: 'BrokerHeartbeatRequest',
  apiKey: 63,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeBrokerHeartbeatRequest,
  decode: decodeBrokerHeartbeatRequest,
}
