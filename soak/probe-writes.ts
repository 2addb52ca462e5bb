// Says when a cluster takes writes again: by writing something itself, through the connections and the protocol alone.
import type { NetworkClient } from '@odradek/network/internal'
import { ErrorCode, KafkaError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { RecordBatchBuilder } from '@odradek/records'

import { createTopic, pause, POLL_MS, withClient } from './topic-access.ts'

/** A topic of its own, so that what is tried out is not mistaken for a record. */
const PROBE_TOPIC = 'soak-probe'

/** Has `whenTakesWrites` find what it needs. Call it while the cluster is well. */
export async function createProbeTopic(bootstrapServers: string): Promise<void> {
  await createTopic(bootstrapServers, PROBE_TOPIC, 3)
}

/**
 * Resolves when every leader has written something, and enough replicas have it: then the cluster takes writes. Gives the time, in milliseconds
 * since 1970. What metadata says would not do: after a freeze it is from before.
 */
export async function whenTakesWrites(bootstrapServers: string): Promise<number> {
  return withClient(bootstrapServers, async (client) => {
    const builder = new RecordBatchBuilder({ initialCapacity: 128 })
    builder.append(Date.now(), null, 'probe', undefined)
    const records = builder.build()
    await Promise.all([0, 1, 2].map((partition) => untilWritten(client, partition, records)))
    return Date.now()
  })
}

async function untilWritten(client: NetworkClient, partition: number, records: Uint8Array): Promise<void> {
  for (;;) {
    try {
      const metadata = await client.send('any', metadataApi, { topics: [{ name: PROBE_TOPIC }] })
      // With each answer the client learns where the brokers are.
      client.metadata.setTopics([PROBE_TOPIC], 0)
      const leader = metadata.topics[0]?.partitions.find((each) => each.partitionIndex === partition)?.leaderId ?? -1
      if (leader >= 0 && client.metadata.current.brokers.has(leader)) {
        const request = {
          acks: -1,
          timeoutMs: 1000,
          topicData: [{ name: PROBE_TOPIC, partitionData: [{ index: partition, records }] }],
        }
        const answer = await client.send({ nodeId: leader, channel: 'default' }, produceApi, request, {
          maxVersion: 12,
        })
        if (answer.responses[0]?.partitionResponses[0]?.errorCode === ErrorCode.NONE) return
      }
    } catch (error) {
      if (!KafkaError.is(error)) throw error
    }
    await pause(POLL_MS)
  }
}
