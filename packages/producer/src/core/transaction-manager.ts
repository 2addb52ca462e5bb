// A producer's transactions (KIP-98, KIP-360, KIP-447, KIP-890): the one who talks to the coordinators, and who says whether records may be sent.
import { type AnyUnsentRequest, type PollResult, type RequestManager, StateMachine } from '@odradek/network/internal'
import { AbortableTransactionError, ErrorCode, FencedError, type KafkaError, UsageError } from '@odradek/protocol'

import type { PartitionQueue } from './partition-queue.ts'
import type { ProducerIdAndEpoch, ProducerIdentity } from './producer-identity.ts'
import { TransactionAge } from './transaction-age.ts'
import { TransactionCoordinators } from './transaction-coordinators.ts'
import { abortableError, answerError, fatalTransactionError } from './transaction-errors.ts'
import {
  isAbortedByCoordinator,
  isFinal,
  mayInitializeAgain,
  transactionErrorAction,
} from './transaction-error-table.ts'
import type { TransactionManagerOptions } from './transaction-manager-options.ts'
import { type PendingOffsets, TransactionOffsets } from './transaction-offsets.ts'
import { TransactionPartitions } from './transaction-partitions.ts'
import {
  addOffsetsRequest,
  addPartitionsRequest,
  type AnswerPart,
  type ConsumerGroupMetadata,
  endTxnRequest,
  initProducerIdRequest,
  type TransactionAnswer,
  type TransactionOffset,
  type TransactionRequestContext,
  txnOffsetCommitRequest,
} from './transaction-requests.ts'
import { TransactionRetry } from './transaction-retry.ts'
import { sayTransactionState, type TransactionState, transactionStateMoves } from './transaction-state.ts'
import { type TransactionCallback, TransactionWaiters } from './transaction-waiters.ts'

const nothing: readonly AnyUnsentRequest[] = []
/** The last version of Produce of the first protocol. */
const LAST_PRODUCE_VERSION_1 = 11

/** See the head of the file. States: transaction-state.ts. */
export class TransactionManager implements RequestManager, ProducerIdentity {
  readonly isDisabled = false
  readonly coordinators: TransactionCoordinators
  readonly #options: TransactionManagerOptions
  readonly #machine = new StateMachine<TransactionState>('transaction', transactionStateMoves, 'uninitialized')
  readonly #partitions = new TransactionPartitions()
  readonly #offsets = new TransactionOffsets()
  #identity: ProducerIdAndEpoch | undefined
  /** Why the transaction, or the producer, cannot go on. */
  #error: KafkaError | undefined
  /** What to do about that, as a sentence; may be empty. */
  #remedy = ''
  readonly #waiters = new TransactionWaiters()
  /** Whether a batch was given up whose number is used: the first protocol needs a new epoch then. */
  #needsBump = false
  /** Whether a broker has heard of the transaction, or may have. */
  #isStarted = false
  #isVersion2 = false
  #isOpen = false
  readonly #retry: TransactionRetry
  readonly #age: TransactionAge

  constructor(options: TransactionManagerOptions) {
    this.#options = options
    this.#retry = new TransactionRetry(options)
    this.#age = new TransactionAge(options.transactionTimeoutMs)
    this.coordinators = new TransactionCoordinators(options, {
      onTransactionRefused: (error) => this.#onCoordinatorRefused(error),
      onGroupRefused: (error, groupId) => this.#onGroupRefused(error, groupId),
    })
  }

  get transactionalId(): string {
    return this.#options.transactionalId
  }

  /** Why the last request has to be tried again; undefined after one that succeeded. For the text of time-out errors. */
  get lastError(): KafkaError | undefined {
    return this.#retry.lastError
  }

  get state(): TransactionState {
    return this.#machine.current
  }

  get maxProduceVersion(): number | undefined {
    return this.#isVersion2 ? undefined : LAST_PRODUCE_VERSION_1
  }

  get current(): ProducerIdAndEpoch | undefined {
    return this.state === 'in-transaction' || this.state === 'committing' ? this.#identity : undefined
  }

  /** Whether there is a transaction that can be aborted. */
  get mayAbort(): boolean {
    return this.state === 'in-transaction' || this.state === 'abortable-error'
  }

