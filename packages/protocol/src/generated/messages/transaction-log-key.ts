// Generated from schemas/merged.json (TransactionLogKey) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, writeString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput } from '../../message-codec.ts'

/** TransactionLogKey, versions 0. */
export interface TransactionLogKey {
  /** string, versions 0+. */
  transactionalId: string
}

function encodeTransactionLogKey(writer: ByteWriter, input: MessageInput<TransactionLogKey>, version: number): void {
  checkEncodeVersion('TransactionLogKey', version, 0, 0)
  checkStruct(input, 'TransactionLogKey')
  const { transactionalId = '' } = input
  writeString(writer, transactionalId, 'TransactionLogKey.transactionalId')
}

function decodeTransactionLogKey(reader: ByteReader, version: number): TransactionLogKey {
  checkDecodeVersion(reader, 'TransactionLogKey', version, 0, 0)
  const decoded: TransactionLogKey = {
    transactionalId: '',
  }
  decoded.transactionalId = readString(reader)
  return decoded
}

/** Encodes and decodes TransactionLogKey. */
export const transactionLogKey: MessageCodec<TransactionLogKey> = {
  name: 'TransactionLogKey',
  apiKey: 0,
  type: 'coordinator-key',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: undefined,
  encode: encodeTransactionLogKey,
  decode: decodeTransactionLogKey,
}
