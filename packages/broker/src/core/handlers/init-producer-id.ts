// InitProducerId 0-5 for idempotent producers (KIP-98): each one gets a new id, with epoch 0.
import { ErrorCode } from '@odradek/protocol'
import type { InitProducerIdRequest } from '@odradek/protocol/messages/init-producer-id-request'
import type { InitProducerIdResponse } from '@odradek/protocol/messages/init-producer-id-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'

/** Handles InitProducerId. There are no transactions here, which UNSUPPORTED_VERSION says: producers take it for final. */
export function handleInitProducerId(
  state: BrokerState,
  { body }: BrokerRequest<InitProducerIdRequest>,
): Outcome<InitProducerIdResponse> {
  const { transactionalId, producerId, producerEpoch } = body
  const refused = (errorCode: number) =>
    answer<InitProducerIdResponse>({ errorCode, producerId: -1n, producerEpoch: -1 })
  if ((producerId === -1n) !== (producerEpoch === -1)) return refused(ErrorCode.INVALID_REQUEST)
  if (transactionalId === '') return refused(ErrorCode.INVALID_REQUEST)
  if (transactionalId !== null) return refused(ErrorCode.UNSUPPORTED_VERSION)
  const given = state.cluster.nextProducerId
  return answer({ producerId: given, producerEpoch: 0 }, [{ type: 'producer-id-given', nextProducerId: given + 1n }])
}
