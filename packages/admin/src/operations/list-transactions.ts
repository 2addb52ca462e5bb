import { ErrorCode } from '@odradek/protocol'
import { listTransactionsApi } from '@odradek/protocol/apis/list-transactions'

import { runCall } from '../admin-call.ts'
import { valuesOf } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { allBrokers } from '../drivers/all-brokers.ts'
import { answerError, outcomeOf, type Reactions } from '../drivers/answers.ts'
import { driveItems, oneByOne } from '../drivers/drive-items.ts'
import { brokerOf } from '../drivers/places.ts'
import { wholeMilliseconds } from '../whole-milliseconds.ts'
import { type TransactionState, transactionStateOf } from './describe-transactions.ts'

/** A transactional id, as its coordinator lists it. */
export interface TransactionListing {
  readonly transactionalId: string
  readonly producerId: bigint
  readonly state: TransactionState
  /** Node id of the broker that coordinates it. */
  readonly coordinator: number
}

/** What `listTransactions` may be told. */
export interface ListTransactionsOptions extends CallOptions {
  /** Lists those in these states alone. @default all */
  readonly states?: readonly TransactionState[]
  /** Lists those of these producers alone. @default all */
  readonly producerIds?: readonly bigint[]
  /** Lists those alone whose transaction is open for longer, in milliseconds (KIP-994, Kafka 3.8). @default all */
  readonly durationMs?: number
  /** Lists those alone whose id matches this regular expression, RE2J's (KIP-1152, Kafka 4.1). @default all */
  readonly transactionalIdPattern?: string
}

const reactions: Reactions = {
  retry: new Set([ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.COORDINATOR_NOT_AVAILABLE]),
  move: new Set(),
}

/** Asked of every broker: each lists those that it coordinates (KIP-664). Rejects where one broker cannot be asked. */
export function listTransactions(
  world: AdminWorld,
  options: ListTransactionsOptions,
): Promise<readonly TransactionListing[]> {
  return runCall(world, 'listTransactions', options, async (call) => {
    const { states = [], producerIds = [], durationMs, transactionalIdPattern } = options
    const request = {
      stateFilters: states,
      producerIdFilters: producerIds,
      ...(durationMs === undefined ? {} : { durationFilter: wholeMilliseconds(call.name, 'durationMs', durationMs) }),
      ...(transactionalIdPattern === undefined ? {} : { transactionalIdPattern }),
    }
    const api = 'ListTransactions'
    const lists = await driveItems(
      call,
      await allBrokers(call),
      brokerOf((nodeId) => nodeId),
      oneByOne<number, readonly TransactionListing[]>(async (nodeId, place) => {
        const answer = await call.send(place, listTransactionsApi, request, versionLimits(options))
        if (answer.unknownStateFilters.length > 0) {
          const detail = `broker ${nodeId} does not know the states ${answer.unknownStateFilters.join(', ')}`
          return { error: answerError(ErrorCode.INVALID_REQUEST, { api, detail }) }
        }
        return outcomeOf(answer.errorCode, { api, resource: `broker ${nodeId}` }, reactions, () =>
          answer.transactionStates.map(({ transactionalId, producerId, transactionState }) => ({
            transactionalId,
            producerId,
            state: transactionStateOf(transactionState),
            coordinator: nodeId,
          })),
        )
      }),
    )
    return valuesOf(call.name, lists).flat()
  })
}

function versionLimits({ durationMs, transactionalIdPattern }: ListTransactionsOptions) {
  if (transactionalIdPattern !== undefined)
    return { minVersion: 2, minVersionFor: 'transactionalIdPattern needs Kafka 4.1 or newer' }
  return durationMs === undefined ? {} : { minVersion: 1, minVersionFor: 'durationMs needs Kafka 3.8 or newer' }
}
