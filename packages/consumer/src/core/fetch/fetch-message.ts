// The Fetch request as it goes out: what a session names anew, in the words of the version that the broker speaks.
import type { MessageInput } from '@odradek/protocol'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import { groupByTopic } from '../topic-partition.ts'
import type { SessionRequest } from './fetch-session.ts'
import type { IsolationLevel } from './isolation-level.ts'

/** The first version that names topics by id (KIP-516). */
export const FIRST_VERSION_WITH_TOPIC_IDS = 13

/** The first version that says how the log of the reader goes on (KIP-595), so that a leader sees where it parts from its own. */
export const FIRST_VERSION_WITH_FETCHED_EPOCH = 12

/** What is asked of all partitions together. */
export interface FetchLimits {
  readonly fetchMinBytes: number
  readonly maxBytes: number
  readonly maxWaitMs: number
  readonly isolationLevel: IsolationLevel
  readonly clientRack: string
}

/** The message for this part of a session. */
export function fetchMessage(
  { sessionId, sessionEpoch, toSend, toForget }: SessionRequest,
  { fetchMinBytes, maxBytes, maxWaitMs, isolationLevel, clientRack }: FetchLimits,
  version = FIRST_VERSION_WITH_TOPIC_IDS,
): MessageInput<FetchRequest> {
  const epochs = version >= FIRST_VERSION_WITH_FETCHED_EPOCH
  return {
    maxWaitMs,
    minBytes: fetchMinBytes,
    maxBytes,
    isolationLevel: isolationLevel === 'read_committed' ? 1 : 0,
    sessionId,
    sessionEpoch,
    rackId: clientRack,
    topics: Array.from(groupByTopic(toSend), ([topic, partitions]) => ({
      topic,
      topicId: partitions[0]!.topicId,
      partitions: partitions.map((one) => ({
        partition: one.partition,
        currentLeaderEpoch: one.leaderEpoch,
        fetchOffset: one.fetchOffset,
        ...(epochs ? { lastFetchedEpoch: one.fetchEpoch } : {}),
        partitionMaxBytes: one.maxBytes,
      })),
    })),
    ...(toForget.length === 0
      ? {}
      : {
          forgottenTopicsData: Array.from(groupByTopic(toForget), ([topic, partitions]) => ({
            topic,
            topicId: partitions[0]!.topicId,
            partitions: partitions.map(({ partition }) => partition),
          })),
        }),
  }
}
