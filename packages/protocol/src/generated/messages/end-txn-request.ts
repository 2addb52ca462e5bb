// Generated from schemas/merged.json (EndTxnRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString, readString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeBool,
  writeCompactString,
  writeInt16,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** EndTxnRequest, versions 0-5. */
export interface EndTxnRequest {
  /** string, versions 0+, a transactionalId. */
  transactionalId: string
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** bool, versions 0+. */
  committed: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeEndTxnRequest(writer: ByteWriter, input: MessageInput<EndTxnRequest>, version: number): void {
  checkEncodeVersion('EndTxnRequest', version, 0, 5)
  checkStruct(input, 'EndTxnRequest')
  const {
    transactionalId = '',
    producerId = 0n,
    producerEpoch = 0,
    committed = false,
    unknownTaggedFields,
  } = input
  if (version >= 3) {
    writeCompactString(writer, transactionalId, 'EndTxnRequest.transactionalId')
  } else {
    writeString(writer, transactionalId, 'EndTxnRequest.transactionalId')
  }
  writeInt64(writer, producerId, 'EndTxnRequest.producerId')
  writeInt16(writer, producerEpoch, 'EndTxnRequest.producerEpoch')
  writeBool(writer, committed, 'EndTxnRequest.committed')
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'EndTxnRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('EndTxnRequest.unknownTaggedFields', version)
  }
}

function decodeEndTxnRequest(reader: ByteReader, version: number): EndTxnRequest {
  checkDecodeVersion(reader, 'EndTxnRequest', version, 0, 5)
  const decoded: EndTxnRequest = {
    transactionalId: '',
    producerId: 0n,
    producerEpoch: 0,
    committed: false,
  }
  decoded.transactionalId = version >= 3 ? readCompactString(reader) : readString(reader)
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  decoded.committed = reader.readBoolean()
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes EndTxnRequest. */
export const endTxnRequest: MessageCodec<EndTxnRequest> = {
  name: 'EndTxnRequest',
  apiKey: 26,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeEndTxnRequest,
  decode: decodeEndTxnRequest,
}
