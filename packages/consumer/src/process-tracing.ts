// What listeners of the channels `odradek:consumer:process` and `odradek:consumer:receive` hear: each record or batch that a user's function
// or loop has in hand, and each poll. Who iterates pays nothing while nobody listened when the loop began.
import type { ProcessOperation, ReceiveOperation } from '@odradek/network'
import { OperationChannel } from '@odradek/network/internal'
import type { ConsumerBatch } from './batch.ts'
import type { ConsumerRecord } from './consumer-record.ts'
import { isThenable } from './is-thenable.ts'

const processChannel = new OperationChannel<ProcessOperation>('odradek:consumer:process')
const receiveChannel = new OperationChannel<ReceiveOperation>('odradek:consumer:receive')

/** Who consumes; the options of a consumer fit. */
export interface ConsumerIdentity {
  readonly clientId: string
  readonly groupId?: string | undefined
}

type Handler<R, C extends unknown[]> = (record: R, ...context: C) => void | Promise<void>

/** A handler that is told of to those who listen. */
export function traceHandler<R extends ConsumerRecord, C extends unknown[]>(
  handler: Handler<R, C>,
  who: ConsumerIdentity,
): Handler<R, C> {
  return (record, ...context) => {
    if (!processChannel.isWatched) return handler(record, ...context)
    const operation = begin(who, record)
    const work = () => handler(record, ...context)
    let result: void | Promise<void>
    try {
      result = operation.run === undefined ? work() : operation.run(work)
    } catch (error) {
      processChannel.fail(operation, error)
      throw error
    }
    if (!isThenable(result)) {
      processChannel.end(operation)
      return
    }
    return Promise.resolve(result).then(
      () => processChannel.end(operation),
      (error: unknown) => {
        processChannel.fail(operation, error)
        throw error
      },
    )
  }
}

/** Records or batches that are told of while the loop has them in hand. */
export function traceIteration<T extends ConsumerRecord | ConsumerBatch>(
  iterator: AsyncIterableIterator<T, undefined>,
  who: ConsumerIdentity,
): AsyncIterableIterator<T, undefined> {
  return processChannel.isWatched ? new TracedIterator(iterator, who) : iterator
}

/** A poll that is told of, with the records it gave. */
export async function tracePoll<T extends ConsumerRecord>(
  poll: () => Promise<T[]>,
  { clientId, groupId }: ConsumerIdentity,
): Promise<T[]> {
  if (!receiveChannel.isWatched) return poll()
  const operation: ReceiveOperation = receiveChannel.start({ clientId, groupId, records: [] })
  try {
    const records = await poll()
    operation.records = records
    receiveChannel.end(operation)
    return records
  } catch (error) {
    receiveChannel.fail(operation, error)
    throw error
  }
}

class TracedIterator<T extends ConsumerRecord | ConsumerBatch> implements AsyncIterableIterator<T, undefined> {
  readonly #iterator: AsyncIterableIterator<T, undefined>
  readonly #who: ConsumerIdentity
  #inHand: ProcessOperation | undefined

  constructor(iterator: AsyncIterableIterator<T, undefined>, who: ConsumerIdentity) {
    this.#iterator = iterator
    this.#who = who
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    this.#endInHand()
    const result = await this.#iterator.next()
    if (result.done !== true) this.#inHand = begin(this.#who, result.value)
    return result
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#endInHand()
    await this.#iterator.return?.()
    return { done: true, value: undefined }
  }

  #endInHand(): void {
    if (this.#inHand !== undefined) processChannel.end(this.#inHand)
    this.#inHand = undefined
  }
}

function begin({ clientId, groupId }: ConsumerIdentity, given: ConsumerRecord | ConsumerBatch): ProcessOperation {
  const { topic, partition } = given
  const isBatch = 'lastOffset' in given
  const what = isBatch ? { records: given, count: given.count } : { records: [given], count: 1 }
  return processChannel.start({ clientId, groupId, topic, partition, isBatch, ...what })
}
