// Generated from schemas/merged.json (FindCoordinatorResponse) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import {
  checkDecodeVersion,
  readCompactArrayLength,
  readCompactNullableString,
  readCompactString,
  readNullableString,
  readString,
} from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  notInVersion,
  writeCompactArrayLength,
  writeCompactNullableString,
  writeCompactString,
  writeInt16,
  writeInt32,
  writeNullableString,
  writeString,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** FindCoordinatorResponse, versions 0-6. */
export interface FindCoordinatorResponse {
  /** int32, versions 1+, ignored where the version lacks it. */
  throttleTimeMs: number
  /** int16, versions 0-3. */
  errorCode: number
  /** string, versions 1-3, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** int32, versions 0-3, a brokerId. */
  nodeId: number
  /** string, versions 0-3. */
  host: string
  /** int32, versions 0-3. */
  port: number
  /** []Coordinator, versions 4+. */
  coordinators: FindCoordinatorResponseCoordinator[]
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

/** Coordinator of FindCoordinatorResponse. */
export interface FindCoordinatorResponseCoordinator {
  /** string, versions 4+. */
  key: string
  /** int32, versions 4+, a brokerId. */
  nodeId: number
  /** string, versions 4+. */
  host: string
  /** int32, versions 4+. */
  port: number
  /** int16, versions 4+. */
  errorCode: number
  /** string, versions 4+, nullable, ignored where the version lacks it. */
  errorMessage: string | null
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeCoordinator(
  writer: ByteWriter,
  input: MessageInput<FindCoordinatorResponseCoordinator>,
  _version: number,
): void {
  checkStruct(input, 'FindCoordinatorResponse.coordinators')
  const {
    key = '',
    nodeId = 0,
    host = '',
    port = 0,
    errorCode = 0,
    errorMessage = '',
    unknownTaggedFields,
  } = input
  writeCompactString(writer, key, 'FindCoordinatorResponse.coordinators.key')
  writeInt32(writer, nodeId, 'FindCoordinatorResponse.coordinators.nodeId')
  writeCompactString(writer, host, 'FindCoordinatorResponse.coordinators.host')
  writeInt32(writer, port, 'FindCoordinatorResponse.coordinators.port')
  writeInt16(writer, errorCode, 'FindCoordinatorResponse.coordinators.errorCode')
  writeCompactNullableString(writer, errorMessage, 'FindCoordinatorResponse.coordinators.errorMessage')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FindCoordinatorResponse.coordinators')
}

function decodeCoordinator(reader: ByteReader, _version: number): FindCoordinatorResponseCoordinator {
  const decoded: FindCoordinatorResponseCoordinator = {
    key: '',
    nodeId: 0,
    host: '',
    port: 0,
    errorCode: 0,
    errorMessage: '',
  }
  decoded.key = readCompactString(reader)
  decoded.nodeId = reader.readInt32()
  decoded.host = readCompactString(reader)
  decoded.port = reader.readInt32()
  decoded.errorCode = reader.readInt16()
  decoded.errorMessage = readCompactNullableString(reader)
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

function encodeFindCoordinatorResponse(
  writer: ByteWriter,
  input: MessageInput<FindCoordinatorResponse>,
  version: number,
): void {
  checkEncodeVersion('FindCoordinatorResponse', version, 0, 6)
  checkStruct(input, 'FindCoordinatorResponse')
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = '',
    nodeId = 0,
    host = '',
    port = 0,
    coordinators = [],
    unknownTaggedFields,
  } = input
  if (version >= 1) {
    writeInt32(writer, throttleTimeMs, 'FindCoordinatorResponse.throttleTimeMs')
  }
  if (version <= 3) {
    writeInt16(writer, errorCode, 'FindCoordinatorResponse.errorCode')
  } else if (errorCode !== 0) {
    throw notInVersion('FindCoordinatorResponse.errorCode', version)
  }
  if (version >= 1 && version <= 3) {
    if (version >= 3) {
      writeCompactNullableString(writer, errorMessage, 'FindCoordinatorResponse.errorMessage')
    } else {
      writeNullableString(writer, errorMessage, 'FindCoordinatorResponse.errorMessage')
    }
  }
  if (version <= 3) {
    writeInt32(writer, nodeId, 'FindCoordinatorResponse.nodeId')
  } else if (nodeId !== 0) {
    throw notInVersion('FindCoordinatorResponse.nodeId', version)
  }
  if (version <= 3) {
    if (version >= 3) {
      writeCompactString(writer, host, 'FindCoordinatorResponse.host')
    } else {
      writeString(writer, host, 'FindCoordinatorResponse.host')
    }
  } else if (host !== '') {
    throw notInVersion('FindCoordinatorResponse.host', version)
  }
  if (version <= 3) {
    writeInt32(writer, port, 'FindCoordinatorResponse.port')
  } else if (port !== 0) {
    throw notInVersion('FindCoordinatorResponse.port', version)
  }
  if (version >= 4) {
    writeCompactArrayLength(writer, coordinators, 'FindCoordinatorResponse.coordinators')
    for (const element of coordinators) {
      encodeCoordinator(writer, element, version)
    }
  } else if (coordinators?.length !== 0) {
    throw notInVersion('FindCoordinatorResponse.coordinators', version)
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'FindCoordinatorResponse')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('FindCoordinatorResponse.unknownTaggedFields', version)
  }
}

function decodeFindCoordinatorResponse(reader: ByteReader, version: number): FindCoordinatorResponse {
  checkDecodeVersion(reader, 'FindCoordinatorResponse', version, 0, 6)
  const decoded: FindCoordinatorResponse = {
    throttleTimeMs: 0,
    errorCode: 0,
    errorMessage: '',
    nodeId: 0,
    host: '',
    port: 0,
    coordinators: [],
  }
  if (version >= 1) {
    decoded.throttleTimeMs = reader.readInt32()
  }
  if (version <= 3) {
    decoded.errorCode = reader.readInt16()
  }
  if (version >= 1 && version <= 3) {
    decoded.errorMessage = version >= 3 ? readCompactNullableString(reader) : readNullableString(reader)
  }
  if (version <= 3) {
    decoded.nodeId = reader.readInt32()
  }
  if (version <= 3) {
    decoded.host = version >= 3 ? readCompactString(reader) : readString(reader)
  }
  if (version <= 3) {
    decoded.port = reader.readInt32()
  }
  if (version >= 4) {
    for (let left = readCompactArrayLength(reader); left > 0; left--) {
      decoded.coordinators.push(decodeCoordinator(reader, version))
    }
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes FindCoordinatorResponse. */
export const findCoordinatorResponse: MessageCodec<FindCoordinatorResponse> = {
  name: 'FindCoordinatorResponse',
  apiKey: 10,
  type: 'response',
  minVersion: 0,
  maxVersion: 6,
  flexibleFrom: 3,
  encode: encodeFindCoordinatorResponse,
  decode: decodeFindCoordinatorResponse,
}
