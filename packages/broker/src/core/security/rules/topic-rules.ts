// Rules of the APIs about topics and their records.
import { ZERO_UUID } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import { createPartitionsApi } from '@odradek/protocol/apis/create-partitions'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteRecordsApi } from '@odradek/protocol/apis/delete-records'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { describeProducersApi } from '@odradek/protocol/apis/describe-producers'
import { describeTopicPartitionsApi } from '@odradek/protocol/apis/describe-topic-partitions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { offsetForLeaderEpochApi } from '@odradek/protocol/apis/offset-for-leader-epoch'
import { produceApi } from '@odradek/protocol/apis/produce'
import type { FetchRequest } from '@odradek/protocol/messages/fetch-request'
import type { MetadataRequest } from '@odradek/protocol/messages/metadata-request'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'
import type { ProduceRequest } from '@odradek/protocol/messages/produce-request'
import { isInternalTopic } from '../../topics/topic-name.ts'
import type { AuthorizationContext, Verdict } from './authorization-context.ts'
import {
  AclOperation,
  ALLOWED,
  mayOnCluster,
  partly,
  refusal,
  ResourceType,
  row,
  type Rule,
  type RuleRow,
  split,
  TOPIC_AUTHORIZATION_FAILED,
  topicName,
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
} from './rule.ts'
import { CLUSTER_NAME } from '../acl.ts'

const { READ, WRITE, CREATE, DELETE, ALTER, DESCRIBE, DESCRIBE_CONFIGS, CLUSTER_ACTION } = AclOperation
const { TOPIC, TRANSACTIONAL_ID, CLUSTER } = ResourceType
const IDS_IN_FETCH_AND_PRODUCE_SINCE = 13
const IDS_IN_METADATA_SINCE = 12
const IDS_IN_DELETE_SINCE = 6
const NOT_ASKED = -2147483648
const topicRefusal = refusal(TOPIC_AUTHORIZATION_FAILED)

type ProducedTopic = ProduceRequest['topicData'][number]

function refusedProduce({ name, topicId, partitionData }: ProducedTopic, errorCode: number) {
  const nothing = { errorCode, baseOffset: -1n, logAppendTimeMs: -1n, logStartOffset: -1n }
  return { name, topicId, partitionResponses: partitionData.map(({ index }) => ({ index, ...nothing })) }
}

const produce: Rule<ProduceRequest> = (context) => {
  const { may, body, version } = context
  const { transactionalId, topicData } = body
  if (transactionalId !== null && !may(WRITE, TRANSACTIONAL_ID, transactionalId)) {
    const refused = topicData.map((topic) => refusedProduce(topic, TRANSACTIONAL_ID_AUTHORIZATION_FAILED))
    return { refuse: { responses: refused } }
  }
  const isAllowed = (topic: ProducedTopic) => {
    const name = topicName(context, topic, version >= IDS_IN_FETCH_AND_PRODUCE_SINCE)
    return name === undefined || may(WRITE, TOPIC, name)
  }
  const refuse = (topic: ProducedTopic) => refusedProduce(topic, TOPIC_AUTHORIZATION_FAILED)
  const { allowed, refused } = split(topicData, isAllowed, refuse)
  return partly({ ...body, topicData: allowed }, 'responses', refused)
}

interface FetchedTopic {
  readonly topic: string
  readonly topicId: string
  readonly partitions: readonly { readonly partitionIndex: number }[]
}

/** A session remembers partitions that were allowed once: what is answered is looked at too. */
const fetch: Rule<FetchRequest> = (context) => {
  const { may, body, version } = context
  // Followers are brokers, and may read everything.
  if (body.replicaId >= 0 || (body.replicaState?.replicaId ?? -1) >= 0) {
    if (mayOnCluster(context, CLUSTER_ACTION)) return ALLOWED
  }
  const byId = version >= IDS_IN_FETCH_AND_PRODUCE_SINCE
  const mayRead = (topic: string, topicId: string) => {
    const name = topicName(context, { name: topic, topicId }, byId)
    return name === undefined || may(READ, TOPIC, name)
  }
  const nothing = { highWatermark: -1n, lastStableOffset: -1n, logStartOffset: -1n, records: new Uint8Array(0) }
  const refusedPartition = (partitionIndex: number) => {
    return { partitionIndex, errorCode: TOPIC_AUTHORIZATION_FAILED, ...nothing }
  }
  const { allowed, refused } = split(
    body.topics,
    ({ topic, topicId }) => mayRead(topic, topicId),
    ({ topic, topicId, partitions }) => {
      return { topic, topicId, partitions: partitions.map(({ partition }) => refusedPartition(partition)) }
    },
  )
  const finish = (response: object) => {
    const answered = (response as { responses?: readonly FetchedTopic[] }).responses ?? []
    const responses = answered.map((topic) => {
      if (mayRead(topic.topic, topic.topicId)) return topic
      return { ...topic, partitions: topic.partitions.map(({ partitionIndex }) => refusedPartition(partitionIndex)) }
    })
    return { ...response, responses: [...responses, ...refused] }
  }
  return { body: { ...body, topics: allowed }, finish }
}

