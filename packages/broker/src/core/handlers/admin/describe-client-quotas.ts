// DescribeClientQuotas 0-1 (KIP-546).
import { ErrorCode } from '@odradek/protocol'
import type { DescribeClientQuotasRequest } from '@odradek/protocol/messages/describe-client-quotas-request'
import type { DescribeClientQuotasResponse } from '@odradek/protocol/messages/describe-client-quotas-response'
import type { BrokerState } from '../../broker-state.ts'
import type { QuotaEntity } from '../../quota/quota-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'

type Component = DescribeClientQuotasRequest['components'][number]

const EXACT = 0
const DEFAULT = 1
const SPECIFIED = 2
const ENTITY_TYPES = ['client-id', 'ip', 'user']

/** Handles DescribeClientQuotas. `strict`: entities of exactly the types that are named. */
export function handleDescribeClientQuotas(
  { cluster }: BrokerState,
  { body }: BrokerRequest<DescribeClientQuotasRequest>,
): Outcome<DescribeClientQuotasResponse> {
  const fault = filterFault(body.components)
  if (fault !== undefined) return answer({ ...fault, entries: null })
  const found = [...cluster.admin.quotas.all()].filter(({ entity }) => {
    const types = Object.keys(entity).length
    if (body.strict && types !== body.components.length) return false
    return body.components.every((component) => matches(entity, component))
  })
  const entries = found.map(({ entity, values }) => ({
    entity: Object.entries(entity).map(([entityType, entityName]) => ({ entityType, entityName })),
    values: [...values].map(([key, value]) => ({ key, value })),
  }))
  return answer({ errorMessage: '', entries })
}

function matches(entity: QuotaEntity, { entityType, matchType, match }: Component): boolean {
  if (!Object.hasOwn(entity, entityType)) return false
  if (matchType === SPECIFIED) return true
  return entity[entityType] === (matchType === DEFAULT ? null : match)
}

function filterFault(components: readonly Component[]) {
  const seen = new Set<string>()
  for (const component of components) {
    const fault = componentFault(component, seen)
    if (fault !== undefined) return fault
    seen.add(component.entityType)
  }
  if (!seen.has('ip') || seen.size === 1) return undefined
  return invalid(
    'Invalid entity filter component combination. IP filter component should not be used with user or clientId filter component.',
  )
}

function invalid(errorMessage: string) {
  return { errorCode: ErrorCode.INVALID_REQUEST as number, errorMessage }
}

function componentFault({ entityType, matchType, match }: Component, seen: ReadonlySet<string>) {
  if (entityType === '') return invalid('Invalid empty entity type.')
  if (seen.has(entityType)) return invalid(`Entity type ${entityType} cannot appear more than once in the filter.`)
  if (![EXACT, DEFAULT, SPECIFIED].includes(matchType)) return invalid(`Unknown match type ${matchType}`)
  if (matchType === EXACT && match === null) {
    return invalid('Request specified MATCH_TYPE_EXACT, but set match string to null.')
  }
  if (matchType !== EXACT && match !== null) {
    const kind = matchType === DEFAULT ? 'MATCH_TYPE_DEFAULT' : 'MATCH_TYPE_SPECIFIED'
    return invalid(`Request specified ${kind}, but also specified a match string.`)
  }
  if (ENTITY_TYPES.includes(entityType)) return undefined
  return { errorCode: ErrorCode.UNSUPPORTED_VERSION as number, errorMessage: `Unsupported entity type ${entityType}` }
}
