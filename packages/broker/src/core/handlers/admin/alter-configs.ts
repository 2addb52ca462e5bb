// AlterConfigs 0-2 (KIP-133): what is not named goes back to its default. Refused changes leave the others alone.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { AlterConfigsRequest } from '@odradek/protocol/messages/alter-configs-request'
import type { AlterConfigsResponse } from '@odradek/protocol/messages/alter-configs-response'
import type { IncrementalAlterConfigsRequest } from '@odradek/protocol/messages/incremental-alter-configs-request'
import type { IncrementalAlterConfigsResponse } from '@odradek/protocol/messages/incremental-alter-configs-response'
import type { BrokerState } from '../../broker-state.ts'
import { ConfigOperation, planChanges, type WantedChanges } from '../../config/alter-configs.ts'
import type { ConfigChanged } from '../../config/config-store.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'

type Result = MessageInput<AlterConfigsResponse['responses'][number]>

/** Handles AlterConfigs. */
export function handleAlterConfigs(
  state: BrokerState,
  { body }: BrokerRequest<AlterConfigsRequest>,
): Outcome<AlterConfigsResponse> {
  const wanted = body.resources.map(({ configs, ...resource }) => ({
    ...resource,
    changes: configs.map((config) => ({ ...config, operation: ConfigOperation.SET })),
    replaceAll: true,
  }))
  return alter(state, wanted, body.validateOnly)
}

/** Handles IncrementalAlterConfigs 0-1 (KIP-339): sets, deletes, appends to and subtracts from single configs. */
export function handleIncrementalAlterConfigs(
  state: BrokerState,
  { body }: BrokerRequest<IncrementalAlterConfigsRequest>,
): Outcome<IncrementalAlterConfigsResponse> {
  const wanted = body.resources.map(({ configs, ...resource }) => ({
    ...resource,
    changes: configs.map(({ name, configOperation, value }) => ({ name, value, operation: configOperation })),
    replaceAll: false,
  }))
  return alter(state, wanted, body.validateOnly)
}

function alter(
  state: BrokerState,
  resources: readonly WantedChanges[],
  validateOnly: boolean,
): Outcome<AlterConfigsResponse> {
  const records: ConfigChanged[] = []
  const keyOf = ({ resourceType, resourceName }: WantedChanges) => `${resourceType}/${resourceName}`
  const keys = resources.map(keyOf)
  const responses = resources.map((wanted): Result => {
    const { resourceType, resourceName } = wanted
    const resource = { resourceType, resourceName }
    if (keys.indexOf(keyOf(wanted)) !== keys.lastIndexOf(keyOf(wanted))) {
      const errorMessage = 'Each resource must appear at most once.'
      return { ...resource, errorCode: ErrorCode.INVALID_REQUEST, errorMessage }
    }
    const plan = planChanges(state.configContext, wanted)
    if (!Array.isArray(plan)) return { ...resource, ...plan }
    records.push(...plan)
    return { ...resource, errorMessage: null }
  })
  return answer({ responses }, validateOnly ? [] : records)
}
