// What goes wrong between client and broker is told at once, by an error of its own, without a storm of connections and without a secret.
import { channel } from 'node:diagnostics_channel'
import { inspect } from 'node:util'

import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import { AuthenticationError, type AuthenticationReason } from '@odradek/protocol'
import { Producer, type ProducerOptions } from '@odradek/producer'
import { makeCertificate } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { CaptureProxy } from './capture-proxy.ts'
import { authority, brokerCertificate, clientOptions, startBroker } from './world.ts'

const SECRET = 'a-wrong-Secret+42'
const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
const token = (exp: number) => `${part({ alg: 'none' })}.${part({ sub: 'alice', iat: exp - 60, exp, jti: SECRET })}.`

interface Case {
  readonly reason: AuthenticationReason
  readonly message: RegExp
  readonly brokerProtocol: string
  readonly clientProtocol?: string
  readonly options?: () => Partial<ProducerOptions> | Promise<Partial<ProducerOptions>>
  readonly ssl?: () => Promise<object>
  readonly secret?: string
}

const password = { saslUsername: 'alice', saslPassword: SECRET }
const expired = token(Math.floor(Date.now() / 1000) - 5)

const cases: Readonly<Record<string, Case>> = {
  'a wrong password for PLAIN': {
    reason: 'credentials',
    message: /refuses the PLAIN credentials: Authentication failed: Invalid username or password/,
    brokerProtocol: 'SASL_SSL',
    options: () => ({ ...password, saslMechanism: 'PLAIN' }),
  },
  'a wrong password for SCRAM': {
    reason: 'credentials',
    message: /refuses the SCRAM-SHA-512 credentials: .*invalid credentials/,
    brokerProtocol: 'SASL_PLAINTEXT',
    options: () => ({ ...password, saslMechanism: 'SCRAM-SHA-512' }),
  },
  'an expired token': {
    reason: 'token-expired',
    message: /the access token expired at 20/,
    brokerProtocol: 'SASL_PLAINTEXT',
    options: () => ({ saslMechanism: 'OAUTHBEARER', saslOauthbearerToken: () => Promise.resolve(expired) }),
    secret: expired,
  },
  'a mechanism that the broker does not take': {
    reason: 'mechanism',
    message: /does not take the SASL mechanism AWS_MSK_IAM; it takes PLAIN, SCRAM-SHA-256/,
    brokerProtocol: 'SASL_PLAINTEXT',
    options: () => ({
      saslMechanism: 'AWS_MSK_IAM',
      saslAwsRegion: 'eu-west-1',
      saslAwsCredentials: { accessKeyId: 'AKID', secretAccessKey: SECRET },
    }),
  },
  'a certificate that nobody vouches for': {
    reason: 'untrusted-certificate',
    message: /is not trusted .*sslTruststoreCertificates/,
    brokerProtocol: 'SSL',
    options: async () => ({ sslTruststoreCertificates: (await makeCertificate({ name: 'another authority' })).cert }),
  },
  'a certificate for another host': {
    reason: 'wrong-host',
    message: /is for another host .*elsewhere\.example/,
    brokerProtocol: 'SSL',
    ssl: async () => makeCertificate({ name: 'broker', hosts: ['elsewhere.example'], ca: await authority }),
  },
  'a certificate that has expired': {
    reason: 'expired-certificate',
    message: /does not hold now \(CERT_HAS_EXPIRED\)/,
    brokerProtocol: 'SSL',
    ssl: async () => {
      const [from, to] = [new Date(Date.now() - 2e9), new Date(Date.now() - 1e9)]
      return makeCertificate({ name: 'broker', from, to, ca: await authority })
    },
  },
  'no certificate of the client where one is wanted': {
    reason: 'client-certificate',
    message: /refuses this client's certificate, or the lack of one/,
    brokerProtocol: 'SSL',
    ssl: async () => ({ ...(await brokerCertificate), ca: (await authority).cert, clientAuth: 'required' }),
  },
  'plaintext to a TLS port': {
    reason: 'expects-tls',
    message: /speaks TLS: set securityProtocol to SSL or SASL_SSL/,
    brokerProtocol: 'SSL',
    clientProtocol: 'PLAINTEXT',
  },
  'a password in plaintext to a TLS port': {
    reason: 'expects-tls',
    message: /speaks TLS: set securityProtocol to SSL or SASL_SSL/,
    brokerProtocol: 'SASL_SSL',
    clientProtocol: 'SASL_PLAINTEXT',
    options: () => ({ ...password, saslMechanism: 'PLAIN' }),
  },
  'TLS to a plaintext port': {
    reason: 'expects-plaintext',
    message: /does not speak TLS: set securityProtocol to PLAINTEXT or SASL_PLAINTEXT/,
    brokerProtocol: 'PLAINTEXT',
    clientProtocol: 'SSL',
  },
  'SASL to a port without': {
    reason: 'expects-no-sasl',
    message: /does not expect SASL: set securityProtocol to PLAINTEXT or SSL/,
    brokerProtocol: 'PLAINTEXT',
    clientProtocol: 'SASL_PLAINTEXT',
    options: () => ({ ...password, saslMechanism: 'PLAIN' }),
  },
  'no SASL to a port that wants it': {
    reason: 'expects-sasl',
    message: /expects SASL \(PLAIN, SCRAM-SHA-256, .*\): set securityProtocol to SASL_PLAINTEXT, saslMechanism/,
    brokerProtocol: 'SASL_PLAINTEXT',
    clientProtocol: 'PLAINTEXT',
  },
  'TLS without SASL to a port that wants both': {
    reason: 'expects-sasl',
    message: /expects SASL \(PLAIN, SCRAM-SHA-256, .*\): set securityProtocol to SASL_SSL, saslMechanism/,
    brokerProtocol: 'SASL_SSL',
    clientProtocol: 'SSL',
  },
  'a key store that is not there': {
    reason: 'configuration',
    message: /sslKeystoreLocation: the file \/nowhere\/client.pem cannot be read \(ENOENT\)/,
    brokerProtocol: 'SSL',
    options: () => ({ sslKeystoreLocation: '/nowhere/client.pem', sslKeystorePassword: SECRET }),
  },
}

