// Records that fail before they are in a batch, and the ways to hand them in: for tests of the transactions that cannot do without them.
import { inspect } from 'node:util'

import { AbortableTransactionError, KafkaError, TimeoutError, UsageError } from '@odradek/protocol'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import type { ExecutionContext } from 'ava'

import { type ProducerOptions, type ProducerRecord, SendBatchError } from '../src/index.ts'
import { setUpTransactional } from './scripted-producer.ts'

/** A record that fails before it is in a batch. */
export interface LostRecord {
  readonly why: string
  readonly record: ProducerRecord
  readonly options?: Partial<ProducerOptions>
  /** What its user is told. */
  readonly errorClass: { is(value: unknown): boolean }
}

const fail = (): never => {
  throw new TypeError('not today')
}
/** Whatever makes a text of it throws. */
const withoutText: unknown = Object.create(null)
const failWithoutText = (): never => {
  throw withoutText
}
const large = 'x'.repeat(5000)

/** One of each kind. */
export const lostRecords: readonly LostRecord[] = [
  {
    why: 'larger than maxRequestSize',
    record: { topic: 'orders', value: large },
    options: { maxRequestSize: 2000 },
    errorClass: UsageError,
  },
  {
    why: 'larger than bufferMemory',
    record: { topic: 'orders', value: large },
    options: { bufferMemory: 2000 },
    errorClass: UsageError,
  },
  {
    why: 'that its serializer refuses',
    record: { topic: 'orders', value: 'refused' },
    options: { valueSerializer: ((value: string) => (value === 'refused' ? fail() : Buffer.from(value))) as never },
    errorClass: UsageError,
  },
  { why: 'of a wrong type', record: { topic: 'orders', value: 7 as never }, errorClass: UsageError },
  { why: 'without a topic', record: { value: 'x' } as never, errorClass: UsageError },
  { why: 'that is none', record: null as never, errorClass: UsageError },
  { why: 'with a wrong timestamp', record: { topic: 'orders', value: 'x', timestamp: -7 }, errorClass: UsageError },
  {
    why: 'whose topic gets no metadata within maxBlockMs',
    record: { topic: 'not there', value: 'x' },
    errorClass: TimeoutError,
  },
  {
    why: 'for a partition that is not there',
    record: { topic: 'orders', value: 'x', partition: 7 },
    errorClass: KafkaError,
  },
  {
    why: 'for which the partitioner throws',
    record: { topic: 'orders', key: 'throw', value: 'x' },
    options: { partitioner: { partition: ({ key }) => (key === null ? 0 : fail()) } },
    errorClass: UsageError,
  },
  {
    why: 'for which the partitioner throws what has no text',
    record: { topic: 'orders', key: 'throw', value: 'x' },
    options: { partitioner: { partition: ({ key }) => (key === null ? 0 : failWithoutText()) } },
    errorClass: UsageError,
  },
  {
    why: 'for which its serializer throws what has no text',
    record: { topic: 'orders', value: 'refused' },
    options: {
      valueSerializer: ((value: string) => (value === 'refused' ? failWithoutText() : Buffer.from(value))) as never,
    },
    errorClass: UsageError,
  },
  {
    why: 'that cannot be read',
    record: {
      topic: 'orders',
      get value() {
        return failWithoutText()
      },
    },
    errorClass: { is: (value) => value === withoutText },
  },
]

/** A producer with a transactional id, and its cluster. */
export type World = ReturnType<typeof setUpTransactional>

/** A producer whose transaction is open. */
export async function inTransaction(t: ExecutionContext, options?: Partial<ProducerOptions>): Promise<World> {
  const world = setUpTransactional(t, options)
  await world.until(world.producer.beginTransaction())
  return world
}

/** Hands a record in, looks at no promise, and gives the record's error once that is there. */
type Way = (world: World, record: ProducerRecord) => Promise<unknown>

/** Each way to hand a record in. */
export const ways: Readonly<Record<string, Way>> = {
  send: ({ producer }, record) => producer.send(record).catch((error: unknown) => error),
  sendBatch: ({ producer }, record) =>
    producer
      .sendBatch([{ topic: 'orders', value: 'before' }, record, { topic: 'orders', value: 'after' }])
      .catch((error: unknown) => (SendBatchError.is(error) ? error.failures.get(1) : error)),
  'sendBatch to one topic': ({ producer }, record) =>
    producer
      .sendBatch(record?.topic ?? (undefined as never), [record])
      .catch((error: unknown) => (SendBatchError.is(error) ? error.failures.get(0) : error)),
  writableStream: ({ producer }, record) => {
    const writer = producer.writableStream().getWriter()
    writer.closed.catch(() => undefined)
    return writer
      .write(record)
      .then(() => writer.close())
      .catch((error: unknown) => error)
  },
  writable: ({ producer }, record) =>
    new Promise((resolve) => {
      const stream = producer.writable()
      stream.on('error', resolve)
      // Node's own streams take no null.
      if (record === null) producer.send(record).catch(resolve)
      else stream.end(record)
    }),
}

/** The record fails as it should, and its transaction cannot be committed without it. */
export async function keepsFromCommit(t: ExecutionContext, { record, options, errorClass }: LostRecord, handIn: Way) {
  const world = await inTransaction(t, options)
  const error = await world.until(handIn(world, record))
  t.true(errorClass.is(error), inspect(error))
  await abortsBecauseOf(t, world, error)
}

/** The open transaction cannot be committed because of `error`; it can be aborted, and the next one goes its way. */
export async function abortsBecauseOf(t: ExecutionContext, world: World, error: unknown) {
  const { producer, until, broker, logs } = world
  const refusal = await t.throwsAsync(until(producer.commitTransaction()))
  t.true(AbortableTransactionError.is(refusal), String(refusal))
  t.is(reasonOf(refusal), error)
  await until(producer.abortTransaction())
  await until(producer.transaction((tx) => tx.send({ topic: 'orders', value: 'next' })))
  const ends = broker.received(endTxnApi).map(({ request }) => request.committed)
  t.deepEqual(ends.slice(-1), [true])
  t.false(ends.slice(0, -1).includes(true))
  t.is(logs.log('orders', 0).at(-1), 'next')
}

/** What the user was told of the record without which a transaction cannot be committed: errors of other kinds come wrapped. */
export function reasonOf({ cause }: Error): unknown {
  return UsageError.is(cause) && cause.message.startsWith('a record could not be taken') ? cause.cause : cause
}
