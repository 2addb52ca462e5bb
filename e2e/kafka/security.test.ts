// TLS and SASL with Apache Kafka itself.
import { once } from 'node:events'
import { connect } from 'node:net'

import { Consumer } from '@odradek/consumer'
import { Producer, type ProducerOptions } from '@odradek/producer'
import {
  NetworkClient,
  networkOptionTable,
  type NetworkOptions,
  resolveOptions,
  systemEnvironment,
} from '@odradek/network/internal'
import { AuthenticationError, type AuthenticationReason } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { makeCertificate } from '@odradek/test-kit'
import { type Cluster, startCluster } from '@odradek/test-cluster'
import test from 'ava'

import { CaptureProxy } from '../security/capture-proxy.ts'

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] as const
const alice = { saslUsername: 'alice', saslPassword: 'alice-secret' }
/** Sessions are begun again when 5 % of their time are left at the least: that has to outlast a stall of a busy machine. */
const REAUTH_MS = 5000
let kafka: Cluster

test.before(async () => {
  kafka = await startCluster({
    version: '4.3.1',
    tls: true,
    sasl: mechanisms,
    listeners: { mtls: { tls: true, clientAuth: 'required' }, open: { sasl: mechanisms } },
    properties: { 'connections.max.reauth.ms': String(REAUTH_MS) },
  })
})

test.after.always(() => kafka?.stop())

type Options = Partial<ProducerOptions>

const trusting = (): Options => ({ sslTruststoreLocation: kafka.security.certificates!.authorityFile })
const secure = (): Options => ({
  bootstrapServers: kafka.bootstrapServers,
  securityProtocol: 'SASL_SSL',
  ...trusting(),
})
const open = (): Options => ({ bootstrapServers: kafka.bootstrapServersOf('open'), securityProtocol: 'SASL_PLAINTEXT' })
const mtls = (): Options => ({
  bootstrapServers: kafka.bootstrapServersOf('mtls'),
  securityProtocol: 'SSL',
  ...trusting(),
})

async function roundTrip(options: Options, topic: string): Promise<string> {
  const all = options as ProducerOptions
  await using producer = new Producer(all)
  await producer.send({ topic, value: 'hello' })
  await using consumer = new Consumer({ ...all, groupId: topic, topics: [topic], autoOffsetReset: 'earliest' })
  for await (const record of consumer) return new TextDecoder().decode(record.value!)
  return ''
}

for (const mechanism of mechanisms) {
  test(`${mechanism}: a record goes out and comes back, with TLS and without`, async (t) => {
    const token = () => Promise.resolve(kafka.security.tokens.unsecured({ subject: 'alice' }))
    const who = { ...alice, saslMechanism: mechanism, saslOauthbearerToken: token }
    t.is(await roundTrip({ ...secure(), ...who }, `tls-${mechanism}`), 'hello')
    t.is(await roundTrip({ ...open(), ...who }, `open-${mechanism}`), 'hello')
  })
}

test('a client certificate: a record goes out and comes back', async (t) => {
  const { key, certificate } = kafka.security.certificates!.client
  t.is(await roundTrip({ ...mtls(), sslKeystoreKey: key, sslKeystoreCertificateChain: certificate }, 'mtls'), 'hello')
})

test('sessions end, and are begun again on the same connection while records flow', async (t) => {
  const topic = 'sessions'
  let shown = 0
  await using producer = new Producer({
    ...(open() as ProducerOptions),
    saslMechanism: 'SCRAM-SHA-256',
    saslCredentials: () => {
      shown++
      return { username: 'alice', password: 'alice-secret' }
    },
  })
  await producer.send({ topic, value: 'first' })
  const retries = () => producer.metrics().find(({ name }) => name === 'record-retry-total')?.value ?? 0
  // The topic is made by the first record, whose leader may have to be waited for.
  const [atFirst, retriesAtFirst] = [shown, retries()]
  let sent = 1n
  while (shown < atFirst + 2) {
    t.is((await producer.send({ topic, partition: 0, value: 'next' })).partition, 0)
    sent++
  }
  // The broker cuts off who does not authenticate again in time; nobody was.
  t.is(retries(), retriesAtFirst)
  t.true(sent > 2n)
})

