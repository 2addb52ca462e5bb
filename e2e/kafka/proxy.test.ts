// The proxy in front of a real Kafka.
import { startCluster } from '@odradek/test-cluster'
import test from 'ava'

import { runProgram } from '../../interop/programs.ts'
import { KafkaProxy } from '../../packages/odradek/src/proxy/kafka-proxy.ts'

test('kcat works through the proxy to Apache Kafka 4.3.1, meets its faults, and stays behind it', async (t) => {
  await using kafka = await startCluster({ version: '4.3.1' })
  const [host, port] = kafka.bootstrapServers.split(':')
  const faults = [
    { api: 'Produce', error: 'NOT_ENOUGH_REPLICAS', times: 2 },
    { api: 'Fetch', delayMs: 20 },
  ]
  await using proxy = await KafkaProxy.start({ to: [{ host: host!, port: Number(port) }], faults })
  const { bootstrapServers } = proxy
  // A client without idempotence that repeats one of several requests in flight may change the order: one at a time, then.
  const settings = ['-X', 'retry.backoff.ms=50', '-X', 'max.in.flight.requests.per.connection=1']
  const produce = ['-b', bootstrapServers, '-t', 'proxied', '-P', ...settings]
  await runProgram('kcat', produce, { input: 'one\ntwo\nthree\n' })
  const consume = ['-b', bootstrapServers, '-t', 'proxied', '-C', '-e', '-q', '-o', 'beginning']
  t.deepEqual((await runProgram('kcat', consume)).trim().split('\n'), ['one', 'two', 'three'])
  t.deepEqual(
    proxy.faults.list().map(({ hits }) => hits > 0),
    [true, true],
  )
  const listed = JSON.parse(await runProgram('kcat', ['-b', bootstrapServers, '-L', '-J'])) as { brokers: object[] }
  t.like(listed.brokers, { 0: { name: bootstrapServers } })
})
