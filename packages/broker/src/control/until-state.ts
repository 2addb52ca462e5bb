// The waits for what clients bring about: groups, topics and records.
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { errorName } from '@odradek/protocol'
import type { InsideClient } from './inside-client.ts'
import { readTopic } from './read-topic.ts'
import type { StoredRecord } from './stored-record.ts'
import type { Waiters } from './waiters.ts'

/** The states of groups of every kind; `Dead`: there is no such group. */
export type AnyGroupState =
  'Empty' | 'Assigning' | 'Reconciling' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable' | 'NotReady' | 'Dead'

const LIST_GROUPS_VERSION = 5

/** Who waits, and whom it asks. */
export interface WaitContext {
  readonly client: InsideClient
  readonly waiters: Waiters
  readonly timeoutMs: number
}

/** Waits until a group is in a state. */
export async function untilGroup(context: WaitContext, groupId: string, state: AnyGroupState): Promise<void> {
  const { client, waiters, timeoutMs } = context
  await waiters.until({
    what: `group ${groupId} to be ${state}`,
    look: async () => ((await groupStates(client)).get(groupId) ?? 'Dead') === state || undefined,
    describe: async () => {
      const states = await groupStates(client)
      const seen = states.get(groupId)
      if (seen !== undefined) return `It is ${seen}.`
      return `There is no such group; there are: ${[...states.keys()].join(', ') || 'none'}.`
    },
    timeoutMs,
  })
}

async function groupStates(client: InsideClient): Promise<Map<string, string>> {
  const states = new Map<string, string>()
  for (const nodeId of client.nodeIds) {
    const { groups } = await client.ask(listGroupsApi, LIST_GROUPS_VERSION, {}, nodeId)
    for (const { groupId, groupState } of groups) states.set(groupId, groupState)
  }
  return states
}

/** Waits until a topic is there and every partition of it has a leader. */
export async function untilTopic(context: WaitContext, topic: string): Promise<void> {
  const { client, waiters, timeoutMs } = context
  const look = async () => {
    const { errorCode, partitions } = await client.topic(topic)
    return (errorCode === 0 && partitions.every(({ leaderId }) => leaderId >= 0)) || undefined
  }
  const describe = async () => {
    const { errorCode, partitions } = await client.topic(topic)
    if (errorCode !== 0) return `The broker says ${errorName(errorCode)}.`
    const without = partitions.filter(({ leaderId }) => leaderId < 0).map(({ partitionIndex }) => partitionIndex)
    return `Without a leader: partitions ${without.join(', ')}.`
  }
  await waiters.until({ what: `topic ${topic}`, look, describe, timeoutMs })
}

/** Waits until a topic holds so many records, and gives them. */
export function untilRecords(context: WaitContext, topic: string, count: number): Promise<StoredRecord[]> {
  const { client, waiters, timeoutMs } = context
  const read = async () => ((await client.topic(topic)).errorCode === 0 ? readTopic(client, topic) : [])
  return waiters.until({
    what: `${count} records in topic ${topic}`,
    look: async () => {
      const records = await read()
      return records.length >= count ? records : undefined
    },
    describe: async () => `It holds ${(await read()).length}.`,
    timeoutMs,
  })
}
