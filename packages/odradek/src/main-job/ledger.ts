import { PartitionLedger } from './partition-ledger.ts'
import { recordHash } from './record-hash.ts'

/**
 * What can be wrong.
 * - `lost`: acknowledged and never consumed
 * - `changed`: consumed with another key or value than was acknowledged, or differently the second time
 * - `unexpected`: consumed and never acknowledged: a record in the log twice, or one that somebody else wrote
 * - `out-of-order`: a member was given an offset that does not follow the one before, or a record for the first time after later ones
 * - `reordered`: two records with one key stand in the log in another order than they were sent
 * - `collision`: two records were acknowledged with one offset, so that one of them is gone
 * - `key-moved`: records with one key went to two partitions
 * - `commit`: the committed offset is not the end of the log
 */
export const faultKinds = [
  'lost',
  'changed',
  'unexpected',
  'out-of-order',
  'reordered',
  'collision',
  'key-moved',
  'commit',
] as const

/** One of `faultKinds`. */
export type FaultKind = (typeof faultKinds)[number]

/** One thing that is wrong. */
export interface Fault {
  readonly kind: FaultKind
  readonly partition: number
  readonly offset: number
  readonly detail: string
}

/** Per partition, what went in and out. */
export interface PartitionTotals {
  readonly partition: number
  readonly produced: number
  readonly consumed: number
  readonly duplicates: number
}

/** What the ledger says at the end. */
export interface Verdict {
  readonly partitions: readonly PartitionTotals[]
  /** How often each kind of fault was found; kinds that were not found are absent. */
  readonly faultCounts: Readonly<Partial<Record<FaultKind, number>>>
  /** The first of each kind, up to `MAX_LISTED` of it. */
  readonly faults: readonly Fault[]
}

/** A record as a member was given it. */
export interface Delivery {
  readonly offset: bigint
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
}

const MAX_LISTED = 10

/**
 * The main job's own book, which trusts neither client: per partition what each offset was acknowledged to hold, and what was
 * consumed from it. Deliveries repeated after a rebalance are counted, not faults: Kafka promises at least once.
 */
export class Ledger {
  readonly #partitions: readonly PartitionLedger[]
  readonly #keys = new Map<string, { readonly id: number; readonly partition: number }>()
  /** Per reader and partition: the offset given last since the partition was assigned. */
  readonly #lastGiven = new Map<string, number>()
  readonly #faults: Fault[] = []
  readonly #faultCounts: Partial<Record<FaultKind, number>> = {}

  constructor(partitions: number) {
    this.#partitions = Array.from({ length: partitions }, () => new PartitionLedger())
  }

  /** Records acknowledged so far. */
  get acknowledged(): number {
    return this.#sum((partition) => partition.acknowledged)
  }

  /** Records consumed at least once so far. */
  get consumed(): number {
    return this.#sum((partition) => partition.consumed)
  }

  /** Acknowledged records that nobody has consumed yet. */
  get outstanding(): number {
    return this.#sum((partition) => partition.acknowledged - partition.settled)
  }

  /** Deliveries beyond the first. */
  get duplicates(): number {
    return this.#sum((partition) => partition.duplicates)
  }

