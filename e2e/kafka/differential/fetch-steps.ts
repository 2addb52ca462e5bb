// Reading, and places in logs.
import { fetch, listOffsets, NO_ID, NOW, type Step } from './step.ts'

/** In the order in which they are asked. */
export const fetchSteps: readonly Step[] = [
  ['Fetch', 11, fetch('dt', 0n)],
  ['Fetch', 11, fetch('dt', 3n, { isolationLevel: 1 })],
  ['Fetch', 11, fetch('dt', 1000n)],
  ['Fetch', 11, fetch('dt', -1n)],
  ['Fetch', 11, fetch('nosuch', 0n)],
  ['Fetch', 12, fetch('dt', 0n, {}, { currentLeaderEpoch: 5 })],
  ['Fetch', 12, fetch('dt', 0n, {}, { lastFetchedEpoch: 5 })],
  ['Fetch', 12, fetch('dt', 0n, {}, { lastFetchedEpoch: 0 })],
  ['Fetch', 12, fetch('dt', 1000n, {}, { lastFetchedEpoch: 0 })],
  ['Fetch', 12, fetch('dt', 0n, { sessionId: 99, sessionEpoch: 4 })],
  ['Fetch', 12, fetch('dt', 0n, { sessionId: 0, sessionEpoch: 3 })],
  [
    'Fetch',
    13,
    {
      minBytes: 1,
      maxWaitMs: 100,
      topics: [{ topicId: NO_ID, partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }] }],
    },
  ],
  ['Fetch', 11, { minBytes: 1, maxWaitMs: 10, topics: [] }],
  ...[-1n, -2n, -3n, -4n, -5n, -6n, -7n, 0n, BigInt(NOW), BigInt(NOW + 1)].map((x): Step => [
    'ListOffsets',
    9,
    listOffsets(x),
  ]),
  ['ListOffsets', 11, listOffsets(-6n)],
  ['ListOffsets', 5, listOffsets(-3n)],
  ['ListOffsets', 9, listOffsets(-3n, 'e0')],
  ['ListOffsets', 9, listOffsets(-1n, 'dt', { currentLeaderEpoch: 4 })],
  ['ListOffsets', 1, listOffsets(-1n)],
  [
    'ListOffsets',
    9,
    {
      replicaId: -1,
      topics: [
        {
          name: 'dt',
          partitions: [
            { partitionIndex: 0, timestamp: -1n },
            { partitionIndex: 0, timestamp: -2n },
          ],
        },
      ],
    },
  ],
]
