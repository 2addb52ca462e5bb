// When share coordinators answer: once `__share_group_state` has what they say (Kafka's ShareCoordinatorService).
import { shareStatePlace } from '../share/share-state-topic.ts'
import type { CoordinatorLog } from './once-replicated.ts'

/** The state of share-partitions. */
export const shareStateLog: CoordinatorLog<{
  readonly groupId: string
  readonly topics: readonly {
    readonly topicId: string
    readonly partitions: readonly { readonly partition: number }[]
  }[]
}> = {
  placesOf: (state, { body: { groupId, topics } }) => {
    const keys = topics.flatMap(({ topicId, partitions }) =>
      partitions.map(({ partition }) => ({ groupId, topicId, partition })),
    )
    return [...new Set(keys.map((key) => shareStatePlace(state, key)).filter((place) => place !== undefined))]
  },
  isStored: ({ type }) => type === 'share-state-stored',
  timeoutMs: ({ configContext }) => Number(configContext.broker.value('share.coordinator.write.timeout.ms')),
}