  /**
   * The producer says that the record with this hash (see `recordHash`), sent as number `sequence` of all, lies at this offset.
   */
  onAcknowledged(partition: number, offset: bigint, key: string, hash: number, sequence: number): void {
    const at = Number(offset)
    const keyId = this.#keyId(key, partition, at)
    const ledger = this.#partitions[partition]
    if (ledger === undefined || at < 0) {
      this.#report('collision', partition, at, 'acknowledged for a partition or an offset that does not exist')
    } else if (!ledger.acknowledge(at, hash, sequence, keyId)) {
      this.#report(
        'collision',
        partition,
        at,
        `record ${sequence} was acknowledged with an offset that another one has`,
      )
    }
  }

  /** A reader was assigned a partition: it may begin again before where others were, within what was committed. */
  onAssigned(reader: string, partition: number): void {
    this.#lastGiven.delete(`${reader}/${partition}`)
  }

  /** A reader was given records of one partition, in this order. */
  onConsumed(reader: string, partition: number, deliveries: Iterable<Delivery>): void {
    const ledger = this.#partitions[partition]
    const place = `${reader}/${partition}`
    let last = this.#lastGiven.get(place) ?? -1
    for (const { offset, key, value } of deliveries) {
      const at = Number(offset)
      if (ledger === undefined || at < 0) {
        this.#report(
          'unexpected',
          partition,
          at,
          `${reader} was given a record of a partition or offset that does not exist`,
        )
        continue
      }
      if (at <= last) this.#report('out-of-order', partition, at, `${reader} was given it after offset ${last}`)
      last = at
      const before = ledger.lastConsumed
      const outcome = ledger.consume(at, recordHash(key, value))
      if (outcome === 'changed')
        this.#report('changed', partition, at, `${reader} was given other bytes than at the first delivery`)
      if (outcome === 'late')
        this.#report('out-of-order', partition, at, `given for the first time after offset ${before}`)
    }
    this.#lastGiven.set(place, last)
  }

  /** The group's committed offset and the end of the log, read from the cluster at the end. */
  onCommitted(partition: number, committed: bigint | undefined, logEnd: bigint): void {
    if (committed === logEnd) return
    const said = committed === undefined ? 'nothing is committed' : `${committed} is committed`
    this.#report('commit', partition, Number(committed ?? -1n), `${said}, the log ends at ${logEnd}`)
  }

  /** Compares both sides, offset by offset. Ask once, when everything is over. */
  verdict(): Verdict {
    for (const [partition, ledger] of this.#partitions.entries()) {
      const lastOfKey = new Map<number, { sequence: number; offset: number }>()
      for (const entry of ledger.entries()) {
        if (entry.acknowledgedHash === undefined) {
          this.#report('unexpected', partition, entry.offset, 'consumed, and never acknowledged')
          continue
        }
        if (entry.consumedHash === undefined) {
          this.#report('lost', partition, entry.offset, `record ${entry.sequence} was acknowledged and never consumed`)
        } else if (entry.consumedHash !== entry.acknowledgedHash) {
          this.#report(
            'changed',
            partition,
            entry.offset,
            `record ${entry.sequence} was consumed with other bytes than were sent`,
          )
        }
        const before = lastOfKey.get(entry.keyId)
        if (before !== undefined && before.sequence > entry.sequence) {
          this.#report(
            'reordered',
            partition,
            entry.offset,
            `record ${entry.sequence} lies behind record ${before.sequence} at ${before.offset}`,
          )
        }
        lastOfKey.set(entry.keyId, entry)
      }
    }
    return { partitions: this.totals(), faultCounts: this.#faultCounts, faults: this.#faults }
  }

  /** Per partition, what went in and out so far. */
  totals(): PartitionTotals[] {
    return this.#partitions.map(({ acknowledged, consumed, duplicates }, partition) => ({
      partition,
      produced: acknowledged,
      consumed,
      duplicates,
    }))
  }

  #keyId(key: string, partition: number, offset: number): number {
    const known = this.#keys.get(key)
    if (known === undefined) {
      const id = this.#keys.size
      this.#keys.set(key, { id, partition })
      return id
    }
    if (known.partition !== partition) {
      this.#report(
        'key-moved',
        partition,
        offset,
        `key ${JSON.stringify(key)} was in partition ${known.partition} before`,
      )
    }
    return known.id
  }

  #report(kind: FaultKind, partition: number, offset: number, detail: string): void {
    const count = (this.#faultCounts[kind] ?? 0) + 1
    this.#faultCounts[kind] = count
    if (count <= MAX_LISTED) this.#faults.push({ kind, partition, offset, detail })
  }

  #sum(of: (partition: PartitionLedger) => number): number {
    let sum = 0
    for (const partition of this.#partitions) sum += of(partition)
    return sum
  }
}
