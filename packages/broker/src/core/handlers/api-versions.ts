// ApiVersions 0-4 (KIP-35, KIP-511).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { ApiVersionsRequest } from '@odradek/protocol/messages/api-versions-request'
import type { ApiVersionsResponse } from '@odradek/protocol/messages/api-versions-response'
import type { BrokerState } from '../broker-state.ts'
import type { FeatureStore } from '../features/feature-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import type { VersionRange } from '../version-range.ts'

const SOFTWARE_SINCE = 3
const FEATURES_SINCE = 3
/** Older clients take the level 0 for a fault (KAFKA-17011). */
const LEVEL_ZERO_SINCE = 4

type AnnouncedApi = VersionRange & { readonly isHidden?: true }
const SOFTWARE_FORM = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/

/** Handles ApiVersions: names the APIs that are spoken. */
export function handleApiVersions(
  spoken: readonly AnnouncedApi[],
  { cluster, config }: BrokerState,
  { body, version }: BrokerRequest<ApiVersionsRequest>,
): Outcome<ApiVersionsResponse> {
  const software = [body.clientSoftwareName, body.clientSoftwareVersion]
  if (version >= SOFTWARE_SINCE && !software.every((text) => SOFTWARE_FORM.test(text))) {
    return answer({ errorCode: ErrorCode.INVALID_REQUEST })
  }
  const apiKeys = spoken.filter(({ isHidden }) => isHidden !== true || config.clientTelemetry).map(announcement)
  if (version < FEATURES_SINCE) return answer({ apiKeys })
  return answer({ apiKeys, ...featureLevels(cluster.admin.features, version) })
}

function featureLevels(features: FeatureStore, version: number) {
  const supported = features.supported.filter(({ minLevel }) => minLevel > 0 || version >= LEVEL_ZERO_SINCE)
  const finalized = features.finalized()
  return {
    supportedFeatures: supported.map(({ name, minLevel, maxLevel }) => {
      return { name, minVersion: minLevel, maxVersion: maxLevel }
    }),
    finalizedFeaturesEpoch: features.epoch,
    finalizedFeatures: finalized.map(([name, level]) => ({ name, minVersionLevel: level, maxVersionLevel: level })),
  }
}

/** The answer, in version 0, to an ApiVersions request of a version that is not spoken: it names the versions that are. */
export function unsupportedApiVersions(own: VersionRange): MessageInput<ApiVersionsResponse> {
  return { errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys: [announcement(own)] }
}

function announcement({ apiKey, announcedMinVersion, maxVersion }: VersionRange) {
  return { apiKey, minVersion: announcedMinVersion, maxVersion }
}
