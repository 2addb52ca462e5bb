import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import type { QuotaEntity } from './describe-client-quotas.ts'

/** What to change in an entity's quotas; those that are not named stay as they are. */
export interface ClientQuotaAlteration {
  readonly entity: QuotaEntity
  /** New values; null takes the quota away. */
  readonly quotas: Readonly<Record<string, number | null>>
}

/** Asked of any broker, all in one request (KIP-546). */
export function alterClientQuotas(
  world: AdminWorld,
  alterations: readonly ClientQuotaAlteration[],
  options: ValidateOnlyOptions,
): AdminResults<ClientQuotaAlteration, void> {
  return runItemsCall(world, 'alterClientQuotas', alterations, options, (call) =>
    driveItems<ClientQuotaAlteration, void>(call, alterations, anyBroker, async (items, place) => {
      const request = {
        entries: items.map(({ entity, quotas }) => ({
          entity: Object.entries(entity).map(([entityType, entityName]) => ({ entityType, entityName })),
          ops: Object.entries(quotas).map(([key, value]) => ({ key, value: value ?? 0, remove: value === null })),
        })),
        validateOnly: options.validateOnly ?? false,
      }
      const { entries } = await call.send(place, alterClientQuotasApi, request)
      const byEntity = new Map(
        entries.map((entry) => [
          entityKey(Object.fromEntries(entry.entity.map(({ entityType, entityName }) => [entityType, entityName]))),
          entry,
        ]),
      )
      return collectOutcomes(
        items,
        'AlterClientQuotas',
        ({ entity }) => byEntity.get(entityKey(entity)),
        ({ entity }, { errorCode, errorMessage }) => {
          const context = { api: 'AlterClientQuotas', resource: `quotas of ${entityKey(entity)}`, detail: errorMessage }
          return outcomeOf(errorCode, context, controllerReactions, () => undefined)
        },
      )
    }),
  )
}

function entityKey(entity: QuotaEntity): string {
  const types = Object.keys(entity).sort()
  return types.map((type) => `${type} ${entity[type] ?? '<default>'}`).join(', ')
}
