import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'

import { type AdminCall, runCall, runItemsCall } from '../admin-call.ts'
import { type AdminResults, valuesOf } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems, oneByOne } from '../drivers/drive-items.ts'
import type { ItemResult } from '../item-result.ts'

/** A transactional id whose producers are fenced: what the next one would have got. */
export interface FencedProducer {
  readonly transactionalId: string
  readonly producerId: bigint
  readonly producerEpoch: number
}

/** Nobody is to use this producer id: its transactions need no time. */
const TRANSACTION_TIMEOUT_MS = 1

/** Asked of each transactional id's coordinator: takes the id over as a new producer would, which ends what the old one left open. */
export function fenceProducers(
  world: AdminWorld,
  transactionalIds: readonly string[],
  options: CallOptions,
): AdminResults<string, FencedProducer> {
  return runItemsCall(world, 'fenceProducers', transactionalIds, options, (call) => fence(call, transactionalIds))
}

/** The same for one, whose open transaction is what matters (KIP-939). */
export async function forceTerminateTransaction(
  world: AdminWorld,
  transactionalId: string,
  options: CallOptions,
): Promise<void> {
  await runCall(world, 'forceTerminateTransaction', options, async (call) =>
    valuesOf(call.name, await fence(call, [transactionalId])),
  )
}

function fence(
  call: AdminCall,
  transactionalIds: readonly string[],
): Promise<readonly ItemResult<string, FencedProducer>[]> {
  return driveItems(
    call,
    transactionalIds,
    coordinatorOf('transaction', String),
    oneByOne(async (transactionalId, place) => {
      const request = { transactionalId, transactionTimeoutMs: TRANSACTION_TIMEOUT_MS }
      const { errorCode, producerId, producerEpoch } = await call.send(place, initProducerIdApi, request)
      const context = { api: 'InitProducerId', resource: `transactional id ${transactionalId}` }
      return outcomeOf(errorCode, context, coordinatorReactions, () => ({ transactionalId, producerId, producerEpoch }))
    }),
  )
}
