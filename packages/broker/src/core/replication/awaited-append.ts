import { partitionKey } from '../request.ts'
import type { Replica } from './replica.ts'
import type { ReplicaStore } from './replica-store.ts'

/** What was appended to a partition and is waited for until all replicas in sync have it, as with acks=all. */
export class AwaitedAppend {
  readonly replica: Replica
  readonly #leaderEpoch: number
  #requiredOffset: number | undefined

  /** To be made before the append is carried out, or where another one is waited for. */
  constructor(replica: Replica) {
    this.replica = replica
    this.#leaderEpoch = replica.leaderEpoch
  }

  /** The partition, as those that requests wait for are named. */
  get key(): string {
    return partitionKey(this.replica.topicId, this.replica.partition)
  }

  /** How it went; undefined while it is not known. Asked for the first time when the append has been carried out. */
  result({ replicas }: { readonly replicas: ReplicaStore }): 'replicated' | 'not-leader' | undefined {
    const { log, topicId, partition, isLeader, leaderEpoch } = this.replica
    this.#requiredOffset ??= log.endOffset
    const isHere = replicas.find(topicId, partition) === this.replica
    if (!isHere || !isLeader || leaderEpoch !== this.#leaderEpoch) return 'not-leader'
    return log.highWatermark >= this.#requiredOffset ? 'replicated' : undefined
  }
}

/** Whether other replicas are in sync, so that an append is not done with when it is carried out. */
export function isReplicated({ registration }: Replica): boolean {
  return registration.isr.length > 1
}
