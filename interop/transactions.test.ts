import { runKafkaTool } from '@odradek/test-cluster'
import test from 'ava'
import { Broker } from 'odradek'

import { runProgram } from './programs.ts'

// Kafka 4.3.1's transactional producer and its consumers, and kcat, on our broker.

const RECORDS = 2000

async function startBroker(t: { teardown(fn: () => Promise<void>): void }, options: object = {}) {
  const broker = await Broker.start({ partitions: 2, topics: ['t'], ...options })
  t.teardown(() => broker.close())
  return broker
}

async function produceInTransactions(servers: string): Promise<string> {
  const size = ['--num-records', String(RECORDS), '--record-size', '100', '--throughput', '20000']
  const transactions = ['--transactional-id', 'perf', '--transaction-duration-ms', '20']
  const { stdout } = await runKafkaTool(servers, 'producer-perf-test', ['--topic', 't', ...size, ...transactions])
  return stdout
}

for (const transactionVersion of [2, 0]) {
  test.serial(
    `with transaction.version ${transactionVersion} what the Java producer commits is read by Java and kcat`,
    async (t) => {
      const broker = await startBroker(t, { transactionVersion })
      const servers = broker.bootstrapServers
      t.regex(await produceInTransactions(servers), new RegExp(`${RECORDS} records sent`))
      const kcat = ['-b', servers, '-C', '-t', 't', '-e', '-q', '-f', '%p %o\\n', '-X']
      const committed = (await runProgram('kcat', [...kcat, 'isolation.level=read_committed'])).trimEnd().split('\n')
      t.is(committed.length, RECORDS)
      const read = ['--topic', 't', '--from-beginning', '--max-messages', String(RECORDS), '--timeout-ms', '20000']
      const property = ['--isolation-level', 'read_committed']
      const { stdout } = await runKafkaTool(servers, 'console-consumer', [...read, ...property])
      t.is(stdout.trimEnd().split('\n').length, RECORDS)
    },
  )
}
