// What the consumer owns and how far it has read it. One AssignedPartition per partition and assignment: a partition that goes and
// comes back is a new one, so that answers to old questions are told apart by identity.
import { InvariantError } from '@odradek/protocol'
import { sortedTopicPartitions, type TopicPartition, topicPartitionKey } from '../topic-partition.ts'

/**
 * - `assigning`: `onAssigned` runs, and may seek; nothing is asked for the partition yet.
 * - `committed-offset-wanted`: the group's committed offset is asked for.
 * - `reset-wanted`: there is no position that the partition has; autoOffsetReset says which one to ask the leader for.
 * - `fetchable`: has a position; fetched and handed out.
 * - `revoking`: being given up: neither fetched nor handed out; what is handled can still be committed.
 */
export type PartitionPhase = 'assigning' | 'committed-offset-wanted' | 'reset-wanted' | 'fetchable' | 'revoking'

/** The moves that are allowed. A partition that is lost or revoked is dropped in any phase. */
export const partitionPhaseMoves: Readonly<Record<PartitionPhase, readonly PartitionPhase[]>> = {
  assigning: ['committed-offset-wanted', 'reset-wanted', 'fetchable', 'revoking'],
  'committed-offset-wanted': ['reset-wanted', 'fetchable', 'revoking'],
  'reset-wanted': ['fetchable', 'revoking'],
  fetchable: ['reset-wanted', 'revoking'],
  revoking: [],
}

/** An offset to commit. */
export interface OffsetToCommit extends TopicPartition {
  readonly offset: bigint
  /** Leader epoch of the last record before it; -1 where it is not known. */
  readonly leaderEpoch: number
  readonly metadata: string | null
}

/** A place in a partition that only its leader can tell: an end of it, or the first record of this time or later (ms since 1970). */
export type OffsetSpec = 'earliest' | 'latest' | number

/** Several records of a partition in work at once: what is handled is then more than one number can say. */
export interface PartitionWork {
  /** Records that were taken, of which some have not come to the user. */
  readonly pending: number
  /** Records up to `offset` that are not in work (control batches, what compaction left out) were passed. */
  passTo(offset: bigint): void
  /** The partition is taken away, or read from somewhere else: what has not begun is not begun. */
  cancel(): void
  /** The partition is paused no more. */
  resume?(): void
}

/** One partition that this consumer owns. */
export class AssignedPartition implements TopicPartition {
  readonly topic: string
  readonly partition: number
  readonly key: string
  /** The next offset to ask the leader for: ahead of `position` by what is buffered. Only while `fetchable`. */
  fetchOffset = -1n
  /** Leader epoch of the last batch before `fetchOffset`; -1 where it is not known. */
  fetchEpoch = -1
  /** Leader epoch of the last batch that was handed out; -1 where it is not known. */
  leaderEpoch = -1
  /** The group's committed offset, as far as this consumer has read or written it. */
  committed: bigint | undefined
  /** The leader's last word on the end of the partition. */
  highWatermark: bigint | undefined
  /** The leader's last word on the end of the committed records (read_committed). */
  lastStableOffset: bigint | undefined
  /** Neither fetched nor handed out. */
  isPaused = false
  /** Its records wait for handlers: those that were fetched wait too. */
  isBackedUp = false
  /** Where to begin, in phase `reset-wanted`; undefined: nobody says, the consumer has failed. */
  resetTo: OffsetSpec | undefined
  /** Set while records of it are worked on side by side. */
  work: PartitionWork | undefined
  /** The replica to read from in place of the leader (KIP-392); -1 for the leader. */
  preferredReplica = -1
  /** How often its position was set anew: what was given out before counts for nothing. */
  seeks = 0
  #sought: bigint | OffsetSpec | undefined
  #phase: PartitionPhase = 'assigning'
  #position: bigint | undefined
  /** The last record that was handled; the sum is done when somebody asks. */
  #lastHandled: { readonly offset: bigint } | undefined

