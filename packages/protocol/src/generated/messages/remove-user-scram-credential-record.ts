// Generated from schemas/merged.json (RemoveUserScramCredentialRecord) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeCompactString, writeInt8 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemoveUserScramCredentialRecord, versions 0. */
export interface RemoveUserScramCredentialRecord {
  /** string, versions 0+. */
  name: string
  /** int8, versions 0+. */
  mechanism: number
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemoveUserScramCredentialRecord(
  writer: ByteWriter,
  input: MessageInput<RemoveUserScramCredentialRecord>,
  version: number,
): void {
  checkEncodeVersion('RemoveUserScramCredentialRecord', version, 0, 0)
  checkStruct(input, 'RemoveUserScramCredentialRecord')
  const { name = '', mechanism = 0, unknownTaggedFields } = input
  writeCompactString(writer, name, 'RemoveUserScramCredentialRecord.name')
  writeInt8(writer, mechanism, 'RemoveUserScramCredentialRecord.mechanism')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoveUserScramCredentialRecord')
}

function decodeRemoveUserScramCredentialRecord(reader: ByteReader, version: number): RemoveUserScramCredentialRecord {
  checkDecodeVersion(reader, 'RemoveUserScramCredentialRecord', version, 0, 0)
  const decoded: RemoveUserScramCredentialRecord = {
    name: '',
    mechanism: 0,
  }
  decoded.name = readCompactString(reader)
  decoded.mechanism = reader.readInt8()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoveUserScramCredentialRecord. */
export const removeUserScramCredentialRecord: MessageCodec<RemoveUserScramCredentialRecord> = {
  name: 'RemoveUserScramCredentialRecord',
  apiKey: 22,
  type: 'metadata',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoveUserScramCredentialRecord,
  decode: decodeRemoveUserScramCredentialRecord,
}
