import { startCluster } from '@odradek/test-cluster'

import type { SoakCluster } from './soak-cluster.ts'

/** Starts three nodes of Apache Kafka, each broker and controller. */
export async function startKafkaCluster(
  version: string | undefined,
  onProgress: (text: string) => void,
): Promise<SoakCluster> {
  const cluster = await startCluster({
    ...(version === undefined ? {} : { version }),
    brokers: 3,
    onProgress,
    properties: { 'auto.create.topics.enable': 'false', 'group.initial.rebalance.delay.ms': '0' },
  })
  const nodeIds = cluster.nodes.map(({ nodeId }) => nodeId)
  return {
    name: `Apache Kafka ${cluster.version}, 3 nodes`,
    bootstrapServers: cluster.bootstrapServers,
    nodeIds,
    kill: (nodeId) => cluster.kill(nodeId),
    // It may be asked for while others are down: it is ready when the cluster is, which whoever waits for that finds out.
    restart: (nodeId) => cluster.restart(nodeId, { untilReady: false }),
    freezeAll: async () => nodeIds.forEach((nodeId) => cluster.freeze(nodeId)),
    thawAll: async () => nodeIds.forEach((nodeId) => cluster.thaw(nodeId)),
    async runTool(tool, args) {
      const { stdout } = await cluster.runTool(tool, args)
      return stdout
    },
    [Symbol.asyncDispose]: () => cluster.stop(),
  }
}
