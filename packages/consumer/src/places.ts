// Where the consumer reads: seeking, pausing, positions.
import { UsageError } from '@odradek/protocol'
import type { ShellParts } from './commits.ts'
import type { IsolationLevel } from './core/fetch/isolation-level.ts'
import type { AssignedPartition, OffsetSpec } from './core/offsets/subscription-state.ts'
import { type TopicPartition, topicPartitionKey } from './core/topic-partition.ts'

/** See the head of the file. */
export class Places {
  readonly #shell: ShellParts

  constructor(shell: ShellParts) {
    this.#shell = shell
  }

  /** The partition as it is assigned now. Throws UsageError where it is not. */
  get(topicPartition: TopicPartition): AssignedPartition {
    const partition = this.#shell.core.subscription.get(topicPartition)
    if (partition === undefined)
      throw new UsageError(`${topicPartitionKey(topicPartition)} is not assigned to this consumer`)
    return partition
  }

  seek(partitions: readonly TopicPartition[], place: bigint | OffsetSpec): void {
    const assigned = partitions.map((tp) => this.get(tp))
    const { core, wakeup } = this.#shell
    for (const partition of assigned) {
      if (partition.phase === 'revoking') throw new UsageError(`${partition.key} is just being given up`)
      partition.seek(place)
    }
    core.fetchBuffer.drop(assigned)
    wakeup()
  }

  /** Where to begin with the partition when it is assigned, or to go on where it is already. */
  startAt(topicPartition: TopicPartition, offset: bigint): void {
    const { subscription } = this.#shell.core
    if (subscription.get(topicPartition) === undefined) subscription.startWhenAssigned(topicPartition, offset)
    else this.seek([topicPartition], offset)
  }

  setPaused(partitions: readonly TopicPartition[], isPaused: boolean): void {
    const { core, wakeup } = this.#shell
    core.subscription.setPaused(partitions, isPaused)
    core.fetchBuffer.sort()
    if (!isPaused) for (const tp of partitions) core.subscription.get(tp)?.work?.resume?.()
    wakeup()
  }

  lag(topicPartition: TopicPartition, isolationLevel: IsolationLevel): bigint | undefined {
    const { position, highWatermark, lastStableOffset } = this.get(topicPartition)
    const end = isolationLevel === 'read_committed' ? lastStableOffset : highWatermark
    if (position === undefined || end === undefined) return undefined
    return end > position ? end - position : 0n
  }
}
