import { describeClientQuotasApi } from '@odradek/protocol/apis/describe-client-quotas'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'

/** Whom a quota is for: names by type (`user`, `client-id`, `ip`); null is the type's default. */
export type QuotaEntity = Readonly<Record<string, string | null>>

/** The quotas of an entity, such as `{ producer_byte_rate: 1048576 }`. */
export interface ClientQuotas {
  readonly entity: QuotaEntity
  readonly quotas: Readonly<Record<string, number>>
}

/** Which entities: by type a name, null for the type's default, or `any` for each that has the type. */
export type QuotaFilter = Readonly<Record<string, string | null | { readonly match: 'any' }>>

/** What `describeClientQuotas` may be told. */
export interface DescribeClientQuotasOptions extends CallOptions {
  /** Leaves out entities that have other types as well. @default false */
  readonly strict?: boolean
}

const MatchType = { EXACT: 0, DEFAULT: 1, ANY: 2 } as const

/** Asked of any broker (KIP-546). */
export function describeClientQuotas(
  world: AdminWorld,
  filter: QuotaFilter,
  options: DescribeClientQuotasOptions,
): Promise<readonly ClientQuotas[]> {
  const components = Object.entries(filter).map(([entityType, wanted]) => {
    if (wanted === null) return { entityType, matchType: MatchType.DEFAULT, match: null }
    if (typeof wanted === 'string') return { entityType, matchType: MatchType.EXACT, match: wanted }
    return { entityType, matchType: MatchType.ANY, match: null }
  })
  return runCall(world, 'describeClientQuotas', options, (call) =>
    driveOne(call, anyBroker, async (place) => {
      const request = { components, strict: options.strict ?? false }
      const answer = await call.send(place, describeClientQuotasApi, request)
      const context = { api: 'DescribeClientQuotas', detail: answer.errorMessage }
      return outcomeOf(answer.errorCode, context, anyBrokerReactions, () =>
        (answer.entries ?? []).map(({ entity, values }) => ({
          entity: Object.fromEntries(entity.map(({ entityType, entityName }) => [entityType, entityName])),
          quotas: Object.fromEntries(values.map(({ key, value }) => [key, value])),
        })),
      )
    }),
  )
}
