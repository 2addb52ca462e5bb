import { rmSync } from 'node:fs'

import test from 'ava'

import { type AttemptResult, foreignClients, type Login, runScenario } from './foreign-clients.ts'
import { startSecuredBroker } from './secured-broker.ts'

// Clients of other projects against a broker with TLS, SASL and ACLs: each finds every way in that it knows, and no other.

const COUNT = 20
const topics = [...Array.from({ length: 10 }, (_, i) => `open-${i}`), 'open-group', 'open-secret', 'closed']
const expected = Array.from({ length: COUNT }, (_, i) => `key-${i % 17}=value-${i}`).sort()

for (const client of foreignClients.filter(({ scenarios }) => scenarios.includes('attempts'))) {
  test.serial(`${client.name} gets in by TLS and SASL where it may, and does what ACLs let it`, async (t) => {
    const { broker, folder, logins, intruders } = await startSecuredBroker({ topics })
    t.teardown(async () => {
      await broker.close()
      rmSync(folder, { recursive: true })
    })
    const known = ({ name }: Login) => client.loginsUnknown?.includes(name) !== true
    const attempt = (login: Login, topic: string, group: string, name = login.name) => ({
      ...login,
      name,
      topic,
      group,
      count: COUNT,
    })
    const alice = logins.find(({ name }) => name === 'SCRAM-SHA-256 over SASL_SSL')!
    const open = logins.filter(known).map((login, i) => attempt(login, `open-${i}`, `open-${i}`))
    const closed = intruders.filter(known).map((login) => attempt(login, 'open-0', 'open-0'))
    const denied = [
      attempt(alice, 'open-secret', 'open', 'a topic that is denied'),
      attempt(alice, 'closed', 'open', 'a topic that is not allowed'),
      attempt(alice, 'open-group', 'closed', 'a group that is not allowed'),
    ]
    const attempts = [...open, ...closed, ...denied]
    const results = await runScenario<Record<string, AttemptResult>>(client, 'attempts', { bootstrap: '', attempts })
    for (const { name } of open) {
      const result = results[name]!
      t.deepEqual('read' in result ? [...result.read].sort() : result, expected, name)
    }
    const reason = (name: string) => String((results[name] as { error?: string }).error)
    // The same client with the right certificate, password or token got in: it is those that are refused.
    for (const { name } of closed) t.true('error' in results[name]!, name)
    for (const { name } of denied.slice(0, 2)) t.regex(reason(name), /topic.?authori[sz]ation/i, name)
    // kafkajs says that it finds no coordinator, whatever FindCoordinator was answered.
    t.regex(reason(denied[2]!.name), /group.?(authori[sz]ation|coordinator)/i)
  })
}
