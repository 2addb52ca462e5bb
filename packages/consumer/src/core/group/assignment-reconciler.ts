// Brings what the consumer owns in line with what the group says, one step at a time: handler done, onRevoked, commit, onAssigned.
// Both group protocols feed it; only here is the subscription's set of partitions changed.
import type { KafkaError } from '@odradek/protocol'
import type { ConsumerEvents, ListenerKind } from '../consumer-events.ts'
import type { FetchBuffer } from '../fetch/fetch-buffer.ts'
import type { SubscriptionState } from '../offsets/subscription-state.ts'
import { sortedTopicPartitions, type TopicPartition, topicPartitionKey } from '../topic-partition.ts'

/**
 * - `idle`: nothing to do.
 * - `awaiting-handler`: partitions are to be revoked and a record of theirs is still with the user. Left when the next one is asked for.
 * - `revoking`: `onRevoked` runs.
 * - `committing`: what was handled of the revoked partitions is being committed. Left with the answer, or at the deadline.
 * - `losing`: `onLost` runs.
 * - `assigning`: `onAssigned` runs.
 */
export type ReconcilerStep = 'idle' | 'awaiting-handler' | 'revoking' | 'committing' | 'losing' | 'assigning'

/** What the reconciler needs of the others. */
export interface ReconcilerDependencies {
  readonly subscription: SubscriptionState
  readonly fetchBuffer: FetchBuffer
  readonly events: ConsumerEvents
  /** Whether a record or batch of these partitions is with the user's handler. */
  readonly isHandling: (partitions: readonly TopicPartition[]) => boolean
  /** Commits what was handled; calls back exactly once, at the deadline at the latest. */
  readonly commitHandled: (
    partitions: readonly TopicPartition[],
    deadlineMs: number,
    nowMs: number,
    onDone: (nowMs: number) => void,
  ) => void
  /** How long the commit at a revocation may take, in milliseconds. */
  readonly commitTimeoutMs: number
}

/** Runs one step at a time; what is called for meanwhile comes next. */
export class AssignmentReconciler {
  readonly #on: ReconcilerDependencies
  #step: ReconcilerStep = 'idle'
  #partitions: readonly TopicPartition[] = []
  /** What is to be taken over once the rest is given up. */
  #target: readonly TopicPartition[] | undefined
  /** Set when everything was lost while the user's listener ran: `onLost` for what is left comes next. */
  #lostMeanwhile = false
  #commitDeadlineMs = Infinity
  #round = 0

  constructor(dependencies: ReconcilerDependencies) {
    this.#on = dependencies
  }

  get step(): ReconcilerStep {
    return this.#step
  }

  get isIdle(): boolean {
    return this.#step === 'idle'
  }

  /** The partitions that the user's listener is being told of now, another array each time; undefined where it does not run. */
  get listening(): readonly TopicPartition[] | undefined {
    const isListening = this.#step === 'revoking' || this.#step === 'assigning' || this.#step === 'losing'
    return isListening ? this.#partitions : undefined
  }

