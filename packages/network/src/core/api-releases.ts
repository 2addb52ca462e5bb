// Which release of Apache Kafka brought which API to all its users: for errors that say what to upgrade to.
import { ApiKey } from '@odradek/protocol'

/** The first release with these APIs, oldest first; those that are not here are as old as 0.8.2. */
const releases: readonly (readonly [release: string, apiKeys: readonly number[]])[] = [
  [
    '0.9',
    [ApiKey.JoinGroup, ApiKey.Heartbeat, ApiKey.LeaveGroup, ApiKey.SyncGroup, ApiKey.DescribeGroups, ApiKey.ListGroups],
  ],
  ['0.10', [ApiKey.SaslHandshake, ApiKey.ApiVersions]],
  ['0.10.1', [ApiKey.CreateTopics, ApiKey.DeleteTopics]],
  [
    '0.11',
    [
      ApiKey.DeleteRecords,
      ApiKey.InitProducerId,
      ApiKey.OffsetForLeaderEpoch,
      ApiKey.AddPartitionsToTxn,
      ApiKey.AddOffsetsToTxn,
      ApiKey.EndTxn,
      ApiKey.WriteTxnMarkers,
      ApiKey.TxnOffsetCommit,
      ApiKey.DescribeAcls,
      ApiKey.CreateAcls,
      ApiKey.DeleteAcls,
      ApiKey.DescribeConfigs,
      ApiKey.AlterConfigs,
    ],
  ],
  ['1.0', [ApiKey.AlterReplicaLogDirs, ApiKey.DescribeLogDirs, ApiKey.SaslAuthenticate, ApiKey.CreatePartitions]],
  [
    '1.1',
    [
      ApiKey.CreateDelegationToken,
      ApiKey.RenewDelegationToken,
      ApiKey.ExpireDelegationToken,
      ApiKey.DescribeDelegationToken,
      ApiKey.DeleteGroups,
    ],
  ],
  ['2.2', [ApiKey.ElectLeaders]],
  ['2.3', [ApiKey.IncrementalAlterConfigs]],
  ['2.4', [ApiKey.AlterPartitionReassignments, ApiKey.ListPartitionReassignments, ApiKey.OffsetDelete]],
  ['2.6', [ApiKey.DescribeClientQuotas, ApiKey.AlterClientQuotas]],
  ['2.7', [ApiKey.DescribeUserScramCredentials, ApiKey.AlterUserScramCredentials, ApiKey.UpdateFeatures]],
  ['2.8', [ApiKey.DescribeCluster, ApiKey.DescribeProducers, ApiKey.UnregisterBroker]],
  ['3.0', [ApiKey.DescribeTransactions, ApiKey.ListTransactions]],
  ['3.3', [ApiKey.DescribeQuorum]],
  ['3.7', [ApiKey.GetTelemetrySubscriptions, ApiKey.PushTelemetry]],
  ['3.9', [ApiKey.DescribeTopicPartitions, ApiKey.AddRaftVoter, ApiKey.RemoveRaftVoter]],
  ['4.0', [ApiKey.ConsumerGroupHeartbeat, ApiKey.ConsumerGroupDescribe]],
  [
    '4.1',
    [
      ApiKey.ShareGroupHeartbeat,
      ApiKey.ShareGroupDescribe,
      ApiKey.ShareFetch,
      ApiKey.ShareAcknowledge,
      ApiKey.DescribeShareGroupOffsets,
      ApiKey.AlterShareGroupOffsets,
      ApiKey.DeleteShareGroupOffsets,
      ApiKey.ListConfigResources,
    ],
  ],
  ['4.2', [ApiKey.StreamsGroupHeartbeat, ApiKey.StreamsGroupDescribe]],
]

const byApiKey: ReadonlyMap<number, string> = new Map(
  releases.flatMap(([release, apiKeys]) => apiKeys.map((apiKey) => [apiKey, release] as const)),
)

/** The first release with an API, such as `0.11`; undefined for the oldest ones and those that only brokers use. */
export function firstReleaseWith(apiKey: number): string | undefined {
  return byApiKey.get(apiKey)
}
