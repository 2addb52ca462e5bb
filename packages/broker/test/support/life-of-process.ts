// A process whose program ends while a broker runs in it; the first argument says how. Clients are at the broker then, and things wait for their time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeTcp } from '@odradek/network'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import selfsigned from 'selfsigned'
import { Broker, type BrokerOptions } from '../../src/index.ts'
import { brokerForTests } from '../../src/testing.ts'
import { RawClient } from '../raw-client.ts'

const [how] = process.argv.slice(2)

async function optionsOf(): Promise<BrokerOptions> {
  if (how === 'open') return { topics: ['t'] }
  if (how !== 'for-tests-tls') return { topics: ['t'], dataDir: folder() }
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }])
  return { listeners: [{ name: 'PLAINTEXT' }, { name: 'SSL', protocol: 'SSL', ssl: { key, cert } }] }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'odradek-life-'))
  process.on('exit', () => rmSync(path, { recursive: true }))
  return path
}

const options = await optionsOf()
const broker = await (how!.startsWith('for-tests') ? brokerForTests(options) : Broker.start(options))
const client = new RawClient(nodeTcp, { host: '127.0.0.1', port: broker.port })
await client.ask(findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
const member = { groupId: 'g', memberId: 'm', memberEpoch: 0, rebalanceTimeoutMs: 60_000, topicPartitions: [] }
await client.ask(consumerGroupHeartbeatApi, 1, { ...member, subscribedTopicNames: ['t'] })
client.close()
if (how === 'closed') await broker.close()
process.stdout.write(`${broker.port}\n`)
