import { type AnyUnsentRequest, CoordinatorManager } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'

/** What TransactionCoordinators is told; the options of TransactionManager fit. */
export interface TransactionCoordinatorsOptions {
  readonly transactionalId: string
  readonly requestTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly random: () => number
}

/** Called when a coordinator cannot be had. */
export interface CoordinatorRefusals {
  readonly onTransactionRefused: (error: KafkaError) => void
  readonly onGroupRefused: (error: KafkaError, groupId: string) => void
}

/** Where a producer's transaction lives, and where the groups live whose offsets it commits. */
export class TransactionCoordinators {
  readonly #options: TransactionCoordinatorsOptions
  readonly #refusals: CoordinatorRefusals
  readonly #transaction: CoordinatorManager
  readonly #groups = new Map<string, CoordinatorManager>()

  constructor(options: TransactionCoordinatorsOptions, refusals: CoordinatorRefusals) {
    this.#options = options
    this.#refusals = refusals
    this.#transaction = this.#make('transaction', options.transactionalId)
    this.#transaction.wanted = false
  }

  /** The broker that coordinates the transaction; undefined while it is not known. */
  get transactionNodeId(): number | undefined {
    return this.#transaction.nodeId
  }

  /** The broker that coordinates a group; it is looked for from now on. */
  groupNodeId(groupId: string): number | undefined {
    const known = this.#groups.get(groupId)
    if (known !== undefined) return known.nodeId
    this.#groups.set(groupId, this.#make('group', groupId))
    return undefined
  }

  /** Whether a group was not asked for before. */
  isNewGroup(groupId: string): boolean {
    return !this.#groups.has(groupId)
  }

  /** Adds what is to be asked now; returns when to come again. */
  poll(isWanted: boolean, requests: AnyUnsentRequest[], nowMs: number): number {
    this.#transaction.wanted = isWanted
    let nextPollAtMs = Infinity
    for (const coordinator of [this.#transaction, ...this.#groups.values()]) {
      const result = coordinator.poll(nowMs)
      requests.push(...result.requests)
      nextPollAtMs = Math.min(nextPollAtMs, result.nextPollAtMs)
    }
    return nextPollAtMs
  }

  /** The transaction's coordinator is another one now. */
  forgetTransaction(nowMs: number): void {
    this.#transaction.markUnknown(nowMs)
  }

  /** The groups' coordinators may be others now. */
  forgetGroups(nowMs: number): void {
    for (const coordinator of this.#groups.values()) coordinator.markUnknown(nowMs)
  }

  /** A connection to this broker was lost, or could not be made: what it coordinates may be elsewhere. */
  onConnectionLost(nodeId: number, nowMs: number): void {
    for (const coordinator of [this.#transaction, ...this.#groups.values()]) coordinator.onConnectionLost(nodeId, nowMs)
  }

  #make(keyType: 'group' | 'transaction', key: string): CoordinatorManager {
    const coordinator = new CoordinatorManager({ ...this.#options, keyType, key })
    coordinator.onChange(() => {
      const { fatalError } = coordinator
      if (fatalError === undefined) return
      // An ACL may be added: the next to ask begins anew.
      if (keyType === 'group') {
        this.#groups.delete(key)
        this.#refusals.onGroupRefused(fatalError, key)
      } else {
        coordinator.fatalError = undefined
        this.#refusals.onTransactionRefused(fatalError)
      }
    })
    return coordinator
  }
}
