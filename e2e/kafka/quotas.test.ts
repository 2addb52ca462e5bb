// The same requests under the same quotas to Apache Kafka 4.3.1 and to the reference broker: both have the client wait for as long.
import { nodeTcp, parseBootstrapServers } from '@odradek/network'
import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { RecordBatchBuilder } from '@odradek/records'
import { startCluster } from '@odradek/test-cluster'
import test from 'ava'
import { Broker } from 'odradek'

import { RawClient } from '../../packages/broker/test/raw-client.ts'
import { until } from '../until.ts'

/**
 * What passes between the making of a quota's first window and the measure, and what an answer's header may have less or more, in ms:
 * a few tens, but real time passes while a busy machine does something else.
 */
const TOLERANCE_MS = 500

function produceOf(bytes: number, topic = 't') {
  const builder = new RecordBatchBuilder()
  builder.append(0, null, new Uint8Array(bytes), [])
  return { acks: 1, topicData: [{ name: topic, partitionData: [{ index: 0, records: builder.build() }] }] }
}

const fetchRequest = {
  minBytes: 1,
  maxBytes: 10_000_000,
  maxWaitMs: 1000,
  topics: [{ topic: 'r', partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 10_000_000 }] }],
}

/** Throttle times: of a first large Produce, and of a Fetch of one batch that is too much by itself. */
async function measure(bootstrapServers: string) {
  const address = parseBootstrapServers(bootstrapServers)[0]!
  const connect = (clientId: string) => new RawClient(nodeTcp, address, clientId)
  const admin = connect('admin')
  const topics = ['t', 'r'].map((name) => ({ name, numPartitions: 1, replicationFactor: 1 }))
  await admin.ask(createTopicsApi, 5, { topics })
  const set = async (clientId: string | null, key: string, value: number) => {
    const entity = [{ entityType: 'client-id', entityName: clientId }]
    await admin.ask(alterClientQuotasApi, 1, {
      entries: [{ entity, ops: [{ key, value, remove: false }] }],
      validateOnly: false,
    })
  }
  await set('writer', 'producer_byte_rate', 1000)
  await set('reader', 'consumer_byte_rate', 1000)
  // Quotas reach a real broker a moment after they were answered: one that is set later tells that those before it hold.
  await set('canary', 'producer_byte_rate', 1)
  const canary = connect('canary')
  await until(
    'the quotas',
    () => canary.ask(produceApi, 9, produceOf(100)),
    ({ throttleTimeMs }) => throttleTimeMs > 0,
  )
  const [writer, reader] = [connect('writer'), connect('reader')]
  const produced = await writer.ask(produceApi, 9, produceOf(12_500, 'r'))
  const fetched = await reader.ask(fetchApi, 11, fetchRequest)
  for (const client of [admin, canary, writer, reader]) client.close()
  return { produced: produced.throttleTimeMs, fetched: fetched.throttleTimeMs, records: fetched.responses.length }
}

test('quotas have clients wait for as long as Apache Kafka 4.3.1 does', async (t) => {
  await using kafka = await startCluster({ version: '4.3.1' })
  await using broker = await Broker.start({ enforceQuotas: true })
  const theirs = await measure(kafka.bootstrapServers)
  const ours = await measure(broker.bootstrapServers)
  t.log(`Kafka ${JSON.stringify(theirs)}, the reference broker ${JSON.stringify(ours)}`)
  t.true(theirs.produced > 2000 && theirs.fetched > 2000)
  t.true(Math.abs(ours.produced - theirs.produced) <= TOLERANCE_MS)
  t.true(Math.abs(ours.fetched - theirs.fetched) <= TOLERANCE_MS)
  t.is(ours.records, theirs.records)
})
