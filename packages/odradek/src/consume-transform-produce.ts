import type { Consumer, ConsumerBatch } from '@odradek/consumer'
import type { Producer, Transaction } from '@odradek/producer'
import { AbortableTransactionError, FencedError } from '@odradek/protocol'

/** What works together in `consumeTransformProduce`. */
export interface ConsumeTransformProduceOptions {
  /** With a groupId and `enableAutoCommit: false`: the transactions commit. */
  readonly consumer: Consumer
  /** With a transactionalId of its own for each instance of the program. */
  readonly producer: Producer
  /** Ends the loop: after the batch in hand, or at once while none has come. */
  readonly signal?: AbortSignal
}

/**
 * Exactly once from topics to topics: hands each batch to `transform`, and commits what that sends together with the batch's position (KIP-447). A transaction that
 * fails, because the group moved on for instance, is aborted, and its batch read again by whoever has the partition. Ends with the consumer, or with
 * `signal`; rejects with what `transform` throws, and with FencedError.
 */
export async function consumeTransformProduce(
  { consumer, producer, signal }: ConsumeTransformProduceOptions,
  transform: (batch: ConsumerBatch, transaction: Transaction) => void | Promise<void>,
): Promise<void> {
  if (isAborted(signal)) return
  // Before anything is read: what a run before left open holds back the positions that it read from, until it is ended.
  await producer.initTransactions()
  const batches = consumer.batches()
  let isInHand = false
  const onAbort = () => {
    if (!isInHand) void batches.return!()
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    while (!isAborted(signal)) {
      const { done, value: batch } = await batches.next()
      if (done === true || isAborted(signal)) return
      isInHand = true
      await copyBatch(consumer, producer, batch, transform)
      isInHand = false
    }
  } finally {
    signal?.removeEventListener('abort', onAbort)
    await batches.return!()
  }
}

async function copyBatch(
  consumer: Consumer,
  producer: Producer,
  batch: ConsumerBatch,
  transform: (batch: ConsumerBatch, transaction: Transaction) => void | Promise<void>,
): Promise<void> {
  const { topic, partition, firstOffset, lastOffset } = batch
  try {
    // As it is now: a member that loses the partition while `transform` works, and joins again, has metadata with which it could commit what is another's.
    const group = consumer.groupMetadata()
    await producer.transaction(async (transaction) => {
      await transform(batch, transaction)
      await transaction.sendOffsets([{ topic, partition, offset: lastOffset + 1n }], group)
    })
  } catch (error) {
    const isOurs = consumer.assignment().some((each) => each.topic === topic && each.partition === partition)
    // A partition that went to another member is that one's work now; a producer that was fenced is of no use to any.
    if (FencedError.is(error) || (isOurs && !AbortableTransactionError.is(error))) throw error
    if (isOurs) consumer.seek({ topic, partition }, firstOffset)
  }
}

/** Read anew each time: it changes while something is waited for. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}
