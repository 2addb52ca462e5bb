// Station 3 of a record's way out: which batches go now, to which leader, in which request.
import type { CompressionCodec } from '@odradek/compression'
import type { AnyUnsentRequest, NodeAvailability, PollResult, RequestManager } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'

import { DeliveryTimeout } from './delivery-timeout.ts'
import type { PartitionQueue } from './partition-queue.ts'
import {
  buildProduceRequest,
  groupByTopic,
  type ProducePart,
  type ProduceRequestOptions,
} from './produce-request-builder.ts'
import { ProduceResponseHandler, type ProduceResponseOptions } from './produce-response-handler.ts'
import type { RecordAccumulator } from './record-accumulator.ts'
import type { RecordRouter } from './record-router.ts'

/** What Sender is told; the producer's resolved options fit. */
export interface SenderOptions extends ProduceRequestOptions, ProduceResponseOptions {
  readonly maxRequestSize: number
  readonly deliveryTimeoutMs: number
}

/** What Sender works with. */
export interface SenderParts {
  readonly accumulator: RecordAccumulator
  readonly router: RecordRouter
  readonly availability: NodeAvailability
  readonly codec: CompressionCodec
  readonly random: () => number
  /** Called when new metadata is needed. */
  readonly requestMetadataUpdate: (nowMs: number) => void
  /** Has the sender polled again soon. */
  readonly wakeup: () => void
}

/** From this version on a broker that throttles answers at once, and leaves the waiting to the client (KIP-219). */
const FIRST_VERSION_WITH_CLIENT_THROTTLING = 6

const nothing: readonly AnyUnsentRequest[] = []

/**
 * Sends batches that are full, have lingered, are flushed, or stand in the way of senders that wait for memory. Batches for one leader share a
 * request of up to `maxRequestSize`. A partition has one batch in a request at a time: a later one could otherwise overtake a retry.
 */
export class Sender implements RequestManager {
  readonly #options: SenderOptions
  readonly #parts: SenderParts
  readonly #deliveryTimeout: DeliveryTimeout
  readonly #handler: ProduceResponseHandler
  /** Until when a broker wants to be left alone, by node id. */
  readonly #throttledUntilMs = new Map<number, number>()

  constructor(options: SenderOptions, parts: SenderParts) {
    this.#options = options
    this.#parts = parts
    this.#deliveryTimeout = new DeliveryTimeout(options.deliveryTimeoutMs, parts.accumulator)
    this.#handler = new ProduceResponseHandler(options, parts.accumulator, parts.random, parts.requestMetadataUpdate)
  }

  poll(nowMs: number): PollResult {
    const { router, availability, wakeup } = this.#parts
    router.expire(nowMs)
    const ready = new Map<number, PartitionQueue[]>()
    let nextPollAtMs = this.#collect(ready, nowMs)
    // Expired batches gave memory back: what came in for them has not been looked at yet.
    if (router.admitWaiting(nowMs)) wakeup()
    nextPollAtMs = Math.min(nextPollAtMs, router.nextDeadlineMs)
    if (ready.size === 0) return { requests: nothing, nextPollAtMs }
    const requests: AnyUnsentRequest[] = []
    for (const [nodeId, queues] of ready) {
      const throttledUntilMs = this.#throttledUntilMs.get(nodeId) ?? -Infinity
      if (nowMs < throttledUntilMs) {
        nextPollAtMs = Math.min(nextPollAtMs, throttledUntilMs)
        continue
      }
      if (!availability.canSend(nodeId, 'default', nowMs)) continue
      requests.push(this.#makeRequest(nodeId, queues))
      // What did not fit into this request goes into the next one.
      if (queues.some((queue) => queue.inFlight === undefined)) wakeup()
    }
    return { requests, nextPollAtMs }
  }

  /** Puts the queues that have something to send now under their leaders; returns when the next thing is due in the others. */
  #collect(ready: Map<number, PartitionQueue[]>, nowMs: number): number {
    const { accumulator, requestMetadataUpdate } = this.#parts
    let nextPollAtMs = Infinity
    for (const queue of accumulator.active) {
      nextPollAtMs = Math.min(nextPollAtMs, this.#deliveryTimeout.expire(queue, nowMs))
      const { head } = queue
      if (queue.isEmpty) accumulator.active.delete(queue)
      if (head === undefined || queue.inFlight !== undefined) continue
      const readyAtMs = accumulator.readyAtMs(queue, head)
      if (readyAtMs > nowMs) {
        nextPollAtMs = Math.min(nextPollAtMs, readyAtMs)
        continue
      }
      const leader = queue.topic.metadata?.partitions[queue.partition]?.leader ?? -1
      if (leader < 0) requestMetadataUpdate(nowMs)
      else {
        const queues = ready.get(leader)
        if (queues === undefined) ready.set(leader, [queue])
        else queues.push(queue)
      }
    }
    return nextPollAtMs
  }

  #makeRequest(nodeId: number, queues: readonly PartitionQueue[]): AnyUnsentRequest {
    const { accumulator, codec } = this.#parts
    const parts: ProducePart[] = []
    let size = 0
    for (const queue of queues) {
      const { sizeInBytes } = queue.head!
      // A batch that was filled under a larger limit than the request's still goes, alone.
      if (parts.length > 0 && size + sizeInBytes > this.#options.maxRequestSize) continue
      const batch = accumulator.drain(queue)
      const records = batch.seal(codec)
      batch.lastLeader = nodeId
      batch.lastLeaderEpoch = queue.topic.metadata?.partitions[queue.partition]?.leaderEpoch ?? -1
      size += records.length
      parts.push({ queue, batch, records })
    }
    const topics = groupByTopic(parts)
    const handler = this.#handler
    return buildProduceRequest(nodeId, topics, this.#options, {
      onResponse: (response, version, nowMs) => {
        if (response.throttleTimeMs > 0 && version >= FIRST_VERSION_WITH_CLIENT_THROTTLING) {
          this.#throttledUntilMs.set(nodeId, nowMs + response.throttleTimeMs)
        }
        handler.onResponse(topics, response, version, nowMs)
        this.#afterRequest(nowMs)
      },
      onFailure: (error, nowMs) => {
        handler.onFailure(topics, error, nowMs)
        this.#afterRequest(nowMs)
      },
      onSent: (nowMs) => {
        handler.onSent(topics)
        this.#afterRequest(nowMs)
      },
    })
  }

  /** Partitions have become free for their next batches, and memory for those who wait for it. */
  #afterRequest(nowMs: number): void {
    this.#parts.router.admitWaiting(nowMs)
    this.#parts.wakeup()
  }

  /** Fails everything that has not settled, with one error. Requests that are out end by themselves. */
  abort(error: KafkaError): void {
    const { accumulator, router } = this.#parts
    router.abort(error)
    for (const queue of accumulator.active) {
      if (queue.inFlight?.state === 'in-flight') accumulator.abandon(queue.inFlight, error)
      while (queue.head !== undefined) accumulator.failHead(queue, () => error)
    }
  }
}
