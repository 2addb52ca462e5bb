import { type Environment, type NetworkOptions, networkOptionTable } from '@odradek/network'
import { type Destination, NetworkClient, resolveOptions, type TopicMetadata } from '@odradek/network/internal'
import {
  type Api,
  BrokerError,
  ConnectionError,
  ErrorCode,
  KafkaError,
  type MessageInput,
  TimeoutError,
  UnsupportedVersionError,
} from '@odradek/protocol'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { deleteTopicsApi } from '@odradek/protocol/apis/delete-topics'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'

import { CommandError } from '../cli/command-error.ts'

const LATEST = -1n
const RETRY_MS = 100
const RETRY_MAX_MS = 1000
/** From the next version on these name topics by their id. */
const LAST_OFFSET_COMMIT_BY_NAME = 9
const LAST_OFFSET_FETCH_BY_NAME = 9

/**
 * What the main job asks of the cluster beside the two clients: it makes and deletes the topic, and reads the end of the log and the
 * committed offsets itself, so that the verdict does not rest on what the consumers believe. Errors that pass are tried again.
 */
export class ClusterAccess {
  readonly #client: NetworkClient
  readonly #environment: Environment
  readonly #bootstrapServers: string
  readonly #timeoutMs: number
  readonly #closed = new AbortController()

  /** `timeoutMs` is the limit for each question, retries included. Throws UsageError for bootstrap servers that are none. */
  constructor(bootstrapServers: string, environment: Environment, timeoutMs: number) {
    const options = { bootstrapServers, clientId: 'odradek-main-job', requestTimeoutMs: timeoutMs }
    const config = resolveOptions<NetworkOptions, typeof networkOptionTable>('main-job', networkOptionTable, options)
    this.#client = new NetworkClient(config, environment, { allowAutoTopicCreation: false })
    this.#environment = environment
    this.#bootstrapServers = bootstrapServers
    this.#timeoutMs = timeoutMs
  }