function isWanted(context: AuthorizationContext<MetadataRequest>, name: string): boolean {
  return context.may(DESCRIBE, TOPIC, name)
}

function hidden(topicId: string, name: string | null, errorCode: number = TOPIC_AUTHORIZATION_FAILED) {
  const isInternal = name !== null && isInternalTopic(name)
  return { errorCode, name, topicId, isInternal, partitions: [], topicAuthorizedOperations: NOT_ASKED }
}

const metadata: Rule<MetadataRequest> = (context) => {
  const { body, version, state, may } = context
  const asksAll = body.topics === null || (version === 0 && body.topics.length === 0)
  const byId = version >= IDS_IN_METADATA_SINCE && (body.topics ?? []).some(({ topicId }) => topicId !== ZERO_UUID)
  const refused: object[] = []
  const names = (body.topics ?? []).filter((topic) => {
    const name = topicName(context, topic, byId)
    if (name === undefined || isWanted(context, name)) return true
    refused.push(hidden(byId ? topic.topicId : ZERO_UUID, byId ? null : name))
    return false
  })
  // A topic that is not there is created only for those who may.
  const mayCreate = (name: string) => may(CREATE, CLUSTER, CLUSTER_NAME) || may(CREATE, TOPIC, name)
  const isMissing = (name: string | null) => name !== null && state.topics.byName(name) === undefined
  const wouldCreate = body.allowAutoTopicCreation && state.config.autoCreateTopicsEnable && !byId
  const kept = names.filter(({ name }) => {
    if (!wouldCreate || !isMissing(name) || mayCreate(name!)) return true
    refused.push(hidden(ZERO_UUID, name))
    return false
  })
  const finish = (response: object) => finishMetadata(context, response as MetadataResponse, asksAll, refused)
  // A request that has nothing left must not become one for all topics.
  return { body: asksAll ? body : { ...body, topics: version === 0 && kept.length === 0 ? [NOBODY] : kept }, finish }
}

/** A topic that nobody can have. */
const NOBODY = { name: '', topicId: ZERO_UUID }

function finishMetadata(
  context: AuthorizationContext<MetadataRequest>,
  response: MetadataResponse,
  asksAll: boolean,
  refused: readonly object[],
): object {
  const { body, operations } = context
  const own = response.topics.filter(
    ({ name }) => name !== '' && (!asksAll || name === null || isWanted(context, name)),
  )
  const topics = own.map((topic) => {
    const isTold =
      body.includeTopicAuthorizedOperations && topic.name !== null && (topic.errorCode ?? 0) === ErrorCode.NONE
    return isTold ? { ...topic, topicAuthorizedOperations: operations(TOPIC, topic.name!) } : topic
  })
  const cluster = body.includeClusterAuthorizedOperations
    ? { clusterAuthorizedOperations: mayOnCluster(context, DESCRIBE) ? operations(CLUSTER, CLUSTER_NAME) : 0 }
    : {}
  return { ...response, ...cluster, topics: [...topics, ...refused] }
}

/** Needs one permission for each topic of `field`; `refuse` answers for those that are refused, in `list`. */
function eachTopic<Body extends object, Entry>(
  operation: number,
  entriesOf: (body: Body) => readonly Entry[],
  nameOf: (entry: Entry) => string,
  keep: (body: Body, allowed: Entry[]) => object,
  list: string,
  refuse: (entry: Entry) => object,
): Rule<Body> {
  return ({ may, body }) => {
    const isAllowed = (entry: Entry) => may(operation, TOPIC, nameOf(entry))
    const { allowed, refused } = split(entriesOf(body), isAllowed, refuse)
    return partly(keep(body, allowed), list, refused)
  }
}

interface Named {
  readonly name: string
}

function deleteTopics(
  context: AuthorizationContext<{ topics: readonly TopicState[]; topicNames: readonly string[] }>,
): Verdict {
  const { may, body, version } = context
  const isOld = version < IDS_IN_DELETE_SINCE
  const wanted: readonly TopicState[] = isOld
    ? body.topicNames.map((name) => ({ name, topicId: ZERO_UUID }))
    : body.topics
  const isAllowed = (topic: TopicState) => {
    const name = topic.name ?? topicName(context, topic, true)
    return name === undefined || may(DELETE, TOPIC, name)
  }
  const { allowed, refused } = split(wanted, isAllowed, (topic) => {
    const named = topicName(context, topic, true)
    // Who may see a topic that is meant by its id hears its name.
    const isSeen = topic.name === null && named !== undefined && may(DESCRIBE, TOPIC, named)
    return { ...topic, name: isSeen ? named : topic.name, ...topicRefusal }
  })
  const rest = isOld ? { ...body, topicNames: allowed.map(({ name }) => name!) } : { ...body, topics: allowed }
  return partly(rest, 'responses', refused)
}

