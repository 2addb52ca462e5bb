// Counts what an admin client does, under the names that Kafka's clients have for it (group admin-client-metrics).
import type { AdminEvent } from './admin-events.ts'

/** One measurement. */
export interface AdminMetric {
  /** Kafka's name, such as `request-total`. */
  readonly name: string
  /** `admin-client-metrics`. */
  readonly group: string
  readonly tags: Readonly<Record<string, string>>
  /** Counters count since the client was made; times are in milliseconds, and NaN where nothing happened. */
  readonly value: number
}

/** See the head of the file. */
export class AdminMetrics {
  readonly #clientId: string
  #answered = 0
  #failed = 0
  #latencyMs = 0
  #maxLatencyMs = Number.NEGATIVE_INFINITY
  #retries = 0
  #calls = 0
  #failedCalls = 0

  constructor(clientId: string) {
    this.#clientId = clientId
  }

  onEvent(event: AdminEvent): void {
    switch (event.type) {
      case 'request-answered':
        this.#answered++
        this.#latencyMs += event.latencyMs
        this.#maxLatencyMs = Math.max(this.#maxLatencyMs, event.latencyMs)
        return
      case 'request-failed':
        this.#failed++
        return
      case 'retried':
        this.#retries++
        return
      case 'call-succeeded':
        this.#calls++
        return
      case 'call-failed':
        this.#calls++
        this.#failedCalls++
    }
  }

  /** All measurements, as they are now. */
  read(requestsInFlight: number): AdminMetric[] {
    const values: readonly (readonly [string, number])[] = [
      ['request-total', this.#answered + this.#failed],
      ['request-error-total', this.#failed],
      ['request-latency-avg', this.#answered === 0 ? Number.NaN : this.#latencyMs / this.#answered],
      ['request-latency-max', this.#answered === 0 ? Number.NaN : this.#maxLatencyMs],
      ['request-retry-total', this.#retries],
      ['requests-in-flight', requestsInFlight],
      ['call-total', this.#calls],
      ['call-error-total', this.#failedCalls],
    ]
    const tags = { 'client-id': this.#clientId }
    return values.map(([name, value]) => ({ name, group: 'admin-client-metrics', tags, value }))
  }
}
