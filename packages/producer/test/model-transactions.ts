// A cluster's transactions as far as one producer can tell: its coordinator, and the partitions with what is committed in them.
import { ErrorCode } from '@odradek/protocol'
import { decodeRecordBatches } from '@odradek/records'

import { type ModelAppend, ModelLog } from './model-log.ts'

const PRODUCER_ID = 5n

export class ModelTransactions {
  /** What a read_committed reader sees, by partition. */
  readonly committed: string[][]
  /** The group's position after each transaction that committed one. */
  readonly committedOffsets: bigint[] = []
  readonly #version: 1 | 2
  readonly #logs: readonly ModelLog[]
  /** What has been written in the open transaction, by partition. */
  readonly #open: string[][]
  readonly #joined = new Set<number | 'group'>()
  #openOffset: bigint | undefined
  #epoch = -1
  /** How the last transaction ended. */
  #ended: 'commit' | 'abort' | undefined

  constructor(version: 1 | 2, partitions: number) {
    this.#version = version
    this.#logs = Array.from({ length: partitions }, () => new ModelLog())
    this.#open = this.#logs.map(() => [])
    this.committed = this.#logs.map(() => [])
  }

  /** Whether a transaction has been begun, as far as the coordinator knows. */
  get isOpen(): boolean {
    return this.#joined.size > 0
  }

  /** InitProducerId: with the epoch that is known (KIP-360), or without. */
  initialize(epoch: number): { errorCode: number; producerId: bigint; producerEpoch: number } {
    const isRetry = epoch >= 0 && epoch === this.#epoch - 1
    if (epoch >= 0 && epoch !== this.#epoch && !isRetry)
      return { errorCode: ErrorCode.PRODUCER_FENCED, producerId: -1n, producerEpoch: -1 }
    if (!isRetry) {
      this.#finish('abort')
      this.#epoch++
      this.#ended = undefined
    }
    return { errorCode: ErrorCode.NONE, producerId: PRODUCER_ID, producerEpoch: this.#epoch }
  }

  /** AddPartitionsToTxn and AddOffsetsToTxn (first protocol). */
  join(epoch: number, partition: number | 'group'): number {
    if (epoch !== this.#epoch) return ErrorCode.PRODUCER_FENCED
    this.#ended = undefined
    this.#joined.add(partition)
    return ErrorCode.NONE
  }

  /** Produce. */
  append(partition: number, records: Uint8Array): ModelAppend {
    const [batch] = [...decodeRecordBatches(records)]
    if (batch!.producerEpoch !== this.#epoch) return { errorCode: ErrorCode.INVALID_PRODUCER_EPOCH, baseOffset: -1n }
    const isOpen = this.#version === 2 || this.#joined.has(partition)
    if (!isOpen) return { errorCode: ErrorCode.INVALID_TXN_STATE, baseOffset: -1n }
    const log = this.#logs[partition]!
    const before = log.values.length
    const appended = log.append(records)
    const written = log.values.slice(before)
    if (written.length > 0) {
      this.#ended = undefined
      this.#joined.add(partition)
      this.#open[partition]!.push(...written)
    }
    return appended
  }

  /** TxnOffsetCommit. */
  commitOffset(epoch: number, offset: bigint): number {
    if (epoch !== this.#epoch) return ErrorCode.INVALID_PRODUCER_EPOCH
    if (this.#version === 1 && !this.#joined.has('group')) return ErrorCode.INVALID_TXN_STATE
    this.#ended = undefined
    this.#joined.add('group')
    this.#openOffset = offset
    return ErrorCode.NONE
  }

  /** EndTxn. */
  end(epoch: number, ending: 'commit' | 'abort'): { errorCode: number; producerId?: bigint; producerEpoch?: number } {
    const isRetry = this.#ended === ending && epoch === (this.#version === 2 ? this.#epoch - 1 : this.#epoch)
    if (!isRetry) {
      if (epoch !== this.#epoch) return { errorCode: ErrorCode.PRODUCER_FENCED }
      // Version 1 knows no transaction without partitions; with version 2 one that is aborted may never have been heard of.
      if (this.#joined.size === 0 && (this.#version === 1 || ending === 'commit'))
        return { errorCode: ErrorCode.INVALID_TXN_STATE }
      this.#finish(ending)
      this.#ended = ending
      if (this.#version === 2) this.#epoch++
    }
    return this.#version === 1
      ? { errorCode: ErrorCode.NONE }
      : { errorCode: ErrorCode.NONE, producerId: PRODUCER_ID, producerEpoch: this.#epoch }
  }

  #finish(ending: 'commit' | 'abort'): void {
    for (const [partition, values] of this.#open.entries()) {
      if (ending === 'commit') this.committed[partition]!.push(...values)
      values.length = 0
    }
    if (ending === 'commit' && this.#openOffset !== undefined) this.committedOffsets.push(this.#openOffset)
    this.#openOffset = undefined
    this.#joined.clear()
  }
}