interface TopicState {
  readonly name: string | null
  readonly topicId: string
}

/** The rows. */
export const topicRules: readonly RuleRow[] = [
  row(produceApi, produce),
  row(fetchApi, fetch),
  row(
    listOffsetsApi,
    eachTopic(
      DESCRIBE,
      (body) => body.topics,
      ({ name }) => name,
      (body, topics) => ({ ...body, topics }),
      'topics',
      ({ name, partitions }) => {
        const nothing = { errorCode: TOPIC_AUTHORIZATION_FAILED, timestamp: -1n, offset: -1n }
        return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, ...nothing })) }
      },
    ),
  ),
  row(metadataApi, metadata),
  row(createTopicsApi, (context) => {
    const { may, body } = context
    const refuse = ({ name }: Named) => {
      return { name, ...topicRefusal }
    }
    const isAllowed = ({ name }: Named) => mayOnCluster(context, CREATE) || may(CREATE, TOPIC, name)
    const { allowed, refused } = split(body.topics, isAllowed, refuse)
    const finish = (response: object) => {
      const topics = (response as { topics?: readonly { name: string; errorCode?: number }[] }).topics ?? []
      const told = topics.map((topic) => {
        if ((topic.errorCode ?? 0) !== 0 || may(DESCRIBE_CONFIGS, TOPIC, topic.name)) return topic
        const unknown = { numPartitions: -1, replicationFactor: -1, configs: [] }
        return { ...topic, ...unknown, topicConfigErrorCode: TOPIC_AUTHORIZATION_FAILED }
      })
      return { ...response, topics: [...told, ...refused] }
    }
    return { body: { ...body, topics: allowed }, finish }
  }),
  row(deleteTopicsApi, deleteTopics),
  row(
    deleteRecordsApi,
    eachTopic(
      DELETE,
      (body) => body.topics,
      ({ name }) => name,
      (body, topics) => ({ ...body, topics }),
      'topics',
      ({ name, partitions }) => {
        const nothing = { errorCode: TOPIC_AUTHORIZATION_FAILED, lowWatermark: -1n }
        return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, ...nothing })) }
      },
    ),
  ),
  row(offsetForLeaderEpochApi, (context) => {
    const { may, body } = context
    if (mayOnCluster(context, CLUSTER_ACTION)) return ALLOWED
    const { allowed, refused } = split(
      body.topics,
      ({ topic }) => may(DESCRIBE, TOPIC, topic),
      ({ topic, partitions }) => {
        const nothing = { errorCode: TOPIC_AUTHORIZATION_FAILED, leaderEpoch: -1, endOffset: -1n }
        return { topic, partitions: partitions.map(({ partition }) => ({ partition, ...nothing })) }
      },
    )
    return partly({ ...body, topics: allowed }, 'topics', refused)
  }),
  row(
    createPartitionsApi,
    eachTopic(
      ALTER,
      (body) => body.topics,
      ({ name }) => name,
      (body, topics) => ({ ...body, topics }),
      'results',
      ({ name }) => ({
        name,
        errorCode: TOPIC_AUTHORIZATION_FAILED,
        errorMessage: 'The topic authorization is failed.',
      }),
    ),
  ),
  row(
    describeProducersApi,
    eachTopic(
      READ,
      (body) => body.topics,
      ({ name }) => name,
      (body, topics) => ({ ...body, topics }),
      'topics',
      ({ name, partitionIndexes }) => {
        const nothing = { ...topicRefusal, activeProducers: [] }
        return { name, partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, ...nothing })) }
      },
    ),
  ),
  row(describeTopicPartitionsApi, ({ may, body, operations }) => {
    const { allowed, refused } = split(
      body.topics,
      ({ name }) => may(DESCRIBE, TOPIC, name),
      ({ name }) => hidden(ZERO_UUID, name),
    )
    const asksAll = body.topics.length === 0
    if (!asksAll && allowed.length === 0) return { refuse: { topics: refused, nextCursor: null } }
    const finish = (response: object) => {
      const topics = (response as { topics?: readonly { name: string | null; errorCode?: number }[] }).topics ?? []
      const seen = topics.filter(({ name }) => name === null || may(DESCRIBE, TOPIC, name))
      const told = seen.map((topic) =>
        topic.name === null || (topic.errorCode ?? 0) !== 0
          ? topic
          : { ...topic, topicAuthorizedOperations: operations(TOPIC, topic.name) },
      )
      return { ...response, topics: [...told, ...refused] }
    }
    return { body: { ...body, topics: allowed }, finish }
  }),
]
