// One partition as a share group sees it (KIP-932, Kafka's SharePartition): which records are in whose hands, and which are done with.
import { InvariantError } from '@odradek/protocol'
import { RecordBatch } from '@odradek/records'
import type { PartitionLog } from '../log/partition-log.ts'
import { type RecordState, recordTransitions } from './record-state.ts'

/** How a member acknowledges a record. */
export const AcknowledgeType = { GAP: 0, ACCEPT: 1, RELEASE: 2, REJECT: 3, RENEW: 4 } as const

/** What holds for the records of a share group. */
export interface ShareLimits {
  readonly lockDurationMs: number
  readonly deliveryCountLimit: number
  readonly maxRecordLocks: number
}

/** A run of records that a member got. */
export interface AcquiredRecords {
  readonly firstOffset: bigint
  readonly lastOffset: bigint
  readonly deliveryCount: number
}

/** What a member got: whole batches, and which of their records are its own. */
export interface Acquisition {
  readonly records: Uint8Array
  readonly acquired: readonly AcquiredRecords[]
}

/** How much a member wants; `isStrict`: not a record more, where otherwise the batch is filled. */
export interface AcquireRequest {
  readonly memberId: string
  readonly maxBytes: number
  readonly maxRecords: number
  readonly isStrict: boolean
}

/** A run of records that a member is done with: one type for all, or one for each. */
export interface AcknowledgementBatch {
  readonly firstOffset: bigint
  readonly lastOffset: bigint
  readonly acknowledgeTypes: readonly number[]
}

interface InFlight {
  state: RecordState
  memberId: string
  deliveryCount: number
  lockUntilMs: number
}

/** What a member has of a partition's records, and what is to be delivered next. */
export class SharePartition {
  /** All records before this one are done with. */
  startOffset: number
  /** No record from this one on was ever delivered. */
  endOffset: number
  readonly #inFlight = new Map<number, InFlight>()

  constructor(startOffset: number) {
    this.startOffset = startOffset
    this.endOffset = startOffset
  }

  /** When the next acquisition lock times out; Infinity where there is none. */
  get nextDeadlineMs(): number {
    let next = Infinity
    for (const { state, lockUntilMs } of this.#inFlight.values()) {
      if (state === 'Acquired' && lockUntilMs < next) next = lockUntilMs
    }
    return next
  }

  /** The state of a record, and how often it was delivered; undefined where it is not in flight. */
  record(offset: number): Readonly<InFlight> | undefined {
    return this.#inFlight.get(offset)
  }

