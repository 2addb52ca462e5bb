import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBroker } from '../drivers/places.ts'
import { driveOne } from '../drivers/drive-items.ts'

/** A topic, as `listTopics` names it. */
export interface TopicListing {
  readonly name: string
  /** From Kafka 2.8 on. */
  readonly topicId: string | undefined
  readonly isInternal: boolean
}

/** What `listTopics` may be told. */
export interface ListTopicsOptions extends CallOptions {
  /** Names Kafka's own topics too, such as `__consumer_offsets`. @default false */
  readonly listInternal?: boolean
}

/** Asked of any broker: the topics that this client may describe, by name. */
export function listTopics(world: AdminWorld, options: ListTopicsOptions): Promise<readonly TopicListing[]> {
  return runCall(world, 'listTopics', options, (call) =>
    driveOne(call, anyBroker, async () => {
      const { response } = await world.cluster.metadata(call, { topics: 'all' })
      const topics = response.topics.filter(
        ({ name, errorCode, isInternal }) =>
          name !== null && errorCode === ErrorCode.NONE && (options.listInternal || !isInternal),
      )
      const value = topics.map(({ name, topicId, isInternal }) => ({
        name: name!,
        topicId: topicId === ZERO_UUID ? undefined : topicId,
        isInternal,
      }))
      return { value: value.sort((left, right) => (left.name < right.name ? -1 : 1)) }
    }),
  )
}
