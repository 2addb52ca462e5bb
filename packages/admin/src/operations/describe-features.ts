import { clientSoftware } from '@odradek/network/internal'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker, brokerOf } from '../drivers/places.ts'

/** The features of a cluster (KIP-584), such as `metadata.version` and `group.version`. */
export interface FeatureMetadata {
  /** Levels that the cluster has agreed on, by name. */
  readonly finalizedFeatures: Readonly<Record<string, FeatureLevels>>
  /** Counts the changes of these; undefined where the broker does not say. */
  readonly finalizedFeaturesEpoch: bigint | undefined
  /** Levels that the broker asked is able to have, by name. */
  readonly supportedFeatures: Readonly<Record<string, FeatureLevels>>
}

/** A range of levels, both ends included. */
export interface FeatureLevels {
  readonly minLevel: number
  readonly maxLevel: number
}

/** What `describeFeatures` may be told. */
export interface DescribeFeaturesOptions extends CallOptions {
  /** Asks this broker. @default any */
  readonly nodeId?: number
}

/** Asked by ApiVersions. */
export function describeFeatures(world: AdminWorld, options: DescribeFeaturesOptions): Promise<FeatureMetadata> {
  const { nodeId } = options
  const lookup = nodeId === undefined ? anyBroker<undefined> : brokerOf<undefined>(() => nodeId)
  return runCall(world, 'describeFeatures', options, (call) =>
    driveOne(call, lookup, async (place) => {
      const limits = { minVersion: 3, minVersionFor: 'describeFeatures needs Kafka 2.4 or newer' }
      const answer = await call.send(place, apiVersionsApi, clientSoftware, limits)
      return outcomeOf(answer.errorCode, { api: 'ApiVersions' }, anyBrokerReactions, () => ({
        finalizedFeatures: Object.fromEntries(
          answer.finalizedFeatures.map(({ name, minVersionLevel, maxVersionLevel }) => [
            name,
            { minLevel: minVersionLevel, maxLevel: maxVersionLevel },
          ]),
        ),
        finalizedFeaturesEpoch: answer.finalizedFeaturesEpoch < 0n ? undefined : answer.finalizedFeaturesEpoch,
        supportedFeatures: Object.fromEntries(
          answer.supportedFeatures.map(({ name, minVersion, maxVersion }) => [
            name,
            { minLevel: minVersion, maxLevel: maxVersion },
          ]),
        ),
      }))
    }),
  )
}
