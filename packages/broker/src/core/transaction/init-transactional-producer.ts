// InitProducerId with a transactional id: a new epoch, which fences whoever had the one before (KIP-98, KIP-360).
import { ErrorCode, InvariantError } from '@odradek/protocol'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import { storeTransaction } from './store-transaction.ts'
import {
  fenceProducer,
  incrementEpoch,
  isEpochExhausted,
  newTransaction,
  prepareEnd,
  type ProducerIdAndEpoch,
  rotateProducerId,
  type TransactionMetadata,
} from './transaction-metadata.ts'
import { transactionPartition } from './transaction-topic.ts'

/** What a transactional producer asks for. `expected`: what it says it has, and wants bumped. */
export interface InitRequest {
  readonly transactionalId: string
  readonly timeoutMs: number
  readonly expected: ProducerIdAndEpoch | undefined
}

/** An error code, or what the producer gets; and what changes either way. */
export interface InitResult {
  readonly errorCode: number
  readonly producer?: ProducerIdAndEpoch
  readonly records: readonly BrokerRecord[]
}

function refused(errorCode: number): InitResult {
  return { errorCode, records: [] }
}

/** Judges the request. An ongoing transaction is aborted first: until that is done the answer is CONCURRENT_TRANSACTIONS. */
export function initTransactionalProducer(state: BrokerState, request: InitRequest, wallClockMs: number): InitResult {
  const { transactionalId, timeoutMs, expected } = request
  if (transactionalId === '') return refused(ErrorCode.INVALID_REQUEST)
  if (timeoutMs <= 0 || timeoutMs > state.config.transactionMaxTimeoutMs) {
    return refused(ErrorCode.INVALID_TRANSACTION_TIMEOUT)
  }
  if (transactionPartition(state, transactionalId) === undefined) return refused(ErrorCode.NOT_COORDINATOR)
  if (state.transactions.isPending(transactionalId)) return refused(ErrorCode.CONCURRENT_TRANSACTIONS)
  const ids = new ProducerIds(state)
  const found = state.transactions.find(transactionalId)
  const known = found ?? newTransaction(transactionalId, ids.take(), timeoutMs)
  if (expected !== undefined && !isValidProducer(known, expected)) return refused(ErrorCode.PRODUCER_FENCED)
  switch (known.state) {
    case 'PrepareCommit':
    case 'PrepareAbort':
      return refused(ErrorCode.CONCURRENT_TRANSACTIONS)
    case 'Ongoing':
      return { errorCode: ErrorCode.CONCURRENT_TRANSACTIONS, records: abortInPlace(state, known, wallClockMs) }
    case 'Empty':
    case 'CompleteCommit':
    case 'CompleteAbort': {
      const next = nextEpoch(known, request, ids, wallClockMs)
      if (typeof next === 'number') return refused(next)
      return {
        errorCode: ErrorCode.NONE,
        producer: next,
        records: [...ids.records, ...storeTransaction(state, next, wallClockMs)],
      }
    }
    default:
      throw new InvariantError(`transactional id ${transactionalId} is stored in state ${known.state}`)
  }
}

/** Producer ids taken while one request is handled. */
class ProducerIds {
  readonly records: BrokerRecord[] = []
  #next: bigint

  constructor(state: BrokerState) {
    this.#next = state.cluster.nextProducerId
  }

  take(): bigint {
    const given = this.#next++
    this.records.push({ type: 'producer-id-given', nextProducerId: this.#next })
    return given
  }
}

function isValidProducer(metadata: TransactionMetadata, { producerId, producerEpoch }: ProducerIdAndEpoch): boolean {
  // An id without an epoch has just been made: its producer lost the one it had, and may have this one.
  if (metadata.producerEpoch === -1 || producerId === metadata.producerId) return true
  // The answer that gave a new id, because the epochs of the old one were used up, got lost.
  return producerId === metadata.previousProducerId && isEpochExhausted(producerEpoch)
}

function nextEpoch(
  metadata: TransactionMetadata,
  { timeoutMs, expected }: InitRequest,
  ids: ProducerIds,
  wallClockMs: number,
): TransactionMetadata | number {
  const { producerEpoch } = metadata
  if (isEpochExhausted(producerEpoch) && (expected === undefined || expected.producerEpoch === producerEpoch)) {
    return rotateProducerId(metadata, ids.take(), timeoutMs, wallClockMs, expected !== undefined)
  }
  return incrementEpoch(metadata, timeoutMs, expected?.producerEpoch, wallClockMs)
}

/** Aborts a transaction in its producer's place: the producer is fenced first. */
export function abortInPlace(state: BrokerState, metadata: TransactionMetadata, wallClockMs: number): BrokerRecord[] {
  const clientTransactionVersion = state.transactionVersion >= 2 ? 2 : 0
  const aborted = prepareEnd(fenceProducer(metadata, clientTransactionVersion), {
    outcome: 'PrepareAbort',
    clientTransactionVersion,
    nextProducerId: -1n,
    updatedAtMs: wallClockMs,
    isEmpty: false,
  })
  return storeTransaction(state, aborted, wallClockMs)
}
