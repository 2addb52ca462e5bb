// Acquires records of the assigned partitions from their leaders and tells them what became of them: ShareFetch, which does both, and
// ShareAcknowledge where nothing is to be fetched. One request of a session is in flight at a time, since each bears the next epoch.
import { ZERO_UUID } from '@odradek/bytes'
import {
  type AnyUnsentRequest,
  type NodeAvailability,
  partitionMetadata,
  type PollResult,
  type RequestManager,
} from '@odradek/network/internal'
import { type KafkaError, UnsupportedVersionError } from '@odradek/protocol'
import type { ShareFetchResponse } from '@odradek/protocol/messages/share-fetch-response'
import type { ConsumerEvents } from '../consumer-events.ts'
import { reactionTo, stepError } from '../error-table.ts'
import type { RecordReadingOptions } from '../fetch/completed-fetch.ts'
import type { MetadataSource } from '../metadata-source.ts'
import { type TopicPartition, topicPartitionKey } from '../topic-partition.ts'
import { CompletedShareFetch } from './completed-share-fetch.ts'
import type { HeldRecord } from './held-record.ts'
import { lockLost, type ShareAcknowledgements, type ToldPartition } from './share-acknowledgements.ts'
import type { ShareBuffer } from './share-buffer.ts'
import type { ShareConsumerEvent, ShareSignal } from './share-events.ts'
import { ShareRenewals } from './share-renewals.ts'
import { ShareRequests, type ShareRequestOptions, type RenewedRanges } from './share-requests.ts'
import { type SharePartitionName, ShareSession } from './share-session.ts'

/** What ShareFetcher is told; the share consumer's options fit. */
export interface ShareFetcherOptions extends RecordReadingOptions, ShareRequestOptions {
  /** How long to wait after `attempts` failures in a row, in milliseconds. */
  readonly backoffMs: (attempts: number) => number
}

/** What it works with. */
export interface ShareFetcherDependencies {
  readonly metadata: MetadataSource
  readonly availability: NodeAvailability
  readonly events: ConsumerEvents<ShareConsumerEvent | ShareSignal>
  readonly acknowledgements: ShareAcknowledgements
  readonly buffer: ShareBuffer
  /** As whom requests are sent. */
  readonly memberId: () => string
  readonly onFatal: (error: KafkaError) => void
}

/** One broker, and where the exchange with it stands. */
interface Node {
  readonly nodeId: number
  session: ShareSession
  isBusy: boolean
  failures: number
  retryAtMs: number
  /** Brokers before 4.2 cannot. */
  canRenew: boolean
  /** Whether it refused the last renewal: acknowledgements come before the next one. */
  hasRefused: boolean
}

const CLOSED = 'the consumer has closed'

/** See the head of the file. */
export class ShareFetcher implements RequestManager<ShareConsumerEvent | ShareSignal> {
  /** Whether sessions are begun; while closing they are ended, with what is still to be told. */
  phase: 'open' | 'closing' = 'open'
  /** Partitions to acquire from. */
  assignment: readonly TopicPartition[] = []
  fetches = 0
  bytes = 0
  readonly #options: ShareFetcherOptions
  readonly #on: ShareFetcherDependencies
  readonly #requests: ShareRequests
  readonly #renewals: ShareRenewals
  readonly #nodes = new Map<number, Node>()
  #lockMs = 30_000

  constructor(options: ShareFetcherOptions, dependencies: ShareFetcherDependencies) {
    this.#options = options
    this.#on = dependencies
    this.#requests = new ShareRequests(options, dependencies.memberId)
    this.#renewals = new ShareRenewals(dependencies.acknowledgements, dependencies.buffer)
  }

