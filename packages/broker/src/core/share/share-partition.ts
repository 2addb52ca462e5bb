// One partition as a share group sees it (KIP-932, Kafka's SharePartition): which records are in whose hands, and which are done with.
import { InvariantError } from '@odradek/protocol'
import { type AbortedTransaction, decodeRecordBatches, type RecordBatch } from '@odradek/records'
import { joined } from '../joined.ts'
import type { PartitionLog } from '../log/partition-log.ts'
import { deliveryStateOf, type RecordState, recordStateOf, recordTransitions } from './record-state.ts'
import type { ShareProgress } from './share-coordinator.ts'
import { addBatch, type StateBatch } from './state-batches.ts'

/** How a member acknowledges a record. */
export const AcknowledgeType = { GAP: 0, ACCEPT: 1, RELEASE: 2, REJECT: 3, RENEW: 4 } as const

/** What holds for the records of a share group. */
export interface ShareLimits {
  readonly lockDurationMs: number
  readonly deliveryCountLimit: number
  readonly maxRecordLocks: number
  /** `share.isolation.level`: records of a transaction only once it is committed. */
  readonly committedOnly: boolean
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

/** Records that are to change: what they become is stored first, then carried out. */
export interface ShareChange {
  /** The next states, by offset. */
  readonly states: ReadonlyMap<number, RecordState>
  /** The offsets of records that their member keeps for longer, which is not stored. */
  readonly renewed: readonly number[]
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

  /** `batches`: what is stored of records from the start offset on. What lies between them was delivered at most, and may be again. */
  constructor(startOffset: number, batches: readonly StateBatch[] = []) {
    this.startOffset = startOffset
    this.endOffset = startOffset
    for (const { firstOffset, lastOffset, deliveryState, deliveryCount } of batches) {
      this.#addUpTo(Number(firstOffset), 'Available', 0)
      this.#addUpTo(Number(lastOffset) + 1, recordStateOf(deliveryState), deliveryCount)
    }
    this.#advance()
  }

  #addUpTo(offset: number, state: RecordState, deliveryCount: number): void {
    for (; this.endOffset < offset; this.endOffset++) {
      this.#inFlight.set(this.endOffset, { state, memberId: '', deliveryCount, lockUntilMs: 0 })
    }
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

  /** Gives a member records that nobody has: first those that were given back, then new ones. */
  acquire(log: PartitionLog, request: AcquireRequest, limits: ShareLimits, nowMs: number): Acquisition {
    this.#passOver(log.startOffset)
    for (;;) {
      const from = this.#firstAvailable()
      const acquisition = this.#acquireFrom(from, log, request, limits, nowMs)
      // What was read may be nothing but what nobody gets, such as records of aborted transactions: behind it there may be more.
      if (acquisition.acquired.length > 0 || this.#firstAvailable() <= from) return acquisition
    }
  }

  #acquireFrom(
    from: number,
    log: PartitionLog,
    request: AcquireRequest,
    limits: ShareLimits,
    nowMs: number,
  ): Acquisition {
    const taken: Uint8Array[] = []
    const offsets: number[] = []
    let seenUpTo = from
    const endOffset = limits.committedOnly ? log.lastStableOffset : log.highWatermark
    const batches = log
      .read(from, request.maxBytes, true, endOffset)
      .flatMap((bytes) => [...decodeRecordBatches(bytes)])
    const aborted = limits.committedOnly ? log.abortedTransactions(from, endOffset) : []
    for (const batch of batches) {
      this.#archiveGap(seenUpTo, Number(batch.baseOffset))
      seenUpTo = Number(batch.nextOffset)
      const room = Math.min(request.maxRecords - offsets.length, limits.maxRecordLocks - this.#lockCount)
      if (room <= 0) break
      const most = request.isStrict ? room : Infinity
      if (isAborted(batch, aborted)) {
        this.#archiveBatch(batch, from)
        continue
      }
      const got = this.#acquireBatch(batch, from, most, request.memberId, limits, nowMs)
      if (got.length === 0) continue
      taken.push(batch.bytes)
      offsets.push(...got)
    }
    this.#advance()
    return { records: joined(taken), acquired: this.#runs(offsets) }
  }

  /** There are no records between two batches of the log: they were compacted away. */
  #archiveGap(from: number, to: number): void {
    for (let offset = from; offset < Math.min(to, this.endOffset); offset++) {
      const record = this.#inFlight.get(offset)
      if (record?.state === 'Available') transition(record, 'Archived')
    }
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
      const record = this.#availableAt(offset)
      if (record === undefined) continue
      transition(record, 'Acquired')
      record.memberId = memberId
      record.deliveryCount++
      record.lockUntilMs = nowMs + lockDurationMs
      got.push(offset)
    }
    return got
  }

  /** Nobody gets these records: their transaction was aborted. */
  #archiveBatch(batch: RecordBatch, from: number): void {
    for (let offset = Math.max(from, Number(batch.baseOffset)); offset <= Number(batch.lastOffset); offset++) {
      const record = this.#availableAt(offset)
      if (record !== undefined) transition(record, 'Archived')
    }
  }

