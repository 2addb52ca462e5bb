// Generated from schemas/merged.json (BrokerRegistrationChangeRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactNullableArrayLength } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactNullableArrayLength,
  writeInt32,
  writeInt64,
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

/** BrokerRegistrationChangeRecord, versions 0-3. */
export interface BrokerRegistrationChangeRecord {
  /** int32, versions 0+, a brokerId. */
  brokerId: number
  /** int64, versions 0+. */
  brokerEpoch: bigint
  /** int8, versions 0+, tag 0. */
  fenced: number
  /** int8, versions 1+, tag 1. */
  inControlledShutdown: number
  /** []uuid, versions 2+, tag 2. */
  logDirs: string[]
  /** []uuid, versions 3+, nullable, tag 3, default null. */
  cordonedLogDirs: string[] | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeBrokerRegistrationChangeRecord(
  writer: ByteWriter,
  input: MessageInput<BrokerRegistrationChangeRecord>,
  version: number,
): void {
  checkEncodeVersion('BrokerRegistrationChangeRecord', version, 0, 3)
  checkStruct(input, 'BrokerRegistrationChangeRecord')
  const {
    brokerId = 0,
    brokerEpoch = 0n,
    fenced = 0,
    inControlledShutdown = 0,
    logDirs = [],
    cordonedLogDirs = null,
    unknownTaggedFields,
  } = input
  writeInt32(writer, brokerId, 'BrokerRegistrationChangeRecord.brokerId')
  writeInt64(writer, brokerEpoch, 'BrokerRegistrationChangeRecord.brokerEpoch')
  const hasFenced = fenced !== 0
  const hasInControlledShutdown = inControlledShutdown !== 0
  if (hasInControlledShutdown && version < 1) throw notInVersion('BrokerRegistrationChangeRecord.inControlledShutdown', version)
  const hasLogDirs = logDirs?.length !== 0
  if (hasLogDirs && version < 2) throw notInVersion('BrokerRegistrationChangeRecord.logDirs', version)
  const hasCordonedLogDirs = cordonedLogDirs !== null
  if (hasCordonedLogDirs && version !== 3) throw notInVersion('BrokerRegistrationChangeRecord.cordonedLogDirs', version)
  writer.writeUnsignedVarint((hasFenced ? 1 : 0) + (hasInControlledShutdown ? 1 : 0) + (hasLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0) + (unknownTaggedFields?.length ?? 0))
  if (hasFenced) {
    const start = beginTaggedField(writer, 0)
    writeInt8(writer, fenced, 'BrokerRegistrationChangeRecord.fenced')
    endTaggedField(writer, start)
  }
  if (hasInControlledShutdown) {
    const start = beginTaggedField(writer, 1)
    writeInt8(writer, inControlledShutdown, 'BrokerRegistrationChangeRecord.inControlledShutdown')
    endTaggedField(writer, start)
  }
  if (hasLogDirs) {
    const start = beginTaggedField(writer, 2)
    writeCompactArrayLength(writer, logDirs, 'BrokerRegistrationChangeRecord.logDirs')
    for (const element of logDirs) {
      writeUuid(writer, element, 'BrokerRegistrationChangeRecord.logDirs')
    }
    endTaggedField(writer, start)
  }
  if (hasCordonedLogDirs) {
    const start = beginTaggedField(writer, 3)
    writeCompactNullableArrayLength(writer, cordonedLogDirs, 'BrokerRegistrationChangeRecord.cordonedLogDirs')
    if (cordonedLogDirs !== null) {
      for (const element of cordonedLogDirs) {
        writeUuid(writer, element, 'BrokerRegistrationChangeRecord.cordonedLogDirs')
      }
    }
    endTaggedField(writer, start)
  }
  writeUnknownTaggedFields(writer, unknownTaggedFields, version >= 3 ? 3 : version >= 2 ? 2 : version >= 1 ? 1 : 0, 'BrokerRegistrationChangeRecord')
}

function decodeBrokerRegistrationChangeRecord(reader: ByteReader, version: number): BrokerRegistrationChangeRecord {
  checkDecodeVersion(reader, 'BrokerRegistrationChangeRecord', version, 0, 3)
  const decoded: BrokerRegistrationChangeRecord = {
    brokerId: 0,
    brokerEpoch: 0n,
    fenced: 0,
    inControlledShutdown: 0,
    logDirs: [],
    cordonedLogDirs: null,
  }
  decoded.brokerId = reader.readInt32()
  decoded.brokerEpoch = reader.readInt64()
  let unknownTaggedFields: UnknownTaggedField[] | undefined
  let tag = -1
  for (let left = reader.readUnsignedVarint(); left > 0; left--) {
    tag = readTag(reader, tag)
    const end = readTaggedFieldEnd(reader)
    if (tag === 0) {
      decoded.fenced = reader.readInt8()
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 1 && version >= 1) {
      decoded.inControlledShutdown = reader.readInt8()
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 2 && version >= 2) {
      for (let left = readCompactArrayLength(reader); left > 0; left--) {
        decoded.logDirs.push(reader.readUuid())
      }
      checkTaggedFieldEnd(reader, tag, end)
    } else if (tag === 3 && version === 3) {
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

/** Encodes and decodes BrokerRegistrationChangeRecord. */
export const brokerRegistrationChangeRecord: MessageCodec<BrokerRegistrationChangeRecord> = {
  name: 'BrokerRegistrationChangeRecord',
  apiKey: 17,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 0,
  encode: encodeBrokerRegistrationChangeRecord,
  decode: decodeBrokerRegistrationChangeRecord,
}
