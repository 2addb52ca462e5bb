import type { Topic } from '../topics/topic-store.ts'
import type { ClusterRecord } from './cluster-record.ts'
import type { ClusterState } from './cluster-state.ts'

/** Which partitions came under a broker's care since the last time, and which are no more. */
export interface LeadershipChanges {
  readonly gained: readonly number[]
  readonly lost: readonly number[]
}

/** The partitions of one of Kafka's own topics that a broker leads, and so coordinates what they hold. */
export class LedPartitions {
  readonly #brokerId: number
  readonly #cluster: ClusterState
  readonly #name: string
  /** The partitions under this broker's care, with the leader epochs in which they came. */
  readonly #led = new Map<number, number>()
  #topicId: string | undefined
  #isChanged = true

  constructor(brokerId: number, cluster: ClusterState, name: string) {
    this.#brokerId = brokerId
    this.#cluster = cluster
    this.#name = name
  }

  /** The topic; undefined as long as it does not exist. */
  get topic(): Topic | undefined {
    return this.#cluster.topics.byName(this.#name)
  }

  /** The partitions that were led when `takeChanges` was called last. */
  get led(): Iterable<number> {
    return this.#led.keys()
  }

  /** Whether `takeChanges` may have something to tell. */
  get isChanged(): boolean {
    return this.#isChanged
  }

  onClusterRecord(record: ClusterRecord): void {
    const isNew = record.type === 'topic-created' && record.name === this.#name
    if (isNew || ('topicId' in record && record.topicId === this.#topicId)) this.#isChanged = true
  }

  /** Which partitions this broker has come to lead, and which it leads no more. */
  takeChanges(): LeadershipChanges {
    this.#isChanged = false
    const { topic } = this
    const isAnew = topic?.topicId !== this.#topicId
    this.#topicId = topic?.topicId
    const epochOf = (partition: number) => {
      const registration = topic?.partitions[partition]
      return registration?.leader === this.#brokerId ? registration.leaderEpoch : undefined
    }
    // One that was led in another epoch was someone else's in between.
    const lost = [...this.#led].flatMap(([partition, epoch]) =>
      isAnew || epochOf(partition) !== epoch ? [partition] : [],
    )
    for (const partition of lost) this.#led.delete(partition)
    const gained: number[] = []
    topic?.partitions.forEach((_, partition) => {
      const epoch = epochOf(partition)
      if (epoch === undefined || this.#led.has(partition)) return
      this.#led.set(partition, epoch)
      gained.push(partition)
    })
    return { gained, lost }
  }
}
