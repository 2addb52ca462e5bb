interface Latency {
  readyTimeMs: number
  drainTimeMs: number
}

/**
 * How long batches have been waiting for each broker that cannot take them (KIP-794). A broker is slow while there have been batches for
 * it, but no way to send one, for more than `availabilityTimeoutMs` (Kafka: partitioner.availability.timeout.ms; 0: none is ever slow).
 */
export class NodeLatencyStats {
  readonly #availabilityTimeoutMs: number
  readonly #nodes = new Map<number, Latency>()

  constructor(availabilityTimeoutMs: number) {
    this.#availabilityTimeoutMs = availabilityTimeoutMs
  }

  /** There are batches for a broker; `canDrain`: it takes requests now. To be told each time the sender looks. */
  update(nodeId: number, canDrain: boolean, nowMs: number): void {
    if (this.#availabilityTimeoutMs <= 0) return
    const latency = this.#nodes.get(nodeId)
    if (latency === undefined) this.#nodes.set(nodeId, { readyTimeMs: nowMs, drainTimeMs: nowMs })
    else {
      if (canDrain) latency.drainTimeMs = nowMs
      latency.readyTimeMs = nowMs
    }
  }

  /** Whether partitions led by the broker should be left alone for now. */
  isSlow(nodeId: number): boolean {
    const latency = this.#nodes.get(nodeId)
    return latency !== undefined && latency.readyTimeMs - latency.drainTimeMs > this.#availabilityTimeoutMs
  }
}
