// Generated from schemas/merged.json (AddOffsetsToTxnRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString, readString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactString,
  writeInt16,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AddOffsetsToTxnRequest, versions 0-4. */
export interface AddOffsetsToTxnRequest {
  /** string, versions 0+, a transactionalId. */
  transactionalId: string
  /** int64, versions 0+, a producerId. */
  producerId: bigint
  /** int16, versions 0+. */
  producerEpoch: number
  /** string, versions 0+, a groupId. */
  groupId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAddOffsetsToTxnRequest(
  writer: ByteWriter,
  input: MessageInput<AddOffsetsToTxnRequest>,
  version: number,
): void {
  checkEncodeVersion('AddOffsetsToTxnRequest', version, 0, 4)
  checkStruct(input, 'AddOffsetsToTxnRequest')
  const { transactionalId = '', producerId = 0n, producerEpoch = 0, groupId = '', unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, transactionalId, 'AddOffsetsToTxnRequest.transactionalId')
  } else {
    writeString(writer, transactionalId, 'AddOffsetsToTxnRequest.transactionalId')
  }
  writeInt64(writer, producerId, 'AddOffsetsToTxnRequest.producerId')
  writeInt16(writer, producerEpoch, 'AddOffsetsToTxnRequest.producerEpoch')
  if (version >= 3) {
    writeCompactString(writer, groupId, 'AddOffsetsToTxnRequest.groupId')
  } else {
    writeString(writer, groupId, 'AddOffsetsToTxnRequest.groupId')
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddOffsetsToTxnRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddOffsetsToTxnRequest.unknownTaggedFields', version)
  }
}

function decodeAddOffsetsToTxnRequest(reader: ByteReader, version: number): AddOffsetsToTxnRequest {
  checkDecodeVersion(reader, 'AddOffsetsToTxnRequest', version, 0, 4)
  const decoded: AddOffsetsToTxnRequest = {
    transactionalId: '',
    producerId: 0n,
    producerEpoch: 0,
    groupId: '',
  }
  decoded.transactionalId = version >= 3 ? readCompactString(reader) : readString(reader)
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  decoded.groupId = version >= 3 ? readCompactString(reader) : readString(reader)
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AddOffsetsToTxnRequest. */
export const addOffsetsToTxnRequest: MessageCodec<AddOffsetsToTxnRequest> = {
  name: 'AddOffsetsToTxnRequest',
  apiKey: 25,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 3,
  encode: encodeAddOffsetsToTxnRequest,
  decode: decodeAddOffsetsToTxnRequest,
}
