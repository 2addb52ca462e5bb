// Generated from schemas/merged.json (EndTxnMarker) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeInt32 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** EndTxnMarker, versions 0. */
export interface EndTxnMarker {
  /** int32, versions 0+. */
  coordinatorEpoch: number
}

function encodeEndTxnMarker(writer: ByteWriter, input: MessageInput<EndTxnMarker>, version: number): void {
  checkEncodeVersion('EndTxnMarker', version, 0, 0)
  checkStruct(input, 'EndTxnMarker')
  const { coordinatorEpoch = 0 } = input
  writeInt32(writer, coordinatorEpoch, 'EndTxnMarker.coordinatorEpoch')
}

function decodeEndTxnMarker(reader: ByteReader, version: number): EndTxnMarker {
  checkDecodeVersion(reader, 'EndTxnMarker', version, 0, 0)
  const decoded: EndTxnMarker = {
    coordinatorEpoch: 0,
  }
  decoded.coordinatorEpoch = reader.readInt32()
  return decoded
}

/** Encodes and decodes EndTxnMarker. */
export const endTxnMarker: MessageCodec<EndTxnMarker> = {
  name: 'EndTxnMarker',
  apiKey: undefined,
  type: 'data',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeEndTxnMarker,
  decode: decodeEndTxnMarker,
}