  /** Whether all sessions are over. */
  get isIdle(): boolean {
    for (const { isBusy, session } of this.#nodes.values()) if (isBusy || session.isOpen) return false
    return true
  }

  /** The records about which something is decided that no broker has taken yet. */
  *decided(): Generator<HeldRecord, undefined> {
    for (const { session } of this.#nodes.values())
      for (const record of session.held) if (record.state === 'decided' || record.state === 'telling') yield record
  }

  /** All sessions end at once, without a word: the brokers give the locks up when they miss the member. */
  abandon(error: KafkaError): void {
    for (const node of this.#nodes.values()) this.#endSession(node, error)
  }

  poll(nowMs: number): PollResult<ShareConsumerEvent | ShareSignal> {
    const requests: AnyUnsentRequest[] = []
    this.#expireLocks(nowMs)
    const wanted = this.#wantedByLeader(nowMs)
    const isHungry = this.#isHungry
    let nextPollAtMs = Infinity
    for (const { session, canRenew } of this.#nodes.values())
      nextPollAtMs = Math.min(nextPollAtMs, this.#renewals.nextLookMs(session, canRenew, this.#lockMs, nowMs))
    for (const node of this.#nodes.values()) {
      if (node.isBusy) continue
      if (nowMs < node.retryAtMs) {
        nextPollAtMs = Math.min(nextPollAtMs, node.retryAtMs)
        continue
      }
      const request = this.#nextRequest(node, wanted.get(node.nodeId) ?? [], isHungry, nowMs)
      if (request === undefined || !this.#on.availability.canSend(node.nodeId, 'fetch', nowMs)) continue
      node.isBusy = true
      requests.push(request())
    }
    return { requests, events: this.#on.events.drain(), nextPollAtMs }
  }

  /** Nothing is locked ahead of its use: a member that is busy must not keep records from those that are idle. */
  get #isHungry(): boolean {
    const { isWanted, isEmpty } = this.#on.buffer
    return this.phase === 'open' && isWanted && isEmpty
  }

  #wantedByLeader(nowMs: number): Map<number, SharePartitionName[]> {
    const { metadata } = this.#on
    const byLeader = new Map<number, SharePartitionName[]>()
    for (const { topic, partition } of this.assignment) {
      const leader = partitionMetadata(metadata.current, topic, partition)?.leader ?? -1
      const topicId = metadata.current.topics.get(topic)?.topicId ?? ZERO_UUID
      if (leader < 0 || topicId === ZERO_UUID) {
        metadata.requestUpdate(nowMs)
        continue
      }
      const name = { key: topicPartitionKey({ topic, partition }), topic, topicId, partition }
      const others = byLeader.get(leader)
      if (others === undefined) byLeader.set(leader, [name])
      else others.push(name)
      if (!this.#nodes.has(leader)) this.#nodes.set(leader, newNode(leader))
    }
    return byLeader
  }

  /** What the broker is to be asked or told next. */
  #nextRequest(
    node: Node,
    wanted: readonly SharePartitionName[],
    isHungry: boolean,
    nowMs: number,
  ): (() => AnyUnsentRequest) | undefined {
    const { session } = node
    const { acknowledgements } = this.#on
    if (this.phase === 'closing') return session.isOpen ? () => this.#acknowledge(node, session.finalEpoch) : undefined
    const hasSomething = acknowledgements.has(session)
    const renewals = this.#renewals.due(session, node.canRenew, this.#lockMs, nowMs)
    // What a broker refuses again and again must not keep from it what it would take.
    if (renewals.ranges.length > 0 && !(hasSomething && node.hasRefused))
      return () => this.#renew(node, renewals, nowMs)
    node.hasRefused = false
    const fetches = isHungry && wanted.length > 0
    // A fetch waits for records: whoever waits for the word on acknowledgements must not wait with it.
    const tellsFirst = acknowledgements.isCommitting || acknowledgements.has(session, (one) => !session.knows(one))
    if (hasSomething && (!fetches || tellsFirst)) return () => this.#acknowledge(node, session.epoch)
    return fetches ? () => this.#fetch(node, wanted, nowMs) : undefined
  }

  #fetch(node: Node, wanted: readonly SharePartitionName[], sentAtMs: number): AnyUnsentRequest {
    const { session } = node
    const told = session.isOpen ? this.#on.acknowledgements.take(session) : []
    const request = this.#requests.fetch(session, wanted, told, (response: ShareFetchResponse, nowMs: number) => {
      if (!this.#onAnswer(node, session, 'share-fetch', response, told, nowMs)) return
      session.onAccepted(wanted)
      this.fetches++
      if (response.acquisitionLockTimeoutMs > 0) this.#lockMs = response.acquisitionLockTimeoutMs
      this.#onFetched(node, session, wanted, told, response, sentAtMs, nowMs)
    })
    return { ...request, onFailure: (error, nowMs) => this.#onFailure(node, session, told, error, nowMs) }
  }

  #acknowledge(node: Node, epoch: number): AnyUnsentRequest {
    const { session } = node
    const told = this.#on.acknowledgements.take(session)
    // The broker gives what is still in hand to others when it hears this: handlers are told before anybody else has their records.
    if (epoch === session.finalEpoch) this.#on.acknowledgements.lapse(session.inHand, lockLost(CLOSED))
    const request = this.#requests.acknowledge(session, epoch, told, (response, nowMs) => {
      if (!this.#onAnswer(node, session, 'share-acknowledge', response, told, nowMs)) return
      session.onAccepted()
      const answers = new Map(
        response.responses.flatMap(({ topicId, partitions }) =>
          partitions.map((one) => [`${topicId}/${one.partitionIndex}`, one] as const),
        ),
      )
      for (const one of told) {
        const { errorCode = 0, errorMessage = null } = answers.get(`${one.topicId}/${one.partition}`) ?? {}
        if (this.#on.acknowledgements.onAnswer(one, { errorCode, errorMessage }, session)) this.#pause(node, nowMs)
        if (errorCode !== 0) this.#on.metadata.requestUpdate(nowMs)
      }
      if (epoch === session.finalEpoch) this.#endSession(node, lockLost(CLOSED))
    })
    return { ...request, onFailure: (error, nowMs) => this.#onFailure(node, session, told, error, nowMs) }
  }

  #renew(node: Node, renewals: RenewedRanges, sentAtMs: number): AnyUnsentRequest {
    const { session } = node
    const { acknowledgements, events, metadata } = this.#on
    const request = this.#requests.renew(session, renewals, (response, nowMs) => {
      if (!this.#onAnswer(node, session, 'share-acknowledge', response, [], nowMs)) {
        acknowledgements.onRenewed(renewals.asked, stepError('share-acknowledge', response.errorCode))
        return
      }
      session.onAccepted()
      const refusals = this.#renewals.onAnswer(session, renewals, response, sentAtMs + this.#lockMs)
      if (refusals.length === 0) return
      node.hasRefused = true
      this.#pause(node, nowMs)
      metadata.requestUpdate(nowMs)
      for (const refusal of refusals) events.push(refusal)
    })
    return {
      ...request,
      onFailure: (error, nowMs) => {
        acknowledgements.onRenewed(renewals.asked, error)
        if (UnsupportedVersionError.is(error)) {
          node.isBusy = false
          node.canRenew = false
        } else this.#onFailure(node, session, [], error, nowMs)
      },
    }
  }

  /** Takes note of an answer as a whole; says whether the session goes on and its parts are to be looked at. */
  #onAnswer(
    node: Node,
    session: ShareSession,
    step: 'share-fetch' | 'share-acknowledge',
    { errorCode, errorMessage }: { errorCode: number; errorMessage: string | null },
    told: readonly ToldPartition[],
    nowMs: number,
  ): boolean {
    node.isBusy = false
    if (node.session !== session) return false
    const reaction = reactionTo(step, errorCode)
    if (reaction === 'none') {
      node.failures = 0
      return true
    }
    const error = stepError(step, errorCode, { ...(errorMessage === null ? {} : { detail: errorMessage }) })
    this.#pause(node, nowMs)
    if (reaction === 'retry') {
      // An error of the whole request counts the epoch on all the same.
      session.onAccepted()
      this.#on.acknowledgements.tellAgain(told, session)
      this.#on.events.push({ type: 'retry', api: step === 'share-fetch' ? 'ShareFetch' : 'ShareAcknowledge', error })
      return false
    }
    this.#endSession(node, error)
    if (reaction === 'fatal') this.#on.onFatal(error)
    else if (reaction === 'reject') this.#on.events.push({ type: 'failed', error, fatal: false })
    return false
  }

