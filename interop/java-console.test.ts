import { runKafkaTool } from '@odradek/test-cluster'
import test from 'ava'
import { Broker } from 'odradek'

import { numberedLines } from './programs.ts'
import { byKey, consumeLines, produceLines } from './records.ts'

// Kafka 4.3.1's own console programs, which are the Java clients, against our broker.

const lines = numberedLines(300)

async function startBroker(t: { teardown(fn: () => Promise<void>): void }) {
  const broker = await Broker.start({ partitions: 3 })
  t.teardown(() => broker.close())
  return broker.bootstrapServers
}

test.serial('the console producer writes to our broker, and our consumer reads it', async (t) => {
  const servers = await startBroker(t)
  const args = ['--topic', 'from-java', '--reader-property', 'parse.key=true', '--reader-property', 'key.separator=:']
  await runKafkaTool(servers, 'console-producer', args, { input: lines.join('\n') + '\n' })
  const read = await consumeLines(servers, 'from-java', 'ours', lines.length)
  t.deepEqual(byKey(read), byKey(lines))
})

test.serial('our producer writes to our broker, and the console consumer reads it in a group', async (t) => {
  const servers = await startBroker(t)
  await produceLines(servers, 'from-us', lines)
  const args = [
    '--topic',
    'from-us',
    '--group',
    'java-group',
    '--from-beginning',
    '--max-messages',
    String(lines.length),
  ]
  const format = ['--formatter-property', 'print.key=true', '--formatter-property', 'key.separator=:']
  const { stdout } = await runKafkaTool(servers, 'console-consumer', [...args, ...format])
  t.deepEqual(byKey(stdout.split('\n')), byKey(lines))
})

test.serial('the topics tool creates, lists, describes and deletes a topic on our broker', async (t) => {
  const servers = await startBroker(t)
  await runKafkaTool(servers, 'topics', ['--create', '--topic', 'made-by-java', '--partitions', '4'])
  t.regex((await runKafkaTool(servers, 'topics', ['--list'])).stdout, /^made-by-java$/m)
  t.regex(
    (await runKafkaTool(servers, 'topics', ['--describe', '--topic', 'made-by-java'])).stdout,
    /PartitionCount: 4/,
  )
  await runKafkaTool(servers, 'topics', ['--delete', '--topic', 'made-by-java'])
  t.notRegex((await runKafkaTool(servers, 'topics', ['--list'])).stdout, /made-by-java/)
})
