import { ZERO_UUID } from '@odradek/bytes'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import type { CreateTopicsResponse } from '@odradek/protocol/messages/create-topics-response'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { ValidateOnlyOptions } from '../call-options.ts'
import { configSources, type ConfigSource } from '../config-names.ts'
import { collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { controller } from '../drivers/places.ts'

/** A topic to create. */
export interface NewTopic {
  readonly name: string
  /** @default the broker's num.partitions (from Kafka 2.4 on) */
  readonly numPartitions?: number
  /** @default the broker's default.replication.factor (from Kafka 2.4 on) */
  readonly replicationFactor?: number
  /** The replicas of each partition, preferred leader first; in place of numPartitions and replicationFactor. */
  readonly assignments?: readonly (readonly number[])[]
  /** Configs of the topic, such as `{ 'cleanup.policy': 'compact' }`. */
  readonly configs?: Readonly<Record<string, string>>
}

/** A topic that was created, or with `validateOnly` would be. What an older broker does not say is undefined. */
export interface CreatedTopic {
  readonly name: string
  /** From Kafka 2.8 on. */
  readonly topicId: string | undefined
  /** From Kafka 2.4 on, where this client may describe the topic's configs. */
  readonly numPartitions: number | undefined
  readonly replicationFactor: number | undefined
  readonly configs: readonly CreatedTopicConfig[] | undefined
}

/** One config of a topic that was created. */
export interface CreatedTopicConfig {
  readonly name: string
  /** null where it is secret. */
  readonly value: string | null
  readonly source: ConfigSource
  readonly isReadOnly: boolean
  readonly isSensitive: boolean
}

/** Asked of the controller, all in one request. */
export function createTopics(
  world: AdminWorld,
  topics: readonly NewTopic[],
  options: ValidateOnlyOptions,
): AdminResults<NewTopic, CreatedTopic> {
  return runItemsCall(world, 'createTopics', topics, options, (call) =>
    driveItems(call, topics, controller, async (items, place) => {
      const request = {
        topics: items.map(creatableTopic),
        timeoutMs: call.brokerTimeoutMs,
        ...(options.validateOnly ? { validateOnly: true } : {}),
      }
      const answer = await call.send(place, createTopicsApi, request, versionLimits(items, options))
      const byName = new Map(answer.topics.map((topic) => [topic.name, topic]))
      return collectOutcomes(
        items,
        'CreateTopics',
        ({ name }) => byName.get(name),
        ({ name }, topic) => {
          const context = { api: 'CreateTopics', topic: name, detail: topic.errorMessage }
          return outcomeOf(topic.errorCode, context, controllerReactions, () => createdTopic(topic))
        },
      )
    }),
  )
}

function creatableTopic({ name, numPartitions = -1, replicationFactor = -1, assignments, configs = {} }: NewTopic) {
  return {
    name,
    numPartitions,
    replicationFactor,
    assignments: (assignments ?? []).map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds })),
    configs: Object.entries(configs).map(([config, value]) => ({ name: config, value })),
  }
}

function versionLimits(topics: readonly NewTopic[], { validateOnly }: ValidateOnlyOptions) {
  const leavesToBroker = topics.some(
    ({ numPartitions, replicationFactor, assignments }) =>
      assignments === undefined && (numPartitions === undefined || replicationFactor === undefined),
  )
  if (leavesToBroker)
    return {
      minVersion: 4,
      minVersionFor: 'createTopics without numPartitions or replicationFactor needs Kafka 2.4 or newer',
    }
  return validateOnly ? { minVersion: 1, minVersionFor: 'validateOnly needs Kafka 0.10.2 or newer' } : {}
}

function createdTopic(topic: CreateTopicsResponse['topics'][number]): CreatedTopic {
  const isDescribed = topic.topicConfigErrorCode === 0 && topic.numPartitions >= 0
  return {
    name: topic.name,
    topicId: topic.topicId === ZERO_UUID ? undefined : topic.topicId,
    numPartitions: isDescribed ? topic.numPartitions : undefined,
    replicationFactor: isDescribed ? topic.replicationFactor : undefined,
    configs: isDescribed
      ? topic.configs?.map(({ name, value, configSource, readOnly, isSensitive }) => ({
          name,
          value,
          source: configSources.nameOf(configSource),
          isReadOnly: readOnly,
          isSensitive,
        }))
      : undefined,
  }
}