  constructor(topic: string, partition: number) {
    this.topic = topic
    this.partition = partition
    this.key = topicPartitionKey(this)
  }

  /** Whether nothing of it is handed out for now. */
  get isHeldBack(): boolean {
    return this.isPaused || this.isBackedUp
  }

  get phase(): PartitionPhase {
    return this.#phase
  }

  /** The offset after the last one that was handled; undefined until there is one to start from. */
  get position(): bigint | undefined {
    return this.#lastHandled === undefined ? this.#position : this.#lastHandled.offset + 1n
  }

  /** Throws InvariantError where the table does not allow it. */
  moveTo(next: PartitionPhase): void {
    if (!partitionPhaseMoves[this.#phase].includes(next)) {
      throw new InvariantError(`partition ${this.key} cannot move from ${this.#phase} to ${next}`)
    }
    this.#phase = next
  }

  /** Takes a position to fetch from: the committed offset or a reset one. */
  startAt(offset: bigint, leaderEpoch = -1): void {
    this.moveTo('fetchable')
    this.advanceTo(offset)
    this.fetchOffset = offset
    this.leaderEpoch = leaderEpoch
    this.fetchEpoch = leaderEpoch
  }

  /**
   * Goes on from another place: the one way in which a position is set anew. What is in work or with the user says nothing about it any more; what is
   * buffered is of no more use, and whoever calls drops it.
   */
  seek(place: bigint | OffsetSpec): void {
    this.seeks++
    this.work?.cancel()
    this.work = undefined
    // What it was backed up with is cancelled.
    this.isBackedUp = false
    if (this.#phase === 'assigning') {
      this.#sought = place
      if (typeof place === 'bigint') this.advanceTo(place)
      return
    }
    if (typeof place === 'bigint') {
      if (this.#phase === 'fetchable') {
        this.advanceTo(place)
        this.fetchOffset = place
        this.leaderEpoch = -1
        this.fetchEpoch = -1
      } else this.startAt(place)
      return
    }
    this.resetTo = place
    if (this.#phase !== 'reset-wanted') this.moveTo('reset-wanted')
  }

  /** `onAssigned` has ended: the position is asked for, unless it sought one. */
  activate(): void {
    const place = this.#sought
    this.#sought = undefined
    if (place === undefined) this.moveTo('committed-offset-wanted')
    else {
      this.moveTo(typeof place === 'bigint' ? 'fetchable' : 'reset-wanted')
      this.seek(place)
    }
  }

  /** What was given out and not handled is given out again: fetching begins again at the position. */
  refetch(): void {
    const { position } = this
    if (position !== undefined) this.fetchFrom(position, -1)
  }

  /** What was fetched from here on is fetched again. */
  fetchFrom(offset: bigint, epoch: number): void {
    this.fetchOffset = offset
    this.fetchEpoch = epoch
  }

  /** Everything before `offset` was given out, or need not be. */
  passTo(offset: bigint): void {
    if (this.work === undefined) this.advanceTo(offset)
    else this.work.passTo(offset)
  }

  /** A record was handled. Costs one assignment: it runs once a record. */
  markHandled(record: { readonly offset: bigint }): void {
    this.#lastHandled = record
  }

  /** Everything before `offset` was handled. */
  advanceTo(offset: bigint): void {
    this.#lastHandled = undefined
    this.#position = offset
  }
}

/** The partitions of one consumer. */
export class SubscriptionState {
  #topics: readonly string[]
  /** A regular expression that the coordinator evaluates (KIP-848). */
  serverRegex: string | undefined
  /** Set while topics are chosen by a pattern and no metadata has come yet. */
  isAwaitingTopics = false
  readonly #partitions = new Map<string, AssignedPartition>()
  readonly #starts = new Map<string, bigint>()
  readonly #paused = new Map<string, TopicPartition>()

  constructor(topics: readonly string[]) {
    this.#topics = sortedNames(topics)
  }

  /** The topics that are read: those that were named and those that a pattern matches. */
  get topics(): readonly string[] {
    return this.#topics
  }

  /** Wants these topics in place of the former ones; says whether that is a change. */
  setTopics(topics: Iterable<string>): boolean {
    const next = sortedNames(topics)
    if (next.join() === this.#topics.join()) return false
    this.#topics = next
    return true
  }

  get size(): number {
    return this.#partitions.size
  }

  get(tp: TopicPartition): AssignedPartition | undefined {
    return this.#partitions.get(topicPartitionKey(tp))
  }

  /** Whether this very assignment of the partition still holds. */
  holds(partition: AssignedPartition): boolean {
    return this.#partitions.get(partition.key) === partition
  }

  partitions(): IterableIterator<AssignedPartition> {
    return this.#partitions.values()
  }

  *inPhase(phase: PartitionPhase): Generator<AssignedPartition, undefined> {
    for (const partition of this.#partitions.values()) if (partition.phase === phase) yield partition
  }

  /** Where to begin when the partition is assigned, in place of a committed offset. */
  startWhenAssigned(tp: TopicPartition, offset: bigint): void {
    this.#starts.set(topicPartitionKey(tp), offset)
  }

  /** Pauses or resumes: for as long as this consumer lives, whether a partition is owned now or later. */
  setPaused(partitions: Iterable<TopicPartition>, isPaused: boolean): void {
    for (const tp of partitions) {
      const key = topicPartitionKey(tp)
      if (isPaused) this.#paused.set(key, { topic: tp.topic, partition: tp.partition })
      else this.#paused.delete(key)
      const partition = this.#partitions.get(key)
      if (partition !== undefined) partition.isPaused = isPaused
    }
  }

  /** What is paused, sorted. */
  paused(): TopicPartition[] {
    return sortedTopicPartitions(this.#paused.values())
  }

  /** What is owned, sorted. */
  assignment(): TopicPartition[] {
    return sortedTopicPartitions(this.#partitions.values())
  }

  /** Takes partitions over, in phase `assigning`. Those that are owned already stay as they are. */
  assign(partitions: Iterable<TopicPartition>): void {
    for (const { topic, partition } of partitions) {
      const assigned = new AssignedPartition(topic, partition)
      assigned.isPaused = this.#paused.has(assigned.key)
      const start = this.#starts.get(assigned.key)
      this.#starts.delete(assigned.key)
      if (start !== undefined) assigned.seek(start)
      if (!this.#partitions.has(assigned.key)) this.#partitions.set(assigned.key, assigned)
    }
  }

  /** `onAssigned` has ended: positions are asked for. */
  activate(): void {
    for (const partition of this.inPhase('assigning')) partition.activate()
  }

  /** Stops fetching and handing out these partitions. */
  beginRevocation(partitions: Iterable<TopicPartition>): void {
    for (const tp of partitions) {
      const partition = this.get(tp)
      if (partition === undefined || partition.phase === 'revoking') continue
      partition.moveTo('revoking')
      partition.work?.cancel()
    }
  }

  remove(partitions: Iterable<TopicPartition>): void {
    for (const tp of partitions) {
      const key = topicPartitionKey(tp)
      this.#partitions.get(key)?.work?.cancel()
      this.#partitions.delete(key)
    }
  }

  /** Positions that the group does not have yet, of these partitions or of all. */
  uncommitted(partitions: Iterable<TopicPartition> = this.#partitions.values()): OffsetToCommit[] {
    const offsets: OffsetToCommit[] = []
    for (const tp of partitions) {
      const partition = this.get(tp)
      const position = partition?.position
      if (partition === undefined || position === undefined || position === partition.committed) continue
      offsets.push({
        topic: partition.topic,
        partition: partition.partition,
        offset: position,
        leaderEpoch: partition.leaderEpoch,
        metadata: '',
      })
    }
    return offsets
  }
}

function sortedNames(topics: Iterable<string>): readonly string[] {
  return Object.freeze([...new Set(topics)].sort())
}
