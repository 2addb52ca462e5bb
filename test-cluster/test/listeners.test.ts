import test from 'ava'
import type { ClusterOptions } from '../src/cluster-options.ts'
import { planListeners } from '../src/listeners.ts'
import { findVersion } from '../src/versions.ts'

const plan = (version: string, options: ClusterOptions) => {
  const { internal, client, listeners } = planListeners(findVersion(version), options)
  return { internal, client, listeners: listeners.map(({ name, protocol }) => `${name} ${protocol}`) }
}

test('nothing asked for: one listener for all', (t) => {
  for (const version of ['0.8.2.2', '2.8.2', '4.3.1']) {
    t.deepEqual(plan(version, {}), { internal: 'PLAINTEXT', client: 'PLAINTEXT', listeners: ['PLAINTEXT PLAINTEXT'] })
  }
})

test('a secured listener is for clients, and brokers keep one of their own', (t) => {
  t.deepEqual(plan('4.3.1', { tls: true, sasl: ['PLAIN'] }), {
    internal: 'INTERNAL',
    client: 'CLIENT',
    listeners: ['INTERNAL PLAINTEXT', 'CLIENT SASL_SSL'],
  })
})

test('further listeners come beside a plain one for clients', (t) => {
  const listeners = {
    scram: { sasl: ['SCRAM-SHA-512'] as const },
    mtls: { tls: true, clientAuth: 'required' as const },
  }
  t.deepEqual(plan('3.9.1', { listeners }), {
    internal: 'INTERNAL',
    client: 'INTERNAL',
    listeners: ['INTERNAL PLAINTEXT', 'SCRAM SASL_PLAINTEXT', 'MTLS SSL'],
  })
})

test('before 0.10.2 a listener is named by its protocol, and there is one of each', (t) => {
  t.deepEqual(plan('0.10.0.1', { sasl: ['PLAIN'], listeners: { tls: { tls: true } } }), {
    internal: 'PLAINTEXT',
    client: 'SASL_PLAINTEXT',
    listeners: ['PLAINTEXT PLAINTEXT', 'SASL_PLAINTEXT SASL_PLAINTEXT', 'SSL SSL'],
  })
  const two = { a: { tls: true }, b: { tls: true } }
  t.throws(() => plan('0.10.0.1', { listeners: two }), { code: 'not-in-version', message: /0\.10\.2/ })
})

const lacking: [what: string, version: string, options: ClusterOptions, since: RegExp][] = [
  ['TLS', '0.8.2.2', { tls: true }, /0\.9/],
  ['PLAIN', '0.9.0.1', { sasl: ['PLAIN'] }, /0\.10/],
  ['SCRAM', '0.10.0.1', { sasl: ['SCRAM-SHA-256'] }, /0\.10\.2/],
  ['OAUTHBEARER', '1.1.1', { sasl: ['OAUTHBEARER'] }, /2\.0/],
  ['signed tokens', '2.8.2', { sasl: ['OAUTHBEARER'], tokens: 'signed' }, /3\.1/],
]
for (const [what, version, options, since] of lacking) {
  test(`${what} is refused where the version lacks it, with the one that has it`, (t) => {
    const { message } = t.throws(() => plan(version, options), { code: 'not-in-version' })
    t.regex(message, since)
  })
}

const senseless: [what: string, options: ClusterOptions, message: RegExp][] = [
  ['a client’s certificate without TLS', { clientAuth: 'required' }, /tls: true/],
  ['a mechanism that is none', { sasl: ['KERBEROS' as 'PLAIN'] }, /There are PLAIN, SCRAM-SHA-256/],
  ['a name that Kafka needs', { listeners: { controller: {} } }, /cannot be the name/],
  ['a name with a dash', { listeners: { 'my-own': {} } }, /cannot be the name/],
  ['ACLs where nobody says who they are', { acls: true, tls: true }, /add `sasl`, or `tls` with `clientAuth`/],
]
for (const [what, options, message] of senseless) {
  test(`${what} is refused`, (t) => {
    t.throws(() => plan('4.3.1', options), { code: 'bad-option', message })
  })
}
