// What the share coordinator knows, and what it says to those that ask (Kafka's ShareCoordinatorShard, KIP-932). It changes by its records
// alone, so that the log of them brings the same state back.
import { ErrorCode, errorMessage } from '@odradek/protocol'
import type { ShareSnapshotValue } from '@odradek/protocol/messages/share-snapshot-value'
import { type Refusal, refuse } from '../group/refusal.ts'
import { combineStateBatches, type StateBatch } from './state-batches.ts'
import type { SharePartitionKey, ShareStateRecord } from './share-state-record.ts'

/** What is known of a share-partition, as its last snapshot and the updates since then say. */
export type ShareState = Readonly<ShareSnapshotValue>

/** What a leader has to store. */
export interface ShareProgress {
  readonly startOffset: bigint
  /** How many records from the start offset on are done with; -1: not known. */
  readonly deliveryCompleteCount: number
  readonly stateBatches: readonly StateBatch[]
}

/** What a leader writes, and which leader it believes to be. An epoch of -1 is not compared. */
export interface ShareWrite extends ShareProgress {
  readonly stateEpoch: number
  readonly leaderEpoch: number
}

/** Where a record lies in `__share_group_state`. */
export interface ShareRecordPlace {
  readonly partition: number
  readonly offset: number
}

interface Entry {
  readonly key: SharePartitionKey
  readonly state: ShareState
  /** The greatest epochs that were ever seen: what comes with lesser ones is fenced. */
  readonly seenLeaderEpoch: number
  readonly seenStateEpoch: number
  readonly updateCount: number
  readonly statePartition: number
  /** Where the last snapshot lies: what is before it in the log matters no more. */
  readonly snapshotOffset: number
}

/** A start offset that is still to be found out, by `share.auto.offset.reset`. */
export const NO_START_OFFSET = -1n
const NOT_SUPPLIED = -1
const UNKNOWN_COUNT = -1

/** The share-partitions whose state this broker keeps. */
export class ShareCoordinator {
  readonly #updatesPerSnapshot: number
  readonly #entries = new Map<string, Entry>()

  constructor(updatesPerSnapshot: number) {
    this.#updatesPerSnapshot = updatesPerSnapshot
  }

  get size(): number {
    return this.#entries.size
  }

  /** What is known of a share-partition; undefined where nobody has initialized it. */
  find(key: SharePartitionKey): ShareState | undefined {
    return this.#entries.get(nameOf(key))?.state
  }

  /** Whether anything is known of a topic. */
  hasTopic(topicId: string): boolean {
    for (const { key } of this.#entries.values()) if (key.topicId === topicId) return true
    return false
  }

  /** A group begins with a partition, or begins anew at another offset: what was known before is done with. */
  initialize(
    key: SharePartitionKey,
    { stateEpoch, startOffset }: { readonly stateEpoch: number; readonly startOffset: bigint },
    wallClockMs: number,
  ): Refusal | ShareStateRecord {
    const entry = this.#entries.get(nameOf(key))
    if (entry !== undefined && isOld(stateEpoch, entry.seenStateEpoch)) return refusal(ErrorCode.FENCED_STATE_EPOCH)
    const timestamp = BigInt(wallClockMs)
    const value = {
      snapshotEpoch: entry === undefined ? 0 : entry.state.snapshotEpoch + 1,
      stateEpoch,
      leaderEpoch: 0,
      startOffset,
      deliveryCompleteCount: startOffset === NO_START_OFFSET ? UNKNOWN_COUNT : 0,
      createTimestamp: timestamp,
      writeTimestamp: timestamp,
      stateBatches: [],
    }
    return { type: 'snapshot', key, value }
  }

  /** The leader of a partition stores how far it has come. */
  write(key: SharePartitionKey, write: ShareWrite, wallClockMs: number): Refusal | ShareStateRecord {
    const entry = this.#entries.get(nameOf(key))
    if (entry === undefined) return uninitialized('Write')
    if (isOld(write.leaderEpoch, entry.seenLeaderEpoch)) return refusal(ErrorCode.FENCED_LEADER_EPOCH)
    if (isOld(write.stateEpoch, entry.seenStateEpoch)) return refusal(ErrorCode.FENCED_STATE_EPOCH)
    // Only reading says who leads.
    return this.#recordOf(entry, write, entry.state.leaderEpoch, wallClockMs)
  }

  /** A leader reads where to go on; a new one is noted by a record, after which the old one is fenced. */
  read(
    key: SharePartitionKey,
    leaderEpoch: number,
    wallClockMs: number,
  ): Refusal | { readonly state: ShareState; readonly record: ShareStateRecord | undefined } {
    const entry = this.#entries.get(nameOf(key))
    if (entry === undefined) return uninitialized('Read')
    if (isOld(leaderEpoch, entry.seenLeaderEpoch)) return refusal(ErrorCode.FENCED_LEADER_EPOCH)
    const { state } = entry
    const isNew = leaderEpoch !== NOT_SUPPLIED && leaderEpoch !== entry.seenLeaderEpoch
    const progress = { ...state, stateBatches: [] }
    return { state, record: isNew ? this.#recordOf(entry, progress, leaderEpoch, wallClockMs) : undefined }
  }

  /** A group has nothing more to do with a partition; undefined where nothing is known of it. */
  remove(key: SharePartitionKey): ShareStateRecord | undefined {
    return this.#entries.has(nameOf(key)) ? { type: 'snapshot', key, value: null } : undefined
  }

  /** What takes away all that is known of topics. */
  removalsOf(topicIds: ReadonlySet<string>): ShareStateRecord[] {
    return [...this.#entries.values()].flatMap(({ key }) =>
      topicIds.has(key.topicId) ? [{ type: 'snapshot', key, value: null } as const] : [],
    )
  }

  /** Snapshots of what has had no other for `intervalMs`: so that the log before them can go. */
  coldSnapshots(intervalMs: number, wallClockMs: number): ShareStateRecord[] {
    const before = BigInt(wallClockMs - intervalMs)
    return [...this.#entries.values()].flatMap(({ key, state, updateCount }) => {
      if (updateCount === 0 || state.writeTimestamp > before) return []
      const value = { ...state, snapshotEpoch: state.snapshotEpoch + 1, writeTimestamp: BigInt(wallClockMs) }
      return [{ type: 'snapshot', key, value } as const]
    })
  }

  /** Up to where the log of a partition of `__share_group_state` matters no more; undefined where nothing is known of it. */
  redundantBefore(statePartition: number): number | undefined {
    let least: number | undefined
    for (const entry of this.#entries.values()) {
      if (entry.statePartition === statePartition) least = Math.min(least ?? Infinity, entry.snapshotOffset)
    }
    return least
  }

  #recordOf(
    { key, state, updateCount }: Entry,
    { startOffset, deliveryCompleteCount, stateBatches }: ShareProgress,
    leaderEpoch: number,
    wallClockMs: number,
  ): ShareStateRecord {
    if (updateCount < this.#updatesPerSnapshot) {
      const batches = combineStateBatches(stateBatches, startOffset)
      const { snapshotEpoch } = state
      const value = { snapshotEpoch, leaderEpoch, startOffset, deliveryCompleteCount, stateBatches: batches }
      return { type: 'update', key, value }
    }
    const from = startOffset === NO_START_OFFSET ? state.startOffset : startOffset
    const timestamp = BigInt(wallClockMs)
    const value = {
      snapshotEpoch: state.snapshotEpoch + 1,
      stateEpoch: state.stateEpoch,
      leaderEpoch,
      startOffset: from,
      deliveryCompleteCount,
      createTimestamp: timestamp,
      writeTimestamp: timestamp,
      stateBatches: combineStateBatches([...state.stateBatches, ...stateBatches], from),
    }
    return { type: 'snapshot', key, value }
  }

