// The broker without its sockets: requests go in, answers come out, now or later.
import type { AnyBrokerApi } from './api-table.ts'
import type { BrokerRecord } from './broker-record.ts'
import type { BrokerState } from './broker-state.ts'
import { DelayedRequests } from './delayed-requests.ts'
import { GroupEffects } from './group/group-effects.ts'
import type { Ending } from './ending.ts'
import { judgeRequest } from './request-judgement.ts'
import type { BrokerRequest, Outcome, Wait } from './request.ts'
import { dueShareStateWork, nextShareStateWorkMs } from './share/due-share-state.ts'
import { nextDueTransactionWork } from './transaction/due-transactions.ts'

/** A request that has come to its end. */
export interface EndedRequest {
  readonly requestId: number
  readonly ending: Ending
}

/** What there is to do after an event. */
export interface CorePollResult {
  readonly ended: readonly EndedRequest[]
  /** When to poll again; Infinity where only a request can change anything. */
  readonly nextPollAtMs: number
}

/** Runs handlers, applies their records, and keeps requests that wait. */
export class BrokerCore {
  readonly state: BrokerState
  readonly #delayed = new DelayedRequests()
  /** What is still to be done to the answers of requests. */
  readonly #finishers = new Map<number, (response: object) => object>()
  /** Requests that wait and are being tried. What one of them asks of other brokers may change what it waits for: it is tried again then. */
  readonly #trying = new Map<number, 'once' | 'again'>()
  #ended: EndedRequest[] = []
  /** Requests of other brokers have ids below 0. */
  readonly #peerRequests = new Map<number, (ending: Ending) => void>()
  #nextPeerRequestId = -1

  constructor(state: BrokerState) {
    this.state = state
  }

