// Makes topics, and says when a cluster can be written to again: by requests of its own, so that no verdict rests on the client under test.
import { systemEnvironment } from '@odradek/network'
import { NetworkClient, networkOptionTable, resolveOptions } from '@odradek/network/internal'
import { ErrorCode, errorName, KafkaError } from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { metadataApi } from '@odradek/protocol/apis/metadata'

/** Every topic has three replicas, of which two must be in sync. */
export const MIN_IN_SYNC = 2
const REPLICAS = 3
export const POLL_MS = 20

/** Runs something with a client that tries again soon, whatever happens to the cluster. */
export async function withClient<T>(bootstrapServers: string, work: (client: NetworkClient) => Promise<T>): Promise<T> {
  const options = { bootstrapServers, requestTimeoutMs: 2000, reconnectBackoffMaxMs: 50, retryBackoffMaxMs: 100 }
  const client = new NetworkClient(resolveOptions('soak', networkOptionTable, options) as never, systemEnvironment())
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Creates a topic with three replicas, and waits until all its partitions can be written to. */
export async function createTopic(
  bootstrapServers: string,
  name: string,
  numPartitions: number,
  configs: Readonly<Record<string, string>> = {},
): Promise<void> {
  await withClient(bootstrapServers, async (client) => {
    const all = { 'min.insync.replicas': `${MIN_IN_SYNC}`, ...configs }
    const topic = {
      name,
      numPartitions,
      replicationFactor: REPLICAS,
      configs: Object.entries(all).map(([key, value]) => ({ name: key, value })),
    }
    for (;;) {
      const { topics } = await client.send('any', createTopicsApi, { topics: [topic], timeoutMs: 10_000 })
      const { errorCode, errorMessage } = topics[0]!
      if (errorCode === ErrorCode.NONE || errorCode === ErrorCode.TOPIC_ALREADY_EXISTS) return
      // Nodes that have just started are not all there yet.
      const passes = [ErrorCode.INVALID_REPLICATION_FACTOR, ErrorCode.NOT_CONTROLLER, ErrorCode.REQUEST_TIMED_OUT]
      if (!passes.some((code) => code === errorCode))
        throw new Error(`topic ${name}: ${errorName(errorCode)} ${errorMessage ?? ''}`)
      await pause(100)
    }
  })
  await whenWritable(bootstrapServers, name)
}

/** Resolves when each partition has a leader and enough replicas in sync; with the time, in milliseconds since 1970. */
export function whenWritable(bootstrapServers: string, topic: string): Promise<number> {
  return whenInSync(bootstrapServers, topic, MIN_IN_SYNC)
}

/** Resolves when all replicas of each partition are in sync. */
export function whenWhole(bootstrapServers: string, topic: string): Promise<number> {
  return whenInSync(bootstrapServers, topic, REPLICAS)
}

async function whenInSync(bootstrapServers: string, topic: string, inSync: number): Promise<number> {
  return withClient(bootstrapServers, async (client) => {
    for (;;) {
      try {
        const answer = await client.send('any', metadataApi, { topics: [{ name: topic }] })
        const partitions = answer.topics[0]?.partitions ?? []
        const isWritable = partitions.every(({ leaderId, isrNodes }) => leaderId >= 0 && isrNodes.length >= inSync)
        if (partitions.length > 0 && isWritable) return Date.now()
      } catch (error) {
        if (!KafkaError.is(error)) throw error
      }
      await pause(POLL_MS)
    }
  })
}
