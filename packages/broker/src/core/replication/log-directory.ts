// Where a broker keeps its logs. It outlives the broker's state: a broker that comes back finds there what it had.
import { MemoryLogStore } from '../log/memory-log-store.ts'
import { PartitionLog } from '../log/partition-log.ts'
import { partitionKey } from '../request.ts'
import type { Topic } from '../topics/topic-store.ts'

/** The logs of a broker. */
export interface LogDirectory {
  /** The log of a partition: what there is of it, or a new one. */
  open(topic: Topic, partition: number): PartitionLog
  /** Removes a log for good. */
  remove(topicId: string, partition: number): void
}

/** Logs in memory. */
export class MemoryLogDirectory implements LogDirectory {
  readonly #logs = new Map<string, PartitionLog>()

  open(topic: Topic, partition: number): PartitionLog {
    const key = partitionKey(topic.topicId, partition)
    let log = this.#logs.get(key)
    if (log === undefined) this.#logs.set(key, (log = memoryLog(topic)))
    return log
  }

  remove(topicId: string, partition: number): void {
    this.#logs.delete(partitionKey(topicId, partition))
  }
}

function memoryLog(topic: Topic): PartitionLog {
  return new PartitionLog({
    store: new MemoryLogStore(() => topic.logConfig.indexIntervalBytes),
    config: () => topic.logConfig,
  })
}