  /** A record that nobody has and that is not done with; undefined where it is another one. */
  #availableAt(offset: number): InFlight | undefined {
    const known = this.#inFlight.get(offset)
    if (known !== undefined) return known.state === 'Available' ? known : undefined
    if (offset < this.endOffset) return undefined
    const record: InFlight = { state: 'Available', memberId: '', deliveryCount: 0, lockUntilMs: 0 }
    this.#inFlight.set(offset, record)
    this.endOffset = offset + 1
    return record
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

  /** What a member says of its records, all or nothing; a text says why nothing, for INVALID_RECORD_STATE. */
  acknowledge(memberId: string, batches: readonly AcknowledgementBatch[], limits: ShareLimits): ShareChange | string {
    const states = new Map<number, RecordState>()
    const renewed: number[] = []
    for (const { firstOffset, lastOffset, acknowledgeTypes } of batches) {
      // The hands of members hold at most what is in flight: a longer run names what is not.
      if (lastOffset - firstOffset >= BigInt(this.#inFlight.size)) return NOT_FOUND
      for (let offset = Number(firstOffset); offset <= Number(lastOffset); offset++) {
        const record = this.#inFlight.get(offset)
        if (record === undefined) return NOT_FOUND
        if (record.memberId !== memberId) return 'Member is not the owner of offset'
        if (record.state !== 'Acquired') return 'The offset cannot be acknowledged. The offset is not acquired.'
        const type = acknowledgeTypes[offset - Number(firstOffset)] ?? acknowledgeTypes[0]!
        if (type === AcknowledgeType.RENEW) renewed.push(offset)
        else states.set(offset, acknowledged(record, type, limits))
      }
    }
    return { states, renewed }
  }

  /** What a member has is given back: the member is gone. */
  releaseAll(memberId: string, limits: ShareLimits): ShareChange {
    return this.#releaseWhere((record) => record.memberId === memberId, limits)
  }

  /** What was held too long is given back. */
  expire(nowMs: number, limits: ShareLimits): ShareChange {
    return this.#releaseWhere(({ lockUntilMs }) => lockUntilMs <= nowMs, limits)
  }

  #releaseWhere(isMeant: (record: InFlight) => boolean, limits: ShareLimits): ShareChange {
    const states = new Map<number, RecordState>()
    for (const [offset, record] of this.#inFlight) {
      if (record.state === 'Acquired' && isMeant(record)) states.set(offset, released(record, limits))
    }
    return { states, renewed: [] }
  }

  /** How far a group will have come with a change. As in Kafka, the start offset is the one from before it. */
  progressWith({ states }: ShareChange): ShareProgress {
    const stateBatches: StateBatch[] = []
    for (const [offset, state] of [...states].sort(([left], [right]) => left - right)) {
      const { deliveryCount } = this.#inFlight.get(offset)!
      const at = BigInt(offset)
      addBatch(stateBatches, { firstOffset: at, lastOffset: at, deliveryState: deliveryStateOf[state], deliveryCount })
    }
    let deliveryCompleteCount = 0
    for (const [offset, { state }] of this.#inFlight) {
      if (isDone(states.get(offset) ?? state)) deliveryCompleteCount++
    }
    return { startOffset: BigInt(this.startOffset), deliveryCompleteCount, stateBatches }
  }

  /** Carries out a change. */
  commit({ states, renewed }: ShareChange, { lockDurationMs }: ShareLimits, nowMs: number): void {
    // While a change is stored, the log may have lost what it is about.
    for (const offset of renewed) {
      const record = this.#inFlight.get(offset)
      if (record !== undefined) record.lockUntilMs = nowMs + lockDurationMs
    }
    for (const [offset, state] of states) {
      const record = this.#inFlight.get(offset)
      if (record !== undefined) transition(record, state)
    }
    this.#advance()
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

function isAborted(batch: RecordBatch, transactions: readonly AbortedTransaction[]): boolean {
  // A marker is given out like a record, as Kafka does it: clients answer that there is none.
  if (!batch.isTransactional || batch.isControl) return false
  const { producerId, baseOffset } = batch
  return transactions.some((one) => {
    return one.producerId === producerId && one.firstOffset <= baseOffset && baseOffset <= one.lastOffset
  })
}

function isDone(state: RecordState): boolean {
  return state === 'Acknowledged' || state === 'Archived'
}

function transition(record: InFlight, next: RecordState): void {
  if (!recordTransitions[record.state].includes(next)) {
    throw new InvariantError(`a shared record cannot go from ${record.state} to ${next}`)
  }
  record.state = next
}

function acknowledged(record: InFlight, type: number, limits: ShareLimits): RecordState {
  if (type === AcknowledgeType.RELEASE) return released(record, limits)
  return type === AcknowledgeType.ACCEPT ? 'Acknowledged' : 'Archived'
}

/** A record that was delivered as often as may be is not delivered again. */
function released({ deliveryCount }: InFlight, { deliveryCountLimit }: ShareLimits): RecordState {
  return deliveryCount >= deliveryCountLimit ? 'Archived' : 'Available'
}
