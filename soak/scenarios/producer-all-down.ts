import { setTimeout as pause } from 'node:timers/promises'

import { NumberedRun } from '../numbered-run.ts'
import type { Scenario } from '../scenario.ts'
import { createProbeTopic, whenTakesWrites } from '../probe-writes.ts'
import { createTopic } from '../topic-access.ts'
import { judgeProducer } from './judge-producer.ts'
import { whenAckedAfter } from './when-acked.ts'

const TOPIC = 'soak-down'
const DOWN_MS = 20_000

/** See its summary. */
export const producerAllDown: Scenario = {
  name: 'producer-all-down',
  client: 'producer',
  summary:
    'All nodes are killed, and started again after 20 s, while 5,000 records are sent a second: none fails, and the producer is back within a second of the cluster.',
  records: 300_000,
  async run(world) {
    const { cluster, records, note } = world
    const { bootstrapServers, nodeIds } = cluster
    await createTopic(bootstrapServers, TOPIC, 6)
    await createProbeTopic(bootstrapServers)
    const run = await NumberedRun.start(world, {
      options: { bootstrapServers },
      topic: TOPIC,
      records,
      perSecond: 5000,
      maxUnsettled: 200_000,
      recordsPerCall: 1,
    })
    const ended = run.end()
    ended.catch(() => undefined)
    await run.until(({ acked }) => acked >= records / 10)
    note('all nodes are killed')
    await Promise.all(nodeIds.map((nodeId) => cluster.kill(nodeId)))
    await pause(DOWN_MS)
    const restartedMs = Date.now()
    const restarts = Promise.all(nodeIds.map((nodeId) => cluster.restart(nodeId)))
    restarts.catch(() => undefined)
    const ackedMs = whenAckedAfter(run, restartedMs)
    const writableMs = await whenTakesWrites(bootstrapServers)
    note(`the cluster can be written to again, ${writableMs - restartedMs} ms after the nodes were started`)
    await restarts
    const backAfterMs = Math.max(0, (await ackedMs) - writableMs)
    return judgeProducer(bootstrapServers, TOPIC, await ended, { noneFails: true, backAfterMs })
  },
}