  #onFetched(
    node: Node,
    session: ShareSession,
    wanted: readonly SharePartitionName[],
    told: readonly ToldPartition[],
    response: ShareFetchResponse,
    sentAtMs: number,
    nowMs: number,
  ): void {
    const names = new Map(wanted.map((one) => [`${one.topicId}/${one.partition}`, one]))
    const answered = new Map(told.map((one) => [`${one.topicId}/${one.partition}`, one]))
    for (const { topicId, partitions } of response.responses)
      for (const data of partitions) {
        const id = `${topicId}/${data.partitionIndex}`
        const one = answered.get(id)
        answered.delete(id)
        const answer = { errorCode: data.acknowledgeErrorCode, errorMessage: data.acknowledgeErrorMessage }
        if (one !== undefined && this.#on.acknowledgements.onAnswer(one, answer, session)) this.#pause(node, nowMs)
        const name = names.get(id)
        if (name !== undefined) this.#onPartition(node, { ...name, session }, data, sentAtMs, nowMs)
      }
    // A broker has nothing to say of what went well.
    for (const one of answered.values())
      this.#on.acknowledgements.onAnswer(one, { errorCode: 0, errorMessage: null }, session)
  }

  #onPartition(
    node: Node,
    source: SharePartitionName & { session: ShareSession },
    data: ShareFetchResponse['responses'][number]['partitions'][number],
    sentAtMs: number,
    nowMs: number,
  ): void {
    const { topic, partition } = source
    const reaction = reactionTo('share-partition', data.errorCode)
    if (reaction === 'none') {
      if (data.records === null || data.acquiredRecords.length === 0) return
      this.bytes += data.records.length
      // The broker locked them later than the request was sent: it never gives them away before we know.
      const lockedUntilMs = sentAtMs + this.#lockMs
      const { acknowledgements, buffer } = this.#on
      buffer.add(
        new CompletedShareFetch(
          source,
          data.records,
          data.acquiredRecords,
          lockedUntilMs,
          this.#options,
          acknowledgements,
        ),
      )
      return
    }
    const error = stepError('share-partition', data.errorCode, { topic, partition })
    this.#pause(node, nowMs)
    if (reaction === 'refresh-metadata') this.#on.metadata.requestUpdate(nowMs)
    if (reaction === 'reject') this.#on.events.push({ type: 'failed', error, fatal: false })
    else this.#on.events.push({ type: 'retry', api: 'ShareFetch', error, topic, partition })
  }

  /** No answer: whether the broker has acted is not known, and neither is the epoch. The session begins anew. */
  #onFailure(
    node: Node,
    session: ShareSession,
    told: readonly ToldPartition[],
    error: KafkaError,
    nowMs: number,
  ): void {
    node.isBusy = false
    if (node.session !== session) return
    this.#pause(node, nowMs)
    this.#on.acknowledgements.fail(told, error)
    this.#endSession(node, error)
    this.#on.metadata.requestUpdate(nowMs)
    if (error.retriable) this.#on.events.push({ type: 'retry', api: 'ShareFetch', error })
    else this.#on.onFatal(error)
  }

  #endSession(node: Node, error: KafkaError): void {
    const { session } = node
    node.session = new ShareSession(node.nodeId)
    const records = session.held.size + this.#on.buffer.drop(session)
    this.#on.acknowledgements.end(session, error)
    if (records > 0 && this.phase === 'open') this.#on.events.push({ type: 'locks-lost', records, error })
  }

  #expireLocks(nowMs: number): void {
    let records = this.#on.buffer.expire(nowMs)
    for (const { session } of this.#nodes.values()) {
      const late = [...session.held].filter((one) => one.lockedUntilMs <= nowMs && one.state !== 'telling')
      if (late.length === 0) continue
      records += late.length
      this.#on.acknowledgements.lapse(late, lockLost())
    }
    if (records > 0) this.#on.events.push({ type: 'locks-lost', records, error: lockLost() })
  }

  #pause(node: Node, nowMs: number): void {
    node.retryAtMs = nowMs + this.#options.backoffMs(node.failures++)
  }
}

function newNode(nodeId: number): Node {
  return {
    nodeId,
    session: new ShareSession(nodeId),
    isBusy: false,
    failures: 0,
    retryAtMs: -Infinity,
    canRenew: true,
    hasRefused: false,
  }
}
