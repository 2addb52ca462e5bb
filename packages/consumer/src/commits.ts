// Commits as the user asks for them, and what was committed.
import type { Clock } from '@odradek/network'
import type { CoordinatorManager } from '@odradek/network/internal'
import { BrokerError, ErrorCode, KafkaError, UsageError } from '@odradek/protocol'
import type { AnyRecordBatch } from '@odradek/records'
import { ConsumerRecord } from './consumer-record.ts'
import type { ConsumerCore } from './core/consumer-core.ts'
import type { CommittedOffset, CommittedOffsets } from './core/offsets/offset-fetcher.ts'
import type { AssignedPartition } from './core/offsets/subscription-state.ts'
import { type TopicPartition, topicPartitionKey } from './core/topic-partition.ts'
import type { Delivery } from './delivery.ts'

/** An offset to commit: the one of the next record to be read. */
export interface TopicPartitionOffset extends TopicPartition {
  readonly offset: bigint
  /** Leader epoch of the last record before it, where it is known. */
  readonly leaderEpoch?: number
  /** Kept with the offset, for the user's own use. */
  readonly metadata?: string
}

/** As whom a consumer is in its group (KIP-447). */
export interface ConsumerGroupMetadata {
  readonly groupId: string
  /** The classic generation or the member epoch. */
  readonly generationId: number
  readonly memberId: string
  readonly groupInstanceId?: string
}

/** A batch as it was given out. */
export interface GivenBatch {
  readonly partition: AssignedPartition
  readonly batch: Pick<AnyRecordBatch, 'nextOffset' | 'partitionLeaderEpoch'>
  /** How often the position of its partition had been set anew. */
  readonly seeks: number
}

/** What the parts of the shell work with. */
export interface ShellParts {
  readonly core: ConsumerCore
  readonly delivery: Delivery
  readonly clock: Clock
  readonly wakeup: () => void
  readonly coordinator: CoordinatorManager
}

/** How long `commit` and `committed` try: Kafka's default.api.timeout.ms. */
const API_TIMEOUT_MS = 60_000

/** See the head of the file. */
export class Commits {
  readonly #shell: ShellParts
  readonly #groupId: string | undefined

  constructor(shell: ShellParts, groupId: string | undefined) {
    this.#shell = shell
    this.#groupId = groupId
  }

  /** Of records given in place of offsets the last one of each partition counts, as handled. */
  async commit(offsets?: readonly (TopicPartitionOffset | ConsumerRecord)[]): Promise<void> {
    const { core, delivery, clock, wakeup } = this.#shell
    this.#ensureGroup('commit')
    const inHand = offsets === undefined ? delivery.settleInHand() : undefined
    if (inHand !== undefined) this.#ensureOwned(inHand)
    const wanted =
      (offsets &&
        afterRecords(offsets).map(({ topic, partition, offset, leaderEpoch = -1, metadata = '' }) => {
          if (typeof offset !== 'bigint' || offset < 0n)
            throw new UsageError(`the offset to commit for ${topic}-${partition} must be a bigint of 0n or more`)
          return { topic, partition, offset, leaderEpoch, metadata }
        })) ??
      core.subscription.uncommitted()
    const nowMs = clock.nowMs()
    await new Promise<void>((resolve, reject) => {
      core.committer.commit(wanted, nowMs + API_TIMEOUT_MS, nowMs, (error) =>
        error === undefined ? resolve() : reject(error),
      )
      wakeup()
    })
  }

  async commitBatch({ partition: assigned, batch, seeks }: GivenBatch, metadata = ''): Promise<void> {
    this.#ensureOwned(assigned)
    const { topic, partition, position } = assigned
    const { nextOffset, partitionLeaderEpoch: leaderEpoch } = batch
    // Where the position was set anew, the batch says nothing about it: what is read again must not count as handled.
    if (seeks === assigned.seeks && (position === undefined || position < nextOffset)) assigned.advanceTo(nextOffset)
    await this.commit([{ topic, partition, offset: nextOffset, leaderEpoch, metadata }])
  }

  async committed(partitions: readonly TopicPartition[]): Promise<(CommittedOffset | undefined)[]> {
    const { core, coordinator, clock, wakeup } = this.#shell
    this.#ensureGroup('committed')
    coordinator.wanted = true
    const result = await new Promise<CommittedOffsets | KafkaError>((resolve) => {
      core.offsetFetcher.fetch(partitions, clock.nowMs() + API_TIMEOUT_MS, resolve)
      wakeup()
    })
    if (KafkaError.is(result)) throw result
    return partitions.map((tp) => result.get(topicPartitionKey(tp)))
  }

  groupMetadata(groupInstanceId: string | undefined): ConsumerGroupMetadata {
    this.#ensureGroup('groupMetadata')
    const member = this.#shell.core.membership.committingAs
    if (member === undefined)
      throw new UsageError(
        'groupMetadata: this consumer is not a member of its group at the moment; ask while records are in hand',
      )
    const { memberId, generation: generationId } = member
    return {
      groupId: this.#groupId!,
      generationId,
      memberId,
      ...(groupInstanceId === undefined ? {} : { groupInstanceId }),
    }
  }

  #ensureGroup(what: string): void {
    if (this.#groupId === undefined)
      throw new UsageError(`${what}: offsets are kept under the name of a group; give the consumer a groupId`)
  }

  /** A record of an assignment that is over must not be committed in the name of the next one. */
  #ensureOwned(assigned: AssignedPartition): void {
    if (this.#shell.core.subscription.holds(assigned)) return
    const detail = 'the partition was given to another member before this could be committed'
    const { topic, partition } = assigned
    throw new BrokerError({ api: 'OffsetCommit', errorCode: ErrorCode.ILLEGAL_GENERATION, topic, partition, detail })
  }
}

/** Offsets as they are, and for records the offset after the last one of each partition. */
function afterRecords(given: readonly (TopicPartitionOffset | ConsumerRecord)[]): TopicPartitionOffset[] {
  const records = new Map<string, ConsumerRecord>()
  for (const one of given) {
    if (!(one instanceof ConsumerRecord)) continue
    const key = topicPartitionKey(one)
    const before = records.get(key)
    if (before === undefined || before.offset < one.offset) records.set(key, one)
  }
  const offsets = given.filter((one) => !(one instanceof ConsumerRecord))
  for (const { topic, partition, offset, leaderEpoch } of records.values())
    offsets.push({ topic, partition, offset: offset + 1n, leaderEpoch })
  return offsets
}
