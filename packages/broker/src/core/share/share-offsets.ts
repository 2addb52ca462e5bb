// What the coordinator of a share group has share coordinators keep: the offsets from which the group reads, and how far it has come.
import { ErrorCode } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import type { BrokerRecord } from '../broker-record.ts'
import type { BrokerState } from '../broker-state.ts'
import type { ShareGroup } from '../group/share/share-group.ts'
import { addPartition, copyPartitions } from '../group/topic-partitions.ts'
import type { Topic } from '../topics/topic-store.ts'
import { NO_START_OFFSET } from './share-coordinator.ts'

const LATEST = -1n
const LIST_OFFSETS_VERSION = 9
/** The lag of a partition whose start offset is not known. */
const NO_LAG = -1n

/** Where a share group begins to read a partition. */
export interface ShareOffset {
  readonly topicId: string
  readonly partition: number
  readonly startOffset: bigint
}

/** Has a group begin with the partitions of its topics that it has not begun with. Gives what is to be written. */
export function beginSubscribed(state: BrokerState, group: ShareGroup, nowMs: number): BrokerRecord[] {
  const missing = [...group.subscribedNames].flatMap((name): ShareOffset[] => {
    const topic = state.topics.byName(name)
    const known = topic === undefined ? undefined : group.initialized.get(topic.topicId)
    if (topic === undefined || known?.size === topic.partitions.length) return []
    const { topicId } = topic
    const indexes = [...topic.partitions.keys()].filter((partition) => known?.has(partition) !== true)
    return indexes.map((partition) => ({ topicId, partition, startOffset: NO_START_OFFSET }))
  })
  return missing.length === 0 ? [] : beginAt(state, group, missing, nowMs).records
}

/** Has a group begin with partitions, each at its offset; gives their error codes, in order, and what is to be written. */
export function beginAt(state: BrokerState, group: ShareGroup, offsets: readonly ShareOffset[], nowMs: number) {
  const { groupId, groupEpoch } = group
  const initialized = copyPartitions(group.initialized)
  const errors = offsets.map(({ topicId, partition, startOffset }) => {
    const error = state.sharePersister.initialize({ groupId, topicId, partition }, groupEpoch, startOffset, nowMs)
    if (error === ErrorCode.NONE) addPartition(initialized, topicId, partition)
    return error
  })
  const isAny = errors.includes(ErrorCode.NONE)
  return { errors, records: isAny ? state.groups.noteShareState(groupId, initialized, nowMs) : [] }
}

/** Has share coordinators forget what a group knows of a topic; gives the first error code. */
export function forgetTopic(state: BrokerState, group: ShareGroup, topicId: string, nowMs: number): number {
  const { groupId } = group
  const isGone = state.topics.byId(topicId) === undefined
  for (const partition of isGone ? [] : (group.initialized.get(topicId) ?? [])) {
    const error = state.sharePersister.remove({ groupId, topicId, partition }, nowMs)
    if (error !== ErrorCode.NONE) return error
  }
  return ErrorCode.NONE
}

/** How far a group has come with a partition, and how much there is to do; or an error code. */
export function describeOffset(state: BrokerState, groupId: string, topic: Topic, partition: number, nowMs: number) {
  const summary = state.sharePersister.summary({ groupId, topicId: topic.topicId, partition }, nowMs)
  if (typeof summary === 'number') return summary
  const { startOffset, leaderEpoch, deliveryCompleteCount } = summary
  const endOffset =
    startOffset === NO_START_OFFSET || deliveryCompleteCount < 0
      ? undefined
      : latestOffset(state, topic, partition, nowMs)
  const left = (endOffset ?? 0n) - startOffset - BigInt(deliveryCompleteCount)
  return { startOffset, leaderEpoch, lag: endOffset === undefined ? NO_LAG : left > 0n ? left : 0n }
}

function latestOffset(state: BrokerState, topic: Topic, partition: number, nowMs: number): bigint | undefined {
  const { leader } = topic.partitions[partition]!
  if (leader === state.config.nodeId) return BigInt(state.replicas.get(topic.topicId, partition).log.highWatermark)
  const partitions = [{ partitionIndex: partition, currentLeaderEpoch: -1, timestamp: LATEST }]
  const body = { replicaId: -1, isolationLevel: 0, topics: [{ name: topic.name, partitions }], timeoutMs: 0 }
  const wallClockMs = Math.round(nowMs + state.wallClockOffsetMs)
  const response = state.peers.ask(leader, listOffsetsApi, LIST_OFFSETS_VERSION, body, nowMs, wallClockMs)
  const found = response?.topics[0]?.partitions[0]
  return found === undefined || (found.errorCode ?? ErrorCode.NONE) !== ErrorCode.NONE ? undefined : found.offset
}
