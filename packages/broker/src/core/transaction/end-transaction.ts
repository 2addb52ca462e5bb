// Whether a transaction may be ended, and what it then becomes: the rules of EndTxn for both generations
// (Kafka's TransactionCoordinator.endTransaction and endTransactionWithTV1).
import { ErrorCode } from '@odradek/protocol'
import {
  bumpsEpoch,
  isEpochExhausted,
  prepareEnd,
  type ProducerIdAndEpoch,
  type TransactionMetadata,
  type TransactionVersion,
} from './transaction-metadata.ts'

/** How a producer wants its transaction to end. */
export interface EndRequest extends ProducerIdAndEpoch {
  readonly commit: boolean
  /** From EndTxn 5 on the client bumps its epoch with each transaction. */
  readonly clientTransactionVersion: TransactionVersion
  /** The id is about to have another state. */
  readonly isPending: boolean
}

/** The outcome: an error code (NONE where the transaction has ended so before), or the state to store. */
export type EndDecision =
  | { readonly kind: 'error'; readonly errorCode: number }
  | { readonly kind: 'ended-before' }
  | { readonly kind: 'prepare'; readonly metadata: TransactionMetadata; readonly usesNewProducerId: boolean }

const MAX_EPOCH_OF_PRODUCER = 0x7fff - 1

function refused(errorCode: number): EndDecision {
  return { kind: 'error', errorCode }
}

/** Judges EndTxn. `newProducerId` is what the producer gets where its epochs are used up. */
export function decideEnd(
  metadata: TransactionMetadata,
  request: EndRequest,
  newProducerId: bigint,
  updatedAtMs: number,
): EndDecision {
  return bumpsEpoch(request.clientTransactionVersion)
    ? decideSecondGeneration(metadata, request, newProducerId, updatedAtMs)
    : decideFirstGeneration(metadata, request, updatedAtMs)
}

function decideFirstGeneration(metadata: TransactionMetadata, request: EndRequest, updatedAtMs: number): EndDecision {
  if (metadata.producerId !== request.producerId) return refused(ErrorCode.INVALID_PRODUCER_ID_MAPPING)
  if (metadata.producerEpoch !== request.producerEpoch) return refused(ErrorCode.PRODUCER_FENCED)
  if (request.isPending) return refused(ErrorCode.CONCURRENT_TRANSACTIONS)
  switch (metadata.state) {
    case 'Ongoing': {
      const { commit, clientTransactionVersion } = request
      const outcome = commit ? 'PrepareCommit' : 'PrepareAbort'
      const change = { outcome, clientTransactionVersion, nextProducerId: -1n, updatedAtMs, isEmpty: false } as const
      return { kind: 'prepare', metadata: prepareEnd(metadata, change), usesNewProducerId: false }
    }
    case 'CompleteCommit':
    case 'CompleteAbort':
      return isSameOutcome(metadata, request) ? { kind: 'ended-before' } : refused(ErrorCode.INVALID_TXN_STATE)
    default:
      return decideMeanwhile(metadata, request)
  }
}

function decideSecondGeneration(
  metadata: TransactionMetadata,
  request: EndRequest,
  newProducerId: bigint,
  updatedAtMs: number,
): EndDecision {
  const { producerId, producerEpoch } = request
  // The request comes again after its answer, with the bumped epoch or the new id in it, got lost.
  const repeatsOverflow =
    metadata.previousProducerId === producerId &&
    producerEpoch === MAX_EPOCH_OF_PRODUCER &&
    metadata.producerEpoch === 0
  const repeats = repeatsOverflow || metadata.producerEpoch === producerEpoch + 1
  if (metadata.producerId !== producerId && !repeatsOverflow) return refused(ErrorCode.INVALID_PRODUCER_ID_MAPPING)
  if (!isValidEpoch(metadata, producerEpoch, repeats, repeatsOverflow)) return refused(ErrorCode.PRODUCER_FENCED)
  if (request.isPending) return refused(ErrorCode.CONCURRENT_TRANSACTIONS)
  switch (metadata.state) {
    case 'Ongoing':
      return prepare(metadata, request, newProducerId, updatedAtMs, false)
    case 'Empty':
      if (request.commit) return refused(ErrorCode.INVALID_TXN_STATE)
      return prepare(metadata, request, newProducerId, updatedAtMs, true)
    case 'CompleteCommit':
    case 'CompleteAbort':
      if (repeats) {
        return isSameOutcome(metadata, request) ? { kind: 'ended-before' } : refused(ErrorCode.INVALID_TXN_STATE)
      }
      // With the new epoch it is the end of the next transaction, which has no partition: that can only be aborted.
      if (request.commit) return refused(ErrorCode.INVALID_TXN_STATE)
      return prepare(metadata, request, newProducerId, updatedAtMs, true)
    default:
      return decideMeanwhile(metadata, request)
  }
}

function isValidEpoch(
  { state, producerEpoch: current }: TransactionMetadata,
  producerEpoch: number,
  repeats: boolean,
  repeatsOverflow: boolean,
): boolean {
  if (state === 'PrepareCommit' || state === 'PrepareAbort') return repeats && !repeatsOverflow
  if (state === 'CompleteCommit' || state === 'CompleteAbort') return repeats || producerEpoch === current
  return producerEpoch === current
}

function prepare(
  metadata: TransactionMetadata,
  { commit, clientTransactionVersion }: EndRequest,
  newProducerId: bigint,
  updatedAtMs: number,
  isEmpty: boolean,
): EndDecision {
  const usesNewProducerId = isEpochExhausted(metadata.producerEpoch)
  const nextProducerId = usesNewProducerId ? newProducerId : -1n
  const outcome = commit ? 'PrepareCommit' : 'PrepareAbort'
  const change = { outcome, clientTransactionVersion, nextProducerId, updatedAtMs, isEmpty } as const
  return { kind: 'prepare', metadata: prepareEnd(metadata, change), usesNewProducerId }
}

function isSameOutcome({ state }: TransactionMetadata, { commit }: EndRequest): boolean {
  return state === (commit ? 'CompleteCommit' : 'CompleteAbort')
}

/** While markers are being written the same request may be tried again later, another one never. */
function decideMeanwhile({ state }: TransactionMetadata, { commit }: EndRequest): EndDecision {
  const same = state === (commit ? 'PrepareCommit' : 'PrepareAbort')
  return refused(same ? ErrorCode.CONCURRENT_TRANSACTIONS : ErrorCode.INVALID_TXN_STATE)
}
