// A share session with one broker (KIP-932): the broker remembers which partitions are read, and locks records for the member. Each request
// bears the next epoch, so one is in flight at a time; a session that has ended has lost its locks.
import type { HeldRecord } from './held-record.ts'

/** A partition as a request names it. */
export interface SharePartitionName {
  readonly key: string
  readonly topic: string
  readonly topicId: string
  readonly partition: number
}

/** Epochs with a meaning of their own. */
const FIRST_EPOCH = 0
const FINAL_EPOCH = -1
const LAST_EPOCH = 0x7fffffff

/** See the head of the file. */
export class ShareSession {
  readonly nodeId: number
  /** Records that the broker has locked in this session and that are not done with. */
  readonly held = new Set<HeldRecord>()
  #epoch = FIRST_EPOCH
  #known = new Map<string, SharePartitionName>()

  constructor(nodeId: number) {
    this.nodeId = nodeId
  }

  /** Those of which nothing was said yet. */
  get inHand(): HeldRecord[] {
    return [...this.held].filter(({ state }) => state === 'in-hand')
  }

  /** Whether the broker knows it. */
  get isOpen(): boolean {
    return this.#epoch !== FIRST_EPOCH
  }

  /** The epoch of the next request. */
  get epoch(): number {
    return this.#epoch
  }

  get finalEpoch(): number {
    return FINAL_EPOCH
  }

  /** What of these partitions the broker has to be told: those that are new to it, and those to forget. */
  changes(wanted: readonly SharePartitionName[]): { toSend: SharePartitionName[]; toForget: SharePartitionName[] } {
    const ids = new Map(wanted.map((one) => [one.key, one.topicId]))
    return {
      toSend: wanted.filter(({ key, topicId }) => this.#known.get(key)?.topicId !== topicId),
      // A topic that was made anew has another id.
      toForget: [...this.#known.values()].filter(({ key, topicId }) => ids.get(key) !== topicId),
    }
  }

  /** Whether the broker reads this partition for us. */
  knows({ key, topicId }: SharePartitionName): boolean {
    return this.#known.get(key)?.topicId === topicId
  }

  /** The broker has taken a request in; `wanted`: and reads these partitions from now on. */
  onAccepted(wanted?: readonly SharePartitionName[]): void {
    this.#epoch = this.#epoch === LAST_EPOCH ? 1 : this.#epoch + 1
    if (wanted !== undefined) this.#known = new Map(wanted.map((one) => [one.key, one]))
  }
}
