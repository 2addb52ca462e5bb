// What clients push (KIP-714), read by Apache Kafka: a plug-in in the broker decodes it with OpenTelemetry's own classes.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Consumer } from '@odradek/consumer'
import { nodeTcp, parseBootstrapServers } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { getTelemetrySubscriptionsApi } from '@odradek/protocol/apis/get-telemetry-subscriptions'
import { kafkaClassPath, startCluster } from '@odradek/test-cluster'
import test from 'ava'

import { RawClient } from '../../packages/broker/test/raw-client.ts'
import { setClientMetricsConfigs } from '../administration.ts'
import { until } from '../until.ts'

const source = fileURLToPath(new URL('java/TelemetryFile.java', import.meta.url))

/** A subscription reaches the broker a moment after it was answered; clients that come before ask for the next one in five minutes. */
async function untilSubscribed(bootstrapServers: string): Promise<void> {
  const client = new RawClient(nodeTcp, parseBootstrapServers(bootstrapServers)[0]!)
  await until(
    'a subscription to metrics',
    () => client.ask(getTelemetrySubscriptionsApi, 0, {}),
    ({ requestedMetrics }) => requestedMetrics.length > 0,
  )
  client.close()
}

/** What the plug-in has written when the last push of each of the clients is in it: a line for each push. */
async function pushesOf(file: string, ids: readonly string[]): Promise<string[]> {
  return until(
    'the last pushes',
    async () => (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1),
    (lines) => ids.every((id) => lines.some((line) => line.startsWith(`${id} true `))),
  )
}

test('Kafka 4.3.1 reads what producers and consumers push', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-telemetry-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const { classPath } = await kafkaClassPath()
  await promisify(execFile)('javac', ['-d', folder, '-cp', classPath, source])
  const file = join(folder, 'pushes')
  const cluster = await startCluster({
    extraClassPath: folder,
    properties: { 'metric.reporters': 'TelemetryFile', 'telemetry.file': file },
  })
  t.teardown(() => cluster.stop())
  const { bootstrapServers } = cluster
  // Kafka's least interval: only the last push of each client is waited for, which comes when it closes.
  await setClientMetricsConfigs(bootstrapServers, 'all', { metrics: '*', 'interval.ms': '100' })
  await untilSubscribed(bootstrapServers)

  const producer = new Producer({ bootstrapServers, clientId: 'shop' })
  await producer.sendBatch('orders', [{ value: 'a' }, { value: 'b' }])
  const producerId = await producer.clientInstanceId()
  await producer.close()
  const consumer = new Consumer({
    bootstrapServers,
    clientId: 'mill',
    groupId: 'billing',
    topics: 'orders',
    autoOffsetReset: 'earliest',
  })
  t.true((await consumer.poll({ timeoutMs: 30_000 })).length > 0)
  const consumerId = await consumer.clientInstanceId()
  await consumer.close()

  const lines = await pushesOf(file, [producerId, consumerId])
  const last = (id: string) => lines.findLast((line) => line.startsWith(id))
  t.regex(last(producerId)!, /^\S+ true shop \[\] .*org\.apache\.kafka\.producer\.topic\.record\.send\.total=\d/)
  t.regex(last(consumerId)!, /^\S+ true mill \[group_id=billing.*\] .*org\.apache\.kafka\.consumer\.fetch\.manager\./)
  const sent = lines
    .filter((line) => line.startsWith(producerId))
    .map((line) => Number(/producer\.record\.send\.total=([\d.]+)/.exec(line)![1]))
  t.is(
    sent.reduce((sum, count) => sum + count, 0),
    2,
    'differences: together they are all that was sent',
  )
})