  /** Handles a request; its end comes out of `poll`, of this one or a later one. */
  onRequest({ handle }: AnyBrokerApi, request: BrokerRequest<object>, nowMs: number): void {
    this.#settleCoordinators()
    // Requests of other brokers have ids below 0, and do not always say when they came.
    if (request.id >= 0) this.state.noteTime(request.receivedAtMs, nowMs)
    this.#settleGroups(nowMs)
    this.#guard(request.id, () => {
      const judged = judgeRequest(this.state, request)
      if (judged.finish !== undefined) this.#finishers.set(request.id, judged.finish)
      if (judged.reply !== undefined) return this.#end(request.id, judged.reply)
      this.#carryOut(request.id, handle(this.state, judged.request, nowMs), nowMs)
    })
  }

  /** The client is gone: what its request waits for matters no more. Groups keep its members until their sessions time out. */
  onAbandoned(requestId: number): void {
    this.#delayed.abandon(requestId)
    this.#finishers.delete(requestId)
  }

  /** A client has closed its connection, or has lost it: what is bound to it ends. */
  onDisconnected(connectionId: number, nowMs: number): void {
    this.state.shares.onDisconnected(connectionId, nowMs)
  }

  /** Handles a request of another broker of the cluster; `onEnding` hears of its end. Gives what withdraws it. */
  onPeerRequest(
    entry: AnyBrokerApi,
    request: Omit<BrokerRequest<object>, 'id' | 'apiKey'>,
    nowMs: number,
    onEnding: (ending: Ending) => void,
  ): () => void {
    const id = this.#nextPeerRequestId--
    this.#peerRequests.set(id, onEnding)
    this.onRequest(entry, { ...request, id, apiKey: entry.apiKey }, nowMs)
    return () => {
      this.#peerRequests.delete(id)
      this.onAbandoned(id)
    }
  }

  /** Tries requests again that wait for partitions which others have changed. */
  settle(nowMs: number): void {
    this.#tryDelayed(nowMs)
  }

  /** Whether `poll` would find something to do. */
  hasWork(nowMs: number): boolean {
    const { groupPersistence, replicas, shareStateLoading, transactionLoading } = this.state
    if (groupPersistence.isUnsettled || transactionLoading.isUnsettled || replicas.hasChanged) return true
    if (shareStateLoading.isUnsettled) return true
    return this.#ended.length > 0 || this.nextDeadlineMs <= nowMs
  }

  /** Does what is due, and gives out what has ended since the last time. */
  poll(nowMs: number): CorePollResult {
    this.#settleCoordinators()
    this.#settleGroups(nowMs)
    this.#tryDelayed(nowMs)
    while (this.nextDeadlineMs <= nowMs) this.#onTime(nowMs)
    const ended = this.#ended
    this.#ended = []
    return { ended, nextPollAtMs: this.nextDeadlineMs }
  }

  /** What transaction and share coordinators know comes and goes with the partitions of their topics. */
  #settleCoordinators(): void {
    this.state.transactionLoading.settle()
    this.state.shareStateLoading.settle()
  }

  /** Groups come and go with the partitions of `__consumer_offsets` that this broker leads. */
  #settleGroups(nowMs: number): void {
    const { groupPersistence } = this.state
    if (groupPersistence.isUnsettled) {
      const effects = new GroupEffects()
      groupPersistence.settle(nowMs, effects)
      for (const { requestId, response } of effects.completions) this.#end(requestId, { kind: 'answer', response })
    }
    groupPersistence.flush()
  }

  /** When to poll; Infinity where only a request can change anything. */
  get nextDeadlineMs(): number {
    const { groups, groupPersistence, isrKeeper, transactions } = this.state
    const groupWork = Math.min(groups.nextDeadlineMs, groupPersistence.nextDeadlineMs, this.state.shares.nextDeadlineMs)
    const cores = Math.min(groupWork, isrKeeper.nextDeadlineMs, transactions.nextDeadlineMs)
    return Math.min(cores, nextShareStateWorkMs(this.state), this.#delayed.nextDeadlineMs)
  }

  #onTime(nowMs: number): void {
    const { groups, groupPersistence } = this.state
    const { records, completions } = groups.onTime(nowMs, (groupId) => groupPersistence.canStore(groupId))
    for (const { requestId, response } of completions) this.#end(requestId, { kind: 'answer', response })
    this.#apply(records, nowMs)
    this.state.shares.onTime(nowMs)
    this.#apply(groupPersistence.onTime(nowMs), nowMs)
    this.#apply(this.state.isrKeeper.onTime(nowMs), nowMs)
    this.#workOnTransactions(nowMs)
    this.#apply(dueShareStateWork(this.state, nowMs, this.#wallClockAt(nowMs)), nowMs)
    for (let late = this.#delayed.takeDue(nowMs); late !== undefined; late = this.#delayed.takeDue(nowMs)) {
      const { requestId, wait } = late
      this.#guard(requestId, () => {
        const outcome = wait.tryAgain(nowMs, true)
        if (outcome === undefined) throw new TypeError('a request whose time is up must end')
        this.#carryOut(requestId, outcome, nowMs)
      })
    }
  }

  #workOnTransactions(nowMs: number): void {
    const { state } = this
    const next = () => nextDueTransactionWork(state, nowMs, this.#wallClockAt(nowMs))
    for (let work = next(); work !== undefined; work = next()) this.#apply(work, nowMs)
  }

  /** The clock that counts has fractions of milliseconds; timestamps have none. */
  #wallClockAt(nowMs: number): number {
    return Math.round(nowMs + this.state.wallClockOffsetMs)
  }

  #carryOut(requestId: number, { reply, records = [], completions = [] }: Outcome<object>, nowMs: number): void {
    // First the state, then the answers: nobody hears of what has not happened. The request itself waits before its records are
    // applied, since they may be what it waits for.
    if (reply.kind === 'wait') this.#delayed.add(requestId, reply.wait)
    this.#apply(records, nowMs)
    for (const completion of completions) {
      this.#end(completion.requestId, { kind: 'answer', response: completion.response })
    }
    if (reply.kind !== 'later' && reply.kind !== 'wait') this.#end(requestId, reply)
  }

  #apply(records: readonly BrokerRecord[], nowMs: number): void {
    for (const record of records) this.state.apply(record)
    this.state.groupPersistence.flush()
    this.#tryDelayed(nowMs)
  }

  /** Requests that wait for partitions that have changed are tried again; one that ends may change others. */
  #tryDelayed(nowMs: number): void {
    const changed = this.state.replicas.takeChanged()
    if (changed.size === 0) return
    for (const key of changed) {
      this.state.isrKeeper.onChanged(key, nowMs)
      this.state.onPartitionChanged(key)
    }
    for (const { requestId, wait } of this.#delayed.waitingFor(changed)) {
      // One that was tried before may have ended this one, too.
      if (!this.#delayed.has(requestId)) continue
      if (this.#trying.has(requestId)) this.#trying.set(requestId, 'again')
      else this.#try(requestId, wait, nowMs)
    }
  }

  #try(requestId: number, wait: Wait<object>, nowMs: number): void {
    this.#guard(requestId, () => {
      let outcome: Outcome<object> | undefined
      do {
        this.#trying.set(requestId, 'once')
        outcome = wait.tryAgain(nowMs, false)
      } while (outcome === undefined && this.#trying.get(requestId) === 'again')
      if (outcome === undefined) return
      this.#delayed.remove(requestId)
      this.#carryOut(requestId, outcome, nowMs)
    })
    this.#trying.delete(requestId)
  }

  #guard(requestId: number, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#delayed.remove(requestId)
      this.#end(requestId, { kind: 'failed', error })
    }
  }

  #end(requestId: number, given: Ending): void {
    const finish = this.#finishers.get(requestId)
    this.#finishers.delete(requestId)
    const isAnswer = finish !== undefined && given.kind === 'answer'
    const ending: Ending = isAnswer ? { kind: 'answer', response: finish(given.response) } : given
    const onEnding = this.#peerRequests.get(requestId)
    if (onEnding === undefined) {
      if (requestId >= 0) this.#ended.push({ requestId, ending })
      return
    }
    this.#peerRequests.delete(requestId)
    onEnding(ending)
  }
}
