import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

import { Producer } from '@odradek/producer'
import test, { type ExecutionContext } from 'ava'

import { runInProcess, type RunOptions } from '../support/run-in-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('the broker prints its address, serves producers, and ends well at Ctrl-C', async (t) => {
  const abort = new AbortController()
  let announce = (_text: string) => {}
  const announced = new Promise<string>((resolve) => (announce = resolve))
  const running = runInProcess(['broker', '--port', '0', '--partitions', '4', '--json'], {
    interrupt: abort.signal,
    onOutput: (text) => announce(text),
  })
  const { bootstrapServers } = JSON.parse(await announced) as { bootstrapServers: string }
  await using producer = new Producer({ bootstrapServers })
  t.like(await producer.send({ topic: 'new', value: 'x', partition: 3 }), { partition: 3, offset: 0n })
  await producer.close()
  abort.abort()
  const { exitCode, stderr } = await running
  t.is(exitCode, 0)
  t.is(stderr, '')
})

test('a port that is taken is named, with what to do', async (t) => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const { exitCode, stdout, stderr } = await runInProcess(['broker', '--port', String(port)])
  t.is(exitCode, 1)
  t.is(stdout, '')
  t.is(stderr, `odradek: 127.0.0.1:${port} is taken by another program\n  Choose another --port; 0 is any free one.\n`)
})

test('a host that is not of this machine is named', async (t) => {
  const { exitCode, stderr } = await runInProcess(['broker', '--port', '0', '--host', '192.0.2.1'])
  t.is(exitCode, 1)
  t.regex(stderr, /^odradek: 192\.0\.2\.1:0 is no address of this machine\n/)
})

/** Runs the broker until `use` is done with what it announced. */
async function withBroker<Facts>(
  t: ExecutionContext,
  flags: readonly string[],
  use: (facts: Facts) => Promise<void>,
  options: RunOptions = {},
) {
  const abort = new AbortController()
  let announce = (_text: string) => {}
  const announced = new Promise<string>((resolve) => (announce = resolve))
  const onOutput = (text: string) => void (text.startsWith('{') && announce(text))
  const args = ['broker', '--port', '0', '--json', ...flags]
  const running = runInProcess(args, { ...options, interrupt: abort.signal, onOutput })
  await use(JSON.parse(await Promise.race([announced, running.then((run) => run.stderr)])) as Facts)
  abort.abort()
  const run = await running
  t.is(run.exitCode, 0)
  return run
}

test('the health endpoint answers as long as the broker runs', async (t) => {
  interface Facts {
    readonly bootstrapServers: string
    readonly health: string
  }
  let url = ''
  await withBroker<Facts>(t, ['--health-port', '0'], async ({ bootstrapServers, health }) => {
    url = health
    const response = await fetch(health)
    t.is(response.status, 200)
    t.deepEqual(await response.json(), { status: 'ok', bootstrapServers })
    t.is((await fetch(new URL('/nothing', health))).status, 404)
  })
  await t.throwsAsync(fetch(url))
})

test('topics are there from the start, as flags, file and environment say; flags go before them', async (t) => {
  const properties = 'num.partitions=2\nzookeeper.connect=zk:2181\nmessage.max.bytes=1000\n'
  const cwd = temporaryFolder(t, { 'server.properties': properties })
  const flags = ['--config', 'server.properties', '--kafka-env', '--topic', 'orders:3', '--topic', 'other']
  const use = async ({ bootstrapServers }: { bootstrapServers: string }) => {
    await using producer = new Producer({ bootstrapServers })
    t.is((await producer.send({ topic: 'orders', value: 'x', partition: 2 })).partition, 2)
    t.is((await producer.send({ topic: 'other', value: 'x', partition: 4 })).partition, 4)
    await t.throwsAsync(producer.send({ topic: 'other', value: 'x'.repeat(2000) }), { message: /MESSAGE_TOO_LARGE/ })
  }
  const { stderr } = await withBroker(t, flags, use, { cwd, env: { KAFKA_NUM_PARTITIONS: '5' } })
  t.regex(stderr, /^odradek: warning: server.properties: zookeeper.connect: there is no ZooKeeper here/)
})

test('a file of properties that is not there is named', async (t) => {
  const { exitCode, stderr } = await runInProcess(['broker', '--config', 'nothing.properties'])
  t.is(exitCode, 1)
  t.is(stderr, 'odradek: nothing.properties cannot be read\n  Give --config a file of properties.\n')
})

test('three brokers with a data directory are one cluster, which is there again at the next start', async (t) => {
  const cwd = temporaryFolder(t, {})
  const flags = ['--brokers', '3', '--data-dir', 'data', '--topic', 'orders:3']
  interface Facts {
    readonly bootstrapServers: string
  }
  await withBroker<Facts>(
    t,
    flags,
    async ({ bootstrapServers }) => {
      t.is(bootstrapServers.split(',').length, 3)
      await using producer = new Producer({ bootstrapServers })
      for (const partition of [0, 1, 2]) await producer.send({ topic: 'orders', value: 'x', partition })
    },
    { cwd },
  )
  await withBroker<Facts>(
    t,
    flags,
    async ({ bootstrapServers }) => {
      await using producer = new Producer({ bootstrapServers })
      t.is((await producer.send({ topic: 'orders', value: 'y', partition: 2 })).offset, 1n)
    },
    { cwd },
  )
})