  /** Throws CommandError where no broker can be reached, or where brokers have no groups: those before Kafka 0.9. */
  async requireGroups(group: string): Promise<void> {
    try {
      await this.#retrying(() =>
        this.#send('any', heartbeatApi, { groupId: group, generationId: 0, memberId: 'nobody' }),
      )
    } catch (error) {
      if (!UnsupportedVersionError.is(error)) throw this.#unreachable(error)
      throw new CommandError(error.message, { hint: 'The main job reads with a consumer group.', cause: error })
    }
  }

  /** How many partitions a topic has, undefined where it does not exist. Throws CommandError where no broker can be reached. */
  async partitionCount(topic: string): Promise<number | undefined> {
    const { metadata } = this.#client
    metadata.addTopics([topic], this.#environment.clock.nowMs())
    try {
      const known = await this.#untilMetadata(topic, ({ errorCode }) => errorCode !== ErrorCode.LEADER_NOT_AVAILABLE)
      if (known.errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) return undefined
      if (known.errorCode !== ErrorCode.NONE)
        throw new BrokerError({ api: 'Metadata', errorCode: known.errorCode, topic })
      return known.partitions.length
    } catch (error) {
      throw this.#unreachable(error)
    }
  }

  /** Waits for a topic that the broker makes because it is asked about; gives how many partitions it has. */
  async untilMade(topic: string): Promise<number> {
    const { metadata } = this.#client
    metadata.addTopics([topic], this.#environment.clock.nowMs())
    return (await this.#untilMetadata(topic, isReady(1))).partitions.length
  }

  /** Creates a topic and waits until each partition has a leader. */
  async createTopic(topic: string, partitions: number): Promise<void> {
    const create = { name: topic, numPartitions: partitions }
    const request = (version: number) => ({
      // Before version 4 the broker's default could not be asked for.
      topics: [{ ...create, replicationFactor: version >= 4 ? -1 : 1 }],
      timeoutMs: this.#timeoutMs,
    })
    await this.#retrying(async () => {
      const response = await this.#send(this.#controller(), createTopicsApi, request)
      const { errorCode, errorMessage } = response.topics[0]!
      if (errorCode === ErrorCode.NONE || errorCode === ErrorCode.TOPIC_ALREADY_EXISTS) return
      if (errorCode === ErrorCode.NOT_CONTROLLER) this.#client.metadata.requestUpdate(this.#environment.clock.nowMs())
      throw new BrokerError({ api: 'CreateTopics', errorCode, topic, detail: errorMessage })
    })
    const nowMs = this.#environment.clock.nowMs()
    // Not before: old brokers make a topic that they are asked about.
    this.#client.metadata.addTopics([topic], nowMs)
    this.#client.metadata.requestUpdate(nowMs)
    await this.#untilMetadata(topic, isReady(partitions))
  }

  /** Deletes a topic. */
  async deleteTopic(topic: string): Promise<void> {
    const timeoutMs = this.#timeoutMs
    const request = (version: number) =>
      version >= 6 ? { topics: [{ name: topic }], timeoutMs } : { topicNames: [topic], timeoutMs }
    await this.#retrying(async () => {
      const response = await this.#send(this.#controller(), deleteTopicsApi, request)
      check('DeleteTopics', response.responses[0]!.errorCode, topic)
    })
  }

  /** Deletes a group that has no members. */
  async deleteGroup(group: string): Promise<void> {
    await this.#retrying(async () => {
      const response = await this.#send(await this.#coordinator(group), deleteGroupsApi, { groupsNames: [group] })
      check('DeleteGroups', response.results[0]!.errorCode)
    })
  }

  /** The offset that the next record of each partition will have. */
  async logEnds(topic: string, partitions: number): Promise<bigint[]> {
    await this.#untilMetadata(topic, isReady(partitions))
    return Promise.all(Array.from({ length: partitions }, (_, partition) => this.#logEnd(topic, partition)))
  }

  /** The group's committed offset of each partition, undefined where there is none. */
  async committed(group: string, topic: string, partitions: number): Promise<(bigint | undefined)[]> {
    const wanted = [{ name: topic, partitionIndexes: Array.from({ length: partitions }, (_, partition) => partition) }]
    const request = (version: number) =>
      version >= 8 ? { groups: [{ groupId: group, topics: wanted }] } : { groupId: group, topics: wanted }
    return this.#retrying(async () => {
      const response = await this.#send(
        await this.#coordinator(group),
        offsetFetchApi,
        request,
        LAST_OFFSET_FETCH_BY_NAME,
      )
      const answer = response.groups[0] ?? response
      check('OffsetFetch', answer.errorCode)
      const offsets = new Array<bigint | undefined>(partitions).fill(undefined)
      for (const { partitionIndex, committedOffset, errorCode } of answer.topics[0]?.partitions ?? []) {
        check('OffsetFetch', errorCode, topic, partitionIndex)
        if (committedOffset >= 0n) offsets[partitionIndex] = committedOffset
      }
      return offsets
    })
  }

  /** Commits offsets for a group that has no members, so that its first member begins there. */
  async commit(group: string, topic: string, offsets: readonly bigint[]): Promise<void> {
    const partitions = offsets.map((committedOffset, partitionIndex) => ({ partitionIndex, committedOffset }))
    await this.#retrying(async () => {
      const request = { groupId: group, topics: [{ name: topic, partitions }] }
      const response = await this.#send(
        await this.#coordinator(group),
        offsetCommitApi,
        request,
        LAST_OFFSET_COMMIT_BY_NAME,
      )
      for (const { partitionIndex, errorCode } of response.topics[0]!.partitions) {
        check('OffsetCommit', errorCode, topic, partitionIndex)
      }
    })
  }

  /** Closes the connections. What waits for metadata is rejected. */
  async close(): Promise<void> {
    this.#closed.abort()
    await this.#client.close()
  }

  async #logEnd(topic: string, partition: number): Promise<bigint> {
    const question = { partitionIndex: partition, timestamp: LATEST, maxNumOffsets: 1 }
    return this.#retrying(async () => {
      const leader = this.#client.metadata.current.topics.get(topic)?.partitions[partition]?.leader ?? -1
      const request = (version: number) => {
        const { maxNumOffsets, ...later } = question
        return {
          replicaId: -1,
          topics: [{ name: topic, partitions: [version === 0 ? { ...later, maxNumOffsets } : later] }],
        }
      }
      const response = await this.#send({ nodeId: leader, channel: 'default' }, listOffsetsApi, request)
      const { errorCode, offset, oldStyleOffsets } = response.topics[0]!.partitions[0]!
      check('ListOffsets', errorCode, topic, partition)
      return oldStyleOffsets[0] ?? offset
    })
  }

  #controller(): Destination {
    const { controllerId } = this.#client.metadata.current
    return controllerId < 0 ? 'any' : { nodeId: controllerId, channel: 'default' }
  }

  async #coordinator(group: string): Promise<Destination> {
    const request = (version: number) => (version >= 4 ? { coordinatorKeys: [group] } : { key: group })
    const response = await this.#send('any', findCoordinatorApi, request)
    const { errorCode, nodeId } = response.coordinators[0] ?? response
    check('FindCoordinator', errorCode)
    return { nodeId, channel: 'coordinator' }
  }

  #send<Req, Res>(
    destination: Destination,
    api: Api<Req, Res>,
    request: MessageInput<Req> | ((version: number) => MessageInput<Req>),
    maxVersion?: number,
  ): Promise<Res> {
    return this.#client.send(destination, api, request, {
      timeoutMs: this.#timeoutMs,
      ...(maxVersion !== undefined && { maxVersion }),
    })
  }

  /** Tries again while the error is one that passes and there is time. */
  async #retrying<T>(attempt: () => Promise<T>): Promise<T> {
    const { clock } = this.#environment
    const deadlineMs = clock.nowMs() + this.#timeoutMs
    for (let waitMs = RETRY_MS; ; waitMs = Math.min(waitMs * 2, RETRY_MAX_MS)) {
      try {
        return await attempt()
      } catch (error) {
        if (!KafkaError.is(error) || !error.retriable || clock.nowMs() + waitMs > deadlineMs) throw error
        await new Promise<void>((resolve) => clock.setTimer(waitMs, resolve))
      }
    }
  }

  /** The topic's metadata, once it is known and as wanted. Throws TimeoutError, with the last connection's error as its cause. */
  #untilMetadata(topic: string, isWanted: (topic: TopicMetadata) => boolean): Promise<TopicMetadata> {
    const { metadata } = this.#client
    this.#client.wakeup()
    return new Promise((resolve, reject) => {
      const look = () => {
        const known = metadata.current.topics.get(topic)
        if (known === undefined || !isWanted(known)) return
        stop()
        resolve(known)
      }
      const onClose = () => {
        stop()
        reject(new ConnectionError('the main job was stopped'))
      }
      const timer = this.#environment.clock.setTimer(this.#timeoutMs, () => {
        stop()
        const cause = this.#client.lastConnectionError ?? metadata.lastError
        reject(new TimeoutError(`no metadata of topic ${topic} in ${this.#timeoutMs} ms`, { cause }))
      })
      const stopListening = metadata.onUpdate(look)
      const stop = () => {
        timer.cancel()
        stopListening()
        this.#closed.signal.removeEventListener('abort', onClose)
      }
      this.#closed.signal.addEventListener('abort', onClose)
      look()
    })
  }

  #unreachable(error: unknown): unknown {
    if (!TimeoutError.is(error) && !ConnectionError.is(error)) return error
    const what = error.cause instanceof Error ? error.cause.message : `no broker answers at ${this.#bootstrapServers}`
    return new CommandError(`${what} (given up after ${this.#timeoutMs} ms)`, {
      hint: 'Check the address given with --bootstrap, or leave it out to use the broker that comes with this program.',
      cause: error,
    })
  }
}

function isReady(partitions: number): (topic: TopicMetadata) => boolean {
  return (topic) =>
    topic.errorCode === ErrorCode.NONE &&
    topic.partitions.length >= partitions &&
    topic.partitions.every(({ leader }) => leader >= 0)
}

function check(api: string, errorCode: number, topic?: string, partition?: number): void {
  if (errorCode === ErrorCode.NONE) return
  throw new BrokerError({
    api,
    errorCode,
    ...(topic !== undefined && { topic }),
    ...(partition !== undefined && { partition }),
  })
}
