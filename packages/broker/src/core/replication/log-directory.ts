// Where a broker keeps its logs. It outlives the broker's state: a broker that comes back finds there what it had.
import { LogManager, logManagerDefaults } from '../log/log-manager.ts'
import type { PartitionLog } from '../log/partition-log.ts'
import type { Topic } from '../topics/topic-store.ts'

/** The logs of a broker. */
export interface LogDirectory {
  /** The log of a partition: what there is of it, or a new one. */
  open(topic: Topic, partition: number): PartitionLog
  /** Removes a log for good. */
  remove(topicId: string, partition: number): void
}

/** Logs in memory, of which nothing is deleted or compacted by itself. */
export class MemoryLogDirectory extends LogManager {
  constructor() {
    super({ settings: logManagerDefaults, random: () => 0, nowMs: 0 })
  }
}
