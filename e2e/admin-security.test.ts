// ACLs, SCRAM users and quotas by the admin client, on the reference broker.
import { type AclBinding, Admin } from '@odradek/admin'
import { Broker } from '@odradek/broker'
import { AuthorizationError, BrokerError, UsageError } from '@odradek/protocol'
import test from 'ava'
import { inspect } from 'node:util'

import { AdminWorld } from './admin-world.ts'

const read: AclBinding = {
  resourceType: 'TOPIC',
  resourceName: 'orders',
  principal: 'User:alice',
  operation: 'READ',
}
const prefixed: AclBinding = {
  resourceType: 'GROUP',
  resourceName: 'billing-',
  patternType: 'PREFIXED',
  principal: 'User:alice',
  host: '10.0.0.1',
  operation: 'ALL',
  permissionType: 'DENY',
}

test('ACLs are created, found and deleted', async (t) => {
  const world = await AdminWorld.make(t, { authorizer: true, superUsers: ['User:ANONYMOUS'] })
  const { admin } = world
  await world.until(admin.createAcls([read, prefixed]))
  const all = await world.until(admin.describeAcls())
  t.is(all.length, 2)
  t.deepEqual(await world.until(admin.describeAcls({ resourceType: 'TOPIC' })), [
    { ...read, patternType: 'LITERAL', host: '*', permissionType: 'ALLOW' },
  ])
  const matching = await world.until(
    admin.describeAcls({ resourceType: 'GROUP', resourceName: 'billing-eu', patternType: 'MATCH' }),
  )
  t.deepEqual(matching, [prefixed])
  const results = await world.until(admin.deleteAcls([{ operation: 'READ' }, { principal: 'User:nobody' }]).settled())
  t.is(results[0]!.value!.acls.length, 1)
  t.deepEqual(results[1]!.value!.acls, [])
  t.is((await world.until(admin.describeAcls())).length, 1)
  await t.throwsAsync(world.until(admin.createAcls([{ ...read, operation: 'SING' as never }])), {
    instanceOf: UsageError,
    message: /SING.*READ, WRITE/,
  })
})

test('without an authorizer there are no ACLs; without rights each item tells what it lacks', async (t) => {
  const open = await AdminWorld.make(t)
  await t.throwsAsync(open.until(open.admin.describeAcls()), { instanceOf: BrokerError, message: /SECURITY_DISABLED/ })
  const shut = await AdminWorld.make(t, { authorizer: true, topics: ['orders'] })
  const { admin } = shut
  const error = await t.throwsAsync(shut.until(admin.deleteTopics(['orders'])))
  t.true(AuthorizationError.is(error) || BrokerError.is(error))
  const refused = await t.throwsAsync(shut.until(admin.createAcls([read])), { instanceOf: AuthorizationError })
  t.regex(refused.message, /CLUSTER_AUTHORIZATION_FAILED/)
  t.deepEqual(await shut.until(admin.listTopics()), [])
})

const scramListener = { port: 0, sasl: { mechanisms: ['SCRAM-SHA-256', 'SCRAM-SHA-512'] }, users: { root: 'rooted' } }

test('SCRAM users are made and deleted; no password is told', async (t) => {
  const told: unknown[] = []
  const write = (...message: unknown[]) => void told.push(message)
  const world = await AdminWorld.make(t)
  const admin = world.makeAdmin(t, { logger: { debug: write, info: write, warn: write, error: write } })
  await world.until(
    admin.alterUserScramCredentials([
      { user: 'alice', mechanism: 'SCRAM-SHA-256', password: 'wonder-land' },
      { user: 'bob', mechanism: 'SCRAM-SHA-512', password: 'wonder-land', iterations: 8192 },
    ]),
  )
  t.deepEqual(await world.until(admin.describeUserScramCredentials()), [
    { user: 'alice', credentials: [{ mechanism: 'SCRAM-SHA-256', iterations: 4096 }] },
    { user: 'bob', credentials: [{ mechanism: 'SCRAM-SHA-512', iterations: 8192 }] },
  ])
  const call = admin.alterUserScramCredentials([
    { user: 'alice', mechanism: 'SCRAM-SHA-256' },
    { user: 'carol', mechanism: 'SCRAM-SHA-256' },
  ])
  const results = await world.until(call.settled())
  t.is(results[0]!.error, undefined)
  t.is((results[1]!.error as BrokerError).errorName, 'RESOURCE_NOT_FOUND')
  const failed = await t.throwsAsync(
    world.until(
      admin.alterUserScramCredentials([
        { user: '', mechanism: 'SCRAM-SHA-256', password: 'wonder-land' },
        { user: 'dave', mechanism: 'SCRAM-SHA-256', password: 'wonder-land' },
      ]),
    ),
  )
  await t.throwsAsync(world.until(admin.describeUserScramCredentials({ users: ['bob', 'nobody'] })), {
    message: /RESOURCE_NOT_FOUND/,
  })
  const everything = inspect([failed, told, results], { depth: 20 })
  t.regex(everything, /dave/)
  t.false(everything.includes('wonder-land'))
  for (const wrong of [{ password: '' }, { password: 'x', iterations: 100 }, { mechanism: 'PLAIN', password: 'x' }])
    await t.throwsAsync(
      world.until(admin.alterUserScramCredentials([{ user: 'a', mechanism: 'SCRAM-SHA-256', ...wrong } as never])),
      { instanceOf: UsageError },
    )
})

