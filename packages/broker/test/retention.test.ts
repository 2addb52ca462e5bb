import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { produceApi } from '@odradek/protocol/apis/produce'
import test from 'ava'
import { simulate, type Simulation } from '../src/testing.ts'
import { batchOf } from './core/batches.ts'
import { RawClient } from './raw-client.ts'

function clientOf({ broker, network }: Simulation): RawClient {
  return new RawClient(network, { host: broker.host, port: broker.port })
}

async function produce(client: RawClient, topic: string, timestamp: number): Promise<void> {
  const records = batchOf(['a', 'b'].map((key) => ({ key, value: 'v', timestamp })))
  const topicData = [{ name: topic, partitionData: [{ index: 0, records }] }]
  await client.ask(produceApi, 9, { acks: -1, timeoutMs: 1_000, topicData })
}

async function offset(client: RawClient, topic: string, timestamp: bigint): Promise<bigint> {
  const topics = [{ name: topic, partitions: [{ partitionIndex: 0, timestamp }] }]
  const { topics: found } = await client.ask(listOffsetsApi, 7, { replicaId: -1, topics })
  return found[0]!.partitions[0]!.offset
}

test('seven simulated days after they were written records are gone, unless the topic keeps them', async (t) => {
  const kept = { name: 'kept', configs: { 'retention.ms': '-1' } }
  await using simulation = await simulate({ topics: ['t', kept], connectionsMaxIdleMs: -1 })
  const client = clientOf(simulation)
  for (const topic of ['t', 'kept']) await simulation.run(produce(client, topic, simulation.clock.wallClockMs()))
  await simulation.advance(604_800_000)
  t.is(await simulation.run(offset(client, 't', -2n)), 0n)
  await simulation.advance(300_001)
  t.is(await simulation.run(offset(client, 't', -2n)), 2n)
  t.is(await simulation.run(offset(client, 't', -1n)), 2n)
  t.is(await simulation.run(offset(client, 'kept', -2n)), 0n)
  client.close()
})
