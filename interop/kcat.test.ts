import test from 'ava'
import { Broker } from 'odradek'

import { numberedLines, runProgram } from './programs.ts'
import { byKey, consumeLines, produceLines } from './records.ts'

const lines = numberedLines(500)

async function startBroker(t: { teardown(fn: () => Promise<void>): void }) {
  const broker = await Broker.start({ partitions: 3 })
  t.teardown(() => broker.close())
  return broker.bootstrapServers
}

test('kcat lists the brokers and topics of our broker', async (t) => {
  const servers = await startBroker(t)
  await produceLines(servers, 'listed', lines.slice(0, 1))
  const listing = JSON.parse(await runProgram('kcat', ['-b', servers, '-L', '-J'])) as {
    brokers: { name: string }[]
    topics: { topic: string; partitions: unknown[] }[]
  }
  t.deepEqual(
    listing.brokers.map(({ name }) => name),
    [servers],
  )
  t.is(listing.topics.find(({ topic }) => topic === 'listed')?.partitions.length, 3)
})

for (const codec of ['none', 'gzip', 'snappy', 'lz4', 'zstd']) {
  test(`what kcat produces with ${codec}, our consumer reads`, async (t) => {
    const servers = await startBroker(t)
    await runProgram('kcat', ['-b', servers, '-P', '-t', 'from-kcat', '-K', ':', '-z', codec], {
      input: lines.join('\n') + '\n',
    })
    const read = await consumeLines(servers, 'from-kcat', 'ours', lines.length)
    t.deepEqual(byKey(read), byKey(lines))
  })
}

test('what our producer sends, kcat reads', async (t) => {
  const servers = await startBroker(t)
  await produceLines(servers, 'from-us', lines)
  const output = await runProgram('kcat', [
    '-b',
    servers,
    '-C',
    '-t',
    'from-us',
    '-o',
    'beginning',
    '-e',
    '-q',
    '-f',
    '%k:%s\n',
  ])
  t.deepEqual(byKey(output.trimEnd().split('\n')), byKey(lines))
})

test('kcat and our producer put the same key into the same partition', async (t) => {
  const servers = await startBroker(t)
  await produceLines(servers, 'partitions', lines)
  await runProgram('kcat', ['-b', servers, '-P', '-t', 'partitions', '-K', ':', '-X', 'topic.partitioner=murmur2'], {
    input: lines.join('\n') + '\n',
  })
  const output = await runProgram('kcat', [
    '-b',
    servers,
    '-C',
    '-t',
    'partitions',
    '-o',
    'beginning',
    '-e',
    '-q',
    '-f',
    '%k %p\n',
  ])
  const placed = new Set(output.trimEnd().split('\n'))
  t.is(placed.size, 7, 'seven keys, each in one partition only')
})

test('a kcat group consumer reads from our broker, commits, and goes on where it stopped', async (t) => {
  const servers = await startBroker(t)
  await produceLines(servers, 'grouped', lines)
  const group = (count: number) =>
    runProgram('kcat', [
      '-b',
      servers,
      '-G',
      'kcat-group',
      '-X',
      'auto.offset.reset=earliest',
      '-c',
      String(count),
      '-q',
      '-f',
      '%k:%s\n',
      'grouped',
    ])
  const first = (await group(200)).trimEnd().split('\n')
  const second = (await group(300)).trimEnd().split('\n')
  t.deepEqual([...first, ...second].sort(), [...lines].sort())
})
