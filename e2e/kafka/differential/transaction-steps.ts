// Transactions without a transaction, and the newer kinds of groups without their members. What is not spoken is passed over.
import { NO_ID, type Step } from './step.ts'

const topics = [{ name: 'dt', partitions: [0] }]
const committed = [{ name: 'dt', partitions: [{ partitionIndex: 0, committedOffset: 1n }] }]
const wrong = { transactionalId: 'nobody', producerId: 999n, producerEpoch: 0 }
const member = { groupId: 'kip848', memberId: 'AAAAAAAAAAAAAAAAAAAABA', memberEpoch: 5 }
const joining = { ...member, memberEpoch: 0, rebalanceTimeoutMs: 30_000, subscribedTopicNames: ['dt'] }

/** In the order in which they are asked. */
export const transactionSteps: readonly Step[] = [
  ['InitProducerId', 5, { transactionalId: 'tx', transactionTimeoutMs: 0 }],
  ['InitProducerId', 5, { transactionalId: 'tx', transactionTimeoutMs: 99_999_999 }],
  [
    'AddPartitionsToTxn',
    3,
    { v3AndBelowTransactionalId: 'nobody', v3AndBelowProducerId: 999n, v3AndBelowTopics: topics },
  ],
  ['AddOffsetsToTxn', 4, { ...wrong, groupId: 'g' }],
  ['EndTxn', 4, { ...wrong, committed: true }],
  ['EndTxn', 5, { ...wrong, committed: false }],
  ['TxnOffsetCommit', 4, { ...wrong, groupId: 'g', topics: committed }, 'unavailable'],
  ['TxnOffsetCommit', 4, { ...wrong, groupId: '', topics: committed }, 'unavailable'],
  ['DescribeTransactions', 0, { transactionalIds: ['nobody', ''] }],
  ['ListTransactions', 2, { stateFilters: ['Ongoing', 'bogus'] }],
  ['ListTransactions', 2, { producerIdFilters: [5n], transactionalIdPattern: 'a.*' }],
  ['ListTransactions', 2, { transactionalIdPattern: '(' }],
  [
    'DescribeProducers',
    0,
    {
      topics: [
        { name: 'dt', partitionIndexes: [7] },
        { name: 'nosuch', partitionIndexes: [0] },
      ],
    },
  ],
  ['ConsumerGroupHeartbeat', 1, { ...member }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, groupId: '' }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, memberId: '' }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, serverAssignor: 'nope', topicPartitions: [] }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, rebalanceTimeoutMs: -1, topicPartitions: [] }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, subscribedTopicNames: null, topicPartitions: [] }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, subscribedTopicRegex: '(', topicPartitions: [] }],
  ['ConsumerGroupHeartbeat', 1, { ...joining, topicPartitions: [] }],
  ['ConsumerGroupHeartbeat', 1, { ...member, memberEpoch: 1 }],
  ['ConsumerGroupHeartbeat', 1, { ...member, memberEpoch: 9 }],
  ['ConsumerGroupHeartbeat', 1, { ...member, memberId: NO_ID.replace('B', 'C'), memberEpoch: 1 }],
  ['OffsetCommit', 9, { groupId: 'kip848', memberId: 'nobody', generationIdOrMemberEpoch: 1, topics: committed }],
  ['ConsumerGroupDescribe', 1, { groupIds: ['kip848', 'nog', ''] }],
  ['DescribeGroups', 6, { groups: ['kip848'] }],
  ['ConsumerGroupHeartbeat', 1, { ...member, memberEpoch: -1 }],
  ['ConsumerGroupDescribe', 1, { groupIds: ['kip848'] }],
  ['DeleteGroups', 2, { groupsNames: ['kip848'] }],
  ['ShareGroupHeartbeat', 1, { groupId: 'share', memberId: NO_ID, memberEpoch: 5 }],
  ['ShareGroupHeartbeat', 1, { groupId: 'share', memberId: NO_ID, memberEpoch: 0, subscribedTopicNames: null }],
  ['ShareGroupDescribe', 1, { groupIds: ['nog'] }],
  ['ShareFetch', 2, { groupId: 'share', memberId: NO_ID, shareSessionEpoch: 4, topics: [] }],
  ['ShareAcknowledge', 2, { groupId: 'share', memberId: NO_ID, shareSessionEpoch: 4, topics: [] }],
  ['DescribeShareGroupOffsets', 1, { groups: [{ groupId: 'nog', topics: null }] }],
  ['AlterShareGroupOffsets', 0, { groupId: 'nog', topics: [] }],
  ['DeleteShareGroupOffsets', 0, { groupId: 'nog', topics: [] }],
  ['StreamsGroupDescribe', 0, { groupIds: ['nog'] }],
]
