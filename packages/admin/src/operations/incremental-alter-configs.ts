import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { anyBrokerReactions, collectOutcomes, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { type ConfigResource, placeOfResource, resourceKey, resourceTypeCode } from './describe-configs.ts'

/** What to change in a resource's configs; those that are not named stay as they are. */
export interface ConfigChanges extends ConfigResource {
  /** New values. */
  readonly set?: Readonly<Record<string, string>>
  /** Configs that go back to what they are by default. */
  readonly delete?: readonly string[]
  /** What to add to configs that are lists, with commas. */
  readonly append?: Readonly<Record<string, string>>
  /** What to take out of configs that are lists, with commas. */
  readonly subtract?: Readonly<Record<string, string>>
}

const Operation = { SET: 0, DELETE: 1, APPEND: 2, SUBTRACT: 3 } as const

/** Kafka 2.3 (KIP-339). Configs of a broker are changed by that broker, all others by any. */
export function incrementalAlterConfigs(
  world: AdminWorld,
  resources: readonly ConfigChanges[],
  options: ValidateOnlyOptions,
): AdminResults<ConfigChanges, void> {
  return runItemsCall(world, 'incrementalAlterConfigs', resources, options, (call) =>
    driveItems<ConfigChanges, void>(call, resources, placeOfResource(), async (items, place) => {
      const request = {
        resources: items.map((item) => ({
          resourceType: resourceTypeCode(item),
          resourceName: item.name,
          configs: wireChanges(item),
        })),
        validateOnly: options.validateOnly ?? false,
      }
      const { responses } = await call.send(place, incrementalAlterConfigsApi, request)
      const byResource = new Map(responses.map((each) => [resourceKey(each.resourceType, each.resourceName), each]))
      return collectOutcomes(
        items,
        'IncrementalAlterConfigs',
        (item) => byResource.get(resourceKey(resourceTypeCode(item), item.name)),
        ({ type, name }, { errorCode, errorMessage }) => {
          const context = { api: 'IncrementalAlterConfigs', resource: `${type} ${name}`, detail: errorMessage }
          return outcomeOf(errorCode, context, anyBrokerReactions, () => undefined)
        },
      )
    }),
  )
}

function wireChanges({ set = {}, delete: deleted = [], append = {}, subtract = {} }: ConfigChanges) {
  const operations = (values: Readonly<Record<string, string>>, configOperation: number) =>
    Object.entries(values).map(([name, value]) => ({ name, value: String(value), configOperation }))
  return [
    ...operations(set, Operation.SET),
    ...deleted.map((name) => ({ name, value: null, configOperation: Operation.DELETE })),
    ...operations(append, Operation.APPEND),
    ...operations(subtract, Operation.SUBTRACT),
  ]
}
