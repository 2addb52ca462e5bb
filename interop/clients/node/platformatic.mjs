// @platformatic/kafka against a broker; it needs a newer Node than Odradek does.
import { Admin, Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka'

import { collector, eachAttempt, main, records, tlsOf } from './scenarios.mjs'

function optionsOf(config) {
  const { bootstrap, sasl } = config
  const tls = tlsOf(config)
  return {
    clientId: 'interop',
    bootstrapBrokers: bootstrap.split(','),
    ...(tls && { tls }),
    ...(sasl && { sasl: saslOf(sasl) }),
  }
}

function saslOf({ mechanism, username, password, token }) {
  return token === undefined ? { mechanism, username, password } : { mechanism, token }
}

async function produce(config) {
  const { topic, count, compression = 'none' } = config
  const producer = new Producer({ ...optionsOf(config), serializers: stringSerializers, compression })
  await producer.send({ messages: records(count).map((record) => ({ topic, ...record })) })
  await producer.close()
}

async function member(config, collected) {
  const { topic, group, readCommitted = false } = config
  const consumer = new Consumer({
    ...optionsOf(config),
    groupId: group,
    deserializers: stringDeserializers,
    heartbeatInterval: 200,
    sessionTimeout: 10_000,
    isolationLevel: readCommitted ? 1 : 0,
    ...(config.groupProtocol && { groupProtocol: config.groupProtocol }),
  })
  // Leaving while a heartbeat is under way is an 'error' event of this client.
  consumer.on('error', () => {})
  const stream = await consumer.consume({
    topics: [topic],
    mode: 'committed',
    fallbackMode: 'earliest',
    autocommit: 100,
    maxWaitTime: 100,
    isolationLevel: readCommitted ? 1 : 0,
  })
  stream.on('data', ({ key, value }) => collected.add(key, value))
  return { close: () => consumer.close(true) }
}

async function roundTrip(config) {
  await produce(config)
  const collected = collector(config.count)
  const consumer = await member(config, collected)
  const read = await collected.done
  await consumer.close()
  return { read }
}

/** Connects and asks for little; a refusal is not tried again. */
async function enter(config) {
  const admin = new Admin({ ...optionsOf(config), retries: 0 })
  try {
    await admin.listTopics()
  } finally {
    await admin.close()
  }
}

await main({
  roundTrip,
  attempts: ({ attempts }) => eachAttempt(attempts, enter, roundTrip),
  roundTripConsumerProtocol: (config) => roundTrip({ ...config, groupProtocol: 'consumer' }),

  async rebalance(config) {
    const collected = collector(config.count)
    const first = await member(config, collected)
    const second = await member(config, collected)
    await produce(config)
    await first.close()
    const read = await collected.done
    await second.close()
    return { read }
  },

  async transactions(config) {
    const { topic, count, transactionalId } = config
    const producer = new Producer({
      ...optionsOf(config),
      serializers: stringSerializers,
      transactionalId,
      idempotent: true,
    })
    for (const name of ['committed', 'aborted', 'last']) {
      const transaction = await producer.beginTransaction()
      await transaction.send({ messages: records(count, name).map((record) => ({ topic, ...record })) })
      await (name === 'aborted' ? transaction.abort() : transaction.commit())
    }
    await producer.close()
    const collected = collector(2 * count)
    const consumer = await member({ ...config, readCommitted: true }, collected)
    const read = await collected.done
    await consumer.close()
    return { read }
  },

  async admin(config) {
    const { topic } = config
    const admin = new Admin(optionsOf(config))
    const configs = [{ name: 'retention.ms', value: '3600000' }]
    await admin.createTopics({ topics: [topic], partitions: 2, replicas: 1, configs })
    await admin.createPartitions({ topics: [{ name: topic, count: 4 }] })
    const metadata = await admin.metadata({ topics: [topic], forceUpdate: true })
    const resources = [{ resourceType: 2, resourceName: topic, configurationKeys: ['retention.ms'] }]
    const described = await admin.describeConfigs({ resources, includeSynonyms: false, includeDocumentation: false })
    const groups = await admin.listGroups()
    await admin.deleteTopics({ topics: [topic] })
    const topics = await admin.listTopics()
    await admin.close()
    return {
      partitions: metadata.topics.get(topic).partitions.length,
      retentionMs: described[0].configs[0].value,
      groupListed: groups instanceof Map,
      topicDeleted: !topics.includes(topic),
    }
  },
})
