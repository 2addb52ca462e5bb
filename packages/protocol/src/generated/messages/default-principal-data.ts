// Generated from schemas/merged.json (DefaultPrincipalData) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeBool, writeCompactString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DefaultPrincipalData, versions 0. */
export interface DefaultPrincipalData {
  /** string, versions 0+. */
  type: string
  /** string, versions 0+. */
  name: string
  /** bool, versions 0+. */
  tokenAuthenticated: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDefaultPrincipalData(
  writer: ByteWriter,
  input: MessageInput<DefaultPrincipalData>,
  version: number,
): void {
  checkEncodeVersion('DefaultPrincipalData', version, 0, 0)
  checkStruct(input, 'DefaultPrincipalData')
  const { type = '', name = '', tokenAuthenticated = false, unknownTaggedFields } = input
  writeCompactString(writer, type, 'DefaultPrincipalData.type')
  writeCompactString(writer, name, 'DefaultPrincipalData.name')
  writeBool(writer, tokenAuthenticated, 'DefaultPrincipalData.tokenAuthenticated')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DefaultPrincipalData')
}

function decodeDefaultPrincipalData(reader: ByteReader, version: number): DefaultPrincipalData {
  checkDecodeVersion(reader, 'DefaultPrincipalData', version, 0, 0)
  const decoded: DefaultPrincipalData = {
    type: '',
    name: '',
    tokenAuthenticated: false,
  }
  decoded.type = readCompactString(reader)
  decoded.name = readCompactString(reader)
  decoded.tokenAuthenticated = reader.readBoolean()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DefaultPrincipalData. */
export const defaultPrincipalData: MessageCodec<DefaultPrincipalData> = {
  name: 'DefaultPrincipalData',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeDefaultPrincipalData,
  decode: decodeDefaultPrincipalData,
}
