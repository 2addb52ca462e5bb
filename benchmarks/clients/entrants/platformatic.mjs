import { Consumer, MessagesStreamModes, ProduceAcks, Producer } from '@platformatic/kafka'

const ACKS = { '-1': ProduceAcks.ALL, 0: ProduceAcks.NO_RESPONSE, 1: ProduceAcks.LEADER }

export function makeProducer({ bootstrapServers, topic, acks, compression, setting }) {
  const producer = new Producer({
    clientId: 'bench',
    bootstrapBrokers: [bootstrapServers],
    acks: ACKS[acks],
    compression,
  })
  const record = ({ key, value }) => ({ topic, key, value })
  const stream = async (records, count) => {
    // At its defaults (16 records ahead, batches of 100) it sends 16 records each 10 ms.
    const writable = producer.asStream({ highWaterMark: 10_000, batchSize: 1000 })
    for (let i = 0; i < count; i++) {
      if (!writable.write(records[i % records.length])) await new Promise((resolve) => writable.once('drain', resolve))
    }
    await writable.close()
  }
  return {
    call: (records) => ({ messages: records.map(record) }),
    sendAll: (call) => producer.send(call),
    record,
    send: (message) => producer.send({ messages: [message] }),
    stream: setting === 'stream' ? stream : undefined,
    close: () => producer.close(),
  }
}

export async function makeConsumer({ bootstrapServers, topic, groupId, setting }) {
  const consumer = new Consumer({
    clientId: 'bench',
    groupId,
    bootstrapBrokers: [bootstrapServers],
    ...(setting === '1MiB' ? { maxBytes: 1_048_576 } : {}),
  })
  const stream = await consumer.consume({ topics: [topic], mode: MessagesStreamModes.EARLIEST })
  const read = (onRecord) =>
    new Promise((resolve, reject) => {
      let isDone = false
      stream.on('error', reject)
      stream.on('data', ({ key, value }) => {
        if (!isDone && onRecord(key, value)) {
          isDone = true
          resolve()
        }
      })
    })
  return { read, close: () => undefined }
}
