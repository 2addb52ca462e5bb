// node-rdkafka, where it is built: ODRADEK_BENCH_RDKAFKA names the folder that has it in its node_modules.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = process.env.ODRADEK_BENCH_RDKAFKA
const require = createRequire(folder === undefined ? import.meta.url : join(folder, 'package.json'))
const Kafka = require('node-rdkafka')

const QUEUE_FULL = -184

export async function makeProducer({
  bootstrapServers,
  topic,
  acks,
  compression,
  kind,
  isAwaited = kind === 'awaited',
}) {
  const producer = new Kafka.Producer({
    'metadata.broker.list': bootstrapServers,
    'request.required.acks': acks,
    'compression.codec': compression,
    partitioner: 'murmur2_random',
    dr_cb: true,
    ...(isAwaited ? { 'queue.buffering.max.ms': 0 } : {}),
  })
  await new Promise((resolve, reject) => {
    producer.on('event.error', reject)
    producer.once('ready', resolve)
    producer.connect()
  })
  producer.setPollInterval(isAwaited ? 1 : 10)
  producer.on('delivery-report', (error, { opaque }) => (error ? opaque.reject(error) : opaque.resolve()))
  const produce = async ({ key, value }, opaque) => {
    for (;;) {
      try {
        producer.produce(topic, null, value, key, undefined, opaque)
        return
      } catch (error) {
        if (error.code !== QUEUE_FULL) throw error
        producer.poll()
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
  return {
    call: (records) => records,
    sendAll: (records) =>
      new Promise((resolve, reject) => {
        let left = records.length
        const opaque = { reject, resolve: () => --left === 0 && resolve() }
        void (async () => {
          for (const record of records) await produce(record, opaque)
        })().catch(reject)
      }),
    record: (record) => record,
    send: (record) =>
      new Promise((resolve, reject) => {
        produce(record, { resolve, reject }).catch(reject)
        if (isAwaited) producer.poll()
      }),
    close: () => new Promise((resolve) => producer.disconnect(resolve)),
  }
}

export async function makeConsumer({ bootstrapServers, topic, groupId, kind }) {
  const consumer = new Kafka.KafkaConsumer(
    { 'metadata.broker.list': bootstrapServers, 'group.id': groupId },
    { 'auto.offset.reset': 'earliest' },
  )
  await new Promise((resolve, reject) => {
    consumer.on('event.error', reject)
    consumer.once('ready', resolve)
    consumer.connect()
  })
  consumer.subscribe([topic])
  const read = (onRecord) =>
    new Promise((resolve, reject) => {
      if (kind === 'latency') {
        consumer.on('data', ({ key, value }) => onRecord(key, value) && resolve())
        consumer.consume()
        return
      }
      consumer.setDefaultConsumeTimeout(100)
      const next = () =>
        consumer.consume(1000, (error, messages) => {
          if (error) return reject(error)
          for (const { key, value } of messages) if (onRecord(key, value)) return resolve()
          next()
        })
      next()
    })
  return { read, close: () => undefined }
}
