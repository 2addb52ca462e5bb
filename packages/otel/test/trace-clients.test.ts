// Real clients on the reference broker, and OpenTelemetry's own SDK to see what comes of it.
import { channel } from 'node:diagnostics_channel'

import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  type TextMapPropagator,
  trace,
  TraceFlags,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { Broker } from '@odradek/broker'
import { Consumer, type ConsumerRecord, ShareConsumer } from '@odradek/consumer'
import { Producer } from '@odradek/producer'
import test, { type ExecutionContext } from 'ava'

import { recordContext, traceClients, type TraceClientsOptions } from '../src/index.ts'

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

/** A format of its own: trace and span as a pair. */
const pairPropagator: TextMapPropagator = {
  inject(from, carrier, setter) {
    const { traceId, spanId } = trace.getSpanContext(from)!
    setter.set(carrier, 'pair', `${traceId}/${spanId}`)
  },
  extract(to, carrier, getter) {
    const [traceId = '', spanId = ''] = String(getter.get(carrier, 'pair')).split('/')
    return trace.setSpanContext(to, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true })
  },
  fields: () => ['pair'],
}

const decoder = new TextDecoder()
const textOf = (bytes: Uint8Array | null | undefined) => decoder.decode(bytes ?? new Uint8Array())

/** A broker, tracing into memory, and a producer; gone with the test. */
async function setUp(t: ExecutionContext, options: TraceClientsOptions = {}) {
  const exporter = new InMemorySpanExporter()
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const tracing = traceClients({ tracerProvider, ...options })
  const broker = await Broker.start({ partitions: 1, topics: ['orders'] })
  const { bootstrapServers } = broker
  const producer = new Producer({ bootstrapServers, clientId: 'shop' })
  t.teardown(async () => {
    tracing.stop()
    await producer.close()
    await broker.close()
  })
  const reader = { bootstrapServers, clientId: 'mill', groupId: 'billing', autoOffsetReset: 'earliest' } as const
  const spans = (name: string) => exporter.getFinishedSpans().filter((span) => span.name === name)
  const tracer = tracerProvider.getTracer('test')
  return { bootstrapServers, producer, reader, spans, tracing, tracer, exporter }
}

/** Reads one record with `run`. */
async function runOnce(consumer: Consumer | ShareConsumer, handler: (record: ConsumerRecord) => void | Promise<void>) {
  const stop = new AbortController()
  await consumer.run(
    async (record: ConsumerRecord) => {
      stop.abort()
      await handler(record)
    },
    { signal: stop.signal },
  )
}

const idsOf = (span: ReadableSpan) => span.spanContext()

test.serial('a trace goes through producer, broker and handler as one', async (t) => {
  const { producer, reader, spans, tracer } = await setUp(t)
  const order = tracer.startSpan('order')
  await context.with(trace.setSpan(context.active(), order), () =>
    producer.send({ topic: 'orders', key: 'secret key', value: 'secret value', headers: { shop: 'Prague' } }),
  )
  order.end()
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  let headers: string[] = []
  await runOnce(consumer, async (record) => {
    await Promise.resolve()
    headers = record.headers.map(({ key }) => key)
    tracer.startSpan('bill').end()
  })
  const [send] = spans('send orders')
  const [process] = spans('process orders')
  const [bill] = spans('bill')
  t.is(send!.parentSpanContext?.spanId, idsOf(order as unknown as ReadableSpan).spanId)
  t.is(process!.parentSpanContext?.spanId, idsOf(send!).spanId)
  t.is(bill!.parentSpanContext?.spanId, idsOf(process!).spanId)
  t.is(new Set([send, process, bill].map((span) => idsOf(span!).traceId)).size, 1)
  t.deepEqual(headers, ['shop', 'traceparent'])
  t.is(send!.kind, SpanKind.PRODUCER)
  t.is(process!.kind, SpanKind.CONSUMER)
  t.deepEqual(send!.attributes, {
    'messaging.system': 'kafka',
    'messaging.operation.name': 'send',
    'messaging.operation.type': 'send',
    'messaging.client.id': 'shop',
    'messaging.destination.name': 'orders',
    'messaging.destination.partition.id': '0',
    'messaging.kafka.offset': 0,
  })
  t.deepEqual(process!.attributes, {
    'messaging.system': 'kafka',
    'messaging.operation.name': 'process',
    'messaging.operation.type': 'process',
    'messaging.client.id': 'mill',
    'messaging.destination.name': 'orders',
    'messaging.consumer.group.name': 'billing',
    'messaging.destination.partition.id': '0',
    'messaging.kafka.offset': 0,
  })
})

