// What clients push (KIP-714), read by Apache Kafka: a plug-in in the broker decodes it with OpenTelemetry's own classes.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Consumer } from '@odradek/consumer'
import { Producer } from '@odradek/producer'
import { kafkaClassPath, startCluster } from '@odradek/test-cluster'
import test from 'ava'

import { setClientMetricsConfigs } from '../administration.ts'

const source = fileURLToPath(new URL('java/TelemetryFile.java', import.meta.url))

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

  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
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
