// The promises of send() calls whose records share a batch.
import { BrokerError, ErrorCode, UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'

import type { Producer, RecordMetadata } from '../src/index.ts'
import { setUp } from './scripted-producer.ts'

const send = (producer: Producer, value: string, partition = 0) => producer.send({ topic: 'orders', value, partition })

test('each promise tells of its own record, in the order of the records, whatever else is in the batch', async (t) => {
  const { producer, until, logs } = setUp(t, {}, { partitions: 2 })
  const order: string[] = []
  const sent: Promise<RecordMetadata>[] = []
  for (let i = 0; i < 30; i++) {
    if (i % 7 === 3) void producer.sendBatch('orders', [{ value: `batch ${i}`, partition: 0 }])
    const promise =
      i % 5 === 4
        ? producer.send(
            { topic: 'orders', value: `${i}`, partition: i % 2, timestamp: 1000 + i },
            { signal: new AbortController().signal },
          )
        : producer.send({ topic: 'orders', value: `${i}`, partition: i % 2, timestamp: 1000 + i })
    void promise.then(({ partition, offset }) => order.push(`${partition} ${offset}`))
    sent.push(promise)
  }
  const results = await until(Promise.all(sent))
  for (const [i, { topic, partition, offset, timestamp }] of results.entries()) {
    t.deepEqual([topic, partition, timestamp], ['orders', i % 2, 1000 + i])
    t.is(logs.log('orders', partition)[Number(offset)], `${i}`)
  }
  t.is(order.length, 30)
})

test('the timestamp is the broker’s where the topic uses its clock', async (t) => {
  const { producer, until, network } = setUp(t)
  network.on(produceApi, ({ topicData }) => ({
    responses: topicData.map(({ topicId }) => ({
      topicId,
      partitionResponses: [{ index: 0, baseOffset: 5n, logAppendTimeMs: 77n }],
    })),
  }))
  const [a, b] = await until(Promise.all([send(producer, 'a'), send(producer, 'b')]))
  t.deepEqual(
    [a, b].map(({ offset, timestamp }) => [offset, timestamp]),
    [
      [5n, 77],
      [6n, 77],
    ],
  )
})

test('a record that the broker refuses by itself has its own error, and the others theirs (KIP-467)', async (t) => {
  const { producer, until, network } = setUp(t)
  network.on(produceApi, ({ topicData }) => ({
    responses: topicData.map(({ topicId }) => ({
      topicId,
      partitionResponses: [
        {
          index: 0,
          errorCode: ErrorCode.INVALID_RECORD,
          recordErrors: [{ batchIndex: 1, batchIndexErrorMessage: 'no key' }],
        },
      ],
    })),
  }))
  const settled = await until(Promise.allSettled(['a', 'b', 'c'].map((value) => send(producer, value))))
  const errors = settled.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as BrokerError) : undefined))
  t.regex(errors[1]!.message, /no key/)
  t.false(errors[1]!.retriable)
  for (const i of [0, 2]) t.true(BrokerError.is(errors[i]) && errors[i].retriable)
})

test('the records of a batch that was split settle each with its own offset', async (t) => {
  const { producer, until, network, logs } = setUp(t, { acks: 1 })
  network.on(produceApi, (request) => {
    const [batch] = [...decodeRecordBatches(request.topicData[0]!.partitionData[0]!.records!)]
    if ([...batch!.records()].length <= 2) return logs.append(request, () => 'orders')
    const { topicId } = request.topicData[0]!
    return {
      responses: [{ topicId, partitionResponses: [{ index: 0, errorCode: ErrorCode.MESSAGE_TOO_LARGE }] }],
    }
  })
  await until(send(producer, 'so that the topic is known'))
  const results = await until(Promise.all(Array.from({ length: 9 }, (_, i) => send(producer, `${i}`))))
  t.deepEqual(
    results.map(({ offset }) => logs.log('orders', 0)[Number(offset)]),
    Array.from({ length: 9 }, (_, i) => `${i}`),
  )
})

test('a partitioner that sends records itself, or throws, confuses no promise', async (t) => {
  const inner: Promise<RecordMetadata>[] = []
  const { producer, until, network, logs } = setUp(t, {
    partitioner: {
      partition: ({ key }) => {
        const text = key === null ? '' : new TextDecoder().decode(key)
        if (text === 'again') inner.push(producer.send({ topic: 'payments', value: 'inner', partition: 0 }))
        if (text === 'throw') throw new Error('no partition for it')
        return 0
      },
    },
  })
  network.cluster.setTopic('payments', { partitions: 1 })
  // Both topics are known from here on.
  await until(Promise.all([send(producer, 'x'), producer.send({ topic: 'payments', value: 'y' })]))
  const outer = producer.send({ topic: 'orders', key: 'again', value: 'outer' })
  const refused = producer.send({ topic: 'orders', key: 'throw', value: 'never' })
  const after = producer.send({ topic: 'orders', key: 'other', value: 'after' })
  t.regex((await t.throwsAsync(until(refused), { instanceOf: UsageError })).message, /no partition for it/)
  const [ofOuter, ofInner, ofAfter] = await until(Promise.all([outer, inner[0]!, after]))
  t.deepEqual([ofOuter.topic, ofInner.topic, ofAfter.topic], ['orders', 'payments', 'orders'])
  t.deepEqual(logs.log('orders', 0), ['x', 'outer', 'after'])
  t.deepEqual(logs.log('payments', 0), ['y', 'inner'])
})

test('records that wait for metadata and those that do not settle alike', async (t) => {
  const { producer, until, logs } = setUp(t)
  const early = Array.from({ length: 3 }, (_, i) => send(producer, `early ${i}`))
  await until(Promise.all(early))
  const [late] = await until(Promise.all([send(producer, 'late')]))
  t.is(logs.log('orders', 0)[Number(late!.offset)], 'late')
  t.deepEqual(logs.log('orders', 0), ['early 0', 'early 1', 'early 2', 'late'])
})
