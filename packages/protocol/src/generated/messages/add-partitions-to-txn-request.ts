// Generated from schemas/merged.json (AddPartitionsToTxnRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readArrayLength,
  readCompactArrayLength,
  readCompactString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeArrayLength,
  writeBool,
  writeCompactArrayLength,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeInt64,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** AddPartitionsToTxnRequest, versions 0-5. */
export interface AddPartitionsToTxnRequest {
  /** []AddPartitionsToTxnTransaction, versions 4+. */
  transactions: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[]
  /** string, versions 0-3, a transactionalId. */
  v3AndBelowTransactionalId: string
  /** int64, versions 0-3, a producerId. */
  v3AndBelowProducerId: bigint
  /** int16, versions 0-3. */
  v3AndBelowProducerEpoch: number
  /** []AddPartitionsToTxnTopic, versions 0-3. */
  v3AndBelowTopics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AddPartitionsToTxnTransaction of AddPartitionsToTxnRequest. */
export interface AddPartitionsToTxnRequestAddPartitionsToTxnTransaction {
  /** string, versions 4+, unique in its array, a transactionalId. */
  transactionalId: string
  /** int64, versions 4+, a producerId. */
  producerId: bigint
  /** int16, versions 4+. */
  producerEpoch: number
  /** bool, versions 4+, default false. */
  verifyOnly: boolean
  /** []AddPartitionsToTxnTopic, versions 4+. */
  topics: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** AddPartitionsToTxnTopic of AddPartitionsToTxnRequest. */
export interface AddPartitionsToTxnRequestAddPartitionsToTxnTopic {
  /** string, versions 0+, unique in its array, a topicName. */
  name: string
  /** []int32, versions 0+. */
  partitions: number[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeAddPartitionsToTxnTopic(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnRequestAddPartitionsToTxnTopic>,
  version: number,
): void {
  checkStruct(input, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic')
  const { name = '', partitions = [], unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, name, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.name')
  } else {
    writeString(writer, name, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.name')
  }
  if (version >= 3) {
    writeCompactArrayLength(writer, partitions, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.partitions')
  } else {
    writeArrayLength(writer, partitions, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.partitions')
  }
  for (const element of partitions) {
    writeInt32(writer, element, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.partitions')
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnRequest.AddPartitionsToTxnTopic')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddPartitionsToTxnRequest.AddPartitionsToTxnTopic.unknownTaggedFields', version)
  }
}

function decodeAddPartitionsToTxnTopic(
  reader: ByteReader,
  version: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTopic {
  const decoded: AddPartitionsToTxnRequestAddPartitionsToTxnTopic = {
    name: '',
    partitions: [],
  }
  decoded.name = version >= 3 ? readCompactString(reader) : readString(reader)
  for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
    decoded.partitions.push(reader.readInt32())
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

function encodeAddPartitionsToTxnTransaction(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnRequestAddPartitionsToTxnTransaction>,
  version: number,
): void {
  checkStruct(input, 'AddPartitionsToTxnRequest.transactions')
  const {
    transactionalId = '',
    producerId = 0n,
    producerEpoch = 0,
    verifyOnly = false,
    topics = [],
    unknownTaggedFields,
  } = input
  writeCompactString(writer, transactionalId, 'AddPartitionsToTxnRequest.transactions.transactionalId')
  writeInt64(writer, producerId, 'AddPartitionsToTxnRequest.transactions.producerId')
  writeInt16(writer, producerEpoch, 'AddPartitionsToTxnRequest.transactions.producerEpoch')
  writeBool(writer, verifyOnly, 'AddPartitionsToTxnRequest.transactions.verifyOnly')
  writeCompactArrayLength(writer, topics, 'AddPartitionsToTxnRequest.transactions.topics')
  for (const element of topics) {
    encodeAddPartitionsToTxnTopic(writer, element, version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnRequest.transactions')
}

function decodeAddPartitionsToTxnTransaction(
  reader: ByteReader,
  version: number,
): AddPartitionsToTxnRequestAddPartitionsToTxnTransaction {
  const decoded: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction = {
    transactionalId: '',
    producerId: 0n,
    producerEpoch: 0,
    verifyOnly: false,
    topics: [],
  }
  decoded.transactionalId = readCompactString(reader)
  decoded.producerId = reader.readInt64()
  decoded.producerEpoch = reader.readInt16()
  decoded.verifyOnly = reader.readBoolean()
  for (let left = readCompactArrayLength(reader); left > 0; left--) {
    decoded.topics.push(decodeAddPartitionsToTxnTopic(reader, version))
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeAddPartitionsToTxnRequest(
  writer: ByteWriter,
  input: MessageInput<AddPartitionsToTxnRequest>,
  version: number,
): void {
  checkEncodeVersion('AddPartitionsToTxnRequest', version, 0, 5)
  checkStruct(input, 'AddPartitionsToTxnRequest')
  const {
    transactions = [],
    v3AndBelowTransactionalId = '',
    v3AndBelowProducerId = 0n,
    v3AndBelowProducerEpoch = 0,
    v3AndBelowTopics = [],
    unknownTaggedFields,
  } = input
  if (version >= 4) {
    writeCompactArrayLength(writer, transactions, 'AddPartitionsToTxnRequest.transactions')
    for (const element of transactions) {
      encodeAddPartitionsToTxnTransaction(writer, element, version)
    }
  } else if (transactions?.length !== 0) {
    throw notInVersion('AddPartitionsToTxnRequest.transactions', version)
  }
  if (version <= 3) {
    if (version >= 3) {
      writeCompactString(writer, v3AndBelowTransactionalId, 'AddPartitionsToTxnRequest.v3AndBelowTransactionalId')
    } else {
      writeString(writer, v3AndBelowTransactionalId, 'AddPartitionsToTxnRequest.v3AndBelowTransactionalId')
    }
  } else if (v3AndBelowTransactionalId !== '') {
    throw notInVersion('AddPartitionsToTxnRequest.v3AndBelowTransactionalId', version)
  }
  if (version <= 3) {
    writeInt64(writer, v3AndBelowProducerId, 'AddPartitionsToTxnRequest.v3AndBelowProducerId')
  } else if (v3AndBelowProducerId !== 0n) {
    throw notInVersion('AddPartitionsToTxnRequest.v3AndBelowProducerId', version)
  }
  if (version <= 3) {
    writeInt16(writer, v3AndBelowProducerEpoch, 'AddPartitionsToTxnRequest.v3AndBelowProducerEpoch')
  } else if (v3AndBelowProducerEpoch !== 0) {
    throw notInVersion('AddPartitionsToTxnRequest.v3AndBelowProducerEpoch', version)
  }
  if (version <= 3) {
    if (version >= 3) {
      writeCompactArrayLength(writer, v3AndBelowTopics, 'AddPartitionsToTxnRequest.v3AndBelowTopics')
    } else {
      writeArrayLength(writer, v3AndBelowTopics, 'AddPartitionsToTxnRequest.v3AndBelowTopics')
    }
    for (const element of v3AndBelowTopics) {
      encodeAddPartitionsToTxnTopic(writer, element, version)
    }
  } else if (v3AndBelowTopics?.length !== 0) {
    throw notInVersion('AddPartitionsToTxnRequest.v3AndBelowTopics', version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'AddPartitionsToTxnRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('AddPartitionsToTxnRequest.unknownTaggedFields', version)
  }
}

function decodeAddPartitionsToTxnRequest(reader: ByteReader, version: number): AddPartitionsToTxnRequest {
  checkDecodeVersion(reader, 'AddPartitionsToTxnRequest', version, 0, 5)
  const decoded: AddPartitionsToTxnRequest = {
    transactions: [],
    v3AndBelowTransactionalId: '',
    v3AndBelowProducerId: 0n,
    v3AndBelowProducerEpoch: 0,
    v3AndBelowTopics: [],
  }
  if (version >= 4) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.transactions.push(decodeAddPartitionsToTxnTransaction(reader, version))
    }
  }
  if (version <= 3) {
    decoded.v3AndBelowTransactionalId = version >= 3 ? readCompactString(reader) : readString(reader)
  }
  if (version <= 3) {
    decoded.v3AndBelowProducerId = reader.readInt64()
  }
  if (version <= 3) {
    decoded.v3AndBelowProducerEpoch = reader.readInt16()
  }
  if (version <= 3) {
    for (let left = version >= 3 ? readCompactArrayLength(reader) : readArrayLength(reader); left > 0; left--) {
      decoded.v3AndBelowTopics.push(decodeAddPartitionsToTxnTopic(reader, version))
    }
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes AddPartitionsToTxnRequest. */
export const addPartitionsToTxnRequest: MessageCodec<AddPartitionsToTxnRequest> = {
  name: 'AddPartitionsToTxnRequest',
  apiKey: 24,
  type: 'request',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode: encodeAddPartitionsToTxnRequest,
  decode: decodeAddPartitionsToTxnRequest,
}
