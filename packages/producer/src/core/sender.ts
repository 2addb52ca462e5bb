// Station 3 of a record's way out: which batches go now, to which leader, in which request.
import type { CompressionCodec } from '@odradek/compression'
import type {
  AnyUnsentRequest,
  LeaderHint,
  NodeAvailability,
  PollResult,
  RequestManager,
} from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'

import { DeliveryTimeout } from './delivery-timeout.ts'
import type { LoadReporter } from './load-reporter.ts'
import type { PartitionQueue } from './partition-queue.ts'
import {
  buildProduceRequest,
  groupByTopic,
  type ProducePart,
  type ProduceRequestOptions,
} from './produce-request-builder.ts'
import { ProduceResponseHandler, type ProduceResponseOptions } from './produce-response-handler.ts'
import type { ProducerBatch } from './producer-batch.ts'
import type { ProducerIdentity } from './producer-identity.ts'
import type { RecordAccumulator } from './record-accumulator.ts'
import type { RecordRouter } from './record-router.ts'

/** What Sender is told; the producer's resolved options fit. */
export interface SenderOptions extends ProduceRequestOptions, ProduceResponseOptions {
  readonly maxRequestSize: number
  readonly deliveryTimeoutMs: number
  readonly flushWhenIdle: boolean
}

/** What Sender works with. */
export interface SenderParts {
  readonly accumulator: RecordAccumulator
  readonly router: RecordRouter
  readonly availability: NodeAvailability
  readonly codec: CompressionCodec
  readonly random: () => number
  /** Absent where the partitioner does not want to know. */
  readonly loads?: LoadReporter | undefined
  readonly compressionLevel?: number | undefined
  /** Absent where the producer is not idempotent. */
  readonly identity?: ProducerIdentity | undefined
  /** Called when new metadata is needed. */
  readonly requestMetadataUpdate: (nowMs: number) => void
  /** Called with the new leader that a broker named (KIP-951). */
  readonly onLeaderHint: (hint: LeaderHint, nowMs: number) => void
  /** Has the sender polled again soon. */
  readonly wakeup: () => void
}

/** From this version on a broker that throttles answers at once, and leaves the waiting to the client (KIP-219). */
const FIRST_VERSION_WITH_CLIENT_THROTTLING = 6

const nothing: readonly AnyUnsentRequest[] = []

