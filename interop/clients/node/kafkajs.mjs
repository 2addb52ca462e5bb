// kafkajs against a broker.

import kafkajs from 'kafkajs'
import snappy from 'kafkajs-snappy'

import { collector, eachAttempt, main, records, tlsOf } from './scenarios.mjs'

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs
CompressionCodecs[CompressionTypes.Snappy] = snappy
const TYPES = { none: CompressionTypes.None, gzip: CompressionTypes.GZIP, snappy: CompressionTypes.Snappy }

function kafkaOf(config) {
  const { bootstrap, sasl } = config
  const ssl = tlsOf(config)
  return new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.ERROR,
    ...(ssl && { ssl }),
    ...(sasl && { sasl: saslOf(sasl) }),
  })
}

function saslOf({ token, ...sasl }) {
  const mechanism = sasl.mechanism.toLowerCase()
  if (mechanism !== 'oauthbearer') return { ...sasl, mechanism }
  return { mechanism, oauthBearerProvider: async () => ({ value: token }) }
}

/** Connects and does nothing; a refusal is not tried again. */
async function enter(config) {
  const admin = kafkaOf(config).admin({ retry: { retries: 0 } })
  await admin.connect()
  await admin.disconnect()
}

async function produce(kafka, { topic, count, compression = 'none' }) {
  const producer = kafka.producer()
  await producer.connect()
  await producer.send({ topic, compression: TYPES[compression], messages: records(count) })
  await producer.disconnect()
}

async function member(kafka, { topic, group, readCommitted = false }, collected) {
  const consumer = kafka.consumer({ groupId: group, readUncommitted: !readCommitted, heartbeatInterval: 200 })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  consumer.on(consumer.events.CRASH, ({ payload: { error } }) => collected.fail(error))
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve))
  await consumer.run({ eachMessage: async ({ message: { key, value } }) => collected.add(key, value) })
  await Promise.race([joined, collected.done])
  return consumer
}

async function roundTrip(config) {
  const kafka = kafkaOf(config)
  await produce(kafka, config)
  const collected = collector(config.count)
  const consumer = await member(kafka, config, collected)
  const read = await collected.done
  await consumer.disconnect()
  return { read }
}

await main({
  roundTrip,

  attempts: ({ attempts }) => eachAttempt(attempts, enter, roundTrip),

  async rebalance(config) {
    const kafka = kafkaOf(config)
    const collected = collector(config.count)
    const first = await member(kafka, config, collected)
    const second = await member(kafka, config, collected)
    await produce(kafka, config)
    await first.disconnect()
    const read = await collected.done
    await second.disconnect()
    return { read }
  },

  async transactions(config) {
    const kafka = kafkaOf(config)
    const producer = kafka.producer({
      transactionalId: config.transactionalId,
      idempotent: true,
      maxInFlightRequests: 1,
    })
    await producer.connect()
    for (const name of ['committed', 'aborted', 'last']) {
      const transaction = await producer.transaction()
      await transaction.send({ topic: config.topic, messages: records(config.count, name) })
      await (name === 'aborted' ? transaction.abort() : transaction.commit())
    }
    await producer.disconnect()
    const collected = collector(2 * config.count)
    const consumer = await member(kafka, { ...config, readCommitted: true }, collected)
    const read = await collected.done
    await consumer.disconnect()
    return { read }
  },

  async admin({ topic, group, ...config }) {
    const admin = kafkaOf(config).admin()
    await admin.connect()
    const configEntries = [{ name: 'retention.ms', value: '3600000' }]
    await admin.createTopics({ topics: [{ topic, numPartitions: 2, replicationFactor: 1, configEntries }] })
    await admin.createPartitions({ topicPartitions: [{ topic, count: 4 }] })
    await admin.setOffsets({ groupId: group, topic, partitions: [{ partition: 0, offset: '0' }] })
    const metadata = await admin.fetchTopicMetadata({ topics: [topic] })
    const described = await admin.describeConfigs({
      resources: [{ type: 2, name: topic, configNames: ['retention.ms'] }],
    })
    const { groups } = await admin.listGroups()
    const offsets = await admin.fetchTopicOffsets(topic)
    await admin.deleteGroups([group])
    await admin.deleteTopics({ topics: [topic] })
    const topics = await admin.listTopics()
    await admin.disconnect()
    return {
      partitions: metadata.topics[0].partitions.length,
      retentionMs: described.resources[0].configEntries[0].configValue,
      groupListed: groups.some(({ groupId }) => groupId === group),
      endOffsets: offsets.map(({ high }) => Number(high)),
      topicDeleted: !topics.includes(topic),
    }
  },
})
