// Generated from schemas/merged.json (RemoveRaftVoterRequest) by generator/main.ts: not to be edited.
import { type ByteReader, type ByteWriter, ZERO_UUID } from '@odradek/bytes'
import { checkDecodeVersion, readCompactNullableString } from '../../field-readers.ts'
import {
  checkEncodeVersion,
  checkStruct,
  writeCompactNullableString,
  writeInt32,
  writeUuid,
} from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** RemoveRaftVoterRequest, versions 0. */
export interface RemoveRaftVoterRequest {
  /** string, versions 0+, nullable. */
  clusterId: string | null
  /** int32, versions 0+. */
  voterId: number
  /** uuid, versions 0+. */
  voterDirectoryId: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeRemoveRaftVoterRequest(
  writer: ByteWriter,
  input: MessageInput<RemoveRaftVoterRequest>,
  version: number,
): void {
  checkEncodeVersion('RemoveRaftVoterRequest', version, 0, 0)
  checkStruct(input, 'RemoveRaftVoterRequest')
  const { clusterId = '', voterId = 0, voterDirectoryId = ZERO_UUID, unknownTaggedFields } = input
  writeCompactNullableString(writer, clusterId, 'RemoveRaftVoterRequest.clusterId')
  writeInt32(writer, voterId, 'RemoveRaftVoterRequest.voterId')
  writeUuid(writer, voterDirectoryId, 'RemoveRaftVoterRequest.voterDirectoryId')
  writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
  writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'RemoveRaftVoterRequest')
}

function decodeRemoveRaftVoterRequest(reader: ByteReader, version: number): RemoveRaftVoterRequest {
  checkDecodeVersion(reader, 'RemoveRaftVoterRequest', version, 0, 0)
  const decoded: RemoveRaftVoterRequest = {
    clusterId: '',
    voterId: 0,
    voterDirectoryId: ZERO_UUID,
  }
  decoded.clusterId = readCompactNullableString(reader)
  decoded.voterId = reader.readInt32()
  decoded.voterDirectoryId = reader.readUuid()
  const unknownTaggedFields = readUnknownTaggedFields(reader)
  if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  return decoded
}

/** Encodes and decodes RemoveRaftVoterRequest. */
export const removeRaftVoterRequest: MessageCodec<RemoveRaftVoterRequest> = {
  name: 'RemoveRaftVoterRequest',
  apiKey: 81,
  type: 'request',
  minVersion: 0,
  maxVersion: 0,
  flexibleFrom: 0,
  encode: encodeRemoveRaftVoterRequest,
  decode: decodeRemoveRaftVoterRequest,
}
