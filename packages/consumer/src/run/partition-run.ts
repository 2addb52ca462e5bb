// Records of one partition that are worked on side by side: the position moves over what is finished without a gap, so that a commit never
// passes unfinished work.
import type { ConsumerRecord } from '../consumer-record.ts'
import type { AssignedPartition, PartitionWork } from '../core/offsets/subscription-state.ts'

/** One record in work, or a stretch without records that was passed. */
export interface RunTask {
  /** Absent for a stretch. */
  readonly record: ConsumerRecord | undefined
  readonly run: PartitionRun
  /** The offset after it. */
  readonly nextOffset: bigint
  /** Bytes of key and value. */
  readonly sizeInBytes: number
  isFinished: boolean
}

/** What a handler of `run` is told besides the record. */
export interface RunContext {
  /** Aborted when the partition goes to another member, or is read from somewhere else: what the handler does now counts for nothing. */
  readonly signal: AbortSignal
}

/** See the head of the file. */
export class PartitionRun implements PartitionWork, RunContext {
  readonly partition: AssignedPartition
  isCancelled = false
  /** Handlers that run. */
  active = 0
  /** Bytes of the records that are `pending`. */
  pendingBytes = 0
  /** In order of their offsets; what is finished leaves at the head. */
  #tasks: RunTask[] = []
  #head = 0
  #controller: AbortController | undefined
  readonly #onResumed: (run: PartitionRun) => void

  /** `onResumed` is called when the partition is paused no more. */
  constructor(partition: AssignedPartition, onResumed: (run: PartitionRun) => void) {
    this.partition = partition
    this.#onResumed = onResumed
    partition.work = this
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.isCancelled) this.#controller.abort()
    return this.#controller.signal
  }

  /** Tasks that are not finished, or wait for one before them. */
  get pending(): number {
    return this.#tasks.length - this.#head
  }

  add(record: ConsumerRecord): RunTask {
    const sizeInBytes = (record.key?.length ?? 0) + (record.value?.length ?? 0)
    const task = { record, run: this, nextOffset: record.offset + 1n, sizeInBytes, isFinished: false }
    this.#tasks.push(task)
    this.pendingBytes += sizeInBytes
    return task
  }

  passTo(offset: bigint): void {
    this.#tasks.push({ record: undefined, run: this, nextOffset: offset, sizeInBytes: 0, isFinished: true })
    this.#advance()
  }

  finish(task: RunTask): void {
    task.isFinished = true
    this.#advance()
  }

  cancel(): void {
    this.isCancelled = true
    this.#controller?.abort()
  }

  resume(): void {
    this.#onResumed(this)
  }

  #advance(): void {
    let last: RunTask | undefined
    for (let task = this.#tasks[this.#head]; task?.isFinished; task = this.#tasks[this.#head]) {
      last = task
      this.pendingBytes -= task.sizeInBytes
      this.#head++
    }
    if (last === undefined) return
    // Of a partition that was sought elsewhere, or lost, nothing moves any more.
    if (this.partition.work === this) this.partition.advanceTo(last.nextOffset)
    if (this.#head === this.#tasks.length) {
      this.#tasks = []
      this.#head = 0
    } else if (this.#head > 1024) {
      this.#tasks.splice(0, this.#head)
      this.#head = 0
    }
  }
}