  /** Gets a producer id, which fences every earlier producer with the transactional id and ends its transaction. */
  initialize(done: TransactionCallback): void {
    if (this.state === 'fatal-error') done(this.#error)
    else if (this.state !== 'uninitialized' && this.state !== 'initializing') done()
    else {
      this.#waiters.add(done)
      if (this.state === 'uninitialized') this.#machine.transitionTo('initializing')
      this.#options.wakeup()
    }
  }

  /** Begins a transaction. Throws UsageError where one is open or the producer is not initialized, and the error that ended the producer. */
  begin(): void {
    if (this.state === 'fatal-error') throw this.#error!
    if (this.state !== 'ready') throw new UsageError(`a transaction cannot begin: ${sayTransactionState(this.state)}`)
    // Upwards it changes with the epoch alone.
    if (!this.#mayBeVersion2) this.#isVersion2 = false
    this.#isStarted = false
    this.#error = undefined
    this.#partitions.clear()
    this.#age.begin()
    this.#machine.transitionTo('in-transaction')
  }

  /** Throws where no records may be sent now: UsageError, AbortableTransactionError, or the error that ended the producer. */
  checkInTransaction(what: string): void {
    if (this.state === 'in-transaction') return
    if (this.state === 'fatal-error') throw this.#error!
    if (this.state === 'abortable-error') throw this.#abortableError()
    throw new UsageError(`${what}: ${sayTransactionState(this.state)}; begin a transaction first`)
  }

  /** Commits a group's positions when the transaction is committed. */
  sendOffsets(offsets: readonly TransactionOffset[], group: ConsumerGroupMetadata, done: TransactionCallback): void {
    this.checkInTransaction('sendOffsetsToTransaction')
    if (offsets.length === 0) {
      done()
      return
    }
    this.#offsets.add({ group, offsets, done })
    this.#options.wakeup()
  }

  /** Ends the transaction once all records and offsets are written. Further calls wait for the same end. */
  commit(done: TransactionCallback): void {
    if (this.state === 'committing') this.#waiters.add(done)
    else {
      this.checkInTransaction('commitTransaction')
      this.#waiters.add(done)
      this.#machine.transitionTo('committing')
      this.#options.wakeup()
    }
  }

  /** Drops what is not written, and ends the transaction. Further calls wait for the same end. */
  abort(done: TransactionCallback): void {
    if (this.state === 'aborting') this.#waiters.add(done)
    else {
      if (this.state !== 'abortable-error') this.checkInTransaction('abortTransaction')
      this.#waiters.add(done)
      this.#machine.transitionTo('aborting')
      this.#offsets.fail(new AbortableTransactionError('the transaction was aborted'))
      this.#options.wakeup()
    }
  }

  want(): void {
    // Nothing is sent before the transaction begins, and then the producer id is there.
  }

  maySend({ topic, partition }: PartitionQueue): boolean {
    if (this.#isVersion2) {
      // The leader adds the partition when the first batch comes (KIP-890).
      this.#isStarted = true
      return true
    }
    if (this.#partitions.has(topic.name, partition)) return true
    if (this.#partitions.want(topic.name, partition)) this.#options.wakeup()
    return false
  }

  newerThan(stale: ProducerIdAndEpoch): ProducerIdAndEpoch | undefined {
    const { current } = this
    return current?.producerId === stale.producerId && current.epoch === stale.epoch ? undefined : current
  }

  onBatchFailed(error: KafkaError, wasNumbered: boolean): void {
    if (wasNumbered) this.#needsBump = true
    if (this.state === 'in-transaction' || this.state === 'committing') this.#becomeAbortable(error)
  }

  onFatalError(error: KafkaError): void {
    if (this.state === 'fatal-error') return
    this.#machine.transitionTo('fatal-error')
    this.#error = error
    this.#offsets.fail(error)
    this.#waiters.settle(error)
    this.#options.onFatalError(error)
  }

  poll(nowMs: number): PollResult {
    this.#age.onTime(nowMs)
    if (this.state === 'abortable-error' || this.state === 'aborting') {
      if (!this.#options.isIdle()) this.#options.failQueued(this.#abortableError())
    }
    const requests: AnyUnsentRequest[] = []
    const isCoordinatorWanted = this.state !== 'uninitialized' && this.state !== 'fatal-error'
    const nextPollAtMs = this.coordinators.poll(isCoordinatorWanted, requests, nowMs)
    if (this.#isOpen) return { requests, nextPollAtMs }
    if (nowMs < this.#retry.atMs) return { requests, nextPollAtMs: Math.min(nextPollAtMs, this.#retry.atMs) }
    const request = this.#nextRequest()
    if (request !== undefined) {
      this.#isOpen = true
      requests.push(request)
    }
    return { requests: requests.length === 0 ? nothing : requests, nextPollAtMs }
  }

  #nextRequest(): AnyUnsentRequest | undefined {
    if (this.state === 'initializing') {
      return this.#toCoordinator((context) => initProducerIdRequest(context, this.#options.transactionTimeoutMs))
    }
    if (this.state === 'in-transaction' || this.state === 'committing') {
      if (this.#partitions.wanted.size > 0) {
        const { wanted } = this.#partitions
        this.#isStarted = true
        return this.#toCoordinator((context) => addPartitionsRequest(context, wanted))
      }
      const offsets = this.#offsets.first
      if (offsets !== undefined) return this.#offsetsRequest(offsets)
    }
    const isEnding = this.state === 'committing' || this.state === 'aborting'
    if (!isEnding || !this.#options.isIdle()) return undefined
    if (!this.#isStarted) {
      this.#onEnded(undefined)
      return undefined
    }
    return this.#toCoordinator((context) => endTxnRequest(context, this.state === 'committing'))
  }

  #offsetsRequest(pending: PendingOffsets): AnyUnsentRequest | undefined {
    const { group, offsets } = pending
    this.#isStarted = true
    if (!this.#isVersion2 && !this.#partitions.hasGroup(group.groupId)) {
      return this.#toCoordinator((context) => addOffsetsRequest(context, group.groupId))
    }
    if (this.coordinators.isNewGroup(group.groupId)) this.#options.wakeup()
    const nodeId = this.coordinators.groupNodeId(group.groupId)
    return nodeId === undefined ? undefined : txnOffsetCommitRequest(this.#context(nodeId), group, offsets)
  }

  #toCoordinator(build: (context: TransactionRequestContext) => AnyUnsentRequest): AnyUnsentRequest | undefined {
    const nodeId = this.coordinators.transactionNodeId
    return nodeId === undefined ? undefined : build(this.#context(nodeId))
  }

  #context(nodeId: number): TransactionRequestContext {
    return {
      nodeId,
      transactionalId: this.transactionalId,
      timeoutMs: this.#options.requestTimeoutMs,
      identity: this.#identity,
      isVersion2: this.#isVersion2,
      onAnswer: (answer, nowMs) => this.#onAnswer(answer, nowMs),
      onFailure: (error, nowMs) => this.#onFailure(error, nowMs),
    }
  }

  #onAnswer(answer: TransactionAnswer, nowMs: number): void {
    this.#isOpen = false
    this.#age.onTime(nowMs)
    // The producer may have ended while the answer was on its way.
    if (this.state === 'fatal-error') return
    const { api, parts } = answer
    const refused = parts.filter(({ errorCode }) => errorCode !== ErrorCode.NONE)
    if (api === 'TxnOffsetCommit') this.#offsets.onAnswer(parts)
    const worst = refused.find(({ errorCode }) => isFinal(errorCode, api)) ?? refused[0]
    if (worst !== undefined) {
      this.#onRefused(api, worst, nowMs)
      return
    }
    this.#retry.reset()
    if (api === 'InitProducerId') this.#onIdentity(answer.identity!)
    else if (api === 'AddPartitionsToTxn') this.#partitions.addAll(parts)
    else if (api === 'AddOffsetsToTxn') this.#partitions.addGroup(this.#offsets.first?.group.groupId)
    else if (api === 'EndTxn') this.#onEnded(answer.identity)
  }

  get #mayBeVersion2(): boolean {
    return this.#options.transactionVersion() >= 2
  }

  #onIdentity(identity: ProducerIdAndEpoch): void {
    this.#identity = identity
    this.#isVersion2 = this.#mayBeVersion2
    this.#needsBump = false
    this.#machine.transitionTo('ready')
    this.#waiters.settle()
  }

  #onEnded(next: ProducerIdAndEpoch | undefined): void {
    if (next !== undefined) {
      this.#identity = next
      this.#needsBump = false
    }
    // 1. The first protocol's EndTxn is answered before its markers are written. 2. With the second, the leader takes a record as part of the transaction
    // that it knows of under the epoch: 3. the marker would commit a record of the next transaction. So an upgrade needs a new epoch (KIP-890).
    const isUpgrade = !this.#isVersion2 && this.#mayBeVersion2
    const isAborted = this.state === 'aborting'
    if (isUpgrade || (isAborted && this.#needsBump)) {
      // After an abort, only then have the broker and this producer the same numbers again. A commit is done, whatever becomes of this.
      this.#machine.transitionTo('initializing')
      if (!isAborted) this.#waiters.settle()
      this.#options.wakeup()
      return
    }
    this.#machine.transitionTo('ready')
    this.#waiters.settle()
  }

  #onRefused(api: string, part: AnswerPart, nowMs: number): void {
    const { errorCode } = part
    // With the second protocol the coordinator keeps the next epoch for the producer, and tells it when that aborts.
    const mayAbort = this.#isVersion2 && isAbortedByCoordinator(errorCode, api, this.state)
    const action = mayAbort ? 'abort' : transactionErrorAction(errorCode, api)
    const error = answerError(api, part, this.transactionalId)
    // The request that would have told the coordinator of the transaction was lost: there is nothing to abort.
    const isUnheard = api === 'EndTxn' && errorCode === ErrorCode.INVALID_TXN_STATE && this.#partitions.isEmpty
    if (isUnheard && this.state === 'aborting' && !this.#isVersion2) this.#onEnded(undefined)
    else if (action === 'retry' || action === 'find-coordinator') {
      if (action === 'find-coordinator' && api === 'TxnOffsetCommit') this.coordinators.forgetGroups(nowMs)
      else if (action === 'find-coordinator') this.coordinators.forgetTransaction(nowMs)
      this.#retry.later(error, nowMs, errorCode === ErrorCode.CONCURRENT_TRANSACTIONS)
    } else if (action === 'fenced') {
      const isNewer = api === 'InitProducerId'
      this.onFatalError(isNewer ? new FencedError(error.message, { cause: error }) : this.#age.fenced(error))
    } else if (api === 'InitProducerId' && mayInitializeAgain(errorCode)) {
      this.#refuseInitialization(error)
    } else if (action === 'fatal' || api === 'InitProducerId') this.onFatalError(fatalTransactionError(error))
    else this.#onAbortable(api, error, action === 'abort-and-bump')
  }

  #onAbortable(api: string, error: KafkaError, needsBump: boolean): void {
    if (needsBump) this.#needsBump = true
    if (this.state === 'in-transaction' || this.state === 'committing') this.#becomeAbortable(error)
    else if (api === 'EndTxn') {
      // The coordinator did not end it: no epoch but the next makes sure that the next commit does not bring these records along.
      this.#needsBump = true
      this.#onEnded(undefined)
    } else {
      // `abortable-error` or `aborting`: it has been given up already. It is open at the coordinator all the same, until EndTxn is answered.
      this.#options.wakeup()
    }
  }

  #onFailure(error: KafkaError, nowMs: number): void {
    this.#isOpen = false
    if (this.state === 'fatal-error') return
    if (!error.retriable) {
      this.onFatalError(error)
      return
    }
    this.coordinators.forgetTransaction(nowMs)
    this.coordinators.forgetGroups(nowMs)
    this.#retry.later(error, nowMs, false)
  }

  #becomeAbortable(error: KafkaError): void {
    this.#error = error
    this.#remedy = this.#age.remedyFor(error)
    this.#machine.transitionTo('abortable-error')
    this.#partitions.dropWanted()
    this.#offsets.fail(this.#abortableError())
    this.#waiters.settle(this.#abortableError())
    this.#options.wakeup()
  }

  /** Made anew for each who meets it: its stack says where that was, and none changes the error of another. */
  #abortableError(): AbortableTransactionError {
    return abortableError(this.#error, this.#remedy)
  }

  /** The next try begins anew. */
  #refuseInitialization(error: KafkaError): void {
    this.#machine.transitionTo('uninitialized')
    this.#waiters.settle(error)
  }

  #onCoordinatorRefused(error: KafkaError): void {
    if (this.state === 'initializing') this.#refuseInitialization(error)
    else this.onFatalError(error)
  }

  #onGroupRefused(error: KafkaError, groupId: string): void {
    // A group's coordinator is looked for again when its connection is lost, also when there is nothing to commit, or the end is on its way.
    if (this.#offsets.hasGroup(groupId)) this.#becomeAbortable(error)
  }
}