/** Everything that a client says of itself while `work` runs: logs and events. */
async function overheard(work: (logger: Required<ProducerOptions>['logger']) => Promise<unknown>): Promise<string> {
  const said: unknown[] = []
  const note = (...args: unknown[]) => void said.push(args)
  const channels = ['retry', 'batch-failed', 'metadata', 'failed', 'error'].flatMap((type) =>
    ['producer', 'consumer'].map((client) => channel(`odradek:${client}:${type}`)),
  )
  for (const each of channels) each.subscribe(note)
  try {
    said.push(await work({ debug: note, info: note, warn: note, error: note }))
  } finally {
    for (const each of channels) each.unsubscribe(note)
  }
  return inspect(said, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null })
}

async function refusal(t: ExecutionContext, { reason, message }: Case, promise: Promise<unknown>): Promise<unknown> {
  const startedMs = performance.now()
  const error = await t.throwsAsync(promise, { instanceOf: AuthenticationError })
  t.is(error?.reason, reason)
  t.regex(error!.message, message)
  t.false(error!.retriable)
  // Within a second, where nothing else runs; machines that test are busy.
  const tookMs = performance.now() - startedMs
  t.log(`${reason}: told after ${Math.round(tookMs)} ms`)
  t.true(tookMs < 15_000)
  return [error, String(error), JSON.stringify(error), error!.stack]
}

