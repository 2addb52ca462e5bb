// Share groups (KIP-932) on a real Apache Kafka.
import { type Cluster, startCluster } from '@odradek/test-cluster'
import anyTest, { type TestFn } from 'ava'
import { Producer, ShareConsumer, type ShareConsumerEvent, type ShareConsumerOptions, type ShareRecord } from 'odradek'
import { setGroupConfigs } from '../administration.ts'

const test = anyTest as TestFn<{ cluster: Cluster }>

/** Kafka's smallest. */
const LOCK_MS = 1000

test.before(async (t) => {
  const properties = {
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'share.coordinator.state.topic.num.partitions': '3',
    'group.share.min.record.lock.duration.ms': String(LOCK_MS),
    'group.share.record.lock.duration.ms': '15000',
  }
  t.context.cluster = await startCluster({ version: '4.3.1', properties, features: { 'share.version': 1 } })
})
test.after.always(async (t) => {
  await t.context.cluster?.stop()
})

const text = new TextDecoder()
const valueOf = ({ value }: ShareRecord) => text.decode(value!)

async function produce({ bootstrapServers }: Cluster, topic: string, values: readonly string[]): Promise<void> {
  await using producer = new Producer({ bootstrapServers })
  await Promise.all(values.map((value) => producer.send({ topic, value })))
}

/** Polls until so many records have come. */
async function take(consumer: ShareConsumer, count: number): Promise<ShareRecord[]> {
  const records: ShareRecord[] = []
  const endsAt = Date.now() + 60_000
  while (records.length < count && Date.now() < endsAt) records.push(...(await consumer.poll()))
  return records
}

test.serial('records of one partition go to two members, each once; what is not accepted comes again', async (t) => {
  const { cluster } = t.context
  const { bootstrapServers } = cluster
  const topic = 'shared'
  // The longest lock: the first member holds records while the other one comes in.
  const configs = { 'share.auto.offset.reset': 'earliest', 'share.record.lock.duration.ms': '60000' }
  await setGroupConfigs(bootstrapServers, topic, configs)
  const values = Array.from({ length: 200 }, (_, i) => String(i))
  await produce(cluster, topic, values)
  const events: ShareConsumerEvent[] = []
  const options: ShareConsumerOptions = {
    bootstrapServers,
    groupId: topic,
    topics: topic,
    maxPollRecords: 20,
    shareAcquireMode: 'record_limit',
    onEvent: (event) => void events.push(event),
  }
  const accepted = new Map<string, number>()
  const deliveries: string[] = []
  const consumers = [new ShareConsumer(options), new ShareConsumer(options)]
  const who = new Set<ShareConsumer>()
  let onBoth = () => {}
  const both = new Promise<void>((resolve) => (onBoth = resolve))
  await new Promise<void>((resolve, reject) => {
    for (const consumer of consumers)
      consumer
        .run(
          async (record) => {
            who.add(consumer)
            if (who.size === 2) onBoth()
            // A member locks no more than it is working on: the rest is for the other one.
            await both
            const value = valueOf(record)
            if (record.deliveryCount > 1) deliveries.push(`${value} ${record.deliveryCount}`)
            if (value === '7' && record.deliveryCount < 3) throw new Error('again')
            if (value === '9') throw new Error('never')
            accepted.set(value, (accepted.get(value) ?? 0) + 1)
            if (accepted.size === 199) resolve()
          },
          { concurrency: 4, onFailure: (error) => ((error as Error).message === 'again' ? 'release' : 'reject') },
        )
        .catch(reject)
  })
  await Promise.all(consumers.map((consumer) => consumer.close()))
  t.is(who.size, 2)
  t.true([...accepted.values()].every((times) => times === 1))
  t.deepEqual(deliveries, ['7 2', '7 3'])
  t.deepEqual(
    events.filter(({ type }) => type === 'acknowledge-failed' || type === 'locks-lost'),
    [],
  )
})

test.serial('a lock ends unless it is renewed; what Kafka says of a late word; closing gives back', async (t) => {
  const { cluster } = t.context
  const topic = 'locks'
  await setGroupConfigs(cluster.bootstrapServers, topic, {
    'share.auto.offset.reset': 'earliest',
    'share.record.lock.duration.ms': String(4 * LOCK_MS),
  })
  await produce(cluster, topic, ['renewed', 'lapsed', 'given back'])
  const common = { bootstrapServers: cluster.bootstrapServers, groupId: topic, topics: topic }
  const first = new ShareConsumer({ ...common, shareAcknowledgementMode: 'explicit' })
  const [renewed, lapsed, givenBack] = await take(first, 3)
  const isLapsed = new Promise((resolve) => lapsed!.signal.addEventListener('abort', resolve))
  const renewing = setInterval(() => void Promise.all([renewed!.renew(), givenBack!.renew()]), LOCK_MS)
  await isLapsed
  await using second = new ShareConsumer(common)
  const [again] = await take(second, 1)
  clearInterval(renewing)
  t.deepEqual([valueOf(again!), again!.deliveryCount], ['lapsed', 2])
  await second.commit()
  renewed!.accept()
  await first.commit()
  lapsed!.accept()
  await t.throwsAsync(first.commit(), { message: /INVALID_RECORD_STATE/ })
  await first.close()
  t.deepEqual((await take(second, 1)).map(valueOf), ['given back'])
  await second.commit()
})
