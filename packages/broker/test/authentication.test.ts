import { nodeTcp, type Address } from '@odradek/network'
import { ErrorCode } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { saslAuthenticateApi } from '@odradek/protocol/apis/sasl-authenticate'
import { saslHandshakeApi } from '@odradek/protocol/apis/sasl-handshake'
import { createAclsApi } from '@odradek/protocol/apis/create-acls'
import test from 'ava'
import { Broker, type BrokerOptions } from '../src/index.ts'
import { authenticationMoves, type AuthenticationState } from '../src/core/security/sasl/authentication-state.ts'
import { batchOf } from './core/batches.ts'
import { RawClient } from './raw-client.ts'

const encoder = new TextEncoder()
const sasl = { mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'OAUTHBEARER'] }
const secured: BrokerOptions = {
  sasl,
  users: { alice: 'secret', admin: 'x' },
  connectionFailedAuthenticationDelayMs: 1,
}

async function connect(broker: Broker): Promise<RawClient> {
  const { host, port } = broker
  const client = new RawClient(nodeTcp, { host, port } satisfies Address)
  await client.opened
  return client
}

function plain(user: string, password: string): Uint8Array {
  return encoder.encode(`\0${user}\0${password}`)
}

async function login(broker: Broker, user = 'alice', password = 'secret') {
  const client = await connect(broker)
  await client.ask(saslHandshakeApi, 1, { mechanism: 'PLAIN' })
  const answer = await client.ask(saslAuthenticateApi, 2, { authBytes: plain(user, password) })
  return { client, answer }
}

test('a client that authenticates is served; before, it may ask for versions only', async (t) => {
  await using broker = await Broker.start({ ...secured, topics: ['t'] })
  const stranger = await connect(broker)
  const versions = await stranger.ask(apiVersionsApi, 3, { clientSoftwareName: 'a', clientSoftwareVersion: '1' })
  t.is(versions.errorCode, 0)
  await t.throwsAsync(stranger.ask(metadataApi, 9, { topics: null }), { message: /closed/ })
  const { client, answer } = await login(broker)
  t.is(answer.errorCode, 0)
  t.is((await client.ask(metadataApi, 9, { topics: null })).topics.length, 1)
  client.close()
})

test('a wrong password and an unknown user are told the same, then the connection is closed', async (t) => {
  await using broker = await Broker.start(secured)
  for (const [user, password] of [
    ['alice', 'wrong'],
    ['nobody', 'secret'],
    ['constructor', 'secret'],
  ] as const) {
    const { client, answer } = await login(broker, user, password)
    t.is(answer.errorCode, ErrorCode.SASL_AUTHENTICATION_FAILED)
    t.is(answer.errorMessage, 'Authentication failed: Invalid username or password')
    await client.closed
  }
})

test('a mechanism that is not spoken is refused with those that are', async (t) => {
  await using broker = await Broker.start(secured)
  const client = await connect(broker)
  const { errorCode, mechanisms } = await client.ask(saslHandshakeApi, 1, { mechanism: 'GSSAPI' })
  t.is(errorCode, ErrorCode.UNSUPPORTED_SASL_MECHANISM)
  t.deepEqual(mechanisms, sasl.mechanisms)
  await client.closed
})

test('after SaslHandshake 0 tokens come bare', async (t) => {
  await using broker = await Broker.start(secured)
  const client = await connect(broker)
  await client.ask(saslHandshakeApi, 0, { mechanism: 'PLAIN' })
  const token = plain('alice', 'secret')
  client.write(new Uint8Array([0, 0, 0, token.length, ...token]))
  t.is((await client.frame())!.length, 0)
  t.is((await client.ask(metadataApi, 9, { topics: [] })).brokers.length, 1)
  client.close()
})

test('garbage and long frames before authentication close the connection, and the broker serves on', async (t) => {
  await using broker = await Broker.start(secured)
  for (const bytes of [
    [0, 0, 0, 4, 255, 255, 255, 255],
    [0x7f, 0xff, 0xff, 0xff],
    [0, 0x10, 0, 0, 1, 2, 3],
    [0xff, 0xff, 0xff, 0xff],
  ]) {
    const client = await connect(broker)
    client.write(new Uint8Array(bytes))
    await client.closed
  }
  const { client, answer } = await login(broker)
  t.is(answer.errorCode, 0)
  client.close()
})

test('ACLs decide what a user may see and write; what is denied is denied to the end', async (t) => {
  const allow = { principal: 'User:alice', resourceType: 'topic' } as const
  await using broker = await Broker.start({
    ...secured,
    authorizer: true,
    superUsers: ['User:admin'],
    topics: ['open-1', 'open-secret', 'closed'],
    acls: [
      { ...allow, resourceName: 'open-', patternType: 'prefixed', operation: 'write' },
      { ...allow, resourceName: 'open-secret', operation: 'write', permission: 'deny' },
    ],
  })
  const { client } = await login(broker)
  const records = batchOf(['a'])
  const topicData = ['open-1', 'open-secret', 'closed'].map((name) => ({
    name,
    partitionData: [{ index: 0, records }],
  }))
  const { responses } = await client.ask(produceApi, 9, { acks: 1, topicData })
  const codes = new Map(responses.map(({ name, partitionResponses }) => [name, partitionResponses[0]!.errorCode]))
  t.deepEqual(
    [...codes],
    [
      ['open-1', 0],
      ['open-secret', ErrorCode.TOPIC_AUTHORIZATION_FAILED],
      ['closed', ErrorCode.TOPIC_AUTHORIZATION_FAILED],
    ],
  )
  const seen = await client.ask(metadataApi, 9, { topics: null })
  // To be denied writing is not to be denied looking.
  t.deepEqual(seen.topics.map(({ name }) => name).sort(), ['open-1', 'open-secret'])
  const acl = {
    resourceType: 2,
    resourceName: 'closed',
    principal: 'User:alice',
    host: '*',
    operation: 4,
    permissionType: 3,
  }
  const refused = await client.ask(createAclsApi, 3, { creations: [acl] })
  t.is(refused.results[0]!.errorCode, ErrorCode.CLUSTER_AUTHORIZATION_FAILED)
  const { client: admin } = await login(broker, 'admin', 'x')
  t.is((await admin.ask(createAclsApi, 3, { creations: [acl] })).results[0]!.errorCode, 0)
  const again = await client.ask(produceApi, 9, { acks: 1, topicData: [topicData[2]!] })
  t.is(again.responses[0]!.partitionResponses[0]!.errorCode, 0)
  client.close()
  admin.close()
})

test('connections from one address are limited', async (t) => {
  await using broker = await Broker.start({ maxConnectionsPerIp: 1 })
  const first = await connect(broker)
  const second = await connect(broker)
  await second.closed
  t.is((await first.ask(metadataApi, 9, { topics: [] })).brokers.length, 1)
  first.close()
})

test('no authentication leaves the state failed', (t) => {
  const states = Object.keys(authenticationMoves) as AuthenticationState[]
  for (const state of states) {
    for (const next of authenticationMoves[state]) t.true(states.includes(next), `${state} -> ${next}`)
  }
  t.deepEqual(authenticationMoves.failed, [])
})
