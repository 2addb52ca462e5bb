// The requests of the classic group protocol and who may act on their answers: one JoinGroup or SyncGroup is in flight at a time, and an
// answer to one that was abandoned counts for nothing. What an answer means is the membership's business.
import type { AnyUnsentRequest, Channel, NodeAvailability } from '@odradek/network/internal'
import type { Api, KafkaError, MessageInput } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { TopicPartition } from '../topic-partition.ts'
import {
  type Generation,
  heartbeatMessage,
  joinGroupMessage,
  type JoinOptions,
  type JoinSubscription,
  leaveGroupMessage,
  syncGroupMessage,
} from './classic-requests.ts'
import type { GroupCoordinator } from './group-membership.ts'
import type { Heartbeat } from './heartbeat.ts'

/** What ClassicExchange is told. */
export interface ClassicExchangeOptions extends JoinOptions {
  readonly requestTimeoutMs: number
}

/** What it works with, and whom it tells. */
export interface ClassicExchangeDependencies {
  readonly coordinator: GroupCoordinator
  readonly availability: NodeAvailability
  readonly heartbeat: Heartbeat
  readonly onJoinResponse: (response: JoinGroupResponse, nowMs: number) => void
  readonly onSyncResponse: (response: SyncGroupResponse, nowMs: number) => void
  readonly onHeartbeatResponse: (errorCode: number, round: number, sentAtMs: number, nowMs: number) => void
  readonly onHeartbeatFailure: (error: KafkaError, round: number, nowMs: number) => void
  /** LeaveGroup was answered, or never will be. */
  readonly onLeft: () => void
  /** A JoinGroup or SyncGroup that counts was not answered. */
  readonly onNoAnswer: (api: string, error: KafkaError, nowMs: number) => void
}

/** JoinGroup is answered when all members have joined, which the rebalance timeout bounds at the broker: this is for the way. */
const JOIN_GRACE_MS = 5000

/** The first versions with static members (KIP-345). */
const firstStaticVersion = { join: 5, sync: 3 } as const

/** A member that the coordinator does not know yet, or any more. */
export const nobody: Generation = { memberId: '', generation: -1, protocolName: '' }

/** See the head of the file. */
export class ClassicExchange {
  /** As whom the next request speaks. */
  identity: Generation = nobody
  readonly #options: ClassicExchangeOptions
  readonly #on: ClassicExchangeDependencies
  #inFlight: 'nothing' | 'join' | 'sync' = 'nothing'
  #attempt = 0

  constructor(options: ClassicExchangeOptions, dependencies: ClassicExchangeDependencies) {
    this.#options = options
    this.#on = dependencies
  }

  /** What is in flight counts for nothing from now on. */
  abandon(): void {
    this.#attempt++
  }

  join(subscription: JoinSubscription, reason: string, nowMs: number): AnyUnsentRequest | undefined {
    const { identity } = this
    const timeoutMs = Math.max(this.#options.requestTimeoutMs, this.#options.maxPollIntervalMs + JOIN_GRACE_MS)
    const message = (version: number) => joinGroupMessage(this.#options, identity, subscription, reason, version)
    const onAbandoned = (response: JoinGroupResponse) => {
      // A consumer that closes while it joins for the first time learns here whom to take leave of.
      if (this.identity.memberId === '') this.identity = { ...nobody, memberId: response.memberId }
    }
    return this.#request('join', joinGroupApi, message, timeoutMs, nowMs, this.#on.onJoinResponse, onAbandoned)
  }

  sync(assignment: ReadonlyMap<string, readonly TopicPartition[]>, nowMs: number): AnyUnsentRequest | undefined {
    const { identity } = this
    const { requestTimeoutMs } = this.#options
    const message = (version: number) => syncGroupMessage(this.#options, identity, assignment, version)
    return this.#request(
      'sync',
      syncGroupApi,
      message,
      requestTimeoutMs,
      nowMs,
      this.#on.onSyncResponse,
      () => undefined,
    )
  }

  heartbeat(sessionTimeoutMs: number, nowMs: number): AnyUnsentRequest | undefined {
    if (!this.#on.heartbeat.isDue(nowMs)) return undefined
    const channel = this.#freeChannel
    const nodeId = this.#sendableNode(channel, nowMs)
    if (nodeId === undefined) return undefined
    const { requestTimeoutMs } = this.#options
    const round = this.#on.heartbeat.onSent(nowMs)
    return {
      destination: { nodeId, channel },
      api: heartbeatApi,
      ...(this.#options.groupInstanceId === undefined ? {} : { minVersion: 3 }),
      request: heartbeatMessage(this.#options, this.identity),
      timeoutMs: Math.min(requestTimeoutMs, sessionTimeoutMs),
      onResponse: ({ errorCode }: { errorCode: number }, _version: number, atMs: number) =>
        this.#on.onHeartbeatResponse(errorCode, round, nowMs, atMs),
      onFailure: (error: KafkaError, atMs: number) => this.#on.onHeartbeatFailure(error, round, atMs),
    }
  }

  /** Takes leave, and forgets the member id; undefined while that cannot be sent. */
  leave(reason: string, deadlineMs: number, nowMs: number): AnyUnsentRequest | undefined {
    const { memberId } = this.identity
    if (memberId === '') return undefined
    const channel = this.#freeChannel
    const nodeId = this.#sendableNode(channel, nowMs)
    if (nodeId === undefined) return undefined
    this.identity = nobody
    const { requestTimeoutMs } = this.#options
    return {
      destination: { nodeId, channel },
      api: leaveGroupApi,
      request: (version: number) => leaveGroupMessage(this.#options, memberId, reason, version),
      timeoutMs: Math.max(1, Math.min(requestTimeoutMs, deadlineMs - nowMs)),
      onResponse: this.#on.onLeft,
      onFailure: this.#on.onLeft,
    }
  }

  /** A broker answers a connection's requests in order: behind a JoinGroup that waits, a heartbeat or farewell would wait too. */
  get #freeChannel(): Channel {
    return this.#inFlight === 'nothing' ? 'coordinator' : 'default'
  }

  #sendableNode(channel: Channel, nowMs: number): number | undefined {
    const { nodeId } = this.#on.coordinator
    return nodeId !== undefined && this.#on.availability.canSend(nodeId, channel, nowMs) ? nodeId : undefined
  }

  #request<Req, Res>(
    kind: 'join' | 'sync',
    api: Api<Req, Res>,
    request: (version: number) => MessageInput<Req>,
    timeoutMs: number,
    nowMs: number,
    onResponse: (response: Res, nowMs: number) => void,
    onAbandoned: (response: Res) => void,
  ): AnyUnsentRequest | undefined {
    // An abandoned one is waited for all the same: two JoinGroups of one member would both take effect.
    if (this.#inFlight !== 'nothing') return undefined
    const nodeId = this.#sendableNode('coordinator', nowMs)
    if (nodeId === undefined) return undefined
    this.#inFlight = kind
    const attempt = ++this.#attempt
    return {
      destination: { nodeId, channel: 'coordinator' },
      api,
      ...(this.#options.groupInstanceId === undefined ? {} : { minVersion: firstStaticVersion[kind] }),
      request,
      timeoutMs,
      onResponse: (response: Res, _version: number, atMs: number) => {
        this.#inFlight = 'nothing'
        if (attempt === this.#attempt) onResponse(response, atMs)
        else onAbandoned(response)
      },
      onFailure: (error: KafkaError, atMs: number) => {
        this.#inFlight = 'nothing'
        if (attempt === this.#attempt) this.#on.onNoAnswer(api.name, error, atMs)
      },
    }
  }
}
