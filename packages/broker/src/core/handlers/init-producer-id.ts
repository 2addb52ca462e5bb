// InitProducerId 0-5: an id for an idempotent producer (KIP-98), an epoch for a transactional one (KIP-360 from version 3 on).
import { ErrorCode } from '@odradek/protocol'
import type { InitProducerIdRequest } from '@odradek/protocol/messages/init-producer-id-request'
import type { InitProducerIdResponse } from '@odradek/protocol/messages/init-producer-id-response'
import type { BrokerState } from '../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../request.ts'
import { fencingErrorOf } from '../transaction/fencing-error.ts'
import { initTransactionalProducer } from '../transaction/init-transactional-producer.ts'

const FENCED_SINCE = 4

/** Handles InitProducerId. */
export function handleInitProducerId(
  state: BrokerState,
  { body, version, receivedAtMs }: BrokerRequest<InitProducerIdRequest>,
): Outcome<InitProducerIdResponse> {
  const { transactionalId, producerId, producerEpoch, transactionTimeoutMs: timeoutMs } = body
  if ((producerId === -1n) !== (producerEpoch === -1)) return refused(ErrorCode.INVALID_REQUEST)
  if (transactionalId === null) {
    const given = state.cluster.nextProducerId
    return answer({ producerId: given, producerEpoch: 0 }, [{ type: 'producer-id-given', nextProducerId: given + 1n }])
  }
  const expected = producerId === -1n ? undefined : { producerId, producerEpoch }
  const { errorCode, producer, records } = initTransactionalProducer(
    state,
    { transactionalId, timeoutMs, expected },
    receivedAtMs,
  )
  if (producer === undefined) return { ...refused(fencingErrorOf(errorCode, version, FENCED_SINCE)), records }
  return answer({ producerId: producer.producerId, producerEpoch: producer.producerEpoch }, records)
}

function refused(errorCode: number): Outcome<InitProducerIdResponse> {
  return answer({ errorCode, producerId: -1n, producerEpoch: -1 })
}
