import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import type { Environment } from '@odradek/network'

import type { Ledger } from './ledger.ts'

/** What a member needs. */
export interface GroupMemberOptions {
  readonly name: string
  readonly bootstrapServers: string
  readonly group: string
  readonly topic: string
  readonly ledger: Ledger
  readonly environment: Environment
  /** Called after each batch and each new assignment. */
  readonly onChange: () => void
}

/**
 * Members ask often whether the group changes, so that a rebalance is seen while records flow; a real application leaves
 * Kafka's three seconds.
 */
const HEARTBEAT_MS = 250
/** The longest that Kafka 0.9 allows. */
const SESSION_MS = 30_000
/** What was handled is committed at least so often, and always before partitions are given up. */
const AUTO_COMMIT_MS = 1000

/** One consumer of the group: reads batches and tells the ledger; commits are the consumer's own, as by default. */
export class GroupMember {
  readonly name: string
  readonly #options: GroupMemberOptions
  readonly #consumer: Consumer
  #consumed = 0
  #assignments = 0
  #leaving = false
  #running: Promise<void> | undefined
  #failure: { readonly error: unknown } | undefined

  constructor(options: GroupMemberOptions) {
    const { name, bootstrapServers, group, topic, ledger, environment, onChange } = options
    this.name = name
    this.#options = options
    const settings: ConsumerOptions = {
      bootstrapServers,
      clientId: `odradek-main-job-${name.replaceAll(' ', '-')}`,
      groupId: group,
      topics: [topic],
      autoOffsetReset: 'earliest',
      autoCommitIntervalMs: AUTO_COMMIT_MS,
      heartbeatIntervalMs: HEARTBEAT_MS,
      sessionTimeoutMs: SESSION_MS,
      rebalanceListener: {
        onAssigned: (partitions) => {
          this.#assignments++
          for (const { partition } of partitions) ledger.onAssigned(name, partition)
          onChange()
        },
      },
    }
    this.#consumer = new Consumer(settings, environment)
  }

  /** Records it was given, repetitions included. */
  get consumed(): number {
    return this.#consumed
  }

  /** How often it was given an assignment. */
  get assignments(): number {
    return this.#assignments
  }

  /** Why it stopped before it was told to; undefined otherwise. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure
  }

  /** Joins the group and begins to read. */
  start(): void {
    this.#running = this.#run().catch((error: unknown) => {
      if (!this.#leaving) this.#failure = { error }
      this.#options.onChange()
    })
  }

  /** Leaves the group, with everything that was read committed; gives up after the time limit. Rejects where closing does. */
  async leave(timeoutMs: number): Promise<void> {
    this.#leaving = true
    await this.#consumer.close({ timeoutMs })
    await this.#running
  }

  async #run(): Promise<void> {
    const { ledger, onChange } = this.#options
    for await (const batch of this.#consumer.batches()) {
      ledger.onConsumed(this.name, batch.partition, this.#counted(batch))
      onChange()
    }
  }

  *#counted<T>(records: Iterable<T>): Generator<T> {
    for (const record of records) {
      this.#consumed++
      yield record
    }
  }
}