for (const [name, what] of Object.entries(cases)) {
  test(`${name}: producer and consumer say so, and nothing of what is secret`, async (t) => {
    const ssl = await what.ssl?.()
    await using broker = await startBroker(what.brokerProtocol, ssl === undefined ? {} : { ssl: ssl as never })
    await using proxy = await CaptureProxy.start(broker.port)
    const options = {
      ...(await clientOptions(broker, what.clientProtocol ?? what.brokerProtocol)),
      ...(await what.options?.()),
      bootstrapServers: `localhost:${proxy.port}`,
    } as ProducerOptions & ConsumerOptions
    const heard = await overheard(async (logger) => {
      await using producer = new Producer({ ...options, logger })
      const sent = await refusal(t, what, producer.send({ topic: 'orders', value: 'v' }))
      const { logger: _, ...common } = { ...options, logger }
      await using consumer = new Consumer({ ...common, groupId: 'g', topics: ['orders'] })
      const read = await refusal(t, what, consumer[Symbol.asyncIterator]().next())
      return [sent, read, producer, consumer, producer.metrics(), consumer.metrics()]
    })
    const { secret = SECRET } = what
    t.false(heard.includes(secret), 'a log, an event or an error tells the secret')
    t.false(heard.includes(Buffer.from(secret).toString('base64').replace(/=+$/, '')))
    // Each client tried once or twice, and where the port was in doubt looked once more: no storm.
    t.true(proxy.connections <= 8, `${proxy.connections} connections`)
    const isClear = options.saslMechanism === 'PLAIN' && what.brokerProtocol === 'SASL_PLAINTEXT'
    if (!isClear && what.reason !== 'token-expired') t.false(proxy.saw(secret), 'the secret went by in clear')
  })
}

test('a producer that was refused is let in once the credentials are right', async (t) => {
  await using broker = await startBroker('SASL_PLAINTEXT')
  let secret = SECRET
  await using producer = new Producer({
    ...(await clientOptions(broker, 'SASL_PLAINTEXT')),
    saslMechanism: 'SCRAM-SHA-256',
    saslCredentials: () => ({ username: 'alice', password: secret }),
    reconnectBackoffMaxMs: 50,
  })
  await t.throwsAsync(producer.send({ topic: 'orders', value: 'v' }), { instanceOf: AuthenticationError })
  secret = 'alice-secret'
  for (;;) {
    try {
      t.is((await producer.send({ topic: 'orders', value: 'v' })).offset, 0n)
      return
    } catch (error) {
      if (!AuthenticationError.is(error)) throw error
      // Refused for as long as the back-off lasts.
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
})

for (const [protocol, mechanism, isClear] of [
  ['SASL_SSL', 'PLAIN', false],
  ['SASL_SSL', 'OAUTHBEARER', false],
  ['SASL_PLAINTEXT', 'SCRAM-SHA-256', false],
  ['SASL_PLAINTEXT', 'SCRAM-SHA-512', false],
  ['SASL_PLAINTEXT', 'PLAIN', true],
] as const) {
  test(`what goes over the wire with ${mechanism} on ${protocol} ${isClear ? 'has' : 'has not'} the secret in it`, async (t) => {
    const address = { advertisedHost: 'localhost' }
    const fresh = token(Math.floor(Date.now() / 1000) + 3600)
    await using broker = await startBroker(protocol, address)
    await using proxy = await CaptureProxy.start(broker.port)
    await using producer = new Producer({
      ...(await clientOptions(broker, protocol)),
      bootstrapServers: `localhost:${proxy.port}`,
      // Whatever the broker calls itself, all connections go through the proxy.
      socketFactory: async () => {
        const { connect } = await import('node:net')
        const socket = connect({ host: '127.0.0.1', port: proxy.port })
        return new Promise((resolve, reject) => socket.once('connect', () => resolve(socket)).once('error', reject))
      },
      saslMechanism: mechanism,
      saslUsername: 'alice',
      saslPassword: 'alice-secret',
      saslOauthbearerToken: fresh,
    })
    await producer.send({ topic: 'orders', value: 'v' })
    t.true(proxy.connections > 1 && proxy.bytes.length > 500)
    t.is(proxy.saw('alice-secret') || proxy.saw(fresh), isClear)
  })
}
