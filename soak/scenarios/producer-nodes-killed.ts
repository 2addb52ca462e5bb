import { setTimeout as pause } from 'node:timers/promises'

import { NumberedRun } from '../numbered-run.ts'
import type { Scenario } from '../scenario.ts'
import { createTopic } from '../topic-access.ts'
import { judgeProducer } from './judge-producer.ts'

const TOPIC = 'soak-killed'
/** A node dies every eight seconds, and is started again after three. */
const DOWN_MS = 3000
const UP_MS = 5000

/** See its summary. */
export const producerNodesKilled: Scenario = {
  name: 'producer-nodes-killed',
  client: 'producer',
  summary:
    'One node after the other is killed with `kill -9` and started again 3 s later, every 8 s, while 10,000 records are sent a second.',
  records: 1_000_000,
  async run(world) {
    const { cluster, records, random, note } = world
    const { bootstrapServers, nodeIds } = cluster
    await createTopic(bootstrapServers, TOPIC, 6)
    const run = await NumberedRun.start(world, {
      options: { bootstrapServers },
      topic: TOPIC,
      records,
      perSecond: 10_000,
      maxUnsettled: 200_000,
      recordsPerCall: 1,
    })
    let isOver = false
    const ended = run.end().finally(() => (isOver = true))
    ended.catch(() => undefined)
    await run.until(({ acked }) => acked > 0)
    for (let kills = 0; !isOver; kills++) {
      await Promise.race([pause(UP_MS), ended])
      if (isOver) break
      const nodeId = nodeIds[Math.floor(random() * nodeIds.length)]!
      note(`node ${nodeId} is killed (${kills + 1})`)
      await cluster.kill(nodeId)
      await pause(DOWN_MS)
      await cluster.restart(nodeId)
    }
    return judgeProducer(bootstrapServers, TOPIC, await ended, { noneFails: true })
  },
}
