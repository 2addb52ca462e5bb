import { alterConfigsApi } from '@odradek/protocol/apis/alter-configs'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { anyBrokerReactions, collectOutcomes, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { type ConfigResource, placeOfResource, resourceKey, resourceTypeCode } from './describe-configs.ts'

/** All configs that a resource is to have of its own: every other one goes back to what it is by default. */
export interface ConfigReplacement extends ConfigResource {
  readonly configs: Readonly<Record<string, string>>
}

/** Kafka's first way, which replaces. Configs of a broker are changed by that broker, all others by any. */
export function alterConfigs(
  world: AdminWorld,
  resources: readonly ConfigReplacement[],
  options: ValidateOnlyOptions,
): AdminResults<ConfigReplacement, void> {
  return runItemsCall(world, 'alterConfigs', resources, options, (call) =>
    driveItems<ConfigReplacement, void>(call, resources, placeOfResource(), async (items, place) => {
      const request = {
        resources: items.map((item) => ({
          resourceType: resourceTypeCode(item),
          resourceName: item.name,
          configs: Object.entries(item.configs).map(([name, value]) => ({ name, value: String(value) })),
        })),
        validateOnly: options.validateOnly ?? false,
      }
      const { responses } = await call.send(place, alterConfigsApi, request)
      const byResource = new Map(responses.map((each) => [resourceKey(each.resourceType, each.resourceName), each]))
      return collectOutcomes(
        items,
        'AlterConfigs',
        (item) => byResource.get(resourceKey(resourceTypeCode(item), item.name)),
        ({ type, name }, { errorCode, errorMessage }) => {
          const context = { api: 'AlterConfigs', resource: `${type} ${name}`, detail: errorMessage }
          return outcomeOf(errorCode, context, anyBrokerReactions, () => undefined)
        },
      )
    }),
  )
}
