// Odradek at its default options; awaited one by one a record is not kept back for others (lingerMs 0).
import { Consumer } from '@odradek/consumer'
import { Producer } from '@odradek/producer'

const COMPRESSION = { none: 'none', lz4: 'lz4', snappy: 'snappy', zstd: 'zstd', gzip: 'gzip' }

export function makeProducer({ bootstrapServers, topic, acks, compression, kind, isAwaited = kind === 'awaited' }) {
  const producer = new Producer({
    bootstrapServers,
    acks: acks === -1 ? 'all' : acks,
    compressionType: COMPRESSION[compression],
    ...(isAwaited ? { lingerMs: 0 } : {}),
  })
  return {
    call: (records) => records,
    sendAll: (records) => producer.sendBatch(topic, records),
    record: ({ key, value }) => ({ topic, key, value }),
    send: (record) => producer.send(record),
    close: () => producer.close(),
  }
}

export function makeConsumer({ bootstrapServers, topic, groupId, setting }) {
  const consumer = new Consumer({ bootstrapServers, groupId, topics: [topic], autoOffsetReset: 'earliest' })
  const readBatches = async (onRecord) => {
    for await (const batch of consumer.batches()) {
      for (const record of batch) if (onRecord(record.key, record.value)) return
    }
  }
  const readRecords = async (onRecord) => {
    for await (const record of consumer) if (onRecord(record.key, record.value)) return
  }
  return { read: setting === 'batches' ? readBatches : readRecords, close: () => consumer.close() }
}
