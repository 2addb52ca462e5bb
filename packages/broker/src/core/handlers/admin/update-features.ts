// UpdateFeatures 0-2 (KIP-584). One fault refuses all of a request.
import { ErrorCode } from '@odradek/protocol'
import type { UpdateFeaturesRequest } from '@odradek/protocol/messages/update-features-request'
import type { UpdateFeaturesResponse } from '@odradek/protocol/messages/update-features-response'
import type { BrokerState } from '../../broker-state.ts'
import type { FeatureLevelChanged } from '../../features/feature-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'

type Update = UpdateFeaturesRequest['featureUpdates'][number]

const UPGRADE = 1
const SAFE_DOWNGRADE = 2
const UNSAFE_DOWNGRADE = 3
const UPGRADE_TYPES_SINCE = 1
const LAST_WITH_RESULTS = 1

/** Handles UpdateFeatures. */
export function handleUpdateFeatures(
  state: BrokerState,
  { body, version }: BrokerRequest<UpdateFeaturesRequest>,
): Outcome<UpdateFeaturesResponse> {
  const typed = body.featureUpdates.map((update) =>
    version >= UPGRADE_TYPES_SINCE
      ? update
      : { ...update, upgradeType: update.allowDowngrade ? SAFE_DOWNGRADE : UPGRADE },
  )
  // Of two updates of one feature the later one holds.
  const updates = [...new Map(typed.map((update) => [update.feature, update])).values()]
  const fault = updates.map((update) => updateFault(state, update)).find((found) => found !== undefined)
  if (fault !== undefined) {
    const errorMessage = `The update failed for all features since the following feature had an error: ${fault}`
    return answer({ errorCode: ErrorCode.INVALID_UPDATE_VERSION, errorMessage })
  }
  const records = updates
    .filter(({ feature, maxVersionLevel }) => state.cluster.admin.features.level(feature) !== maxVersionLevel)
    .map(({ feature, maxVersionLevel }): FeatureLevelChanged => {
      return { type: 'feature-level-changed', name: feature, level: maxVersionLevel }
    })
  const results = version <= LAST_WITH_RESULTS ? updates.map(({ feature }) => ({ feature, errorMessage: null })) : []
  return answer({ errorMessage: null, results }, body.validateOnly ? [] : records)
}

function updateFault({ cluster, config }: BrokerState, { feature, maxVersionLevel, upgradeType }: Update) {
  const invalid = (reason: string) => `Invalid update version ${maxVersionLevel} for feature ${feature}. ${reason}`
  if (![UPGRADE, SAFE_DOWNGRADE, UNSAFE_DOWNGRADE].includes(upgradeType)) {
    return invalid('The controller does not support the given upgrade type.')
  }
  if (maxVersionLevel < 0) return invalid('A feature version cannot be less than 0.')
  const supported = cluster.admin.features.supported.find(({ name }) => name === feature)
  const local = `Local controller ${config.nodeId}`
  if (supported === undefined) return invalid(`${local} does not support this feature.`)
  const { minLevel, maxLevel } = supported
  if (maxVersionLevel < minLevel || maxVersionLevel > maxLevel) {
    return invalid(`${local} only supports versions ${minLevel}-${maxLevel}`)
  }
  const current = cluster.admin.features.level(feature)
  if (maxVersionLevel >= current) return undefined
  if (upgradeType === UPGRADE) {
    const how = 'without setting the upgrade type to either safe or unsafe downgrade.'
    return invalid(`Can't downgrade the version of this feature ${how}`)
  }
  if (feature === 'kraft.version') return invalid("Can't downgrade the version of this feature.")
  if (feature !== 'metadata.version') return undefined
  const why =
    upgradeType === SAFE_DOWNGRADE
      ? 'Refusing to perform the requested downgrade because it might delete metadata information.'
      : 'Unsafe metadata downgrade is not supported in this version.'
  return `Unsupported metadata.version downgrade from ${current} to ${maxVersionLevel}. ${why}`
}
