// Producer and consumer on a broker that wants TLS or SASL: every mechanism does what it is for.
import test from 'ava'

import { clientCertificate, clientOptions, roundTrip, startBroker } from './world.ts'

const now = () => Math.floor(Date.now() / 1000)
const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
const unsecured = (sub: string, exp = now() + 3600) => `${part({ alg: 'none' })}.${part({ sub, iat: now(), exp })}.`

const ways = {
  PLAIN: { saslMechanism: 'PLAIN', saslUsername: 'alice', saslPassword: 'alice-secret' },
  'SCRAM-SHA-256': { saslMechanism: 'SCRAM-SHA-256', saslUsername: 'alice', saslPassword: 'alice-secret' },
  'SCRAM-SHA-512 by a function': {
    saslMechanism: 'SCRAM-SHA-512',
    saslCredentials: () => Promise.resolve({ username: 'alice', password: 'alice-secret' }),
  },
  'PLAIN by JAAS': {
    saslMechanism: 'PLAIN',
    saslJaasConfig:
      'org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="alice-secret";',
  },
  'OAUTHBEARER by a function': {
    saslMechanism: 'OAUTHBEARER',
    saslOauthbearerToken: () => Promise.resolve(unsecured('alice')),
  },
  'OAUTHBEARER by JAAS': {
    saslMechanism: 'OAUTHBEARER',
    saslJaasConfig:
      'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="alice";',
  },
}

for (const protocol of ['SASL_PLAINTEXT', 'SASL_SSL']) {
  for (const [name, options] of Object.entries(ways)) {
    test(`${protocol}, ${name}: a record goes out and comes back`, async (t) => {
      await using broker = await startBroker(protocol)
      const client = { ...(await clientOptions(broker, protocol)), ...options }
      t.is(await roundTrip(client, { ...client, groupId: 'g' }), 'hello')
    })
  }
}

test('SSL: a record goes out and comes back', async (t) => {
  await using broker = await startBroker('SSL')
  const client = await clientOptions(broker, 'SSL')
  t.is(await roundTrip(client, { ...client, groupId: 'g' }), 'hello')
})

test('SSL with a certificate of the client: the broker knows it by its name', async (t) => {
  const { key, cert } = await clientCertificate('alice')
  const ca = (await clientOptions({ port: 1 } as never, 'SSL')).sslTruststoreCertificates!
  const { brokerCertificate } = await import('./world.ts')
  await using broker = await startBroker('SSL', {
    ssl: { ...(await brokerCertificate), ca, clientAuth: 'required' },
    authorizer: true,
    superUsers: ['User:CN=alice'],
  })
  const client = {
    ...(await clientOptions(broker, 'SSL')),
    sslKeystoreKey: key,
    sslKeystoreCertificateChain: () => Promise.resolve(cert),
  }
  t.is(await roundTrip(client, { ...client, groupId: 'g' }), 'hello')
})
