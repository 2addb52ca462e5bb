import { ErrorCode, type KafkaError } from '@odradek/protocol'

import type { AnswerPart, ConsumerGroupMetadata, TransactionOffset } from './transaction-requests.ts'

/** One `sendOffsetsToTransaction` that is not done. */
export interface PendingOffsets {
  readonly group: ConsumerGroupMetadata
  /** Those that the group's coordinator does not have yet. */
  offsets: readonly TransactionOffset[]
  /** Called when all are committed, or cannot be. */
  readonly done: (error?: KafkaError) => void
}

/** The offsets that are to become part of the transaction, one call after the other. */
export class TransactionOffsets {
  private pending: PendingOffsets[] = []

  /** What is sent now. */
  get first(): PendingOffsets | undefined {
    return this.pending[0]
  }

  /** Whether offsets of this group are not committed yet. */
  hasGroup(groupId: string): boolean {
    return this.pending.some(({ group }) => group.groupId === groupId)
  }

  add(pending: PendingOffsets): void {
    this.pending.push(pending)
  }

  /** The coordinator answered for offsets of the first call: those without an error are done. */
  onAnswer(parts: readonly AnswerPart[]): void {
    const { first } = this
    if (first === undefined) return
    const committed = new Set(
      parts.filter(({ errorCode }) => errorCode === ErrorCode.NONE).map((part) => `${part.partition} ${part.topic}`),
    )
    first.offsets = first.offsets.filter(({ topic, partition }) => !committed.has(`${partition} ${topic}`))
    if (first.offsets.length > 0) return
    this.pending.shift()
    first.done()
  }

  /** Fails all. */
  fail(error: KafkaError): void {
    const { pending } = this
    this.pending = []
    for (const { done } of pending) done(error)
  }
}