/**
 * Sends batches that are full, have lingered, are flushed, or stand in the way of senders that wait for memory; with `flushWhenIdle` also those to whose
 * leader nothing is in flight. Batches for one leader share a
 * request of up to `maxRequestSize`. Without producer id a partition has one batch in a request at a time: a later one could otherwise overtake a retry.
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
    this.#handler = new ProduceResponseHandler(options, parts)
    const { accumulator, identity } = parts
    if (identity !== undefined)
      accumulator.onBatchFailed = (error, wasNumbered) => identity.onBatchFailed(error, wasNumbered)
  }

  poll(nowMs: number): PollResult {
    const { accumulator, router, availability, wakeup, loads } = this.#parts
    if (router.dropWithdrawn()) wakeup()
    router.expire(nowMs)
    const ready = new Map<number, PartitionQueue[]>()
    let nextPollAtMs = this.#collect(ready, nowMs)
    // Expired batches gave memory back: what came in for them has not been looked at yet.
    if (router.admitWaiting(nowMs)) wakeup()
    nextPollAtMs = Math.min(nextPollAtMs, router.nextDeadlineMs)
    loads?.report(accumulator, nowMs)
    if (ready.size === 0) return { requests: nothing, nextPollAtMs }
    const requests: AnyUnsentRequest[] = []
    for (const [nodeId, queues] of ready) {
      const throttledUntilMs = this.#throttledUntilMs.get(nodeId) ?? -Infinity
      if (nowMs < throttledUntilMs) {
        nextPollAtMs = Math.min(nextPollAtMs, throttledUntilMs)
        loads?.onBatchesFor(nodeId, false, nowMs)
        continue
      }
      const canSend = availability.canSend(nodeId, 'default', nowMs)
      loads?.onBatchesFor(nodeId, canSend, nowMs)
      if (!canSend) continue
      const request = this.#makeRequest(nodeId, queues, nowMs)
      if (request === undefined) continue
      requests.push(request)
      // What did not fit into this request goes into the next one.
      if (queues.some((queue) => queue.head !== undefined && this.#mayDrain(queue, queue.head))) wakeup()
    }
    return { requests, nextPollAtMs }
  }

  /** Puts the queues that have something to send now under their leaders; returns when the next thing is due in the others. */
  #collect(ready: Map<number, PartitionQueue[]>, nowMs: number): number {
    const { accumulator, requestMetadataUpdate } = this.#parts
    const busyLeaders = this.#options.flushWhenIdle ? leadersInFlight(accumulator.active) : undefined
    let nextPollAtMs = Infinity
    for (const queue of accumulator.active) {
      nextPollAtMs = Math.min(nextPollAtMs, this.#deliveryTimeout.expire(queue, nowMs))
      const { head } = queue
      if (queue.isEmpty) accumulator.active.delete(queue)
      if (head === undefined) continue
      const leader = queue.topic.metadata?.partitions[queue.partition]?.leader ?? -1
      const mayLinger = busyLeaders === undefined || busyLeaders.has(leader)
      const readyAtMs = accumulator.readyAtMs(queue, head, mayLinger)
      if (readyAtMs > nowMs) {
        nextPollAtMs = Math.min(nextPollAtMs, readyAtMs)
        continue
      }
      if (!this.#mayDrain(queue, head)) {
        // Where batches before it wait for an answer of the same broker, that is what stands in the way.
        if (queue.inFlight[0]?.lastLeader === leader) this.#parts.loads?.onBatchesFor(leader, false, nowMs)
        continue
      }
      if (leader < 0) requestMetadataUpdate(nowMs)
      else {
        const queues = ready.get(leader)
        if (queues === undefined) ready.set(leader, [queue])
        else queues.push(queue)
      }
    }
    return nextPollAtMs
  }

  /** Whether the order within the partition allows its next batch to go now. */
  #mayDrain(queue: PartitionQueue, head: ProducerBatch): boolean {
    const { identity } = this.#parts
    if (identity === undefined || identity.isDisabled) return queue.inFlight.length === 0
    const { current } = identity
    if (current === undefined) {
      identity.want()
      return false
    }
    const { sequences } = queue
    if (sequences.state === 'restarting') {
      const newer = queue.inFlight.length > 0 ? undefined : identity.newerThan(sequences.current!)
      if (newer === undefined) return false
      sequences.restart(newer)
    }
    if (!(head.hasSequence ? sequences.mayResend(head) : sequences.mayNumber(current))) return false
    return identity.maySend(queue)
  }

  #makeRequest(nodeId: number, queues: readonly PartitionQueue[], sentMs: number): AnyUnsentRequest | undefined {
    const { accumulator, codec, compressionLevel, identity } = this.#parts
    const transactionalId = identity?.transactionalId ?? null
    const parts: ProducePart[] = []
    let size = 0
    let recordCount = 0
    for (const queue of queues) {
      // The gap of another partition may have brought a new epoch since: this one takes it when its numbered batches have settled.
      if (!this.#mayDrain(queue, queue.head!)) continue
      const { sizeInBytes } = queue.head!
      // A batch that was filled under a larger limit than the request's still goes, alone.
      if (parts.length > 0 && size + sizeInBytes > this.#options.maxRequestSize) continue
      const batch = accumulator.drain(queue)
      if (!batch.hasSequence && identity?.current !== undefined) queue.sequences.number(batch, identity.current)
      const records = batch.seal(codec, compressionLevel, transactionalId !== null)
      batch.lastLeader = nodeId
      batch.lastLeaderEpoch = queue.topic.metadata?.partitions[queue.partition]?.leaderEpoch ?? -1
      size += records.length
      recordCount += batch.recordCount
      this.#noteSent(queue, batch, sentMs)
      parts.push({ queue, batch, records })
    }
    if (parts.length === 0) return undefined
    const topics = groupByTopic(parts)
    const handler = this.#handler
    const { acks, requestTimeoutMs, compressionType } = this.#options
    const options = {
      acks,
      requestTimeoutMs,
      compressionType,
      transactionalId,
      maxVersion: identity?.maxProduceVersion,
    }
    return buildProduceRequest(nodeId, topics, options, {
      onResponse: (response, version, nowMs) => {
        if (response.throttleTimeMs > 0 && version >= FIRST_VERSION_WITH_CLIENT_THROTTLING) {
          this.#throttledUntilMs.set(nodeId, nowMs + response.throttleTimeMs)
        }
        const { throttleTimeMs } = response
        accumulator.onEvent?.({
          type: 'request-answered',
          nodeId,
          records: recordCount,
          latencyMs: nowMs - sentMs,
          throttleTimeMs,
        })
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

  #noteSent(queue: PartitionQueue, batch: ProducerBatch, nowMs: number): void {
    this.#parts.accumulator.onEvent?.({
      type: 'batch-sent',
      topic: queue.topic.name,
      partition: queue.partition,
      records: batch.recordCount,
      bytes: batch.sizeInBytes,
      uncompressedBytes: batch.uncompressedBytes,
      queueTimeMs: nowMs - batch.createdMs,
      attempt: batch.failures,
    })
  }

  /** Partitions have become free for their next batches, and memory for those who wait for it. */
  #afterRequest(nowMs: number): void {
    this.#parts.router.admitWaiting(nowMs)
    this.#parts.wakeup()
  }

  /** Fails everything that has not settled, with one error. Requests that are out end by themselves. */
  abort(error: KafkaError): void {
    this.failQueued(error)
    this.failInFlight(error)
  }

  /** Fails everything that is not in a request: with `errorOfTried` what was in one before, and may have been written. */
  failQueued(error: KafkaError, errorOfTried: KafkaError = error): void {
    const { accumulator, router } = this.#parts
    router.abort(error)
    for (const queue of accumulator.active) {
      while (queue.head !== undefined)
        accumulator.failHead(queue, ({ mayBeWritten }) => (mayBeWritten ? errorOfTried : error))
    }
  }

  /** Fails what is in requests, which end by themselves. */
  failInFlight(error: KafkaError): void {
    const { accumulator } = this.#parts
    for (const queue of accumulator.active) {
      for (const batch of queue.inFlight) if (batch.state === 'in-flight') accumulator.abandon(queue, batch, error)
    }
  }

  /** Whether all records have settled and no request holds any. */
  get isIdle(): boolean {
    const { accumulator, router } = this.#parts
    return router.waitingCount === 0 && accumulator.isIdle
  }
}

/** The brokers that a batch is under way to. */
function leadersInFlight(queues: Iterable<PartitionQueue>): Set<number> {
  const leaders = new Set<number>()
  for (const { inFlight } of queues) for (const batch of inFlight) leaders.add(batch.lastLeader)
  return leaders
}
