// UnregisterBroker 0: a broker that will not come back is forgotten (KIP-500).
import { ErrorCode } from '@odradek/protocol'
import type { UnregisterBrokerRequest } from '@odradek/protocol/messages/unregister-broker-request'
import type { UnregisterBrokerResponse } from '@odradek/protocol/messages/unregister-broker-response'
import type { BrokerState } from '../broker-state.ts'
import { planDeparture } from '../cluster/broker-lifecycle.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles UnregisterBroker. */
export function handleUnregisterBroker(
  { cluster }: BrokerState,
  { body: { brokerId } }: BrokerRequest<UnregisterBrokerRequest>,
): Outcome<UnregisterBrokerResponse> {
  if (!cluster.brokers.has(brokerId)) {
    const message = `Broker ID ${brokerId} is not currently registered`
    return answer({ errorCode: ErrorCode.BROKER_ID_NOT_REGISTERED, errorMessage: message })
  }
  return answer({ errorMessage: null }, [
    ...planDeparture(cluster, brokerId),
    { type: 'broker-unregistered', brokerId },
  ])
}
