import { listConfigResourcesApi } from '@odradek/protocol/apis/list-config-resources'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { type ConfigResourceType, configResourceTypes } from '../config-names.ts'
import { anyBrokerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import { type ConfigResource, resourceTypeCode } from './describe-configs.ts'

/** What `listConfigResources` may be told. */
export interface ListConfigResourcesOptions extends CallOptions {
  /** @default all that the broker has */
  readonly types?: readonly ConfigResourceType[]
}

/** Asked of any broker: what has configs. Before Kafka 4.1 brokers list client metrics alone. */
export function listConfigResources(
  world: AdminWorld,
  options: ListConfigResourcesOptions,
): Promise<readonly ConfigResource[]> {
  return runCall(world, 'listConfigResources', options, async (call) => {
    const { types = [] } = options
    const resourceTypes = types.map((type) => resourceTypeCode({ type, name: '' }))
    const metricsAlone = types.length === 1 && types[0] === 'CLIENT_METRICS'
    const limits = metricsAlone
      ? {}
      : { minVersion: 1, minVersionFor: 'listConfigResources of more than CLIENT_METRICS needs Kafka 4.1 or newer' }
    const request = (version: number) => (version === 0 ? {} : { resourceTypes })
    return driveOne(call, anyBroker, async (place) => {
      const answer = await call.send(place, listConfigResourcesApi, request, limits)
      return outcomeOf(answer.errorCode, { api: 'ListConfigResources' }, anyBrokerReactions, () =>
        answer.configResources.map(({ resourceType, resourceName }) => ({
          type: configResourceTypes.nameOf(resourceType),
          name: resourceName,
        })),
      )
    })
  })
}
