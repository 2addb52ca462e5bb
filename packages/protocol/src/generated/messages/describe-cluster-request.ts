// Generated from schemas/merged.json (DescribeClusterRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeBool, writeInt8 } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** DescribeClusterRequest, versions 0-2. */
export interface DescribeClusterRequest {
  /** bool, versions 0+. */
  includeClusterAuthorizedOperations: boolean
  /** int8, versions 1+, default 1. */
  endpointType: number
  /** bool, versions 2+. */
  includeFencedBrokers: boolean
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeDescribeClusterRequest(
  writer: ByteWriter,
  input: MessageInput<DescribeClusterRequest>,
  version: number,
): void {
  checkEncodeVersion('DescribeClusterRequest', version, 0, 2)
  checkStruct(input, 'DescribeClusterRequest')
  const {
    includeClusterAuthorizedOperations = false,
    endpointType = 1,
    includeFencedBrokers = false,
    unknownTaggedFields,
  } = input
  writeBool(writer, includeClusterAuthorizedOperations, 'DescribeClusterRequest.includeClusterAuthorizedOperations')
  if (version >= 1) {
    writeInt8(writer, endpointType, 'DescribeClusterRequest.endpointType')
  } else if (endpointType !== 1) {
    throw notInVersion('DescribeClusterRequest.endpointType', version)
  }
  if (version === 2) {
    writeBool(writer, includeFencedBrokers, 'DescribeClusterRequest.includeFencedBrokers')
  } else if (includeFencedBrokers !== false) {
    throw notInVersion('DescribeClusterRequest.includeFencedBrokers', version)
  }
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'DescribeClusterRequest')
}

function decodeDescribeClusterRequest(reader: ByteReader, version: number): DescribeClusterRequest {
  checkDecodeVersion(reader, 'DescribeClusterRequest', version, 0, 2)
  const decoded: DescribeClusterRequest = {
    includeClusterAuthorizedOperations: false,
    endpointType: 1,
    includeFencedBrokers: false,
  }
  decoded.includeClusterAuthorizedOperations = reader.readBoolean()
  if (version >= 1) {
    decoded.endpointType = reader.readInt8()
  }
  if (version === 2) {
    decoded.includeFencedBrokers = reader.readBoolean()
  }
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes DescribeClusterRequest. */
export const describeClusterRequest: MessageCodec<DescribeClusterRequest> = {
  name: 'DescribeClusterRequest',
  apiKey: 60,
  type: 'request',
  minVersion: 0,
  maxVersion: 2,
  flexibleFrom: 0,
  encode: encodeDescribeClusterRequest,
  decode: decodeDescribeClusterRequest,
}
