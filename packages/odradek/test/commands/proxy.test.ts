import { once } from 'node:events'
import { connect } from 'node:net'

import { Broker } from '@odradek/broker'
import { parseBootstrapServers } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { makeCertificate } from '@odradek/test-kit'
import test from 'ava'

import { runInProcess } from '../support/run-in-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('the proxy takes faults from flags, a file and, while it runs, by HTTP', async (t) => {
  await using broker = await Broker.start()
  const cwd = temporaryFolder(t, { 'faults.json': '[{"api":"Metadata","delayMs":1}]' })
  const abort = new AbortController()
  let announce = (_text: string) => {}
  const announced = new Promise<string>((resolve) => (announce = resolve))
  const args = [
    'proxy',
    '--to',
    broker.bootstrapServers,
    '--faults',
    'faults.json',
    '--fault',
    'api=Produce,throttleTimeMs=1',
  ]
  const running = runInProcess([...args, '--control-port', '0', '--json'], {
    cwd,
    interrupt: abort.signal,
    onOutput: (text) => announce(text),
  })
  const { bootstrapServers, control } = JSON.parse(await announced) as { bootstrapServers: string; control: string }
  const faults = async (method: string, body?: unknown) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(`${control}/faults`, init)
    return { status: response.status, body: (await response.json()) as unknown }
  }
  await using producer = new Producer({ bootstrapServers, retryBackoffMs: 10 })
  await producer.send({ topic: 'orders', value: 'a' })
  const first = (await faults('GET')).body as { hits: number }[]
  t.true(first.length === 2 && first.every(({ hits }) => hits > 0))
  await faults('PUT', [{ api: 'Produce', error: 'NOT_ENOUGH_REPLICAS', times: 1 }])
  await faults('POST', { api: 'Fetch', drop: true })
  await producer.send({ topic: 'orders', value: 'b' })
  t.deepEqual((await faults('GET')).body, [
    { api: 'Produce', error: 'NOT_ENOUGH_REPLICAS', times: 1, hits: 1 },
    { api: 'Fetch', drop: true, hits: 0 },
  ])
  t.is((await faults('POST', { api: 'Nope', drop: true })).status, 400)
  t.is((await faults('PUT', { drop: true })).status, 400)
  t.deepEqual(await faults('DELETE'), { status: 200, body: [] })
  t.like(await (await fetch(`${control}/health`)).json(), { status: 'ok', bootstrapServers })
  await producer.close()
  abort.abort()
  t.like(await running, { exitCode: 0, stderr: '' })
})

test('of each broker that cannot be reached, it is told once why', async (t) => {
  const stranger = await makeCertificate({ name: 'an authority that nobody knows' })
  const ssl = await makeCertificate({ name: 'localhost', ca: stranger })
  await using broker = await Broker.start({ brokers: 2, ssl })
  const abort = new AbortController()
  let announce = (_text: string) => {}
  const announced = new Promise<string>((resolve) => (announce = resolve))
  const args = ['proxy', '--to', broker.bootstrapServers, '--to-tls', '--json']
  const running = runInProcess(args, { interrupt: abort.signal, onOutput: (text) => announce(text) })
  const { bootstrapServers } = JSON.parse(await announced) as { bootstrapServers: string }
  const addresses = parseBootstrapServers(bootstrapServers)
  t.is(addresses.length, 2)
  for (const { host, port } of [...addresses, ...addresses]) {
    const client = connect(port, host).resume()
    await once(client, 'close')
  }
  abort.abort()
  const warnings = (await running).stderr.trimEnd().split('\n')
  const told = warnings.map((warning) => /^odradek: warning: (\S+): ./.exec(warning)?.[1])
  t.deepEqual(told.sort(), broker.bootstrapServers.split(',').sort())
})

test('a wrong fault is a wrong call', async (t) => {
  const { exitCode, stderr } = await runInProcess(['proxy', '--to', 'localhost:9092', '--fault', 'api=Produced,drop'])
  t.is(exitCode, 2)
  t.is(stderr, "odradek: Kafka has no API 'Produced'\n  Did you mean Produce?\n")
})

test('the cluster behind the proxy has to be named', async (t) => {
  t.is((await runInProcess(['proxy'])).exitCode, 2)
  t.is((await runInProcess(['proxy', '--to', 'localhost'])).exitCode, 2)
})