  /** Records between the start and `highWatermark` that are not done with. */
  lag(highWatermark: number): number {
    let done = 0
    for (const { state } of this.#inFlight.values()) if (isDone(state)) done++
    return Math.max(0, highWatermark - this.startOffset - done)
  }

  /** Gives a member records that nobody has: first those that were given back, then new ones. */
  acquire(log: PartitionLog, request: AcquireRequest, limits: ShareLimits, nowMs: number): Acquisition {
    this.#passOver(log.startOffset)
    const from = this.#firstAvailable()
    const taken: Uint8Array[] = []
    const offsets: number[] = []
    for (const bytes of log.read(from, request.maxBytes, true, log.highWatermark)) {
      const room = Math.min(request.maxRecords - offsets.length, limits.maxRecordLocks - this.#lockCount)
      if (room <= 0) break
      const most = request.isStrict ? room : Infinity
      const got = this.#acquireBatch(new RecordBatch(bytes), from, most, request.memberId, limits, nowMs)
      if (got.length === 0) continue
      taken.push(bytes)
      offsets.push(...got)
    }
    this.#advance()
    return { records: joined(taken), acquired: this.#runs(offsets) }
  }

  #acquireBatch(
    batch: RecordBatch,
    from: number,
    most: number,
    memberId: string,
    { lockDurationMs }: ShareLimits,
    nowMs: number,
  ): number[] {
    const got: number[] = []
    const last = Number(batch.lastOffset)
    for (let offset = Math.max(from, Number(batch.baseOffset)); offset <= last && got.length < most; offset++) {
      const known = this.#inFlight.get(offset)
      if (known === undefined && offset < this.endOffset) continue
      if (known !== undefined && known.state !== 'Available') continue
      const record: InFlight = known ?? { state: 'Available', memberId: '', deliveryCount: 0, lockUntilMs: 0 }
      if (known === undefined) {
        this.#inFlight.set(offset, record)
        this.endOffset = offset + 1
      }
      if (batch.isControl) {
        transition(record, 'Archived')
        continue
      }
      transition(record, 'Acquired')
      record.memberId = memberId
      record.deliveryCount++
      record.lockUntilMs = nowMs + lockDurationMs
      got.push(offset)
    }
    return got
  }

  get #lockCount(): number {
    let count = 0
    for (const { state } of this.#inFlight.values()) if (state === 'Acquired') count++
    return count
  }

  #firstAvailable(): number {
    let first = this.endOffset
    for (const [offset, { state }] of this.#inFlight) if (state === 'Available' && offset < first) first = offset
    return first
  }

  /** Runs of offsets that follow one another and were delivered equally often. */
  #runs(offsets: readonly number[]): AcquiredRecords[] {
    const runs: { first: number; last: number; deliveryCount: number }[] = []
    for (const offset of offsets) {
      const { deliveryCount } = this.#inFlight.get(offset)!
      const run = runs.at(-1)
      if (run !== undefined && run.last === offset - 1 && run.deliveryCount === deliveryCount) run.last = offset
      else runs.push({ first: offset, last: offset, deliveryCount })
    }
    return runs.map(({ first, last, deliveryCount }) => {
      return { firstOffset: BigInt(first), lastOffset: BigInt(last), deliveryCount }
    })
  }

  /** Carries out what a member says of its records, all or nothing; a text says why nothing, for INVALID_RECORD_STATE. */
  acknowledge(
    memberId: string,
    batches: readonly AcknowledgementBatch[],
    limits: ShareLimits,
    nowMs: number,
  ): string | undefined {
    const changes: { readonly record: InFlight; readonly type: number }[] = []
    for (const { firstOffset, lastOffset, acknowledgeTypes } of batches) {
      // The hands of members hold at most what is in flight: a longer run names what is not.
      if (lastOffset - firstOffset >= BigInt(this.#inFlight.size)) return NOT_FOUND
      for (let offset = Number(firstOffset); offset <= Number(lastOffset); offset++) {
        const record = this.#inFlight.get(offset)
        if (record === undefined) return NOT_FOUND
        if (record.memberId !== memberId) return 'Member is not the owner of offset'
        if (record.state !== 'Acquired') return 'The offset cannot be acknowledged. The offset is not acquired.'
        changes.push({ record, type: acknowledgeTypes[offset - Number(firstOffset)] ?? acknowledgeTypes[0]! })
      }
    }
    for (const { record, type } of changes) {
      if (type === AcknowledgeType.RENEW) record.lockUntilMs = nowMs + limits.lockDurationMs
      else if (type === AcknowledgeType.RELEASE) release(record, limits)
      else transition(record, type === AcknowledgeType.ACCEPT ? 'Acknowledged' : 'Archived')
    }
    this.#advance()
    return undefined
  }

  /** Gives back what a member has, which is gone; says whether it had anything. */
  releaseAll(memberId: string, limits: ShareLimits): boolean {
    return this.#releaseWhere((record) => record.memberId === memberId, limits)
  }

  /** Gives back what all members have. */
  releaseEverything(limits: ShareLimits): void {
    this.#releaseWhere(() => true, limits)
  }

  /** Gives back what was held too long; says whether there was any. */
  onTime(nowMs: number, limits: ShareLimits): boolean {
    return this.#releaseWhere(({ lockUntilMs }) => lockUntilMs <= nowMs, limits)
  }

  #releaseWhere(isMeant: (record: InFlight) => boolean, limits: ShareLimits): boolean {
    let isAny = false
    for (const record of this.#inFlight.values()) {
      if (record.state !== 'Acquired' || !isMeant(record)) continue
      release(record, limits)
      isAny = true
    }
    this.#advance()
    return isAny
  }

  /** What the log has deleted is done with. */
  #passOver(logStartOffset: number): void {
    if (logStartOffset <= this.startOffset) return
    for (const offset of this.#inFlight.keys()) if (offset < logStartOffset) this.#inFlight.delete(offset)
    this.startOffset = logStartOffset
    this.endOffset = Math.max(this.endOffset, logStartOffset)
  }

  #advance(): void {
    for (; this.startOffset < this.endOffset; this.startOffset++) {
      const record = this.#inFlight.get(this.startOffset)
      if (record !== undefined && !isDone(record.state)) return
      this.#inFlight.delete(this.startOffset)
    }
  }
}

const NOT_FOUND = 'Batch record not found. The request batch offsets are not found in the cache.'

function isDone(state: RecordState): boolean {
  return state === 'Acknowledged' || state === 'Archived'
}

function transition(record: InFlight, next: RecordState): void {
  if (!recordTransitions[record.state].includes(next)) {
    throw new InvariantError(`a shared record cannot go from ${record.state} to ${next}`)
  }
  record.state = next
}

/** A record that was delivered as often as may be is not delivered again. */
function release(record: InFlight, { deliveryCountLimit }: ShareLimits): void {
  transition(record, record.deliveryCount >= deliveryCountLimit ? 'Archived' : 'Available')
}

function joined(batches: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(batches.reduce((size, batch) => size + batch.length, 0))
  let position = 0
  for (const batch of batches) {
    all.set(batch, position)
    position += batch.length
  }
  return all
}