test.serial('the propagator of the program counts where there is one', async (t) => {
  const { producer, reader, spans, tracer } = await setUp(t)
  propagation.setGlobalPropagator(pairPropagator)
  t.teardown(() => propagation.disable())
  await producer.send({ topic: 'orders', value: 'a' })
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  let headers: string[] = []
  await runOnce(consumer, (record) => {
    tracer.startSpan('bill').end()
    headers = record.headers.map(({ key }) => key)
  })
  t.deepEqual(headers, ['pair'])
  t.is(idsOf(spans('bill')[0]!).traceId, idsOf(spans('send orders')[0]!).traceId)
})

test.serial('keys are shown only where that is allowed, tombstones always', async (t) => {
  const { producer, spans } = await setUp(t, { showKeys: true })
  await producer.send({ topic: 'orders', key: 'k1', value: null })
  await producer.send({ topic: 'orders', key: Uint8Array.of(0xff, 0xfe), value: 'a' })
  const [text, bytes] = spans('send orders').map(({ attributes }) => attributes)
  t.is(text!['messaging.kafka.message.key'], 'k1')
  t.is(text!['messaging.kafka.message.tombstone'], true)
  t.false('messaging.kafka.message.key' in bytes!)
  t.false('messaging.kafka.message.tombstone' in bytes!)
})

test.serial('a batch is one span, whose context all its records carry', async (t) => {
  const { producer, reader, spans } = await setUp(t)
  await producer.sendBatch('orders', [
    { value: 'a', headers: [{ key: 'traceparent', value: 'of a trace before' }] },
    { value: 'b', headers: { x: ['1', '2'] } },
  ])
  const [send] = spans('send orders')
  t.is(send!.attributes['messaging.batch.message_count'], 2)
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  const seen: string[][] = []
  for await (const batch of consumer.batches()) {
    for (const { headers } of batch) seen.push(headers.map(({ key, value }) => `${key}=${textOf(value)}`))
    break
  }
  const { traceId, spanId } = idsOf(send!)
  const traceparent = `traceparent=00-${traceId}-${spanId}-01`
  t.deepEqual(seen, [[traceparent], ['x=1', 'x=2', traceparent]])
  const [process] = spans('process orders')
  t.is(process!.attributes['messaging.batch.message_count'], 2)
  t.deepEqual(
    process!.links.map((link) => link.context.spanId),
    [spanId, spanId],
  )
  t.is(process!.parentSpanContext, undefined)
})

test.serial('a record is in hand until the loop asks for the next', async (t) => {
  const { producer, reader, spans, tracer } = await setUp(t)
  await producer.sendBatch([
    { topic: 'orders', value: 'a' },
    { topic: 'orders', value: 'b' },
  ])
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  const finished: number[] = []
  for await (const record of consumer) {
    finished.push(spans('process orders').length)
    context.with(recordContext(record), () => tracer.startSpan('bill').end())
    if (finished.length === 2) break
  }
  t.deepEqual(finished, [0, 1])
  t.deepEqual(
    spans('bill').map((span) => span.parentSpanContext?.spanId),
    spans('process orders').map((span) => idsOf(span).spanId),
  )
})

test.serial('a poll that gives records is a span with a link to each sender', async (t) => {
  const { producer, reader, spans } = await setUp(t, { maxLinks: 1 })
  await producer.sendBatch('orders', [{ value: 'a' }, { value: 'b' }])
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  t.is((await consumer.poll({ timeoutMs: 10_000 })).length, 2)
  t.is((await consumer.poll({ timeoutMs: 1 })).length, 0)
  const polls = spans('receive orders')
  t.is(polls.length, 1)
  t.is(polls[0]!.kind, SpanKind.CLIENT)
  t.is(polls[0]!.attributes['messaging.operation.type'], 'receive')
  t.is(polls[0]!.attributes['messaging.batch.message_count'], 2)
  t.is(polls[0]!.links[0]!.context.spanId, idsOf(spans('send orders')[0]!).spanId)
  t.is(polls[0]!.links.length, 1, 'no more than allowed')
})

