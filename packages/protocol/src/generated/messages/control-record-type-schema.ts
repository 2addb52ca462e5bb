// Generated from schemas/merged.json (ControlRecordTypeSchema) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt16 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** ControlRecordTypeSchema, versions 0. */
export interface ControlRecordTypeSchema {
  /** int16, versions 0+. */
  type: number
}

function encodeControlRecordTypeSchema(
  writer: ByteWriter,
  input: MessageInput<ControlRecordTypeSchema>,
  version: number,
): void {
  checkEncodeVersion('ControlRecordTypeSchema', version, 0, 0)
  checkStruct(input, 'ControlRecordTypeSchema')
  const { type = 0 } = input
  writeInt16(writer, type, 'ControlRecordTypeSchema.type')
}

function decodeControlRecordTypeSchema(reader: ByteReader, version: number): ControlRecordTypeSchema {
  checkDecodeVersion(reader, 'ControlRecordTypeSchema', version, 0, 0)
  const decoded: ControlRecordTypeSchema = {
    type: 0,
  }
  decoded.type = reader.readInt16()
  return decoded
}

/** Encodes and decodes ControlRecordTypeSchema. */
export const controlRecordTypeSchema: MessageCodec<ControlRecordTypeSchema> = {
  name: 'ControlRecordTypeSchema',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeControlRecordTypeSchema,
  decode: decodeControlRecordTypeSchema,
}
