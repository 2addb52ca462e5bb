/** A difference that is there on purpose, or is known and not done yet. */
export interface KnownDifference {
  /** Kafka's name of the API, or a pattern of it. */
  readonly api: string | RegExp
  /** Which of the lines `path: Kafka's value | ours` it explains. */
  readonly line: RegExp
  readonly reason: string
}

/** Every way in which the reference broker may answer otherwise than Apache Kafka 4.3.1. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    api: /./,
    line: /[eE]rrorMessage: /,
    reason: 'texts of errors are our own; clients go by the codes',
  },
  {
    api: 'Produce',
    line: /^: "silent" \| \{"responses":\[.*"errorCode":87/,
    reason: 'Kafka fails within itself at null in place of records, and never answers; ours says INVALID_RECORD',
  },
  {
    api: 'AddPartitionsToTxn',
    line: /^: "silent" \| /,
    reason: 'Kafka never answers a request that names no transaction; ours does',
  },
  {
    api: 'SyncGroup',
    line: /^errorCode: 23 \| 24$/,
    reason: 'not yet: a request without protocol comes before the empty group id in Kafka',
  },
  {
    api: 'DescribeConfigs',
    line: /^results\.\d+\.configs\.\d+\.synonyms/,
    reason: "not yet: synonyms by the broker's own names of configs",
  },
  {
    api: /^(DescribeGroups|DeleteGroups|ListGroups)$/,
    line: /^(groups|results)\.\d/,
    reason: 'not yet: the empty group id, under which offsets may be kept, cannot be described and deleted',
  },
  {
    api: 'TxnOffsetCommit',
    line: /^topics\.0\.partitions\.0\.errorCode: (15|24) \| (15|16)$/,
    reason:
      "not yet: which error goes first where neither the transaction's nor the group's coordinator knows the request",
  },
  {
    api: /^ConsumerGroup(Heartbeat|Describe)$/,
    line: /(memberEpoch|groupEpoch|assignmentEpoch|errorCode|memberId|heartbeatIntervalMs): /,
    reason: 'not yet: a member that joins again under its id raises the epoch of its group once more in Kafka',
  },
  {
    api: 'ConsumerGroupDescribe',
    line: /subscribedTopicRegex: "" \| null$/,
    reason: 'not yet: no pattern is shown as an empty one',
  },
  {
    api: 'DescribeConfigs',
    line: /^results\.0\.configs\.\d+\.(value|configSource): /,
    reason: 'not yet: defaults of groups that the options of this broker change',
  },
  {
    api: /^StreamsGroup/,
    line: /errorCode: (69|42) \| 35$/,
    reason: 'groups of Kafka Streams (KIP-1071) are not modelled: each request is refused',
  },
  {
    api: 'DescribeTopicPartitions',
    line: /topicAuthorizedOperations: 3576 \| -2147483648$/,
    reason: 'not yet: what one may do with a topic that there is not',
  },
  {
    api: 'DescribeTopicPartitions',
    line: /^: .*"errorCode":42.* \| "closed"$/,
    reason: 'not yet: a cursor before the first partition is answered with INVALID_REQUEST in Kafka',
  },
  {
    api: 'DescribeLogDirs',
    line: /^results\.\d+\.(totalBytes|usableBytes): "\*" \| "-1n"$/,
    reason: 'this broker keeps its logs in memory, and knows no size of a disk',
  },
  {
    api: 'DescribeQuorum',
    line: /highWatermark: /,
    reason: 'the metadata log counts what each broker writes into it',
  },
]