test.serial('what fails says what failed', async (t) => {
  const { producer, reader, spans } = await setUp(t)
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'a', partition: -3 }))
  await t.throwsAsync(producer.sendBatch('orders', [{ value: 5 as unknown as string }]))
  const failed = spans('send orders')
  t.deepEqual(
    failed.map(({ attributes, status }) => [attributes['error.type'], status.code]),
    [
      ['USAGE', SpanStatusCode.ERROR],
      ['SEND_BATCH_FAILED', SpanStatusCode.ERROR],
    ],
  )
  await producer.send({ topic: 'orders', value: 'a' })
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  await t.throwsAsync(
    runOnce(consumer, () => {
      throw new RangeError('no such shop')
    }),
  )
  const [process] = spans('process orders')
  t.is(process!.attributes['error.type'], 'RangeError')
  t.deepEqual(process!.status, { code: SpanStatusCode.ERROR, message: 'no such shop' })
})

test.serial('streams of records are traced record by record', async (t) => {
  const { producer, spans } = await setUp(t)
  const writer = producer.writableStream().getWriter()
  await writer.write({ topic: 'orders', value: 'a' })
  await writer.write({ topic: 'orders', value: 'b' })
  await writer.close()
  t.deepEqual(
    spans('send orders').map(({ attributes }) => attributes['messaging.kafka.offset']),
    [0, 1],
  )
  const failing = producer.writableStream().getWriter()
  await t.throwsAsync(failing.write({ topic: 'orders', value: 5 as unknown as string }))
  await t.throwsAsync(failing.closed)
  t.is(spans('send orders').at(-1)!.attributes['error.type'], 'USAGE')
})

test.serial('records of a share group are traced too', async (t) => {
  const { bootstrapServers, producer, spans } = await setUp(t)
  await using consumer = new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: 'orders' })
  const handled = runOnce(consumer, () => undefined)
  const isDone = handled.then(() => true)
  // A share group begins at the end of its topics: what was sent before it began does not count.
  for (;;) {
    await producer.send({ topic: 'orders', value: 'a' })
    const isHandled = await Promise.race([isDone, new Promise<false>((resolve) => setImmediate(() => resolve(false)))])
    if (isHandled) break
  }
  const [process] = spans('process orders')
  t.is(process!.attributes['messaging.consumer.group.name'], 'queue')
  t.true(spans('send orders').some((send) => idsOf(send).spanId === process!.parentSpanContext?.spanId))
})

test.serial('what has begun when tracing stops ends as it would, and nobody listens any more', async (t) => {
  const { producer, reader, spans, tracing, exporter } = await setUp(t)
  const sent = producer.send({ topic: 'orders', value: 'a' })
  tracing.stop()
  await sent
  t.is(spans('send orders').length, 1)
  t.is(spans('send orders')[0]!.attributes['messaging.kafka.offset'], 0)
  t.false(channel('tracing:odradek:producer:send:asyncEnd').hasSubscribers)

  const again = traceClients({
    tracerProvider: new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  })
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  await runOnce(consumer, async () => {
    again.stop()
    await producer.send({ topic: 'orders', value: 'b' })
    t.is(spans('process orders').length, 0)
  })
  t.is(spans('process orders').length, 1)
  t.is(spans('send orders').length, 1)
  t.false(channel('tracing:odradek:consumer:process:asyncEnd').hasSubscribers)
})

test.serial('without tracing there is no span, and no header', async (t) => {
  const { producer, reader, exporter, tracing } = await setUp(t)
  tracing.stop()
  await producer.send({ topic: 'orders', value: 'a' })
  await using consumer = new Consumer({ ...reader, topics: 'orders' })
  let headers: unknown[] | undefined
  await runOnce(consumer, (record) => {
    headers = record.headers
  })
  t.deepEqual(headers, [])
  t.is(exporter.getFinishedSpans().length, 0)
})
