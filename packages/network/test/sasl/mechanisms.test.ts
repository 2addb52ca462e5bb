import { createHmac } from 'node:crypto'

import { awsMskIamToken, type GssContext, gssapiMechanism, type SaslContext } from '@odradek/network'
import { AuthenticationError } from '@odradek/protocol'
import test from 'ava'

import { awsMskIamMechanism } from '../../src/sasl/aws-msk-iam.ts'
import { oauthbearerMechanism } from '../../src/sasl/oauthbearer.ts'
import { redacted } from '../../src/sasl/redacted.ts'

const context = (host = 'broker-1'): SaslContext => ({
  host,
  port: 9098,
  signal: new AbortController().signal,
  wallClockMs: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  keepSecret: () => {},
})
const text = (bytes: Uint8Array | void) => Buffer.from(bytes!).toString('utf8')
const nothing = new Uint8Array(0)
const credentials = { accessKeyId: 'AKID', secretAccessKey: 'very secret', sessionToken: 'session' }

test('AWS_MSK_IAM sends a signed request for the region in the name of the broker, and wants it confirmed', async (t) => {
  const mechanism = awsMskIamMechanism({ credentials: () => Promise.resolve(credentials) })
  const exchange = mechanism.authenticate(context('b-1.demo.abc.c2.kafka.eu-west-1.amazonaws.com'))
  const payload = JSON.parse(text((await exchange.next(nothing)).value)) as Record<string, string>
  t.like(payload, {
    version: '2020_10_22',
    host: 'b-1.demo.abc.c2.kafka.eu-west-1.amazonaws.com',
    action: 'kafka-cluster:Connect',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': 'AKID/20260102/eu-west-1/kafka-cluster/aws4_request',
    'x-amz-date': '20260102T030405Z',
    'x-amz-security-token': 'session',
    'x-amz-signedheaders': 'host',
    'x-amz-expires': '900',
  })
  t.regex(payload['x-amz-signature']!, /^[0-9a-f]{64}$/)
  t.false(JSON.stringify(payload).includes('very secret'))
  t.true((await exchange.next(new TextEncoder().encode('{"version":"2020_10_22"}'))).done)
})

test('AWS_MSK_IAM without credentials or region says what to do', async (t) => {
  const none = awsMskIamMechanism({ credentials: { accessKeyId: '', secretAccessKey: '' } })
  await t.throwsAsync(none.authenticate(context()).next(nothing), { message: /set AWS_ACCESS_KEY_ID/ })
  const nowhere = awsMskIamMechanism({ credentials, region: '' })
  await t.throwsAsync(nowhere.authenticate(context()).next(nothing), { message: /give the option saslAwsRegion/ })
})

test('the token for OAUTHBEARER is the signed URL in base64url', async (t) => {
  const nowMs = Date.UTC(2026, 0, 2)
  const { value, expiresAtMs } = await awsMskIamToken({ region: 'us-east-1', credentials }, () => nowMs)()
  const url = new URL(Buffer.from(value, 'base64url').toString('utf8'))
  t.is(url.host, 'kafka.us-east-1.amazonaws.com')
  t.is(url.searchParams.get('Action'), 'kafka-cluster:Connect')
  t.is(url.searchParams.get('X-Amz-Date'), '20260102T000000Z')
  t.is(expiresAtMs, nowMs + 900_000)
})

/** An acceptor that wants two rounds, and wraps by an HMAC in front: what GSS-API does, as far as SASL sees it. */
class TestGss implements GssContext {
  isComplete = false
  #rounds = 0
  step(token: Uint8Array) {
    if (this.#rounds++ === 0) return Buffer.from('initial')
    if (text(token) !== 'challenge') throw new Error('not what the acceptor says')
    this.isComplete = true
    return undefined
  }
  wrap = (data: Uint8Array) => Buffer.concat([createHmac('sha256', 'k').update(data).digest(), data])
  unwrap = (token: Uint8Array) => Buffer.from(token).subarray(32)
}

test('GSSAPI goes through the rounds of its context and declines a security layer', async (t) => {
  const gss = new TestGss()
  const services: string[] = []
  const initiate = (service: string) => (services.push(service), gss)
  const exchange = gssapiMechanism({ initiate, authorizationId: 'alice' }).authenticate(context())
  t.is(text((await exchange.next(nothing)).value), 'initial')
  t.is(text((await exchange.next(Buffer.from('challenge'))).value), '')
  const answer = await exchange.next(gss.wrap(new Uint8Array([7, 0, 255, 255])))
  t.deepEqual([...gss.unwrap(answer.value!)], [1, 0, 0, 0, ...Buffer.from('alice')])
  t.true((await exchange.next(nothing)).done)
  t.deepEqual(services, ['kafka@broker-1'])
})

test('GSSAPI ends where a security layer is a must', async (t) => {
  const gss = new TestGss()
  const exchange = gssapiMechanism({ initiate: () => gss }).authenticate(context())
  await exchange.next(nothing)
  await exchange.next(Buffer.from('challenge'))
  await t.throwsAsync(exchange.next(gss.wrap(new Uint8Array([6, 0, 255, 255]))), { instanceOf: AuthenticationError })
})

test('OAUTHBEARER sends token and extensions, and refuses what cannot be either', async (t) => {
  const token = { value: 'abc.def', extensions: { logicalCluster: 'lkc-1' } }
  const exchange = oauthbearerMechanism(() => token).authenticate(context())
  t.is(text((await exchange.next(nothing)).value), 'n,,\x01auth=Bearer abc.def\x01logicalCluster=lkc-1\x01\x01')
  for (const bad of ['a b', 'a\x01auth=Bearer b', '', { value: 'a', extensions: { auth: 'x' } }]) {
    const refused = oauthbearerMechanism(bad).authenticate(context()).next(nothing)
    await t.throwsAsync(refused, { instanceOf: AuthenticationError })
  }
})

test('a secret that a broker sends back is cut out, and so is what could forge a line of a log', (t) => {
  t.is(redacted('wrong: s3cr3t\nINFO all is well', ['s3cr3t', '']), 'wrong: [secret] INFO all is well')
})
