import { setTimeout as pause } from 'node:timers/promises'

import { NumberedGroup } from '../numbered-group.ts'
import { prefill } from '../prefill.ts'
import type { Scenario } from '../scenario.ts'
import { createTopic, whenWritable } from '../topic-access.ts'
import { judgeConsumer } from './judge-consumer.ts'

const TOPIC = 'soak-consumed-down'
const PARTITIONS = 6
const DOWN_MS = 20_000
const VALUE_SIZE = 100

/** See its summary. */
export const consumerAllDown: Scenario = {
  name: 'consumer-all-down',
  client: 'consumer',
  summary:
    'All nodes are killed, and started again after 20 s, while a group of three reads: it goes on by itself within 10 s of the cluster.',
  records: 600_000,
  async run(world) {
    const { cluster, records, note } = world
    const { bootstrapServers, nodeIds } = cluster
    await createTopic(bootstrapServers, TOPIC, PARTITIONS)
    await prefill(world, TOPIC, VALUE_SIZE)
    // So slow that there is work left, and so fast that nothing is left in the buffers when the nodes come back.
    const perSecond = records / 90
    await using group = await NumberedGroup.make(world, {
      topic: TOPIC,
      partitions: PARTITIONS,
      perSecond,
      options: { maxPartitionFetchBytes: 100_000 },
    })
    for (let members = 0; members < 3; members++) await group.add()
    await group.until((deliveries) => deliveries > records / 5)
    note('all nodes are killed')
    await Promise.all(nodeIds.map((nodeId) => cluster.kill(nodeId)))
    await pause(DOWN_MS)
    const restartedMs = Date.now() - group.epochMs
    await Promise.all(nodeIds.map((nodeId) => cluster.restart(nodeId)))
    const writableMs = (await whenWritable(bootstrapServers, TOPIC)) - group.epochMs
    note(`the cluster can be written to again, ${writableMs - restartedMs} ms after the nodes were started`)
    await group.untilAllHandled(records)
    const firstMs = (await group.entries()).find(({ atMs }) => atMs > restartedMs)?.atMs ?? Infinity
    // Without await the group would be gone before it is judged.
    return await judgeConsumer(group, records, { backAfterMs: Math.max(0, firstMs - writableMs) })
  },
}
