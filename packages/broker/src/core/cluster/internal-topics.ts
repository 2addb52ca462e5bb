// Kafka's own topics, in which coordinators keep what they know. A group or a transactional id belongs to one partition of its topic,
// and who leads that partition coordinates it.
import type { BrokerState } from '../broker-state.ts'
import { planTopic } from '../topics/topic-creation.ts'
import type { Topic } from '../topics/topic-store.ts'
import type { TopicCreated } from './cluster-record.ts'
import { coordinatorPartition } from './coordinator-partition.ts'

/** The name of a topic of Kafka's own that has coordinators. */
export type CoordinatorTopic = '__consumer_offsets' | '__transaction_state' | '__share_group_state'

/** The topic where it exists, or what creates it, as Kafka's AutoTopicCreationManager does; undefined where it cannot be created. */
export function coordinatorTopic(state: BrokerState, name: CoordinatorTopic): Topic | TopicCreated | undefined {
  const topic = state.topics.byName(name)
  if (topic !== undefined) return topic
  const plan = planTopic(state, { name, assignments: [], ...settingsOf(state, name) })
  return 'type' in plan ? plan : undefined
}

/** Whether this broker coordinates the group or transactional id now. */
export function isCoordinator(state: BrokerState, name: CoordinatorTopic, id: string): boolean {
  const topic = state.topics.byName(name)
  if (topic === undefined) return false
  return topic.partitions[coordinatorPartition(id, topic.partitions.length)]!.leader === state.config.nodeId
}

function settingsOf(state: BrokerState, name: CoordinatorTopic) {
  const { config, cluster } = state
  const most = cluster.brokers.all().length
  const common = { 'cleanup.policy': 'compact', 'segment.bytes': '104857600' }
  const minInsyncReplicas = String(Math.min(2, most))
  switch (name) {
    case '__consumer_offsets':
      return {
        numPartitions: config.offsetsTopicNumPartitions,
        replicationFactor: Math.min(config.offsetsTopicReplicationFactor, most),
        configs: configsOf({ ...common, 'compression.type': 'producer' }),
      }
    case '__transaction_state':
      return {
        numPartitions: config.transactionStateLogNumPartitions,
        replicationFactor: Math.min(config.transactionStateLogReplicationFactor, most),
        configs: configsOf({
          ...common,
          'compression.type': 'uncompressed',
          'min.insync.replicas': minInsyncReplicas,
          'unclean.leader.election.enable': 'false',
        }),
      }
    case '__share_group_state':
      return {
        numPartitions: config.shareCoordinatorStateTopicNumPartitions,
        replicationFactor: Math.min(config.shareCoordinatorStateTopicReplicationFactor, most),
        configs: configsOf({
          ...common,
          // The coordinator itself takes away what matters no more.
          'cleanup.policy': 'delete',
          'retention.ms': '-1',
          'compression.type': 'producer',
          'min.insync.replicas': minInsyncReplicas,
        }),
      }
  }
}

function configsOf(configs: Record<string, string>) {
  return Object.entries(configs).map(([name, value]) => ({ name, value }))
}
