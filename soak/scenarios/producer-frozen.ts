import { setTimeout as pause } from 'node:timers/promises'

import { NumberedRun } from '../numbered-run.ts'
import type { Scenario } from '../scenario.ts'
import { createProbeTopic, whenTakesWrites } from '../probe-writes.ts'
import { createTopic } from '../topic-access.ts'
import { judgeProducer } from './judge-producer.ts'
import { whenAckedAfter } from './when-acked.ts'

/** All nodes stop answering for a while, at full speed. */
function frozen(seconds: number): Scenario {
  const topic = `soak-frozen-${seconds}`
  return {
    name: `producer-frozen-${seconds}s`,
    client: 'producer',
    summary: `All nodes are frozen (SIGSTOP) for ${seconds} s while records are sent as fast as bufferMemory takes them: every send settles, memory stays below 200 MiB, and the producer is back within a second of the cluster.`,
    records: 2_000_000,
    async run(world) {
      const { cluster, records, note } = world
      const { bootstrapServers } = cluster
      await createTopic(bootstrapServers, topic, 6)
      await createProbeTopic(bootstrapServers)
      const run = await NumberedRun.start(world, {
        options: { bootstrapServers },
        topic,
        records,
        perSecond: 0,
        // More than bufferMemory holds: that is the bound.
        maxUnsettled: 300_000,
        recordsPerCall: 1000,
      })
      const ended = run.end()
      ended.catch(() => undefined)
      await run.until(({ acked }) => acked >= records / 10)
      note(`all nodes are frozen for ${seconds} s`)
      await cluster.freezeAll()
      await pause(seconds * 1000)
      await cluster.thawAll()
      const thawedMs = Date.now()
      const ackedMs = whenAckedAfter(run, thawedMs)
      const writableMs = await whenTakesWrites(bootstrapServers)
      note(`the cluster can be written to again, ${writableMs - thawedMs} ms after it was thawed`)
      const backAfterMs = Math.max(0, (await ackedMs) - writableMs)
      // Records that wait for memory fail after maxBlockMs, which is a minute.
      return judgeProducer(bootstrapServers, topic, await ended, {
        noneFails: seconds < 60,
        backAfterMs,
        maxRssMiB: 200,
      })
    },
  }
}

export const producerFrozen30 = frozen(30)
export const producerFrozen60 = frozen(60)
