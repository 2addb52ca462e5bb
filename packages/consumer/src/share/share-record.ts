import type { KafkaRecord } from '@odradek/records'
import { ConsumerRecord } from '../consumer-record.ts'
import type { HeldRecord } from '../core/share/held-record.ts'

/** The lock behind a record: for this package alone. */
export let holdOf: (record: ShareRecord) => HeldRecord

/**
 * A record of a share group: this member alone has it, until it says what becomes of it or the lock ends (30 s by default,
 * `share.record.lock.duration.ms` of the group). What it says goes to the broker with the next request, at once by `commit()`.
 */
export class ShareRecord extends ConsumerRecord {
  /** How often it was delivered, this time included. The group gives a record up after so many times (5 by default). */
  readonly deliveryCount: number
  readonly #hold: HeldRecord
  #controller: AbortController | undefined

  constructor(
    topic: string,
    partition: number,
    baseOffset: bigint,
    record: KafkaRecord,
    hold: HeldRecord,
    deliveryCount: number,
  ) {
    super(topic, partition, baseOffset, record)
    this.#hold = hold
    this.deliveryCount = deliveryCount
  }

  /** It is handled, and done with. Throws UsageError where it was acknowledged already, as `release` and `reject` do. */
  accept(): void {
    this.#hold.decide('accept')
  }

  /** It may be delivered again, to any member. */
  release(): void {
    this.#hold.decide('release')
  }

  /** It cannot be handled, and is not delivered again. */
  reject(): void {
    this.#hold.decide('reject')
  }

  /** Makes the lock last anew (brokers from 4.2 on). Rejects with a KafkaError where it is lost already, or the broker cannot. */
  renew(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#hold.renew((error) => (error === undefined ? resolve() : reject(error)))
    })
  }

  /** Aborted when the lock is lost: another member may be given the record. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      const controller = (this.#controller = new AbortController())
      if (this.#hold.state === 'lapsed') controller.abort()
      else this.#hold.onLapsed = () => controller.abort()
    }
    return this.#controller.signal
  }

  static {
    holdOf = (record) => record.#hold
  }
}
