import type { KafkaError } from '@odradek/protocol'

import type { ProducerEvent } from './producer-events.ts'

/** Records that failed before they were in a batch. Many fail at once and for one reason: they are told of together, topic by topic. */
export class FailedRecords {
  private readonly byTopic = new Map<string, { records: number; readonly error: KafkaError }>()

  /** One more has failed. */
  add(topic: string, error: KafkaError): void {
    const known = this.byTopic.get(topic)
    if (known === undefined) this.byTopic.set(topic, { records: 1, error })
    else known.records++
  }

  /** Tells of all that were added since the last time. */
  tell(onEvent: ((event: ProducerEvent) => void) | undefined): void {
    if (this.byTopic.size === 0) return
    const all = [...this.byTopic]
    this.byTopic.clear()
    for (const [topic, { records, error }] of all) onEvent?.({ type: 'records-failed', topic, records, error })
  }
}
