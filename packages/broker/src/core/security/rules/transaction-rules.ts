// Rules of the APIs about transactions and producers.
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { listTransactionsApi } from '@odradek/protocol/apis/list-transactions'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import { writeTxnMarkersApi } from '@odradek/protocol/apis/write-txn-markers'
import type { AddPartitionsToTxnRequest } from '@odradek/protocol/messages/add-partitions-to-txn-request'
import type { TxnOffsetCommitRequest } from '@odradek/protocol/messages/txn-offset-commit-request'
import { isInternalTopic } from '../../topics/topic-name.ts'
import {
  AclOperation,
  ALLOWED,
  CLUSTER_AUTHORIZATION_FAILED,
  GROUP_AUTHORIZATION_FAILED,
  mayOnCluster,
  partly,
  ResourceType,
  row,
  type Rule,
  type RuleRow,
  split,
  TOPIC_AUTHORIZATION_FAILED,
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
} from './rule.ts'
import { ErrorCode } from '@odradek/protocol'

const { READ, WRITE, DESCRIBE, ALTER, CLUSTER_ACTION, IDEMPOTENT_WRITE } = AclOperation
const { GROUP, TOPIC, TRANSACTIONAL_ID } = ResourceType
const FOR_BROKERS_SINCE = 4

type AddedTopic = AddPartitionsToTxnRequest['v3AndBelowTopics'][number]
type CommittedTopic = TxnOffsetCommitRequest['topics'][number]

/** One topic that is refused refuses the whole; the others then were not attempted. */
const addPartitions: Rule<AddPartitionsToTxnRequest> = (context) => {
  const { may, body, version } = context
  if (version >= FOR_BROKERS_SINCE) {
    return mayOnCluster(context, CLUSTER_ACTION) ? ALLOWED : { refuse: { errorCode: CLUSTER_AUTHORIZATION_FAILED } }
  }
  const refuse = (codeOf: (topic: AddedTopic) => number) => {
    const results = body.v3AndBelowTopics.map((topic) => ({
      name: topic.name,
      resultsByPartition: topic.partitions.map((partitionIndex) => {
        return { partitionIndex, partitionErrorCode: codeOf(topic) }
      }),
    }))
    return { refuse: { resultsByTopicV3AndBelow: results } }
  }
  if (!may(WRITE, TRANSACTIONAL_ID, body.v3AndBelowTransactionalId)) {
    return refuse(() => TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  }
  const isRefused = ({ name }: AddedTopic) => isInternalTopic(name) || !may(WRITE, TOPIC, name)
  if (!body.v3AndBelowTopics.some(isRefused)) return ALLOWED
  return refuse((topic) => (isRefused(topic) ? TOPIC_AUTHORIZATION_FAILED : ErrorCode.OPERATION_NOT_ATTEMPTED))
}

function refusedCommit({ name, partitions }: CommittedTopic, errorCode: number) {
  return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })) }
}

const txnOffsetCommit: Rule<TxnOffsetCommitRequest> = ({ may, body }) => {
  const refuseAll = (errorCode: number) => {
    return { refuse: { topics: body.topics.map((topic) => refusedCommit(topic, errorCode)) } }
  }
  if (!may(WRITE, TRANSACTIONAL_ID, body.transactionalId)) return refuseAll(TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  if (!may(READ, GROUP, body.groupId)) return refuseAll(GROUP_AUTHORIZATION_FAILED)
  const { allowed, refused } = split(
    body.topics,
    ({ name }) => may(READ, TOPIC, name),
    (topic) => refusedCommit(topic, TOPIC_AUTHORIZATION_FAILED),
  )
  return partly({ ...body, topics: allowed }, 'topics', refused)
}

/** The rows. */
export const transactionRules: readonly RuleRow[] = [
  row(initProducerIdApi, (context) => {
    const { may, maySome, body } = context
    const refuse = (errorCode: number) => ({ refuse: { errorCode, producerId: -1n, producerEpoch: -1 } })
    if (body.transactionalId !== null) {
      const isAllowed = may(WRITE, TRANSACTIONAL_ID, body.transactionalId)
      return isAllowed ? ALLOWED : refuse(TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
    }
    // KIP-679: whoever may write to a topic may write with sequences.
    if (mayOnCluster(context, IDEMPOTENT_WRITE) || maySome(WRITE, TOPIC)) return ALLOWED
    return refuse(CLUSTER_AUTHORIZATION_FAILED)
  }),
  row(addPartitionsToTxnApi, addPartitions),
  row(addOffsetsToTxnApi, ({ may, body }) => {
    if (!may(WRITE, TRANSACTIONAL_ID, body.transactionalId)) {
      return { refuse: { errorCode: TRANSACTIONAL_ID_AUTHORIZATION_FAILED } }
    }
    return may(READ, GROUP, body.groupId) ? ALLOWED : { refuse: { errorCode: GROUP_AUTHORIZATION_FAILED } }
  }),
  row(endTxnApi, ({ may, body }) =>
    may(WRITE, TRANSACTIONAL_ID, body.transactionalId)
      ? ALLOWED
      : { refuse: { errorCode: TRANSACTIONAL_ID_AUTHORIZATION_FAILED } },
  ),
  row(writeTxnMarkersApi, (context) => {
    if (mayOnCluster(context, ALTER) || mayOnCluster(context, CLUSTER_ACTION)) return ALLOWED
    const markers = context.body.markers.map(({ producerId, topics }) => ({
      producerId,
      topics: topics.map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionIndexes.map((partitionIndex) => {
          return { partitionIndex, errorCode: CLUSTER_AUTHORIZATION_FAILED }
        }),
      })),
    }))
    return { refuse: { markers } }
  }),
  row(txnOffsetCommitApi, txnOffsetCommit),
  row(describeTransactionsApi, ({ may, body }) => {
    const { allowed, refused } = split(
      body.transactionalIds,
      (id) => may(DESCRIBE, TRANSACTIONAL_ID, id),
      (transactionalId) => ({ transactionalId, errorCode: TRANSACTIONAL_ID_AUTHORIZATION_FAILED }),
    )
    const finish = (response: object) => {
      const states = (response as { transactionStates?: readonly { topics?: readonly { topic: string }[] }[] })
        .transactionStates
      const seen = (states ?? []).map((state) => ({
        ...state,
        topics: (state.topics ?? []).filter(({ topic }) => may(DESCRIBE, TOPIC, topic)),
      }))
      return { ...response, transactionStates: [...seen, ...refused] }
    }
    return { body: { ...body, transactionalIds: allowed }, finish }
  }),
  row(listTransactionsApi, ({ may }) => ({
    finish: (response) => {
      const states = (response as { transactionStates?: readonly { transactionalId: string }[] }).transactionStates
      const seen = (states ?? []).filter(({ transactionalId }) => may(DESCRIBE, TRANSACTIONAL_ID, transactionalId))
      return { ...response, transactionStates: seen }
    },
  })),
]