  /** Carries out what a record says. */
  replay(record: ShareStateRecord, { partition: statePartition, offset }: ShareRecordPlace): void {
    const { key, value } = record
    const name = nameOf(key)
    const known = this.#entries.get(name)
    if (value === null) {
      this.#entries.delete(name)
      return
    }
    const seenLeaderEpoch = Math.max(known?.seenLeaderEpoch ?? -1, value.leaderEpoch)
    if (record.type === 'snapshot') {
      const state = record.value!
      const seenStateEpoch = Math.max(known?.seenStateEpoch ?? -1, state.stateEpoch)
      const epochs = { seenLeaderEpoch, seenStateEpoch }
      this.#entries.set(name, { key, state, ...epochs, updateCount: 0, statePartition, snapshotOffset: offset })
      return
    }
    // The snapshot of an update is there, unless the log was cut.
    if (known === undefined) return
    const state = updated(known.state, record.value)
    this.#entries.set(name, { ...known, state, seenLeaderEpoch, updateCount: known.updateCount + 1 })
  }

  /** Another broker keeps these partitions of `__share_group_state` now. */
  forget(isLost: (statePartition: number) => boolean): void {
    for (const [name, { statePartition }] of this.#entries) if (isLost(statePartition)) this.#entries.delete(name)
  }
}

/** The name of a share-partition, by which its coordinator is found (Kafka's `SharePartitionKey.asCoordinatorKey`). */
export function nameOf({ groupId, topicId, partition }: SharePartitionKey): string {
  return `${groupId}:${topicId}:${partition}`
}

function updated(state: ShareState, value: Extract<ShareStateRecord, { type: 'update' }>['value']): ShareState {
  const startOffset = value.startOffset === NO_START_OFFSET ? state.startOffset : value.startOffset
  const leaderEpoch = value.leaderEpoch === NOT_SUPPLIED ? state.leaderEpoch : value.leaderEpoch
  const stateBatches = combineStateBatches([...state.stateBatches, ...value.stateBatches], startOffset)
  return { ...state, startOffset, leaderEpoch, deliveryCompleteCount: value.deliveryCompleteCount, stateBatches }
}

function isOld(epoch: number, seen: number): boolean {
  return epoch !== NOT_SUPPLIED && epoch < seen
}

function refusal(errorCode: number): Refusal {
  return refuse(errorCode, errorMessage(errorCode))
}

function uninitialized(what: string): Refusal {
  return refuse(ErrorCode.INVALID_REQUEST, `${what} operation on uninitialized share partition not allowed.`)
}
