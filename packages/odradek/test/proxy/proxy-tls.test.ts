import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:tls'
import { promisify } from 'node:util'

import { Broker, type BrokerOptions } from '@odradek/broker'
import { Consumer } from '@odradek/consumer'
import { MemoryNetwork, parseBootstrapServers, systemEnvironment } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { AuthenticationError, UsageError } from '@odradek/protocol'
import { produceApi } from '@odradek/protocol/apis/produce'
import { makeCertificate, type TestCertificate } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { KafkaProxy, type KafkaProxyOptions, type UpstreamSslOptions } from '../../src/proxy.ts'
import { runInProcess } from '../support/run-in-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)

const authority = await makeCertificate({ name: 'the authority' })
const ofBrokers = await makeCertificate({ name: 'localhost', ca: authority })
const ofProxy = await makeCertificate({ name: 'the proxy', ca: authority })
const ofClient = await makeCertificate({ name: 'alice', ca: authority })
const stranger = await makeCertificate({ name: 'another authority' })

/** A cluster that wants to see certificates, and a proxy that shows one of its own to both sides. */
async function start(t: ExecutionContext, brokers: BrokerOptions = {}, given: Partial<KafkaProxyOptions> = {}) {
  const ssl = { ...ofBrokers, ca: authority.cert, clientAuth: 'required' } as const
  const broker = await Broker.start({ ssl, partitions: 6, ...brokers })
  const proxy = await KafkaProxy.start({
    to: parseBootstrapServers(broker.bootstrapServers).slice(0, 1),
    ssl: ofProxy,
    toSsl: { ca: authority.cert, ...ofProxy },
    ...given,
  })
  t.teardown(async () => {
    await proxy.close()
    await broker.close()
  })
  const secure = { securityProtocol: 'SSL', sslTruststoreCertificates: authority.cert } as const
  return { broker, proxy, clients: { bootstrapServers: proxy.bootstrapServers, retryBackoffMs: 10, ...secure } }
}

/** The same, where the proxy will not have the brokers: a client connects, and is cut off. Gives what was told about it. */
async function startInVain(t: ExecutionContext, ssl: TestCertificate, toSsl: UpstreamSslOptions) {
  let fail = (_failure: string) => {}
  const failed = new Promise<string>((resolve) => (fail = resolve))
  const onUpstreamFailure = (broker: string, { message }: Error) => fail(`${broker}: ${message}`)
  const { broker, proxy } = await start(t, { ssl }, { toSsl, onUpstreamFailure })
  const client = connect({ ...parseBootstrapServers(proxy.bootstrapServers)[0]!, ca: authority.cert })
  client.on('error', () => undefined).resume()
  await once(client, 'close')
  return { broker, failure: await failed }
}

test('between clients and a cluster that both speak TLS, faults are met, and clients stay behind the proxy', async (t) => {
  const faults = [{ api: 'Produce', error: 'NOT_LEADER_OR_FOLLOWER', times: 2 }]
  const { broker, proxy, clients } = await start(t, { brokers: 3 }, { faults })
  await using producer = new Producer(clients)
  for (let partition = 0; partition < 6; partition++) {
    await producer.send({ topic: 'orders', partition, value: `order ${partition}` })
  }
  await using consumer = new Consumer({ ...clients, groupId: 'g', topics: 'orders', autoOffsetReset: 'earliest' })
  const seen: string[] = []
  for await (const record of consumer) {
    seen.push(new TextDecoder().decode(record.value!))
    if (seen.length === 6) break
  }
  t.deepEqual(
    seen.sort(),
    Array.from({ length: 6 }, (_, partition) => `order ${partition}`),
  )
  t.is(proxy.faults.list()[0]!.hits, 2)
  t.deepEqual(Object.keys(await proxy.brokers()).sort(), broker.bootstrapServers.split(',').sort())
  t.is(broker.requests.all(produceApi).length, 6)
})

test('kcat comes through by TLS, with SASL between it and the broker', async (t) => {
  const { clients, broker } = await start(t, {
    ssl: ofBrokers,
    sasl: { mechanisms: ['SCRAM-SHA-256'] },
    users: { alice: 'alice-secret' },
  })
  const folder = temporaryFolder(t, { 'ca.pem': authority.cert })
  const settings = { 'ssl.ca.location': `${folder}/ca.pem`, 'sasl.mechanisms': 'SCRAM-SHA-256' }
  const login = { 'security.protocol': 'SASL_SSL', 'sasl.username': 'alice', 'sasl.password': 'alice-secret' }
  const flags = Object.entries({ ...settings, ...login }).flatMap(([key, value]) => ['-X', `${key}=${value}`])
  const produced = run('kcat', ['-b', clients.bootstrapServers, '-t', 'k', '-P', ...flags])
  produced.child.stdin!.end('one\ntwo\n')
  await produced
  const { stdout } = await run('kcat', ['-b', clients.bootstrapServers, '-t', 'k', '-C', '-e', '-q', ...flags])
  t.deepEqual(stdout.trim().split('\n').sort(), ['one', 'two'])
  t.is((await broker.records('k')).length, 2)
})

