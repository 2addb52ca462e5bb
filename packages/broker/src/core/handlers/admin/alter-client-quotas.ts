// AlterClientQuotas 0-1 (KIP-546).
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { AlterClientQuotasRequest } from '@odradek/protocol/messages/alter-client-quotas-request'
import type { AlterClientQuotasResponse } from '@odradek/protocol/messages/alter-client-quotas-response'
import type { BrokerState } from '../../broker-state.ts'
import type { QuotaChanged, QuotaEntity } from '../../quota/quota-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'

type Result = MessageInput<AlterClientQuotasResponse['entries'][number]>
type Entry = AlterClientQuotasRequest['entries'][number]

const ENTITY_TYPES = ['client-id', 'ip', 'user']
const CLIENT_KEYS = ['producer_byte_rate', 'consumer_byte_rate', 'request_percentage', 'controller_mutation_rate']
const IP_KEYS = ['connection_creation_rate']
const MAY_BE_FRACTIONS = ['request_percentage', 'controller_mutation_rate']
const IP = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*|localhost)$/i

/** Handles AlterClientQuotas. */
export function handleAlterClientQuotas(
  _state: BrokerState,
  { body }: BrokerRequest<AlterClientQuotasRequest>,
): Outcome<AlterClientQuotasResponse> {
  const records: QuotaChanged[] = []
  const entries = body.entries.map((entry): Result => {
    const entity = entityOf(entry)
    const named = Object.entries(entity).map(([entityType, entityName]) => ({ entityType, entityName }))
    const errorMessage = entityError(entity) ?? operationsError(entity, entry)
    if (errorMessage !== undefined) return { errorCode: ErrorCode.INVALID_REQUEST, errorMessage, entity: named }
    for (const { key, value, remove } of entry.ops) {
      records.push({ type: 'quota-changed', entity, key, value: remove ? null : value })
    }
    return { errorMessage: null, entity: named }
  })
  return answer({ entries }, body.validateOnly ? [] : records)
}

/** Of two names for one type the later one holds, as in Kafka. */
function entityOf({ entity }: Entry): QuotaEntity {
  const parts = entity.map(({ entityType, entityName }) => [entityType, entityName] as const)
  return Object.fromEntries(parts.sort(([left], [right]) => (left < right ? -1 : 1)))
}

function entityError(entity: QuotaEntity): string | undefined {
  const parts = Object.entries(entity)
  if (parts.length === 0) return 'Invalid empty client quota entity'
  for (const [type, name] of parts) {
    if (!ENTITY_TYPES.includes(type)) return `Unhandled client quota entity type: ${type}`
    if (name === '') return `Empty ${type} not supported`
  }
  return undefined
}

function operationsError(entity: QuotaEntity, { ops }: Entry): string | undefined {
  const keys = ops.map(({ key }) => key)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) return `Duplicate quota key ${twice} not updated for entity.`
  const isIp = 'ip' in entity
  if (isIp && Object.keys(entity).length > 1) {
    return 'Invalid quota entity combination, IP entity shouldnot be combined with User or ClientId'
  }
  const { ip = null } = entity as { ip?: string | null }
  if (ip !== null && !IP.test(ip)) return `${ip} is not a valid IP or resolvable host.`
  for (const { key, value, remove } of ops) {
    if (!(isIp ? IP_KEYS : CLIENT_KEYS).includes(key)) return `Invalid configuration key ${key}`
    if (remove) continue
    if (!(value > 0)) return `Quota ${key} must be greater than 0`
    if (!MAY_BE_FRACTIONS.includes(key) && !Number.isInteger(value)) return `${key} cannot be a fractional value.`
  }
  return undefined
}
