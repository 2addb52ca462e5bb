// Generated from schemas/merged.json (FindCoordinatorRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactArrayLength, readCompactString, readString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactString,
  writeInt8,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** FindCoordinatorRequest, versions 0-6. */
export interface FindCoordinatorRequest {
  /** string, versions 0-3. */
  key: string
  /** int8, versions 1+, default 0. */
  keyType: number
  /** []string, versions 4+. */
  coordinatorKeys: string[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeFindCoordinatorRequest(
  writer: ByteWriter,
  input: MessageInput<FindCoordinatorRequest>,
  version: number,
): void {
  checkEncodeVersion('FindCoordinatorRequest', version, 0, 6)
  checkStruct(input, 'FindCoordinatorRequest')
  const { key = '', keyType = 0, coordinatorKeys = [], unknownTaggedFields } = input
  if (version <= 3) {
    if (version >= 3) {
      writeCompactString(writer, key, 'FindCoordinatorRequest.key')
    } else {
      writeString(writer, key, 'FindCoordinatorRequest.key')
    }
  } else if (key !== '') {
    throw notInVersion('FindCoordinatorRequest.key', version)
  }
  if (version >= 1) {
    writeInt8(writer, keyType, 'FindCoordinatorRequest.keyType')
  } else if (keyType !== 0) {
    throw notInVersion('FindCoordinatorRequest.keyType', version)
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, coordinatorKeys, 'FindCoordinatorRequest.coordinatorKeys')
    for (const element of coordinatorKeys) {
      writeCompactString(writer, element, 'FindCoordinatorRequest.coordinatorKeys')
    }
  } else if (coordinatorKeys?.length !== 0) {
    throw notInVersion('FindCoordinatorRequest.coordinatorKeys', version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FindCoordinatorRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FindCoordinatorRequest.unknownTaggedFields', version)
  }
}

function decodeFindCoordinatorRequest(reader: ByteReader, version: number): FindCoordinatorRequest {
  checkDecodeVersion(reader, 'FindCoordinatorRequest', version, 0, 6)
  const decoded: FindCoordinatorRequest = {
    key: '',
    keyType: 0,
    coordinatorKeys: [],
  }
  if (version <= 3) {
    decoded.key = version >= 3 ? readCompactString(reader) : readString(reader)
  }
  if (version >= 1) {
    decoded.keyType = reader.readInt8()
  }
  if (version >= 4) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.coordinatorKeys.push(readCompactString(reader))
    }
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes FindCoordinatorRequest. */
export const findCoordinatorRequest: MessageCodec<FindCoordinatorRequest> = {
  name: 'FindCoordinatorRequest',
  apiKey: 10,
  type: 'request',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 3,
  encode: encodeFindCoordinatorRequest,
  decode: decodeFindCoordinatorRequest,
}