test('a user that was made can log in', async (t) => {
  await using broker = await Broker.start(scramListener)
  const login = {
    bootstrapServers: broker.bootstrapServers,
    securityProtocol: 'SASL_PLAINTEXT',
    saslMechanism: 'SCRAM-SHA-256',
  } as const
  await using root = new Admin({ ...login, saslUsername: 'root', saslPassword: 'rooted' })
  await root.alterUserScramCredentials([{ user: 'alice', mechanism: 'SCRAM-SHA-256', password: 'wonder-land' }])
  await using alice = new Admin({ ...login, saslUsername: 'alice', saslPassword: 'wonder-land' })
  t.deepEqual(await alice.listTopics(), [])
  await using thief = new Admin({ ...login, saslUsername: 'alice', saslPassword: 'guess' })
  await t.throwsAsync(thief.listTopics(), { code: 'AUTHENTICATION_FAILED' })
})

test('quotas are set, found by filters and taken away', async (t) => {
  const world = await AdminWorld.make(t)
  const { admin } = world
  await world.until(
    admin.alterClientQuotas([
      { entity: { user: 'alice' }, quotas: { producer_byte_rate: 1000, consumer_byte_rate: 2000 } },
      { entity: { user: null, 'client-id': 'reader' }, quotas: { request_percentage: 50 } },
    ]),
  )
  t.deepEqual(await world.until(admin.describeClientQuotas({ user: 'alice' })), [
    { entity: { user: 'alice' }, quotas: { consumer_byte_rate: 2000, producer_byte_rate: 1000 } },
  ])
  t.is((await world.until(admin.describeClientQuotas())).length, 2)
  t.deepEqual(await world.until(admin.describeClientQuotas({ user: { match: 'any' } }, { strict: true })), [
    { entity: { user: 'alice' }, quotas: { consumer_byte_rate: 2000, producer_byte_rate: 1000 } },
  ])
  t.is((await world.until(admin.describeClientQuotas({ user: null }))).length, 1)
  await world.until(
    admin.alterClientQuotas([{ entity: { user: 'alice' }, quotas: { producer_byte_rate: 1 } }], { validateOnly: true }),
  )
  await world.until(admin.alterClientQuotas([{ entity: { user: 'alice' }, quotas: { producer_byte_rate: null } }]))
  t.deepEqual((await world.until(admin.describeClientQuotas({ user: 'alice' })))[0]!.quotas, {
    consumer_byte_rate: 2000,
  })
  const refused = await world.until(
    admin.alterClientQuotas([{ entity: { user: 'alice' }, quotas: { no_such_quota: 1 } }]).settled(),
  )
  t.regex(refused[0]!.error!.message, /INVALID_REQUEST.*user alice/)
})

test('delegation tokens are refused where the broker has none', async (t) => {
  const world = await AdminWorld.make(t)
  const { admin } = world
  const message = /DELEGATION_TOKEN_REQUEST_NOT_ALLOWED/
  await t.throwsAsync(world.until(admin.createDelegationToken({ renewers: ['User:bob'] })), { message })
  await t.throwsAsync(world.until(admin.describeDelegationToken({ owners: ['User:alice'] })), { message })
  await t.throwsAsync(world.until(admin.renewDelegationToken(new Uint8Array(32))), { message })
  await t.throwsAsync(world.until(admin.expireDelegationToken(new Uint8Array(32))), { message })
  await t.throwsAsync(world.until(admin.createDelegationToken({ owner: 'alice' })), {
    instanceOf: UsageError,
    message: /User:alice/,
  })
})
