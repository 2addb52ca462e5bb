/** A broker that clients can connect to. */
export interface BrokerNode {
  readonly id: number
  readonly host: string
  readonly port: number
  readonly rack: string | null
}

/** One partition, as a Metadata response describes it. */
export interface PartitionMetadata {
  readonly partition: number
  /** Broker id of the leader; -1 while there is none. */
  readonly leader: number
  /** -1 where the broker does not say (Metadata below version 7). */
  readonly leaderEpoch: number
  readonly replicas: readonly number[]
  readonly isr: readonly number[]
  readonly offlineReplicas: readonly number[]
  /** A Kafka error code; 0 is none. */
  readonly errorCode: number
}

/** One topic; `partitions[i]` is partition i. */
export interface TopicMetadata {
  readonly name: string
  /** ZERO_UUID where the broker does not say (Metadata below version 10). */
  readonly topicId: string
  readonly isInternal: boolean
  /** A Kafka error code, such as UNKNOWN_TOPIC_OR_PARTITION; 0 is none. With an error there may be no partitions. */
  readonly errorCode: number
  readonly partitions: readonly PartitionMetadata[]
}

/** What is known of the cluster at one moment: an immutable value. Updates make a new one (see metadata-manager). */
export interface ClusterMetadata {
  /** Counts the updates; 0: nothing is known yet. */
  readonly version: number
  readonly clusterId: string | null
  /** -1 where unknown. */
  readonly controllerId: number
  readonly brokers: ReadonlyMap<number, BrokerNode>
  readonly topics: ReadonlyMap<string, TopicMetadata>
  /** Topic names by topic id. */
  readonly topicNames: ReadonlyMap<string, string>
}

/** What a client knows before its first Metadata response. */
export const emptyClusterMetadata: ClusterMetadata = {
  version: 0,
  clusterId: null,
  controllerId: -1,
  brokers: new Map(),
  topics: new Map(),
  topicNames: new Map(),
}

/** A partition's metadata, where the topic and the partition are known. */
export function partitionMetadata(
  metadata: ClusterMetadata,
  topic: string,
  partition: number,
): PartitionMetadata | undefined {
  return metadata.topics.get(topic)?.partitions[partition]
}
