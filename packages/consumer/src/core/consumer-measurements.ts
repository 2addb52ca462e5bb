// What the cores of a consumer measure for its metrics: once for each answer or batch, never for each record.
import { WindowedStat } from '@odradek/network/internal'

/** What was given out of one topic. */
export interface Consumed {
  records: number
  bytes: number
}

/** See the head of the file. Times are in milliseconds, from when a request was made until its answer. */
export class ConsumerMeasurements {
  readonly fetchLatency = new WindowedStat()
  readonly fetchSize = new WindowedStat()
  readonly recordsPerFetch = new WindowedStat()
  readonly heartbeatLatency = new WindowedStat()
  readonly commitLatency = new WindowedStat()
  /** Heartbeats that were answered. */
  heartbeats = 0
  readonly #consumed = new Map<string, Consumed>()

  /** A Fetch was answered. One that brought nothing says nothing about sizes: a broker leaves out what has no records. */
  onFetch(latencyMs: number, bytes: number, records: number, nowMs: number): void {
    this.fetchLatency.record(latencyMs, nowMs)
    if (bytes === 0) return
    this.fetchSize.record(bytes, nowMs)
    this.recordsPerFetch.record(records, nowMs)
  }

  onHeartbeat(latencyMs: number, nowMs: number): void {
    this.heartbeats++
    this.heartbeatLatency.record(latencyMs, nowMs)
  }

  /** What was given out of this topic so far, to be counted on. */
  consumedOf(topic: string): Consumed {
    let consumed = this.#consumed.get(topic)
    if (consumed === undefined) this.#consumed.set(topic, (consumed = { records: 0, bytes: 0 }))
    return consumed
  }

  /** By topic. */
  get consumed(): ReadonlyMap<string, Readonly<Consumed>> {
    return this.#consumed
  }
}
