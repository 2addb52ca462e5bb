import { UsageError } from '@odradek/protocol'
import { updateFeaturesApi } from '@odradek/protocol/apis/update-features'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems, type Outcome } from '../drivers/drive-items.ts'
import { controller } from '../drivers/places.ts'

/** The level that a feature is to have. */
export interface FeatureUpdate {
  readonly feature: string
  /** 0 turns the feature off, which is a downgrade. */
  readonly maxLevel: number
  /** A `SAFE_DOWNGRADE` loses no metadata; an `UNSAFE_DOWNGRADE` may. @default 'UPGRADE' */
  readonly upgradeType?: 'UPGRADE' | 'SAFE_DOWNGRADE' | 'UNSAFE_DOWNGRADE'
}

const upgradeTypes = { UPGRADE: 1, SAFE_DOWNGRADE: 2, UNSAFE_DOWNGRADE: 3 } as const

/** Asked of the controller, all in one request (KIP-584). */
export function updateFeatures(
  world: AdminWorld,
  updates: readonly FeatureUpdate[],
  options: ValidateOnlyOptions,
): AdminResults<FeatureUpdate, void> {
  const { validateOnly = false } = options
  const limits = validateOnly ? { minVersion: 1, minVersionFor: 'validateOnly needs Kafka 3.3 or newer' } : {}
  return runItemsCall(world, 'updateFeatures', updates, options, (call) =>
    driveItems<FeatureUpdate, void>(call, updates, controller, async (items, place) => {
      const request = (version: number) => ({
        timeoutMs: call.brokerTimeoutMs,
        featureUpdates: items.map((item) => featureUpdate(item, version)),
        ...(version >= 1 ? { validateOnly } : {}),
      })
      request(1)
      const answer = await call.send(place, updateFeaturesApi, request, limits)
      const byFeature = new Map(answer.results.map((result) => [result.feature, result]))
      return new Map(
        items.map((item): [FeatureUpdate, Outcome<void>] => {
          // From version 2 on there is one error for all.
          const { errorCode, errorMessage } = byFeature.get(item.feature) ?? answer
          const code = answer.errorCode === 0 ? errorCode : answer.errorCode
          const detail = errorMessage ?? answer.errorMessage
          const context = { api: 'UpdateFeatures', resource: `feature ${item.feature}`, detail }
          return [item, outcomeOf(code, context, controllerReactions, () => undefined)]
        }),
      )
    }),
  )
}

function featureUpdate({ feature, maxLevel, upgradeType = 'UPGRADE' }: FeatureUpdate, version: number) {
  if (!Object.hasOwn(upgradeTypes, upgradeType))
    throw new UsageError(`upgradeType must be one of ${Object.keys(upgradeTypes).join(', ')}, not ${upgradeType}`)
  const update = { feature, maxVersionLevel: maxLevel }
  if (version === 0) return { ...update, allowDowngrade: upgradeType !== 'UPGRADE' }
  return { ...update, upgradeType: upgradeTypes[upgradeType] }
}
