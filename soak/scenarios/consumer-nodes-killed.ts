import { setTimeout as pause } from 'node:timers/promises'

import { NumberedGroup } from '../numbered-group.ts'
import { prefill } from '../prefill.ts'
import type { Scenario, SoakOutcome, SoakWorld } from '../scenario.ts'
import { createTopic, whenWhole } from '../topic-access.ts'
import { judgeConsumer } from './judge-consumer.ts'

const PARTITIONS = 6
/** A node is started again after three seconds. The next one dies seven later, once the cluster is whole again: it takes up to nine to miss one. */
const DOWN_MS = 3000
const UP_MS = 7000
const VALUE_SIZE = 100

const how =
  'One node after the other is killed with `kill -9` and started again 3 s later, every 10 s (later where the cluster needs longer to be whole again), while a group of three reads up to 12,000 records a second'

/** See its summary. */
export const consumerNodesKilled: Scenario = {
  name: 'consumer-nodes-killed',
  client: 'consumer',
  summary: `${how}, and one member is killed, too: each record is handled, and again only what came after the last commit (classic protocol, cooperative).`,
  records: 1_000_000,
  run: (world) => run(world, 'soak-consumed', { partitionAssignmentStrategy: ['cooperative-sticky'] }),
}

/** See its summary. */
export const consumerNodesKilledKip848: Scenario = {
  ...consumerNodesKilled,
  name: 'consumer-nodes-killed-kip848',
  summary: `The same by the group protocol of KIP-848.`,
  run: (world) => run(world, 'soak-consumed-848', { groupProtocol: 'consumer' }),
}

async function run(world: SoakWorld, topic: string, options: object): Promise<SoakOutcome> {
  const { cluster, records, random, note } = world
  await createTopic(cluster.bootstrapServers, topic, PARTITIONS)
  await prefill(world, topic, VALUE_SIZE)
  await using group = await NumberedGroup.make(world, { topic, partitions: PARTITIONS, perSecond: 4000, options })
  for (let members = 0; members < 3; members++) await group.add()
  let isOver = false
  const handled = group.untilAllHandled(records).finally(() => (isOver = true))
  handled.catch(() => undefined)
  const killing = (async () => {
    for (let kills = 1; !isOver; kills++) {
      await Promise.race([pause(kills === 1 ? DOWN_MS : UP_MS), handled])
      if (isOver) break
      await whenWhole(cluster.bootstrapServers, topic)
      const nodeId = cluster.nodeIds[Math.floor(random() * cluster.nodeIds.length)]!
      note(`node ${nodeId} is killed (${kills})`)
      await cluster.kill(nodeId)
      await pause(DOWN_MS)
      await cluster.restart(nodeId)
      if (kills !== 3) continue
      note('a member is killed, and another one joins')
      group.kill()
      await group.add()
    }
  })()
  await Promise.all([handled, killing])
  // Without await the group would be gone before it is judged.
  return await judgeConsumer(group, records)
}
