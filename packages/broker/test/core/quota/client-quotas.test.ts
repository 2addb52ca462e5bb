import fc from 'fast-check'
import test from 'ava'
import { ClientQuotas } from '../../../src/core/quota/client-quotas.ts'
import { type QuotaEntity, QuotaStore } from '../../../src/core/quota/quota-store.ts'

const windows = { count: 11, windowMs: 1000 }
const key = 'producer_byte_rate'

/** Kafka's order, the one that goes first at the head. */
const precedence: readonly QuotaEntity[] = [
  { user: 'alice', 'client-id': 'shop' },
  { user: 'alice', 'client-id': null },
  { user: 'alice' },
  { user: null, 'client-id': 'shop' },
  { user: null, 'client-id': null },
  { user: null },
  { 'client-id': 'shop' },
  { 'client-id': null },
]

function quotasOf(entries: readonly (readonly [QuotaEntity, number])[]): ClientQuotas {
  const store = new QuotaStore()
  for (const [entity, value] of entries) store.apply({ type: 'quota-changed', entity, key, value })
  return new ClientQuotas(store, windows)
}

test('the wait is no longer than an answer can carry', (t) => {
  const quotas = quotasOf([[{ user: null }, 1e-6]])
  t.is(quotas.use({ user: 'alice', clientId: 'shop' }, key, 1_000_000, 0), 0x7fff_ffff)
})

test('of several quotas the one of Kafka’s order holds, whichever others there are', (t) => {
  fc.assert(
    fc.property(fc.subarray([...precedence.keys()], { minLength: 1 }), fc.nat(), (present, seed) => {
      const shuffled = [...present].sort((one, other) => ((one * 7 + seed) % 5) - ((other * 7 + seed) % 5))
      const quotas = quotasOf(shuffled.map((index) => [precedence[index]!, 1000 + index]))
      t.is(quotas.limitOf({ user: 'alice', clientId: 'shop' }, key), 1000 + Math.min(...present))
    }),
  )
})

test('quotas of others and other quotas do not hold', (t) => {
  const quotas = quotasOf([
    [{ user: 'bob' }, 1],
    [{ 'client-id': 'till' }, 1],
    [{ user: 'alice', 'client-id': 'till' }, 1],
  ])
  const alice = { user: 'alice', clientId: 'shop' }
  t.is(quotas.limitOf(alice, key), undefined)
  t.is(quotas.limitOf({ user: 'bob', clientId: 'shop' }, 'consumer_byte_rate'), undefined)
  t.is(quotas.use(alice, key, 1e9, 0), 0)
})

test('a client waits as long as Kafka says: until its rate over the windows is the quota again', (t) => {
  const quotas = quotasOf([[{ 'client-id': null }, 1000]])
  const shop = { user: 'alice', clientId: 'shop' }
  t.is(quotas.use(shop, key, 10_000, 0), 0)
  t.is(quotas.use(shop, key, 2000, 0), 2000)
  // (12,000 bytes in 10.5 s, less 1000 a second) / 1000 a second * 10.5 s.
  t.is(quotas.use(shop, key, 0, 500), 1500)
  // A span of ten windows does not grow while they fill: so Kafka has it wait again, until the burst is out of them.
  t.is(quotas.use(shop, key, 0, 2000), 2000)
  t.is(quotas.use(shop, key, 0, 11_500), 0)
})

test('a default quota is one for each client id, a user’s quota one for all its clients', (t) => {
  const perClient = quotasOf([[{ 'client-id': null }, 1000]])
  t.is(perClient.use({ user: 'u', clientId: 'a' }, key, 20_000, 0), 10_000)
  t.is(perClient.use({ user: 'u', clientId: 'b' }, key, 10_000, 0), 0)
  const perUser = quotasOf([[{ user: null }, 1000]])
  t.is(perUser.use({ user: 'u', clientId: 'a' }, key, 20_000, 0), 10_000)
  t.is(perUser.use({ user: 'u', clientId: 'b' }, key, 10_000, 0), 20_000)
  t.is(perUser.use({ user: 'v', clientId: 'b' }, key, 10_000, 0), 0)
})

test('a quota that is changed holds from the next request on', (t) => {
  const store = new QuotaStore()
  const entity = { user: 'alice' }
  const quotas = new ClientQuotas(store, windows)
  const alice = { user: 'alice', clientId: '' }
  t.is(quotas.mostAtOnce(alice, key), Infinity)
  store.apply({ type: 'quota-changed', entity, key, value: 1000 })
  t.is(quotas.mostAtOnce(alice, key), 10_000)
  t.is(quotas.use(alice, key, 20_000, 0), 10_000)
  store.apply({ type: 'quota-changed', entity, key, value: 4000 })
  t.is(quotas.use(alice, key, 0, 0), 0)
  store.apply({ type: 'quota-changed', entity, key, value: null })
  t.is(quotas.use(alice, key, 1e9, 0), 0)
})
