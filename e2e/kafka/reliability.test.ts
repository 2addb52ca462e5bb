// A short piece of the soak (see soak/README.md): three nodes of a real Kafka, of which one is killed under load.
import { seededRandom } from '@odradek/network'
import test from 'ava'

import { startKafkaCluster } from '../../soak/clusters/kafka-cluster.ts'
import { producerNodesKilled } from '../../soak/scenarios/producer-nodes-killed.ts'

test('a node is killed under load and comes back: nothing lost, nothing doubled, nothing reordered, nothing fails', async (t) => {
  await using cluster = await startKafkaCluster(undefined, () => undefined)
  const kills: string[] = []
  const { figures, failures } = await producerNodesKilled.run({
    cluster,
    records: 80_000,
    random: seededRandom(1),
    progress: () => undefined,
    note: (line) => kills.push(line),
  })
  t.log(figures)
  t.deepEqual(failures, [])
  t.true(kills.length > 0)
})
