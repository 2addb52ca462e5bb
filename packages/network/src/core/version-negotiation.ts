// Which version of each API to speak with a broker: what it announces (KIP-35, KIP-511), what is known of brokers that announce nothing,
// and the choice between both sides' ranges.
import { ByteReader } from '@odradek/bytes'
import {
  type Api,
  ApiKey,
  ConnectionError,
  decodeResponseFrame,
  ErrorCode,
  errorName,
  UnsupportedVersionError,
} from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import type { ApiVersionsResponse } from '@odradek/protocol/messages/api-versions-response'

import { firstReleaseWith } from './api-releases.ts'

/** A range of versions, both ends included. */
export interface VersionRange {
  readonly min: number
  readonly max: number
}

/** What a broker speaks: ranges by API key. An API that is not there is not spoken. */
export type BrokerVersions = ReadonlyMap<number, VersionRange>

/** What Kafka 0.8.2 speaks: it has no ApiVersions and closes the connection that asks. */
export const versionsOfKafka082: BrokerVersions = new Map([
  [ApiKey.Produce, { min: 0, max: 0 }],
  [ApiKey.Fetch, { min: 0, max: 0 }],
  [ApiKey.ListOffsets, { min: 0, max: 0 }],
  [ApiKey.Metadata, { min: 0, max: 0 }],
  [ApiKey.OffsetCommit, { min: 0, max: 1 }],
  [ApiKey.OffsetFetch, { min: 0, max: 1 }],
  [ApiKey.FindCoordinator, { min: 0, max: 0 }],
])

/** What Kafka 0.9 speaks: it has no ApiVersions and never answers the connection that asks, but answers what is asked next. */
export const versionsOfKafka09: BrokerVersions = new Map([
  ...versionsOfKafka082,
  [ApiKey.Produce, { min: 0, max: 1 }],
  [ApiKey.Fetch, { min: 0, max: 1 }],
  [ApiKey.OffsetCommit, { min: 0, max: 2 }],
  [ApiKey.JoinGroup, { min: 0, max: 0 }],
  [ApiKey.Heartbeat, { min: 0, max: 0 }],
  [ApiKey.LeaveGroup, { min: 0, max: 0 }],
  [ApiKey.SyncGroup, { min: 0, max: 0 }],
  [ApiKey.DescribeGroups, { min: 0, max: 0 }],
  [ApiKey.ListGroups, { min: 0, max: 0 }],
])

/** What an answer to ApiVersions leads to: ask again with an older version, or the versions are known. */
export type VersionCheckOutcome =
  | { readonly askAgainWith: number; readonly versions?: undefined }
  | { readonly versions: BrokerVersions; readonly features?: FinalizedFeatures }

/** The features that the cluster has agreed on (KIP-584). */
export interface FinalizedFeatures {
  /** Counts the changes; -1n: the broker does not say. */
  readonly epoch: bigint
  /** Level by name, such as 2 for `transaction.version`. */
  readonly levels: ReadonlyMap<string, number>
}

/**
 * Reads the answer to an ApiVersions request of version `asked`. UNSUPPORTED_VERSION always comes in the form of version 0 (KIP-511): its
 * list names what the broker does understand of this API (from 2.4 on), or is empty. Throws DecodeError, or ConnectionError for another
 * error code.
 */
export function readApiVersionsAnswer(frame: Uint8Array, asked: number): VersionCheckOutcome {
  const reader = new ByteReader(frame)
  reader.skip(4)
  const errorCode = reader.readInt16()
  const refused = errorCode === ErrorCode.UNSUPPORTED_VERSION
  const { response } = decodeResponseFrame<ApiVersionsResponse>(apiVersionsApi as never, refused ? 0 : asked, frame)
  if (refused && asked > 0) {
    const known = response.apiKeys.find(({ apiKey }) => apiKey === ApiKey.ApiVersions)
    return { askAgainWith: Math.max(0, Math.min(known?.maxVersion ?? 0, asked - 1)) }
  }
  if (errorCode !== ErrorCode.NONE)
    throw new ConnectionError(`the broker answers ApiVersions with ${errorName(errorCode)}`)
  const levels = new Map(response.finalizedFeatures.map(({ name, maxVersionLevel }) => [name, maxVersionLevel]))
  return { versions: announcedVersions(response), features: { epoch: response.finalizedFeaturesEpoch, levels } }
}

function announcedVersions({ apiKeys }: ApiVersionsResponse): BrokerVersions {
  const versions = new Map<number, VersionRange>()
  for (const { apiKey, minVersion, maxVersion } of apiKeys) versions.set(apiKey, { min: minVersion, max: maxVersion })
  // Kafka 4 announces Produce from 0 on, because some clients need to see that (KIP-896), but closes the connection below version 3.
  // That it is Kafka 4 shows in Fetch, whose versions below 4 it dropped.
  const produce = versions.get(ApiKey.Produce)
  const isKafka4 = (versions.get(ApiKey.Fetch)?.min ?? 0) >= 4
  if (produce !== undefined && isKafka4)
    versions.set(ApiKey.Produce, { min: Math.max(3, produce.min), max: produce.max })
  return versions
}

/** What the caller limits the choice to. */
export interface VersionLimits {
  readonly minVersion?: number
  readonly maxVersion?: number
  /** What asks for `minVersion`, for the error: such as `records with headers need Kafka 0.11`. */
  readonly minVersionFor?: string
}

/**
 * The highest version that the broker, this library (up to the latest stable one) and the caller's limits have in common. Throws
 * UnsupportedVersionError, which says what the broker has and what is needed.
 */
export function chooseVersion(
  api: Api<unknown, unknown>,
  broker: BrokerVersions,
  limits: VersionLimits,
  address: string,
): number {
  const min = Math.max(api.minVersion, limits.minVersion ?? 0)
  const max = Math.min(api.maxVersion, limits.maxVersion ?? api.latestStableVersion)
  const announced = broker.get(api.key)
  if (announced === undefined) {
    const release = firstReleaseWith(api.key)
    const text = `the broker at ${address} does not have ${api.name}: ${upgradeBroker(release)}`
    throw new UnsupportedVersionError(text, { api: api.name })
  }
  const version = Math.min(max, announced.max)
  if (version >= Math.max(min, announced.min)) return version
  if (announced.max < min && limits.minVersionFor !== undefined) {
    const text = `${limits.minVersionFor}; the broker at ${address} is older (${api.name} ${range(announced)})`
    throw new UnsupportedVersionError(text, { api: api.name })
  }
  const who = announced.max < min ? 'upgrade the broker' : 'upgrade this client'
  const text = `the broker at ${address} has ${api.name} ${range(announced)}; this client needs ${range({ min, max })}: ${who}`
  throw new UnsupportedVersionError(text, { api: api.name })
}

function upgradeBroker(release: string | undefined): string {
  return release === undefined ? 'upgrade the broker' : `upgrade the broker to Kafka ${release} or newer`
}

function range({ min, max }: VersionRange): string {
  return min === max ? `version ${min}` : `versions ${min} to ${max}`
}
