// DescribeConfigs 1-4 (KIP-133, KIP-226, KIP-569): of topics, brokers, loggers, client metrics and groups.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeConfigsRequest } from '@odradek/protocol/messages/describe-configs-request'
import type { DescribeConfigsResponse } from '@odradek/protocol/messages/describe-configs-response'
import type { BrokerState } from '../broker-state.ts'
import { describeResource, isConfigResourceType, MALFORMED } from '../config/describe-configs.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

type Result = MessageInput<DescribeConfigsResponse['results'][number]>

const TYPES_SINCE = 3

/** Handles DescribeConfigs. */
export function handleDescribeConfigs(
  state: BrokerState,
  { body, version }: BrokerRequest<DescribeConfigsRequest>,
): Outcome<DescribeConfigsResponse> {
  const details = { synonyms: body.includeSynonyms, documentation: body.includeDocumentation }
  // A type that there is not spoils the whole request, as in Kafka.
  const isKnown = body.resources.every(({ resourceType }) => isConfigResourceType(resourceType))
  const results = body.resources.map(({ resourceType, resourceName, configurationKeys }): Result => {
    const resource = { resourceType, resourceName }
    if (!isKnown) {
      const refused = { errorCode: ErrorCode.INVALID_REQUEST, errorMessage: MALFORMED }
      return { ...resource, ...refused }
    }
    const described = describeResource(state.configContext, resourceType, resourceName, configurationKeys, details)
    if (version >= TYPES_SINCE) return { ...resource, ...described }
    const configs = described.configs?.map(({ configType: _, documentation: __, ...config }) => config)
    return { ...resource, ...described, configs: configs ?? [] }
  })
  return answer({ results })
}
