// Coordinators, groups and their offsets.
import { NO_ID, type Step } from './step.ts'

/** In the order in which they are asked. */
export const groupSteps: readonly Step[] = [
  ['FindCoordinator', 2, { key: 'g' }],
  ['FindCoordinator', 2, { key: 'g' }],
  ['FindCoordinator', 6, { keyType: 0, coordinatorKeys: ['g', ''] }],
  ['FindCoordinator', 6, { keyType: 2, coordinatorKeys: ['g'] }],
  ['FindCoordinator', 4, { keyType: 9, coordinatorKeys: ['g'] }],
  ['FindCoordinator', 2, { keyType: 9, key: 'g' }],
  ['InitProducerId', 4, { transactionalId: '', transactionTimeoutMs: 1000 }],
  ['InitProducerId', 4, { transactionalId: null, producerId: 5n }],
  ...[0, 3, 5, 7, 9].flatMap((v): Step[] => [
    [
      'JoinGroup',
      v,
      {
        groupId: 'q',
        memberId: 'stranger',
        sessionTimeoutMs: 10000,
        protocolType: 'consumer',
        protocols: [{ name: 'r', metadata: new Uint8Array(1) }],
      },
    ],
    [
      'JoinGroup',
      v,
      {
        groupId: '',
        sessionTimeoutMs: 10000,
        protocolType: 'consumer',
        protocols: [{ name: 'r', metadata: new Uint8Array(1) }],
      },
    ],
    [
      'JoinGroup',
      v,
      {
        groupId: 'q',
        sessionTimeoutMs: 1,
        protocolType: 'consumer',
        protocols: [{ name: 'r', metadata: new Uint8Array(1) }],
      },
    ],
    ['JoinGroup', v, { groupId: 'q', sessionTimeoutMs: 10000, protocolType: '', protocols: [] }],
  ]),
  ['Heartbeat', 4, { groupId: 'nog', memberId: 'm', generationId: 1 }],
  ['Heartbeat', 4, { groupId: '', memberId: 'm', generationId: 1 }],
  ['SyncGroup', 5, { groupId: 'nog', memberId: 'm', generationId: 1, protocolType: 'c', protocolName: 'r' }],
  ['SyncGroup', 5, { groupId: 'nog', memberId: 'm', generationId: 1 }],
  ['SyncGroup', 3, { groupId: '', memberId: 'm', generationId: 1 }],
  ['LeaveGroup', 4, { groupId: 'nog', members: [{ memberId: 'm' }] }],
  ['LeaveGroup', 1, { groupId: 'nog', memberId: 'm' }],
  ['LeaveGroup', 4, { groupId: '', members: [{ memberId: 'm' }] }],
  ['LeaveGroup', 4, { groupId: 'nog', members: [] }],
  [
    'OffsetFetch',
    7,
    {
      groupId: 'nog',
      topics: [
        { name: 'dt', partitionIndexes: [0, 9] },
        { name: 'zz', partitionIndexes: [0] },
      ],
    },
  ],
  ['OffsetFetch', 8, { groups: [{ groupId: 'nog', topics: null }] }],
  ['OffsetFetch', 1, { groupId: 'nog', topics: [] }],
  ['OffsetFetch', 10, { groups: [{ groupId: 'nog', topics: [{ topicId: NO_ID, partitionIndexes: [0] }] }] }],
  ['OffsetFetch', 8, { groups: [{ groupId: '', topics: null }] }],
  ...[8, 9].flatMap((v): Step[] => [
    [
      'OffsetCommit',
      v,
      {
        groupId: 'nog',
        memberId: 'm',
        generationIdOrMemberEpoch: 3,
        topics: [{ name: 'dt', partitions: [{ partitionIndex: 0, committedOffset: 1n }] }],
      },
    ],
  ]),
  [
    'OffsetCommit',
    9,
    {
      groupId: 'simple',
      topics: [
        {
          name: 'dt',
          partitions: [
            { partitionIndex: 0, committedOffset: 4n, committedMetadata: 'md' },
            { partitionIndex: 9, committedOffset: 1n },
          ],
        },
        { name: 'zz', partitions: [{ partitionIndex: 0, committedOffset: 1n }] },
      ],
    },
  ],
  [
    'OffsetCommit',
    9,
    {
      groupId: 'simple',
      topics: [
        { name: 'dt', partitions: [{ partitionIndex: 0, committedOffset: 4n, committedMetadata: 'm'.repeat(5000) }] },
      ],
    },
  ],
  [
    'OffsetCommit',
    9,
    { groupId: '', topics: [{ name: 'dt', partitions: [{ partitionIndex: 0, committedOffset: 4n }] }] },
  ],
  [
    'OffsetCommit',
    9,
    { groupId: 'neg', topics: [{ name: 'dt', partitions: [{ partitionIndex: 0, committedOffset: -5n }] }] },
  ],
  ['OffsetFetch', 8, { groups: [{ groupId: 'simple', topics: null }] }],
  ['OffsetFetch', 8, { groups: [{ groupId: 'neg', topics: null }] }],
  ['DescribeGroups', 5, { groups: ['simple', 'nog', ''], includeAuthorizedOperations: true }],
  ['DescribeGroups', 6, { groups: ['nog'] }],
  ['ListGroups', 5, {}],
  ['ListGroups', 5, { statesFilter: ['stable'] }],
  ['ListGroups', 5, { typesFilter: ['Classic'] }],
  ['ListGroups', 5, { typesFilter: ['bogus'] }],
  ['ListGroups', 4, { statesFilter: ['bogus'] }],
  ['DeleteGroups', 2, { groupsNames: ['simple', 'nog', ''] }],
]