const refusals: Readonly<Record<string, [AuthenticationReason, () => Options | Promise<Options>]>> = {
  'a wrong password for PLAIN': ['credentials', () => ({ ...secure(), ...wrong, saslMechanism: 'PLAIN' })],
  'a wrong password for SCRAM': ['credentials', () => ({ ...open(), ...wrong, saslMechanism: 'SCRAM-SHA-512' })],
  'an expired token': [
    'token-expired',
    () => {
      const saslOauthbearerToken = kafka.security.tokens.unsecured({ subject: 'alice', expiresInSeconds: -60 })
      return { ...open(), saslMechanism: 'OAUTHBEARER', saslOauthbearerToken }
    },
  ],
  'a mechanism that it does not take': [
    'mechanism',
    () => ({ ...open(), saslMechanism: { name: 'GSSAPI', authenticate: async function* () {} } }),
  ],
  'a certificate that nobody vouches for': [
    'untrusted-certificate',
    async () => {
      const { cert } = await makeCertificate({ name: 'another authority' })
      return { ...mtls(), sslTruststoreLocation: undefined as never, sslTruststoreCertificates: cert }
    },
  ],
  'a certificate for another host': ['wrong-host', () => ({ ...mtls(), sslServerName: 'elsewhere.example' })],
  'no certificate of the client': ['client-certificate', () => mtls()],
  'plaintext to a TLS port': ['expects-tls', () => ({ ...mtls(), securityProtocol: 'PLAINTEXT' })],
  'TLS to a plaintext port': ['expects-plaintext', () => ({ ...open(), ...trusting(), securityProtocol: 'SSL' })],
  'no SASL to a port that wants it': ['expects-sasl', () => ({ ...open(), securityProtocol: 'PLAINTEXT' })],
  'SASL to a port without': [
    'expects-no-sasl',
    () => ({ ...open(), ...alice, saslMechanism: 'PLAIN', bootstrapServers: kafka.internalServers }),
  ],
}
const wrong = { saslUsername: 'alice', saslPassword: 'not-the-secret' }

for (const [name, [reason, options]] of Object.entries(refusals)) {
  test(`${name} is told at once, by its own error`, async (t) => {
    await using producer = new Producer((await options()) as ProducerOptions)
    const startedMs = performance.now()
    const error = await t.throwsAsync(producer.send({ topic: 'refused', value: 'v' }), {
      instanceOf: AuthenticationError,
    })
    const tookMs = performance.now() - startedMs
    t.log(`${Math.round(tookMs)} ms: ${error?.message}`)
    // Within a second, where nothing else runs; machines that test are busy.
    t.true(tookMs < 15_000)
    t.is(error?.reason, reason)
    t.false(error!.message.includes('not-the-secret'))
  })
}

test('no password and no token goes over the wire in clear, where TLS or SCRAM is there to hide it', async (t) => {
  const token = kafka.security.tokens.unsecured({ subject: 'alice' })
  for (const mechanism of mechanisms) {
    const base = mechanism.startsWith('SCRAM') ? open() : secure()
    const [host, port] = (base.bootstrapServers as string).split(':')
    await using proxy = await CaptureProxy.start(Number(port), host)
    await using producer = new Producer({
      ...(base as ProducerOptions),
      ...alice,
      saslMechanism: mechanism,
      saslOauthbearerToken: token,
      socketFactory: async () => {
        const socket = connect({ host: '127.0.0.1', port: proxy.port })
        await once(socket, 'connect')
        return socket
      },
    })
    await producer.send({ topic: `captured-${mechanism}`, value: 'v' })
    t.true(proxy.bytes.length > 500)
    t.false(proxy.saw('alice-secret') || proxy.saw(token), mechanism)
  }
})

test('Kafka 0.10.2.2 takes tokens without headers, and says nothing of a wrong password but that it closes', async (t) => {
  await using old = await startCluster({ version: '0.10.2.2', sasl: ['PLAIN', 'SCRAM-SHA-256'] })
  const options = { bootstrapServers: old.bootstrapServers, securityProtocol: 'SASL_PLAINTEXT' as const, ...alice }
  const ask = async (more: Options) => {
    const config = resolveOptions('Client', networkOptionTable, { ...options, ...more } as NetworkOptions)
    const client = new NetworkClient(config, systemEnvironment())
    try {
      return await client.send('any', metadataApi, { topics: [] })
    } finally {
      await client.close()
    }
  }
  t.is((await ask({ saslMechanism: 'SCRAM-SHA-256' })).brokers.length, 1)
  t.is((await ask({ saslMechanism: 'PLAIN' })).brokers.length, 1)
  const error = await t.throwsAsync(ask({ ...wrong, saslMechanism: 'PLAIN' }), { instanceOf: AuthenticationError })
  t.regex(error!.message, /closed the connection on the PLAIN credentials/)
})
