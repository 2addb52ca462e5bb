// Generated from schemas/merged.json (ApiVersionsRequest) by generator/main.ts: not to be edited.
import type { ByteReader, ByteWriter } from '@odradek/bytes'
import { checkDecodeVersion, readCompactString } from '../../field-readers.ts'
import { checkEncodeVersion, checkStruct, notInVersion, writeCompactString } from '../../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../../message-codec.ts'
import { readUnknownTaggedFields, writeUnknownTaggedFields } from '../../tagged-fields.ts'

/** ApiVersionsRequest, versions 0-4. */
export interface ApiVersionsRequest {
  /** string, versions 3+, ignored where the version lacks it. */
  clientSoftwareName: string
  /** string, versions 3+, ignored where the version lacks it. */
  clientSoftwareVersion: string
  /** Tagged fields that are not known here, by ascending tag. */
  unknownTaggedFields?: UnknownTaggedField[]
}

function encodeApiVersionsRequest(writer: ByteWriter, input: MessageInput<ApiVersionsRequest>, version: number): void {
  checkEncodeVersion('ApiVersionsRequest', version, 0, 4)
  checkStruct(input, 'ApiVersionsRequest')
  const { clientSoftwareName = '', clientSoftwareVersion = '', unknownTaggedFields } = input
  if (version >= 3) {
    writeCompactString(writer, clientSoftwareName, 'ApiVersionsRequest.clientSoftwareName')
  }
  if (version >= 3) {
    writeCompactString(writer, clientSoftwareVersion, 'ApiVersionsRequest.clientSoftwareVersion')
  }
  if (version >= 3) {
    writer.writeUnsignedVarint(unknownTaggedFields?.length ?? 0)
    writeUnknownTaggedFields(writer, unknownTaggedFields, -1, 'ApiVersionsRequest')
  } else if (unknownTaggedFields !== undefined && unknownTaggedFields.length > 0) {
    throw notInVersion('ApiVersionsRequest.unknownTaggedFields', version)
  }
}

function decodeApiVersionsRequest(reader: ByteReader, version: number): ApiVersionsRequest {
  checkDecodeVersion(reader, 'ApiVersionsRequest', version, 0, 4)
  const decoded: ApiVersionsRequest = {
    clientSoftwareName: '',
    clientSoftwareVersion: '',
  }
  if (version >= 3) {
    decoded.clientSoftwareName = readCompactString(reader)
  }
  if (version >= 3) {
    decoded.clientSoftwareVersion = readCompactString(reader)
  }
  if (version >= 3) {
    const unknownTaggedFields = readUnknownTaggedFields(reader)
    if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields
  }
  return decoded
}

/** Encodes and decodes ApiVersionsRequest. */
export const apiVersionsRequest: MessageCodec<ApiVersionsRequest> = {
  name: 'ApiVersionsRequest',
  apiKey: 18,
  type: 'request',
  minVersion: 0,
  maxVersion: 4,
  flexibleFrom: 3,
  encode: encodeApiVersionsRequest,
  decode: decodeApiVersionsRequest,
}
