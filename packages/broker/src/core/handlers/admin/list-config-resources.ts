// ListConfigResources 0-1 (KIP-1142; version 0 was ListClientMetricsResources and lists those alone).
import { ErrorCode } from '@odradek/protocol'
import type { ListConfigResourcesRequest } from '@odradek/protocol/messages/list-config-resources-request'
import type { ListConfigResourcesResponse } from '@odradek/protocol/messages/list-config-resources-response'
import type { BrokerState } from '../../broker-state.ts'
import { ConfigResourceType } from '../../config/config-source.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'

const { TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP } = ConfigResourceType
const ALL: readonly number[] = [GROUP, CLIENT_METRICS, BROKER_LOGGER, BROKER, TOPIC]

/** Handles ListConfigResources. */
export function handleListConfigResources(
  state: BrokerState,
  { body, version }: BrokerRequest<ListConfigResourcesRequest>,
): Outcome<ListConfigResourcesResponse> {
  const named = version === 0 ? [CLIENT_METRICS] : body.resourceTypes
  if (named.some((type) => !ALL.includes(type))) return answer({ errorCode: ErrorCode.UNSUPPORTED_VERSION })
  const wanted = ALL.filter((type) => named.length === 0 || named.includes(type))
  const configResources = wanted.flatMap((resourceType) =>
    namesOf(state, resourceType).map((resourceName) => ({ resourceName, resourceType })),
  )
  return answer({ configResources })
}

function namesOf({ cluster }: BrokerState, resourceType: number): string[] {
  switch (resourceType) {
    case TOPIC:
      return [...cluster.topics.all()].map(({ name }) => name)
    case BROKER:
    case BROKER_LOGGER:
      return [...cluster.brokers.all()].map(({ brokerId }) => String(brokerId))
    default:
      return cluster.admin.configs.names(resourceType)
  }
}