  /**
   * Begins to give up everything. Records that are buffered are dropped now; the commit ends by `deadlineMs`. Does nothing while another
   * step runs: the caller asks again when that has ended.
   */
  revokeAll(nowMs: number, deadlineMs = Infinity): void {
    this.#commitDeadlineMs = Math.min(this.#commitDeadlineMs, deadlineMs)
    this.#target = undefined
    if (this.#step !== 'idle') return
    this.#commitDeadlineMs = deadlineMs
    this.#revoke(this.#on.subscription.assignment(), nowMs)
  }

  /** Gives these up, if nothing else is being done; says whether there is anything to give up. */
  revoke(partitions: readonly TopicPartition[], nowMs: number): boolean {
    if (this.#step !== 'idle' || partitions.length === 0) return false
    this.#revoke(partitions, nowMs)
    return true
  }

  /** Everything belongs to others already: no commit, and `onLost` in place of `onRevoked`, at once. */
  loseAll(): void {
    const owned = this.#stop(this.#on.subscription.assignment())
    this.#round++
    this.#target = undefined
    switch (this.#step) {
      case 'revoking':
      case 'assigning':
      case 'losing':
        this.#lostMeanwhile = true
        return
      case 'committing':
        // onRevoked has been told of these already.
        this.#on.subscription.remove(this.#partitions)
        this.#lose(this.#on.subscription.assignment())
        return
      default:
        this.#lose(owned)
    }
  }

  /**
   * Takes over what the group assigned: first what is not in it is given up, then what is new is taken over; the rest is kept without a
   * word. Only when idle. Says whether anything is given up.
   */
  reconcile(target: readonly TopicPartition[], nowMs: number): boolean {
    const wanted = new Set(target.map(topicPartitionKey))
    const surplus = this.#on.subscription.assignment().filter((tp) => !wanted.has(topicPartitionKey(tp)))
    this.#target = target
    if (surplus.length > 0) this.#revoke(surplus, nowMs)
    else this.#assign()
    return surplus.length > 0
  }

  /** The user's listener has ended; `error` is what it threw. */
  onListenerDone(nowMs: number, error?: KafkaError): void {
    if (error !== undefined) this.#on.events.push({ type: 'failed', error, fatal: false })
    const step = this.#step
    if (this.#lostMeanwhile) {
      this.#lostMeanwhile = false
      // What onRevoked or onLost was told of is not told again.
      const told = step === 'assigning' ? [] : this.#partitions
      this.#on.subscription.remove(told)
      this.#lose(this.#on.subscription.assignment())
      return
    }
    if (step === 'revoking') this.#commit(nowMs)
    else if (step === 'assigning') {
      this.#on.subscription.activate()
      this.#step = 'idle'
    } else if (step === 'losing') this.#finish()
  }

  /** Looks whether the user's handler is done. */
  poll(_nowMs: number): void {
    if (this.#step !== 'awaiting-handler' || this.#on.isHandling(this.#partitions)) return
    this.#run('revoking', 'revoked', this.#partitions)
  }

  #revoke(partitions: readonly TopicPartition[], nowMs: number): void {
    this.#partitions = this.#stop(partitions)
    if (this.#partitions.length > 0) this.#step = 'awaiting-handler'
    this.poll(nowMs)
  }

  #commit(nowMs: number): void {
    this.#step = 'committing'
    const round = ++this.#round
    const deadlineMs = Math.min(nowMs + this.#on.commitTimeoutMs, this.#commitDeadlineMs)
    this.#on.commitHandled(this.#partitions, deadlineMs, nowMs, () => {
      if (round === this.#round) this.#finish()
    })
  }

  #assign(): void {
    const added = (this.#target ?? []).filter((tp) => this.#on.subscription.get(tp) === undefined)
    this.#target = undefined
    this.#on.subscription.assign(added)
    this.#run('assigning', 'assigned', added)
  }

  #lose(partitions: readonly TopicPartition[]): void {
    this.#partitions = []
    if (partitions.length === 0) {
      this.#finish()
      return
    }
    this.#run('losing', 'lost', partitions)
  }

  #run(step: ReconcilerStep, kind: ListenerKind, partitions: readonly TopicPartition[]): void {
    this.#step = step
    this.#partitions = sortedTopicPartitions(partitions)
    this.#on.events.push({ type: kind, partitions: this.#partitions })
    this.#on.events.push({ type: 'run-listener', kind, partitions: this.#partitions })
  }

  #finish(): void {
    this.#on.subscription.remove(this.#partitions)
    this.#partitions = []
    this.#commitDeadlineMs = Infinity
    this.#step = 'idle'
    if (this.#target !== undefined) this.#assign()
  }

  /** Nothing of these is fetched or handed out from now on, what is buffered included. */
  #stop(partitions: readonly TopicPartition[]): readonly TopicPartition[] {
    this.#on.subscription.beginRevocation(partitions)
    this.#on.fetchBuffer.drop(partitions)
    return partitions
  }
}
