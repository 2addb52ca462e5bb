// Generated from schemas/merged.json (DelegationTokenRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactArrayLength,
  writeCompactString,
  writeInt64,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DelegationTokenRecord, versions 0. */
export interface DelegationTokenRecord {
  /** string, versions 0+. */
  owner: string
  /** string, versions 0+. */
  requester: string
  /** []string, versions 0+. */
  renewers: string[]
  /** int64, versions 0+. */
  issueTimestamp: bigint
  /** int64, versions 0+. */
  maxTimestamp: bigint
  /** int64, versions 0+. */
  expirationTimestamp: bigint
  /** string, versions 0+. */
  tokenId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDelegationTokenRecord(
  writer: ByteWriter,
  input: MessageInput<DelegationTokenRecord>,
  version: number,
): void {
  checkEncodeVersion('DelegationTokenRecord', version, 0, 0)
  checkStruct(input, 'DelegationTokenRecord')
  const {
    owner = '',
    requester = '',
    renewers = [],
    issueTimestamp = 0n,
    maxTimestamp = 0n,
    expirationTimestamp = 0n,
    tokenId = '',
    unknownTaggedFields,
  } = input
  writeCompactString(writer, owner, 'DelegationTokenRecord.owner')
  writeCompactString(writer, requester, 'DelegationTokenRecord.requester')
  writeCompactArrayLength(writer, renewers, 'DelegationTokenRecord.renewers')
  for (const element of renewers) {
    writeCompactString(writer, element, 'DelegationTokenRecord.renewers')
  }
  writeInt64(writer, issueTimestamp, 'DelegationTokenRecord.issueTimestamp')
  writeInt64(writer, maxTimestamp, 'DelegationTokenRecord.maxTimestamp')
  writeInt64(writer, expirationTimestamp, 'DelegationTokenRecord.expirationTimestamp')
  writeCompactString(writer, tokenId, 'DelegationTokenRecord.tokenId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DelegationTokenRecord')
}

function decodeDelegationTokenRecord(reader: ByteReader, version: number): DelegationTokenRecord {
  checkDecodeVersion(reader, 'DelegationTokenRecord', version, 0, 0)
  const decoded: DelegationTokenRecord = {
    owner: '',
    requester: '',
    renewers: [],
    issueTimestamp: 0n,
    maxTimestamp: 0n,
    expirationTimestamp: 0n,
    tokenId: '',
  }
  decoded.owner = readCompactString(reader)
  decoded.requester = readCompactString(reader)
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.renewers.push(readCompactString(reader))
  }
  decoded.issueTimestamp = reader.readInt64()
  decoded.maxTimestamp = reader.readInt64()
  decoded.expirationTimestamp = reader.readInt64()
  decoded.tokenId = readCompactString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DelegationTokenRecord. */
export const delegationTokenRecord: MessageCodec<DelegationTokenRecord> = {
  name: 'DelegationTokenRecord',
  apiKey: 10,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDelegationTokenRecord,
  decode: decodeDelegationTokenRecord,
}
