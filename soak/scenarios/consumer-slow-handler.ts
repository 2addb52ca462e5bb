import { setTimeout as pause } from 'node:timers/promises'

import { NumberedGroup } from '../numbered-group.ts'
import { prefill } from '../prefill.ts'
import type { Scenario } from '../scenario.ts'
import { createTopic } from '../topic-access.ts'

const TOPIC = 'soak-backlog'
const PARTITIONS = 12
const VALUE_SIZE = 2000
const READS_FOR_MS = 60_000
const MOST_RSS_MIB = 200

/** See its summary. */
export const consumerSlowHandler: Scenario = {
  name: 'consumer-slow-handler',
  client: 'consumer',
  summary: `A handler that takes 20 ms for a record, before a backlog of 2 KB records in 12 partitions, for a minute: what is fetched ahead stays within fetchMaxBytes, and the process below ${MOST_RSS_MIB} MiB.`,
  records: 1_000_000,
  async run(world) {
    const { cluster, records } = world
    await createTopic(cluster.bootstrapServers, TOPIC, PARTITIONS)
    await prefill(world, TOPIC, VALUE_SIZE)
    await using group = await NumberedGroup.make(world, { topic: TOPIC, partitions: PARTITIONS, perSecond: 50 })
    await group.add()
    await group.until((deliveries) => deliveries > 0)
    await pause(READS_FOR_MS)
    const { peakRssMiB } = group
    await group.close()
    const handled = (await group.entries()).length
    const failures = [...group.errors]
    if (peakRssMiB > MOST_RSS_MIB) failures.push(`it took ${peakRssMiB} MiB`)
    if (handled < READS_FOR_MS / 40) failures.push(`only ${handled} records were handled`)
    return {
      figures: {
        'backlog (MB)': Math.round((records * VALUE_SIZE) / 1e6),
        handled,
        'peak RSS (MiB)': peakRssMiB,
      },
      failures,
    }
  },
}
