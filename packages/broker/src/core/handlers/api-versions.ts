// ApiVersions 0-4 (KIP-35, KIP-511).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ApiVersionsRequest } from '@odradek/protocol/messages/api-versions-request'
import type { ApiVersionsResponse } from '@odradek/protocol/messages/api-versions-response'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { VersionRange } from '../version-range.ts'

const SOFTWARE_SINCE = 3
const SOFTWARE_FORM = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/

/** Handles ApiVersions: names the APIs that are spoken. */
export function handleApiVersions(
  spoken: readonly VersionRange[],
  { body, version }: BrokerRequest<ApiVersionsRequest>,
): Outcome<ApiVersionsResponse> {
  const software = [body.clientSoftwareName, body.clientSoftwareVersion]
  if (version >= SOFTWARE_SINCE && !software.every((text) => SOFTWARE_FORM.test(text))) {
    return answer({ errorCode: ErrorCode.INVALID_REQUEST })
  }
  return answer({ apiKeys: spoken.map(announcement) })
}

/** The answer, in version 0, to an ApiVersions request of a version that is not spoken: it names the versions that are. */
export function unsupportedApiVersions(own: VersionRange): MessageInput<ApiVersionsResponse> {
  return { errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys: [announcement(own)] }
}

function announcement({ apiKey, announcedMinVersion, maxVersion }: VersionRange) {
  return { apiKey, minVersion: announcedMinVersion, maxVersion }
}