test('TLS on one side alone: towards clients, or towards the brokers', async (t) => {
  const value = 'x'
  const outside = await start(t, {}, { ssl: undefined as never })
  await using plain = new Producer({ bootstrapServers: outside.proxy.bootstrapServers })
  t.is((await plain.send({ topic: 'orders', partition: 0, value })).offset, 0n)
  const open = await Broker.start()
  t.teardown(() => open.close())
  const to = parseBootstrapServers(open.bootstrapServers)
  const proxy = await KafkaProxy.start({ to, ssl: ofProxy })
  t.teardown(() => proxy.close())
  await using secure = new Producer({ ...outside.clients, bootstrapServers: proxy.bootstrapServers })
  t.is((await secure.send({ topic: 'orders', partition: 0, value })).offset, 0n)
})

test('brokers whose certificate nobody vouches for are not talked to, and it is told why', async (t) => {
  const { broker, failure } = await startInVain(t, ofBrokers, { ca: stranger.cert, ...ofProxy })
  t.true(failure.startsWith(`${broker.bootstrapServers}: connection to ${broker.bootstrapServers}: `), failure)
  t.regex(failure, /unable to (verify|get local issuer)|self.signed/)
  t.is(broker.requests.seen, 0)
})

test('a certificate for another name is refused, unless that name is given', async (t) => {
  const elsewhere = await makeCertificate({ name: 'kafka.example', hosts: ['kafka.example'], ca: authority })
  const { broker, failure } = await startInVain(t, elsewhere, { ca: authority.cert })
  t.regex(failure, /does not match certificate's altnames/)
  const to = parseBootstrapServers(broker.bootstrapServers)
  const proxy = await KafkaProxy.start({ to, toSsl: { ca: authority.cert, serverName: 'kafka.example' } })
  t.teardown(() => proxy.close())
  await using plain = new Producer({ bootstrapServers: proxy.bootstrapServers })
  t.is((await plain.send({ topic: 'orders', partition: 0, value: 'x' })).offset, 0n)
})

test('where the proxy wants to see certificates, clients without one stay outside', async (t) => {
  const ssl = { ...ofProxy, ca: authority.cert, clientAuth: 'required' } as const
  const { clients, broker } = await start(t, {}, { ssl })
  const outsider = new Producer(clients)
  await t.throwsAsync(outsider.send({ topic: 'orders', value: 'x' }), { instanceOf: AuthenticationError })
  await outsider.close()
  t.is(broker.requests.seen, 0)
  const shown = { sslKeystoreKey: ofClient.key, sslKeystoreCertificateChain: ofClient.cert }
  await using insider = new Producer({ ...clients, ...shown })
  t.is((await insider.send({ topic: 'orders', partition: 0, value: 'x' })).offset, 0n)
})

test('options that make no sense are refused', async (t) => {
  const to = [{ host: '127.0.0.1', port: 1 }]
  const { cert } = ofProxy
  await t.throwsAsync(KafkaProxy.start({ to, toSsl: { cert } }), { instanceOf: UsageError, message: /given together/ })
  const memory = { ...systemEnvironment(), transport: new MemoryNetwork() }
  await t.throwsAsync(KafkaProxy.start({ to, toSsl: {} }, memory), { instanceOf: UsageError, message: /has no TLS/ })
})

test('`odradek proxy` speaks TLS to both sides, with files', async (t) => {
  const { broker, clients } = await start(t)
  const cwd = temporaryFolder(t, {
    'ca.pem': authority.cert,
    'proxy.pem': ofProxy.cert,
    'proxy.key': ofProxy.key,
    'other.key': ofClient.key,
    'not.pem': 'hello',
  })
  const abort = new AbortController()
  let announce = (_text: string) => {}
  const announced = new Promise<string>((resolve) => (announce = resolve))
  const to = ['proxy', '--to', broker.bootstrapServers, '--to-ca', 'ca.pem', '--json']
  const shown = ['--to-cert', 'proxy.pem', '--to-key', 'proxy.key']
  const certificate = ['--tls-cert', 'proxy.pem', '--tls-key', 'proxy.key']
  const onOutput = (text: string) => announce(text)
  const running = runInProcess([...to, ...shown, ...certificate], { cwd, interrupt: abort.signal, onOutput })
  const { bootstrapServers } = JSON.parse(await announced) as { bootstrapServers: string }
  await using producer = new Producer({ ...clients, bootstrapServers })
  t.is((await producer.send({ topic: 'orders', partition: 0, value: 'x' })).offset, 0n)
  await producer.close()
  abort.abort()
  t.like(await running, { exitCode: 0, stderr: '' })

  const wrong: [string[], number, RegExp][] = [
    [['--tls-cert', 'proxy.pem'], 2, /give --tls-cert and --tls-key together/],
    [
      ['--tls-cert', 'proxy.pem', '--tls-key', 'other.key'],
      1,
      /proxy\.pem and other\.key are no certificate with its key/,
    ],
    [['--tls-cert', 'none.pem', '--tls-key', 'proxy.key'], 1, /none\.pem cannot be read/],
    [['--tls-cert', 'not.pem', '--tls-key', 'proxy.key'], 1, /not\.pem is not in PEM/],
    [['--tls-client-ca', 'ca.pem'], 2, /needs --tls-cert and --tls-key/],
  ]
  for (const [flags, code, message] of wrong) {
    const { exitCode, stderr } = await runInProcess([...to, ...flags], { cwd })
    t.is(exitCode, code)
    t.regex(stderr, message)
  }
})
