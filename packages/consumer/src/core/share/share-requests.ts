// The requests of a share session, as brokers want them.
import type { AnyUnsentRequest } from '@odradek/network/internal'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import type { ShareAcknowledgeResponse } from '@odradek/protocol/messages/share-acknowledge-response'
import type { ShareFetchResponse } from '@odradek/protocol/messages/share-fetch-response'
import { type AcknowledgementBatch, renewalBatches } from './acknowledgement-batches.ts'
import type { CompletedShareFetch, OffsetRange } from './completed-share-fetch.ts'
import type { HeldRecord, ShareSource } from './held-record.ts'
import type { ToldPartition } from './share-acknowledgements.ts'
import type { SharePartitionName, ShareSession } from './share-session.ts'

/** What ShareRequests is told. */
export interface ShareRequestOptions {
  readonly groupId: string
  readonly fetchMaxWaitMs: number
  readonly fetchMinBytes: number
  readonly fetchMaxBytes: number
  /** The most records that are locked and not given out. */
  readonly maxPollRecords: number
  /** `record_limit` locks that many records and no more; `batch_optimized` whole batches of the broker's. */
  readonly shareAcquireMode: 'batch_optimized' | 'record_limit'
  readonly requestTimeoutMs: number
}

/** Locks that are to last anew, and who holds them. */
export interface RenewedRanges {
  /** Records whose users asked for it. */
  readonly asked: readonly HeldRecord[]
  readonly records: readonly HeldRecord[]
  readonly fetches: readonly CompletedShareFetch[]
  readonly ranges: readonly (OffsetRange & { readonly source: ShareSource })[]
}

/** The first versions that Kafka 4.1 made stable, and those with renewals. */
const FIRST_VERSION = 1
const FIRST_VERSION_WITH_RENEWAL = 2

type Request = Omit<AnyUnsentRequest, 'onFailure'>

/** Makes them. What happens when there is no answer is the caller's to say. */
export class ShareRequests {
  readonly #options: ShareRequestOptions
  readonly #memberId: () => string

  constructor(options: ShareRequestOptions, memberId: () => string) {
    this.#options = options
    this.#memberId = memberId
  }

  /** Acquires records of these partitions, and tells what became of others. */
  fetch(
    session: ShareSession,
    wanted: readonly SharePartitionName[],
    told: readonly ToldPartition[],
    onResponse: (response: ShareFetchResponse, nowMs: number) => void,
  ): Request {
    const { groupId, fetchMaxWaitMs, fetchMinBytes, fetchMaxBytes, requestTimeoutMs } = this.#options
    const { maxPollRecords, shareAcquireMode } = this.#options
    const { toSend, toForget } = session.changes(wanted)
    const batches = new Map(told.map((one) => [idOf(one), one.batches]))
    const named = [...toSend, ...told.filter((one) => !toSend.some((other) => idOf(other) === idOf(one)))]
    const message = {
      groupId,
      memberId: this.#memberId(),
      shareSessionEpoch: session.epoch,
      maxWaitMs: fetchMaxWaitMs,
      minBytes: fetchMinBytes,
      maxBytes: fetchMaxBytes,
      maxRecords: maxPollRecords,
      batchSize: maxPollRecords,
      topics: byTopicId(named, (one) => acknowledged(one.partition, batches.get(idOf(one)) ?? [])),
      forgottenTopicsData: byTopicId(toForget, ({ partition }) => partition),
    }
    const acquireMode = shareAcquireMode === 'record_limit' ? 1 : 0
    return {
      destination: { nodeId: session.nodeId, channel: 'fetch' },
      api: shareFetchApi,
      minVersion: FIRST_VERSION,
      request: (version: number) => (version >= 2 ? { ...message, shareAcquireMode: acquireMode } : message),
      timeoutMs: requestTimeoutMs + fetchMaxWaitMs,
      onResponse: (response: ShareFetchResponse, _version: number, nowMs: number) => onResponse(response, nowMs),
    }
  }

  /** Tells what became of records; with the final epoch it ends the session. */
  acknowledge(
    session: ShareSession,
    epoch: number,
    told: readonly ToldPartition[],
    onResponse: (response: ShareAcknowledgeResponse, nowMs: number) => void,
  ): Request {
    const topics = byTopicId(told, ({ partition, batches }) => acknowledged(partition, batches))
    return this.#acknowledgement(session, { shareSessionEpoch: epoch, topics }, FIRST_VERSION, onResponse)
  }

  /** Makes locks last anew. */
  renew(
    session: ShareSession,
    { ranges }: RenewedRanges,
    onResponse: (response: ShareAcknowledgeResponse, nowMs: number) => void,
  ): Request {
    const sources = new Map<string, { topicId: string; partition: number; ranges: OffsetRange[] }>()
    for (const { source, firstOffset, lastOffset } of ranges) {
      const one = sources.get(source.key) ?? { ...source, ranges: [] }
      one.ranges.push({ firstOffset, lastOffset })
      sources.set(source.key, one)
    }
    const topics = byTopicId([...sources.values()], ({ partition, ranges: ofOne }) =>
      acknowledged(partition, renewalBatches(ofOne)),
    )
    const message = { shareSessionEpoch: session.epoch, topics, isRenewAck: true }
    return this.#acknowledgement(session, message, FIRST_VERSION_WITH_RENEWAL, onResponse)
  }

  #acknowledgement(
    session: ShareSession,
    message: object,
    minVersion: number,
    onResponse: (response: ShareAcknowledgeResponse, nowMs: number) => void,
  ): Request {
    const { groupId, requestTimeoutMs } = this.#options
    return {
      destination: { nodeId: session.nodeId, channel: 'fetch' },
      api: shareAcknowledgeApi,
      minVersion,
      request: { groupId, memberId: this.#memberId(), ...message },
      timeoutMs: requestTimeoutMs,
      onResponse: (response: ShareAcknowledgeResponse, _version: number, nowMs: number) => onResponse(response, nowMs),
    }
  }
}

function acknowledged(partition: number, batches: readonly AcknowledgementBatch[]) {
  return { partitionIndex: partition, acknowledgementBatches: [...batches] }
}

/** A topic that was made anew has another id. */
function idOf({ topicId, partition }: { readonly topicId: string; readonly partition: number }): string {
  return `${topicId}/${partition}`
}

function byTopicId<T extends { readonly topicId: string }, R>(
  items: readonly T[],
  make: (item: T) => R,
): { topicId: string; partitions: R[] }[] {
  const byId = new Map<string, R[]>()
  for (const item of items) {
    const others = byId.get(item.topicId)
    if (others === undefined) byId.set(item.topicId, [make(item)])
    else others.push(make(item))
  }
  return Array.from(byId, ([topicId, partitions]) => ({ topicId, partitions }))
}
