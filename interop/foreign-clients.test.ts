import test, { type ExecutionContext } from 'ava'
import { Broker } from 'odradek'

import { foreignClients, runScenario, type ForeignClient, type Scenario } from './foreign-clients.ts'

// Clients of other projects against our broker, each in its own process and language.

const COUNT = 500

interface Read {
  readonly read: readonly string[]
}

interface AdminFacts {
  readonly partitions: number
  readonly retentionMs: string
  readonly groupListed: boolean
  readonly endOffsets?: readonly number[]
  readonly topicDeleted: boolean
}

async function startBroker(t: ExecutionContext, ...topics: string[]): Promise<string> {
  const broker = await Broker.start({ partitions: 3, topics })
  t.teardown(() => broker.close())
  return broker.bootstrapServers
}

function expected(...prefixes: string[]): string[] {
  return prefixes.flatMap((prefix) => Array.from({ length: COUNT }, (_, i) => `key-${i % 17}=${prefix}-${i}`)).sort()
}

function each(scenario: Scenario, title: string, run: (t: ExecutionContext, client: ForeignClient) => Promise<void>) {
  for (const client of foreignClients.filter(({ scenarios }) => scenarios.includes(scenario))) {
    test.serial(`${client.name} ${title}`, (t) => run(t, client))
  }
}

each('roundTrip', 'writes in each of its codecs and reads in a group', async (t, client) => {
  const bootstrap = await startBroker(t, ...client.codecs.map((codec) => `t-${codec}`))
  for (const compression of client.codecs) {
    const config = { bootstrap, topic: `t-${compression}`, group: `g-${compression}`, count: COUNT, compression }
    const { read } = await runScenario<Read>(client, 'roundTrip', config)
    t.deepEqual([...read].sort(), expected('value'), compression)
  }
})

for (const scenario of ['rebalance', 'rebalanceConsumerProtocol'] as const) {
  const how =
    scenario === 'rebalance'
      ? 'shares a topic between two members, and one takes over from the other'
      : 'does so by KIP-848'
  each(scenario, how, async (t, client) => {
    const bootstrap = await startBroker(t, 't')
    const { read } = await runScenario<Read>(client, scenario, { bootstrap, topic: 't', group: 'g', count: COUNT })
    // What a member had not committed when it left comes again.
    t.deepEqual([...new Set(read)].sort(), expected('value'))
  })
}

each('roundTripConsumerProtocol', 'reads in a group of KIP-848', async (t, client) => {
  const bootstrap = await startBroker(t, 't')
  const config = { bootstrap, topic: 't', group: 'g', count: COUNT }
  const { read } = await runScenario<Read>(client, 'roundTripConsumerProtocol', config)
  t.deepEqual([...read].sort(), expected('value'))
})

each('shareGroup', 'reads in a share group of two members, and what one gives back comes again', async (t, client) => {
  const bootstrap = await startBroker(t, 't')
  const { read } = await runScenario<Read>(client, 'shareGroup', { bootstrap, topic: 't', group: 'g', count: COUNT })
  t.deepEqual([...read].sort(), expected('value'))
})

each('transactions', 'reads what its transactions committed, and not what one aborted', async (t, client) => {
  const bootstrap = await startBroker(t, 't')
  const config = { bootstrap, topic: 't', group: 'g', count: COUNT, transactionalId: 'tx' }
  const { read } = await runScenario<Read>(client, 'transactions', config)
  t.deepEqual([...read].sort(), expected('committed', 'last').sort())
})

each('admin', 'creates, grows, describes and deletes a topic, and lists groups', async (t, client) => {
  const bootstrap = await startBroker(t)
  const facts = await runScenario<AdminFacts>(client, 'admin', { bootstrap, topic: 'made', group: 'g' })
  t.is(facts.partitions, 4)
  t.is(facts.retentionMs, '3600000')
  t.true(facts.groupListed)
  if (facts.endOffsets !== undefined) t.deepEqual(facts.endOffsets, [0, 0, 0, 0])
  t.true(facts.topicDeleted)
})
