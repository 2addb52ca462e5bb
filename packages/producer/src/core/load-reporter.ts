// KIP-794: tells the partitioner which partitions are busy, and whose brokers take no requests, so that records without a key go elsewhere.
import { NodeLatencyStats, type Partitioner } from '@odradek/partitioners'

import type { RecordAccumulator } from './record-accumulator.ts'

/** A picture of the queues that is younger than this will do: taking one costs a step per partition. */
const REPORT_EVERY_MS = 5

/** See the head of the file. */
export class LoadReporter {
  readonly #partitioner: Partitioner
  readonly #latencies: NodeLatencyStats
  #reportedAtMs = -Infinity

  /** `availabilityTimeoutMs`: after how long without a chance to send a broker counts as slow; 0: never. */
  constructor(partitioner: Partitioner, availabilityTimeoutMs: number) {
    this.#partitioner = partitioner
    this.#latencies = new NodeLatencyStats(availabilityTimeoutMs)
  }

  /** There are batches for a broker, which takes them now or does not. */
  onBatchesFor(nodeId: number, canSend: boolean, nowMs: number): void {
    this.#latencies.update(nodeId, canSend, nowMs)
  }

  /** Tells the partitioner, if it wants to know and was not told a moment ago. */
  report({ topics }: RecordAccumulator, nowMs: number): void {
    const partitioner = this.#partitioner
    if (partitioner.onTopicLoad === undefined || nowMs < this.#reportedAtMs + REPORT_EVERY_MS) return
    this.#reportedAtMs = nowMs
    for (const topic of topics.values()) partitioner.onTopicLoad(topic.name, topic.load(this.#latencies))
  }
}
