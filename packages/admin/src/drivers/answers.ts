// What an error code in an answer means: done, ask again, ask another, or failed. Which codes are worth another try depends on who was asked.
import {
  AuthorizationError,
  BrokerError,
  ErrorCode,
  errorMessage,
  errorName,
  type KafkaError,
  UnsupportedVersionError,
} from '@odradek/protocol'

import { partitionKey } from '../partitions-by-topic.ts'
import type { Outcome } from './drive-items.ts'
import type { TopicPartition } from './places.ts'

/** Of what an error code is said. */
export interface AnswerContext {
  readonly api: string
  readonly topic?: string
  readonly partition?: number
  /** What the item is where it is no topic: `group billing`. */
  readonly resource?: string
  /** The broker's own words. */
  readonly detail?: string | null
}

/** Codes that are worth another try; all others fail the item. */
export interface Reactions {
  readonly retry: ReadonlySet<number>
  readonly move: ReadonlySet<number>
}

/** Of any broker. */
export const anyBrokerReactions: Reactions = { retry: new Set(), move: new Set() }

/** Of the controller. THROTTLING_QUOTA_EXCEEDED: too many changes of topics for now (KIP-599). */
export const controllerReactions: Reactions = {
  retry: new Set([ErrorCode.THROTTLING_QUOTA_EXCEEDED]),
  move: new Set([ErrorCode.NOT_CONTROLLER]),
}

/** Of partition leaders. */
export const leaderReactions: Reactions = {
  retry: new Set([ErrorCode.OFFSET_NOT_AVAILABLE]),
  move: new Set([
    ErrorCode.NOT_LEADER_OR_FOLLOWER,
    ErrorCode.LEADER_NOT_AVAILABLE,
    ErrorCode.REPLICA_NOT_AVAILABLE,
    ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
    ErrorCode.FENCED_LEADER_EPOCH,
    ErrorCode.UNKNOWN_LEADER_EPOCH,
    ErrorCode.KAFKA_STORAGE_ERROR,
  ]),
}

/** Of coordinators of groups and of transactions. */
export const coordinatorReactions: Reactions = {
  retry: new Set([ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.CONCURRENT_TRANSACTIONS]),
  move: new Set([ErrorCode.COORDINATOR_NOT_AVAILABLE, ErrorCode.NOT_COORDINATOR]),
}

interface PartitionAnswer {
  readonly partitionIndex: number
}

/** A topic of an answer, by whichever of Kafka's two names for its name. */
type TopicAnswer<Answer extends PartitionAnswer> = { readonly partitions: readonly Answer[] } & (
  { readonly name: string } | { readonly topicName: string }
)

const AUTHORIZATION: ReadonlySet<number> = new Set([
  ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  ErrorCode.GROUP_AUTHORIZATION_FAILED,
  ErrorCode.CLUSTER_AUTHORIZATION_FAILED,
  ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
  ErrorCode.DELEGATION_TOKEN_AUTHORIZATION_FAILED,
])

/** The value where there is no error, else what the code leads to. */
export function outcomeOf<Value>(
  errorCode: number,
  context: AnswerContext,
  reactions: Reactions,
  value: () => Value,
): Outcome<Value> {
  return errorCode === ErrorCode.NONE ? { value: value() } : failureOf(errorCode, context, reactions)
}

/** Where the whole answer is an error: what that leads to, for each item alike. Undefined where it is none. */
export function outcomeForAll<Item>(
  items: readonly Item[],
  errorCode: number,
  context: AnswerContext,
  reactions: Reactions,
): Map<Item, Outcome<never>> | undefined {
  if (errorCode === ErrorCode.NONE) return undefined
  const outcome = failureOf(errorCode, context, reactions)
  return new Map(items.map((item) => [item, outcome]))
}

function failureOf(errorCode: number, context: AnswerContext, { retry, move }: Reactions): Outcome<never> {
  const error = answerError(errorCode, context)
  if (retry.has(errorCode)) return { retry: error }
  return move.has(errorCode) ? { move: error } : { error }
}

/** The error that a code stands for. */
export function answerError(errorCode: number, context: AnswerContext): KafkaError {
  const { api, topic, partition, resource, detail } = context
  const partitionText = partition === undefined ? '' : `-${partition}`
  const what = resource ?? (topic === undefined ? undefined : `topic ${topic}${partitionText}`)
  const words = detail ? `: ${detail}` : ''
  if (AUTHORIZATION.has(errorCode)) {
    const name = errorName(errorCode)
    const where = what === undefined ? '' : ` on ${what}`
    return new AuthorizationError(
      `${api}: this client may not do this${where} (${name})${words}; an ACL has to allow it`,
      {
        errorCode,
        errorName: name,
        ...(what === undefined ? {} : { resource: what }),
      },
    )
  }
  if (errorCode === ErrorCode.UNSUPPORTED_VERSION) {
    const where = what === undefined ? '' : ` for ${what}`
    return new UnsupportedVersionError(`${api}${where}: ${detail || errorMessage(errorCode)}`, { api })
  }
  const told = resource === undefined ? detail : [`(${resource})`, detail].filter(Boolean).join(' ')
  return new BrokerError({
    api,
    errorCode,
    ...(topic === undefined ? {} : { topic }),
    ...(partition === undefined ? {} : { partition }),
    ...(told === undefined ? {} : { detail: told }),
  })
}

/** Answers by item, for a whole batch: what the broker left out of its answer failed. */
export function collectOutcomes<Item, Answer, Value>(
  items: readonly Item[],
  api: string,
  answerOf: (item: Item) => Answer | undefined,
  outcome: (item: Item, answer: Answer) => Outcome<Value>,
): Map<Item, Outcome<Value>> {
  return new Map(
    items.map((item) => {
      const answer = answerOf(item)
      if (answer !== undefined) return [item, outcome(item, answer)]
      const detail = `its answer leaves out ${typeof item === 'object' ? JSON.stringify(item, jsonSafe) : String(item)}`
      return [item, { error: answerError(ErrorCode.UNKNOWN_SERVER_ERROR, { api, detail }) }]
    }),
  )
}

/** The same where the answer lists partitions by topic, as most do. */
export function collectPartitionOutcomes<Item extends TopicPartition, Answer extends PartitionAnswer, Value>(
  items: readonly Item[],
  api: string,
  topics: readonly TopicAnswer<Answer>[],
  outcome: (item: Item, answer: Answer) => Outcome<Value>,
): Map<Item, Outcome<Value>> {
  const answers = new Map<string, Answer>()
  for (const topic of topics) {
    const name = 'name' in topic ? topic.name : topic.topicName
    for (const answer of topic.partitions) answers.set(partitionKey(name, answer.partitionIndex), answer)
  }
  return collectOutcomes(items, api, ({ topic, partition }) => answers.get(partitionKey(topic, partition)), outcome)
}

function jsonSafe(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
